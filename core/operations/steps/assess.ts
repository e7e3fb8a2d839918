import * as z from 'zod/mini'
import { Kind } from '../../channel/message.ts'
import { answersIn, fitting, unanswered } from '../../channel/questions.ts'
import { assessedAnswers } from '../../case/answers.ts'
import { entry } from '../../case/history.ts'
import { isLower, laneOf, Level } from '../../case/level.ts'
import { PlaceRef } from '../../places/place-ref.ts'
import type { Why } from '../../case/why.ts'
import { assessedPromiseAt } from '../../deadlines/promise.ts'
import { policyOf } from '../../deadlines/rulebook.ts'
import { isShutOut } from '../../directory/organisation.ts'
import { withCommune } from '../village-chosen.ts'
import { openContact, openWords, scopeOf, sealedContact, sealedWords } from '../sealed.ts'
import { withoutCase } from '../sender-memory.ts'
import { unlinked } from '../unlink.ts'
import { Code, MaybeReason, staffStep, type StepContext, type StepResult } from './step.ts'

/** `organisation:`, `region:` or `person:` and an id: it goes into the history, so never a name. */
const Named = z.string().check(z.regex(/^(organisation|region|person):[a-z0-9][\w.@:-]{0,99}$/i))

const Assessment = z.object({
  level: Level,
  category: z.optional(Code),
  place: z.optional(PlaceRef),
  /** In that place: a code of the programme's villages. Kept of ordinary cases alone. */
  village: z.optional(PlaceRef),
  kind: z.optional(Kind),
  /** Ids of people, organisations or regions the words name (`organisation:…`). */
  named: z.optional(z.array(Named).check(z.maxLength(50))),
  /** What the person said when asked, never what the words suggest. Kept of ordinary cases alone. */
  ...assessedAnswers,
  reason: z.optional(MaybeReason),
})
type Assessment = NonNullable<ReturnType<typeof withCommune<z.infer<typeof Assessment>>>>

const isKnown = ({ category, place }: Assessment, { needs: { programme } }: StepContext): Why | null => {
  if (category && !programme.categories.some(({ code }) => code === category)) return 'unknown-category'
  return place && !programme.gazetteer.find(place) ? 'unknown-place' : null
}

/** The reason is words, sealed like all words; the history keeps the codes. Of S nothing is kept that only figures need, and no village. */
function codes({ reason: _, ...rest }: Assessment): Omit<Assessment, 'reason'> {
  const kept = laneOf(rest.level) === 'N' ? { village: true, ...fitting(answersIn(rest)) } : {}
  const isKept = (name: string): boolean => !(name in unanswered || name === 'village') || name in kept
  return { level: rest.level, ...Object.fromEntries(Object.entries(rest).filter(([name]) => isKept(name))) }
}

function assessed(body: Assessment, context: StepContext): StepResult['entries'] {
  const { caseFile, by, requestId, needs } = context
  const lane = laneOf(body.level)
  const withdrawn = caseFile.promisedAt && lane !== 'N' ? (lane === 'S2' ? 'protection' : 'integrity') : null
  const promisedAt = assessedPromiseAt(caseFile, body, policyOf(needs.programme, caseFile), needs.now)
  return [
    entry('assessed', needs.now, by, { ...codes(body), promisedAt }, requestId),
    ...(withdrawn ? [entry('promise-withdrawn', needs.now, by, { reason: withdrawn })] : []),
    // Into another lane it leaves anyway.
    ...(lane === caseFile.lane ? leaving(body, context) : []),
  ]
}

/** Named only now: the case leaves the queue of whoever has it (design §6). */
function leaving({ named }: Assessment, { caseFile, by, needs }: StepContext): StepResult['entries'] {
  const { organisation, assignedPerson } = caseFile
  if (organisation === null) return []
  const all = named ?? caseFile.named
  const isTheirs = assignedPerson !== null && all.includes(`person:${assignedPerson}`)
  return isTheirs || isShutOut(organisation, all, needs.programme.organisations)
    ? [entry('revoked', needs.now, by, { organisation })]
    : []
}

/** Everything sealed so far, sealed again under the key of another lane; the old ciphertext goes in the same update. */
async function resealed({ stored, caseFile, needs }: StepContext, to: Level) {
  const scope = scopeOf(laneOf(to))
  const seal = (text: string) => needs.vault.seal(scope, caseFile.reference, text)
  const indexes = Object.keys(stored.sealed.words)
  const words = await Promise.all(
    indexes.map(async (index) => {
      const text = await openWords(stored, Number(index), needs)
      return [index, await seal(sealedWords(text ?? ''))] as const
    }),
  )
  const phone = await openContact(stored, needs)
  return {
    phone,
    sealed: {
      scope,
      replace: true,
      words: Object.fromEntries(words),
      ...(phone ? { contact: await seal(sealedContact(phone)) } : {}),
    },
  }
}

/** An S2 case leaves no trace on the sender item. */
async function forgotten(phone: string | null, { caseFile, needs }: StepContext) {
  if (!phone) return {}
  const before = await needs.senders.find(await needs.vault.fingerprints(`phone:${phone}`))
  const traces = before ? [...before.live, ...Object.values(before.recent)].map(({ reference }) => reference) : []
  const known = [...traces, ...(before?.older ?? [])].includes(caseFile.reference)
  return before && known ? { sender: { before, after: withoutCase(before, caseFile.reference) } } : {}
}

/**
 * Going up and naming are free; lowering an assessed level, leaving S, or naming somebody no longer waits for a second person's `confirm`
 * (design §11, rule 1; `docs/decisions/014-taking-a-name-off.md`). The first assessment decides alone.
 */
function waitsForSecond({ level, named }: Assessment, { caseFile }: StepContext) {
  if (caseFile.level === null) return { lower: false, dropped: [] }
  const dropped = named === undefined ? [] : caseFile.named.filter((one) => !named.includes(one))
  return { lower: isLower(level, caseFile.level), dropped }
}

/** Thanks are closed as soon as they are assessed (`deadlines/closing.ts`). */
const isOver = ({ kind }: Assessment, { caseFile }: StepContext): boolean =>
  (kind ?? caseFile.kind) === 'thanks' && caseFile.status !== 'assigned' && !caseFile.reopenedAt

export const assess = staffStep(Assessment, async (given, context) => {
  const { caseFile, by, requestId, needs } = context
  const body = withCommune(given, needs.villages)
  const unknown = body ? isKnown(body, context) : 'unknown-place'
  if (!body || unknown) return { refused: unknown ?? 'unknown-place' }
  const { lower, dropped } = waitsForSecond(body, context)
  if ((lower || dropped.length > 0) && !body.reason) return { refused: 'reason-needed' }
  const proposal = { ...codes(body), ...(dropped.length > 0 ? { dropped } : {}) }
  if (lower)
    return { entries: [entry('lower-proposed', needs.now, by, proposal, requestId), ...leaving(body, context)] }
  const lane = laneOf(body.level)
  const links = lane === 'N' && !isOver(body, context) ? { entries: [], append: [] } : await unlinked(context)
  // All but the names that would go holds at once: a higher level does not wait for them.
  const kept = body.named ? { ...body, named: [...body.named, ...dropped] } : body
  const waits = dropped.length > 0 ? [entry('lower-proposed', needs.now, by, proposal)] : []
  const entries = [...assessed(kept, context), ...links.entries, ...waits]
  const reasonAt = dropped.length > 0 ? entries.length - 1 : 0
  const also = { append: links.append }
  if (lane !== 'S2' || caseFile.lane === 'S2') return { entries, reasonAt, also }
  const { phone, sealed } = await resealed(context, body.level)
  return { entries, reasonAt, sealed, also: { ...also, ...(await forgotten(phone, context)) } }
})

/** The second person agrees to a lower level, or to name somebody no longer. */
export async function confirmLower(context: StepContext): Promise<StepResult> {
  const { caseFile } = context
  const { proposed } = caseFile
  if (!proposed) return { entries: [] }
  const { level, category, place, village, kind, named } = proposed
  const entries = assessed({ level, category, place, village, kind, named, ...answersIn(proposed) }, context)
  if (caseFile.lane !== 'S2' || laneOf(level) === 'S2') return { entries }
  return { entries, sealed: (await resealed(context, level)).sealed }
}
