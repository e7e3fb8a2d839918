import * as z from 'zod/mini'
import { entry } from '../../case/history.ts'
import { addDays } from '../../deadlines/calendar.ts'
import { runningClocks } from '../../deadlines/clock.ts'
import { policyOf } from '../../deadlines/rulebook.ts'
import { isShutOut } from '../../directory/organisation.ts'
import { scopeOf, sealedWords } from '../sealed.ts'
import { Code, MaybeReason, Reason, staffStep, type StepContext } from './step.ts'

const Nothing = z.object({})
const Why = z.object({ reason: Reason })
/** `person` is an id of the directory: it goes into the history, so never a name. */
const Organisation = z.object({
  organisation: Code,
  person: z.optional(z.string().check(z.regex(/^[a-z0-9][\w.@:-]{0,99}$/i))),
})
const ReferTo = z.object({ to: Code })
const Waiting = z.object({ for: z.enum(['complainant', 'third-party']), reason: z.optional(MaybeReason) })
const Extension = z.object({ reason: Reason, to: z.string().check(z.iso.datetime()) })
const Text = z.object({ text: z.string().check(z.minLength(1), z.maxLength(4000)) })

export const isKnownOrganisation = ({ needs }: StepContext, id: string): boolean =>
  needs.programme.organisations.some((organisation) => organisation.id === id)
/** An inactive one keeps what it has and gets nothing new. */
const isInactive = ({ needs }: StepContext, id: string): boolean =>
  needs.programme.organisations.some((one) => one.id === id && !one.active)
/** S goes to a body that exists for such cases, never to whoever happens to work nearby. */
const isMandated = ({ needs }: StepContext, id: string): boolean =>
  needs.programme.organisations.some((one) => one.id === id && one.mandatedFor.length > 0)
const isNamedHere = ({ caseFile, needs }: StepContext, id: string): boolean =>
  isShutOut(id, caseFile.named, needs.programme.organisations)

/** Seals a text under the index its entry will have; `offset` when other entries come before it. */
export async function sealedUnder({ caseFile, needs }: StepContext, text: string, offset = 0) {
  const sealed = await needs.vault.seal(scopeOf(caseFile.lane), caseFile.reference, sealedWords(text))
  return { words: { [caseFile.version + offset]: sealed } }
}

/** To somebody who works for us here; another organisation is asked with `refer` and must accept. */
export const assign = staffStep(
  Organisation,
  ({ organisation, person }, context) => {
    if (!isKnownOrganisation(context, organisation)) return { refused: 'unknown-organisation' }
    if (isInactive(context, organisation)) return { refused: 'organisation-inactive' }
    if (isNamedHere(context, organisation)) return { refused: 'organisation-named' }
    if (person && context.caseFile.named.includes(`person:${person}`)) return { refused: 'person-named' }
    const to = { organisation, ...(person ? { person } : {}), handOver: false }
    return { entries: [entry('assigned', context.needs.now, context.by, to, context.requestId)] }
  },
  { ordinaryOnly: true },
)

/** N: offered to another organisation or cluster. S: handed to the mandated body. */
export const refer = staffStep(ReferTo, ({ to }, context) => {
  const { caseFile, by, requestId, needs } = context
  if (!isKnownOrganisation(context, to)) return { refused: 'unknown-organisation' }
  if (isInactive(context, to)) return { refused: 'organisation-inactive' }
  if (isNamedHere(context, to)) return { refused: 'organisation-named' }
  return caseFile.lane === 'N'
    ? { entries: [entry('assigned', needs.now, by, { organisation: to, handOver: true }, requestId)] }
    : isMandated(context, to)
      ? { entries: [entry('referred', needs.now, by, { body: to }, requestId)] }
      : { refused: 'not-mandated' }
})

export const accept = staffStep(Nothing, (_, { caseFile: { handOver }, by, requestId, needs }) =>
  handOver
    ? { entries: [entry('accepted', needs.now, by, { organisation: handOver.organisation }, requestId)] }
    : { refused: 'no-hand-over' },
)

export const refuse = staffStep(Why, (_, { caseFile: { handOver }, by, requestId, needs }) =>
  handOver
    ? { entries: [entry('refused', needs.now, by, { organisation: handOver.organisation }, requestId)] }
    : { refused: 'no-hand-over' },
)

export const revoke = staffStep(Nothing, (_, { caseFile: { organisation }, by, requestId, needs }) =>
  organisation
    ? { entries: [entry('revoked', needs.now, by, { organisation }, requestId)] }
    : { refused: 'not-assigned' },
)

/** Waiting for the complainant stops the clock, once and at most 14 days; waiting for a third party does not stop it. */
export const wait = staffStep(
  Waiting,
  ({ for: waitingFor, reason }, context) => {
    const { caseFile, by, requestId, needs } = context
    if (caseFile.waiting) return { refused: 'waits-already' }
    if (waitingFor === 'complainant' && caseFile.pauseUsed) return { refused: 'pause-used' }
    if (waitingFor === 'third-party' && !reason) return { refused: 'reason-needed' }
    const until =
      waitingFor === 'complainant' ? addDays(needs.now, policyOf(needs.programme, caseFile).standards.pauseDays) : null
    return {
      entries: [entry('waiting', needs.now, by, { waitingFor, until }, requestId)],
    }
  },
  { ordinaryOnly: true },
)

export const resume = staffStep(Nothing, (_, { caseFile, by, requestId, needs }) =>
  caseFile.waiting ? { entries: [entry('resumed', needs.now, by, {}, requestId)] } : { refused: 'does-not-wait' },
)

/** Once, with a reason, later than the date it replaces; the person is told before that date. */
export const extend = staffStep(
  Extension,
  ({ to }, context) => {
    const { caseFile, by, requestId, needs } = context
    if (caseFile.extended) return { refused: 'extended-already' }
    const clock = runningClocks(caseFile, policyOf(needs.programme, caseFile)).find(({ name }) => name === 'answer')
    const current = caseFile.promisedAt ?? clock?.dueAt ?? needs.now
    if (to <= current || to <= needs.now) return { refused: 'not-later' }
    if (to > addDays(caseFile.reopenedAt ?? caseFile.receivedAt, 60)) return { refused: 'too-late' }
    return { entries: [entry('extended', needs.now, by, { to }, requestId)] }
  },
  { ordinaryOnly: true },
)

/** S2 takes no words beside the reasons of steps: who works it asks for no detail (design §6). */
export const note = staffStep(Text, async ({ text }, context) => {
  const { lane, erased } = context.caseFile
  // What was erased stays empty: no clock would ever erase these words.
  if (erased.includes('words') || erased.includes('all')) return { refused: 'erased' }
  if (lane === 'S2') return { refused: 'no-detail' }
  return {
    entries: [entry('noted', context.needs.now, context.by, {}, context.requestId)],
    sealed: await sealedUnder(context, text),
  }
})
