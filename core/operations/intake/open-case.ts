import { type Actor, complainant } from '../../case/actor.ts'
import type { CaseFile } from '../../case/case-file.ts'
import { caseFileOf } from '../../case/fold.ts'
import { entry } from '../../case/history.ts'
import type { Lane } from '../../case/level.ts'
import type { PlaceRef } from '../../places/place-ref.ts'
import type { VillageRef } from '../../places/village-ref.ts'
import { newReference } from '../../case/reference.ts'
import type { Channel, Consent, Kind } from '../../channel/message.ts'
import { openingPromiseAt } from '../../deadlines/promise.ts'
import { standardsOf } from '../../deadlines/rulebook.ts'
import type { Suggestion } from '../../routing/suggestion.ts'
import type { StoredCase } from '../../ports/cases.ts'
import type { ReadingNeeds } from '../needs.ts'
import { scopeOf, sealedContact, sealedWords } from '../sealed.ts'

/** What a case is opened with, whatever channel it came by. */
export interface Opening {
  channel: Channel
  kind: Kind
  /** Null where none are asked for (S2, "call me"). */
  words: string | null
  /** What they suggest, where they were read before it was known that a case is opened; null where they say nothing to be read. */
  suggestion?: Suggestion | null
  /** E.164; sealed only where we may use it. */
  phone: string | null
  consent: Consent
  language: string
  receivedAt: string
  /** What the person chose at the door (key 4), or `P` for words about an S case; else the words suggest. */
  lane?: Exclude<Lane, 'N'>
  by?: Actor
  requestId?: string | undefined
  place?: PlaceRef | undefined
  /** In that place; kept where the case is ordinary. */
  village?: VillageRef | undefined
  intakePoint?: string | undefined
  onBehalf?: string | undefined
  callMe?: boolean
  inSession?: boolean
  flags?: string[]
  /** Names of where a report of danger came from (`where-from.ts`). */
  sources?: string[]
  /** Cases whose question it may answer: somebody says which (`join`). */
  mayReplyTo?: string[]
  /** The body as received, where reading it lost something. */
  raw?: string | null
}

/** What is kept of a suggestion: codes. */
export const suggestedOf = (suggestion: Suggestion | null): CaseFile['suggested'] => ({
  place: suggestion?.place ?? null,
  category: suggestion?.category ?? null,
  sensitive: suggestion?.sensitive ?? false,
  ...(suggestion?.level ? { level: suggestion.level } : {}),
  ...(suggestion?.kind ? { kind: suggestion.kind } : {}),
  ...(suggestion?.unread ? { unread: true } : {}),
})

/** The same, before it is written, with an oddity seen of it. */
export function flagged(open: StoredCase, flag: string): StoredCase {
  const { programme, reference, history } = open.caseFile
  const [first, ...rest] = history
  if (first?.what !== 'received') return open
  const entries = [{ ...first, flags: [...(first.flags ?? []), flag] }, ...rest]
  return { ...open, caseFile: caseFileOf(programme, reference, entries) }
}

/** What is, or may be, S keeps the village as part of its words: sealed with them, erased with them, and in no index. */
const withVillage = (words: string, { village }: Opening, lane: Lane): string =>
  lane === 'N' || !village || words.includes(village.name) ? words : `${words}\n— ${village.name}`

/**
 * A new case with a fresh reference, ready to be written. The receipt's date is that of the standards' promised level
 * (N1); S, possible S and thanks promise none.
 */
export async function openCase(
  opening: Opening,
  { programme, suggest, vault, now, random }: ReadingNeeds,
): Promise<StoredCase> {
  const reference = newReference(random)
  const { channel, kind, words, language, receivedAt, consent } = opening
  const suggestion = opening.suggestion === undefined && words !== null ? suggest(words) : (opening.suggestion ?? null)
  const lane: Lane = opening.lane ?? (suggestion?.sensitive || suggestion?.unread ? 'P' : 'N')
  const standards = standardsOf(programme, programme.standards.current)
  const policy = { standards, calendar: programme.calendar }
  const received = entry(
    'received',
    now,
    opening.by ?? complainant,
    {
      channel,
      kind,
      language,
      receivedAt,
      lane,
      suggested: suggestedOf(suggestion),
      standards: standards.version,
      promisedAt: openingPromiseAt({ lane, kind, receivedAt }, policy, now),
      consent,
      phone: opening.phone !== null,
      ...(opening.inSession ? { inSession: true } : {}),
      ...(opening.intakePoint ? { source: opening.intakePoint } : {}),
      ...(opening.onBehalf ? { onBehalf: opening.onBehalf } : {}),
      ...(opening.callMe ? { callMe: true } : {}),
      ...(opening.place ? { place: opening.place } : {}),
      ...(opening.village && lane === 'N' ? { village: opening.village } : {}),
      ...(opening.flags?.length ? { flags: opening.flags } : {}),
      ...(opening.sources?.length ? { sources: opening.sources } : {}),
      ...(opening.mayReplyTo?.length ? { mayReplyTo: opening.mayReplyTo } : {}),
    },
    opening.requestId,
  )
  const scope = scopeOf(lane)
  const seal = (text: string) => vault.seal(scope, reference, text)
  const keepsContact = opening.phone !== null && consent !== 'none'
  return {
    caseFile: caseFileOf(programme.id, reference, [received]),
    sealed: {
      scope,
      contact: keepsContact && opening.phone ? await seal(sealedContact(opening.phone)) : null,
      words: words === null ? {} : { 0: await seal(sealedWords(withVillage(words, opening, lane), opening.raw)) },
    },
  }
}
