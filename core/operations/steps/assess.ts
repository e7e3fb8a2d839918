import * as z from 'zod/mini'
import { Disability, Kind } from '../../channel/message.ts'
import { entry } from '../../case/history.ts'
import { isLower, laneOf, Level } from '../../case/level.ts'
import { PlaceRef } from '../../case/place-ref.ts'
import type { Why } from '../../case/why.ts'
import { assessedPromiseAt } from '../../deadlines/promise.ts'
import { policyOf } from '../../deadlines/rulebook.ts'
import { isShutOut } from '../../routing/organisation.ts'
import { openContact, openWords } from '../read-words.ts'
import { scopeOf, sealedContact, sealedWords } from '../open-case.ts'
import { withoutCase } from '../sender-memory.ts'
import { staffStep, type StepContext, type StepResult } from './step.ts'
import { unlinked } from './unlink.ts'

/** `organisation:`, `region:` or `person:` and an id of the directory: it goes into the history, so never a name. */
const Named = z.string().check(z.regex(/^(organisation|region|person):[a-z0-9][\w.@:-]{0,99}$/i))

const Assessment = z.object({
  level: Level,
  category: z.optional(z.string()),
  place: z.optional(PlaceRef),
  kind: z.optional(Kind),
  /** Ids of people, organisations or regions the words name (`organisation:…`). */
  named: z.optional(z.array(Named).check(z.maxLength(50))),
  /** What the person said when asked, never what the words suggest. Kept of ordinary cases alone. */
  disability: z.optional(Disability),
  reason: z.optional(z.string()),
})
type Assessment = z.infer<typeof Assessment>

const isKnown = ({ category, place }: Assessment, { needs: { programme } }: StepContext): Why | null => {
  if (category && !programme.categories.some(({ code }) => code === category)) return 'unknown-category'
  return place && !programme.gazetteer.find(place) ? 'unknown-place' : null
}

/** The reason is words, sealed like all words; the history keeps the codes. Of S nothing is kept that only figures need. */
const codes = ({ reason: _, disability, ...rest }: Assessment) =>
  disability && laneOf(rest.level) === 'N' ? { ...rest, disability } : rest

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
  const { organisation } = caseFile
  const leaves = organisation && isShutOut(organisation, named ?? caseFile.named, needs.programme.organisations)
  return leaves ? [entry('revoked', needs.now, by, { organisation })] : []
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
  const before = await needs.cases.sender(await needs.vault.fingerprints(`phone:${phone}`))
  const traces = before ? [...before.live, ...Object.values(before.recent)] : []
  const known = traces.some(({ reference }) => reference === caseFile.reference)
  return before && known ? { sender: { before, after: withoutCase(before, caseFile.reference) } } : {}
}

/** Going up is free; lowering an assessed level, or leaving S, waits for a second person's `confirm`. */
function needsSecond({ caseFile }: StepContext, level: Level): boolean {
  if (caseFile.level === null) return false
  return isLower(level, caseFile.level)
}

export const assess = staffStep(Assessment, async (body, context) => {
  const { caseFile, by, requestId, needs } = context
  const unknown = isKnown(body, context)
  if (unknown) return { refused: unknown }
  if (needsSecond(context, body.level)) {
    if (!body.reason) return { refused: 'reason-needed' }
    return { entries: [entry('lower-proposed', needs.now, by, codes(body), requestId), ...leaving(body, context)] }
  }
  const lane = laneOf(body.level)
  const links = await (lane === 'N' ? { entries: [], append: [] } : unlinked(context))
  const entries = [...assessed(body, context), ...links.entries]
  const also = { append: links.append }
  if (lane !== 'S2' || caseFile.lane === 'S2') return { entries, also }
  const { phone, sealed } = await resealed(context, body.level)
  return { entries, sealed, also: { ...also, ...(await forgotten(phone, context)) } }
})

/** The second person agrees to a lower level. */
export async function confirmLower(context: StepContext): Promise<StepResult> {
  const { caseFile } = context
  const { proposed } = caseFile
  if (!proposed) return { entries: [] }
  const { level, category, place, kind, named, disability } = proposed
  const entries = assessed({ level, category, place, kind, named, disability }, context)
  if (caseFile.lane !== 'S2' || laneOf(level) === 'S2') return { entries }
  return { entries, sealed: (await resealed(context, level)).sealed }
}
