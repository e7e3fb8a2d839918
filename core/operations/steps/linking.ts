import * as z from 'zod/mini'
import { entry, type EntryOf } from '../../case/history.ts'
import { mayHaveNumber } from '../../case/may-contact.ts'
import { standsInFlood } from '../../routing/flood.ts'
import { readReference } from '../../case/reference.ts'
import { openContact } from '../sealed.ts'
import { senderChange, withoutCase } from '../sender-memory.ts'
import { unlinked } from '../unlink.ts'
import { confirmLower } from './assess.ts'
import { countsAlone } from './dismissed-alone.ts'
import { isKnownOrganisation, sealedUnder } from './handling.ts'
import { Code, Reason, staffStep, type StepContext, type StepResult } from './step.ts'

const Lead = z.object({ lead: Code })
const Nothing = z.object({})
const Why = z.object({ reason: Reason })
const Receipt = z.object({ body: Code, number: z.string().check(z.minLength(1), z.maxLength(200)) })

/** Merging links: each case keeps its words, contact and promise, and is answered with the lead. Never across lanes. */
export const merge = staffStep(
  Lead,
  async ({ lead: typed }, { caseFile, by, requestId, needs, other }) => {
    if (caseFile.mergedInto) return { refused: 'merged-already' }
    const lead = readReference(typed) ?? ''
    const stored = lead !== '' && lead !== caseFile.reference ? await other(lead) : null
    if (!stored || stored.caseFile.lane !== 'N' || stored.caseFile.status === 'closed')
      return { refused: 'unknown-lead' }
    // What follows is answered with it, and its answer is given.
    if (stored.caseFile.status === 'answered') return { refused: 'lead-is-answered' }
    if (stored.caseFile.mergedInto || caseFile.followers.length > 0) return { refused: 'lead-is-merged' }
    const followed = entry('followed', needs.now, by, { follower: caseFile.reference })
    return {
      entries: [entry('merged', needs.now, by, { lead }, requestId)],
      also: { append: [{ before: stored.caseFile, entries: [followed] }] },
    }
  },
  { ordinaryOnly: true },
)

export const unmerge = staffStep(Nothing, async (_, { caseFile, by, requestId, needs }) => {
  const lead = caseFile.mergedInto
  const stored = lead ? await needs.cases.load(lead) : null
  if (!lead || !stored) return { refused: 'not-merged' }
  const unfollowed = entry('unfollowed', needs.now, by, { follower: caseFile.reference })
  return {
    entries: [entry('unmerged', needs.now, by, { lead }, requestId)],
    also: { append: [{ before: stored.caseFile, entries: [unfollowed] }] },
  }
})

/**
 * What a robot or a wrong number sent: no SMS, can be restored, outside the figures. N only. Beyond ten of one person in a day, and where many
 * at once `waits`, it is proposed to a second one; and always where somebody found it a danger to life, whose clocks one click would end. What
 * a flood brought, nobody chose, and one decides about it whole.
 */
export const dismiss = staffStep(
  z.extend(Why, { waits: z.optional(z.literal(true)) }),
  async ({ waits }, context) => {
    const { caseFile, viewer, by, requestId, needs } = context
    const alone =
      !waits &&
      caseFile.level !== 'N2' &&
      (standsInFlood(caseFile) || (await countsAlone(viewer, caseFile.reference, needs)))
    return alone ? dismissed(context) : { entries: [entry('dismissal-proposed', needs.now, by, {}, requestId)] }
  },
  { ordinaryOnly: true },
)

const dismissed = (context: StepContext): Promise<StepResult> => ends(context, { how: 'dismissed' })

/** A case that ends without an answer leaves those it was joined with. */
async function ends(context: StepContext, how: Pick<EntryOf<'closed'>, 'how' | 'outcome'>): Promise<StepResult> {
  const links = await unlinked(context)
  const closed = entry('closed', context.needs.now, context.by, how, context.requestId)
  return { entries: [...links.entries, closed], reasonAt: links.entries.length, also: { append: links.append } }
}

/** The person takes it back, and told somebody so: number and words go within a day. */
export const withdraw = staffStep(
  Why,
  async (_, context) => {
    const { stored, caseFile, needs } = context
    const { also, ...ended } = await ends(context, { how: 'withdrawn', outcome: 'withdrawn' })
    const forgotten = await senderChange(stored, (sender) => withoutCase(sender, caseFile.reference), needs)
    return { ...ended, also: { ...also, ...forgotten } }
  },
  { ordinaryOnly: true },
)

/** The mandated body's own number for the case, to be confirmed by a second person of the pair. */
export const receipt = staffStep(Receipt, async ({ body, number }, context) => {
  if (!isKnownOrganisation(context, body)) return { refused: 'unknown-organisation' }
  return {
    entries: [entry('receipt-entered', context.needs.now, context.by, { body }, context.requestId)],
    sealed: await sealedUnder(context, number),
  }
})

/** The second person: to a lower level or to names left out, to one dismissal of many, or to the receipt that ends an S case (S2 is erased with it, a stub stays). */
export const confirm = staffStep(Nothing, async (_, context) => {
  const { caseFile, by, requestId, needs } = context
  const { now } = needs
  if (caseFile.proposed)
    return caseFile.proposed.by.person === by.person ? { refused: 'same-person' } : confirmLower(context)
  if (caseFile.dismissal)
    return caseFile.dismissal.by.person === by.person ? { refused: 'same-person' } : dismissed(context)
  if (!caseFile.receiptAt || caseFile.status !== 'referred') return { refused: 'nothing-to-confirm' }
  if (caseFile.receiptBy === by.person) return { refused: 'same-person' }
  const ended = [
    entry('receipt-confirmed', now, by, {}, requestId),
    entry('told', now, by, { how: 'receipt' }),
    entry('closed', now, by, { how: 'receipt', outcome: 'referred' }),
  ]
  return caseFile.lane === 'S2'
    ? { entries: [...ended, entry('erased', now, by, { part: 'all' })], erase: 'all' }
    : { entries: ended }
})

/** The number in clear, once, for a reason; recorded with person and role. Where the person wants no contact, nobody gets it. */
export const revealContact = staffStep(Why, async (_, { stored, viewer, by, requestId, needs }) => {
  if (!mayHaveNumber(stored.caseFile)) return { refused: 'no-contact' }
  const phone = await openContact(stored, needs)
  const read = { at: needs.now, person: viewer.person, role: viewer.role, what: 'contact' } as const
  await needs.reads.record(stored.caseFile.reference, read)
  return { entries: [entry('revealed', needs.now, by, {}, requestId)], reveals: { phone } }
})
