import { complainant } from '../../case/actor.ts'
import { fold } from '../../case/fold.ts'
import { answerLines } from '../../case/answer-lines.ts'
import { type Entry, entry } from '../../case/history.ts'
import type { PlaceRef } from '../../places/place-ref.ts'
import { answersIn } from '../../channel/questions.ts'
import { newSender, type SenderRecord } from '../../channel/sender-record.ts'
import type { Turn, ussdConversation } from '../../channel/ussd/conversation.ts'
import type { UssdHop } from '../../channel/ussd/hop.ts'
import type { Effect, Told } from '../../channel/ussd/menu.ts'
import { dayMonth, dayMonthOrNull } from '../../notices/day-month.ts'
import { inLanguage } from '../../notices/messages.ts'
import type { Commit, StoredCase } from '../../ports/cases.ts'
import { followUp } from './follow-up.ts'
import type { Needs } from '../needs.ts'
import { openCase, type Opening } from './open-case.ts'
import { scopeOf, sealedContact } from '../sealed.ts'
import { withCase } from '../sender-memory.ts'

export type Conversation = ReturnType<typeof ussdConversation<PlaceRef>>

/** What one hop is going to write; filled by effects, written once. */
export interface UssdDraft {
  hop: UssdHop
  fingerprints: readonly string[]
  language: string
  stored: StoredCase | null
  isNew: boolean
  entries: Entry[]
  contact: string | null
  sender: Commit['sender'] | null
}

type Does<D extends Effect<PlaceRef>['do']> = (
  effect: Extract<Effect<PlaceRef>, { do: D }>,
  scene: { turn: Turn<PlaceRef>; draft: UssdDraft; conversation: Conversation; needs: Needs },
) => Promise<Turn<PlaceRef>>

async function senderOf({ fingerprints }: UssdDraft, { senders, now }: Needs) {
  const [fingerprint = ''] = fingerprints
  const before = await senders.find(fingerprints)
  return { before, sender: before ? { ...before, fingerprint } : newSender(fingerprint, now) }
}

const moved = (before: SenderRecord | null, after: SenderRecord) => ({
  before,
  after,
})

/** A case with what the phone may later write about; S2 leaves no trace on the sender item. */
async function opens(
  draft: UssdDraft,
  needs: Needs,
  opening: Omit<Opening, 'channel' | 'phone' | 'language' | 'receivedAt'>,
) {
  const stored = await openCase(
    { ...opening, channel: 'ussd', phone: draft.hop.phone, language: draft.language, receivedAt: needs.now },
    needs,
  )
  draft.stored = stored
  draft.isNew = true
  if (stored.caseFile.lane === 'S2') return stored
  const { before, sender } = await senderOf(draft, needs)
  const [digest = ''] = await needs.vault.fingerprints(JSON.stringify(['text', draft.hop.phone, opening.words]))
  draft.sender = moved(before, withCase(sender, stored.caseFile.reference, digest, needs.now))
  return stored
}

type After = { turn: Turn<PlaceRef>; conversation: Conversation } & { needs: Needs }
const shownAfter = ({ turn, conversation, needs }: After, stored: StoredCase) =>
  conversation.opened(
    turn,
    stored.caseFile.reference,
    dayMonthOrNull(stored.caseFile.promisedAt, needs.programme.calendar),
  )

const told = (told: Told<PlaceRef>, now: string): Entry[] => {
  if (told.what === 'consent') return [entry('consent-given', now, complainant, { consent: told.consent })]
  if (told.what === 'place') return [entry('place-given', now, complainant, { place: told.place })]
  return answerLines(answersIn(told), now)
}

const does: { [D in Effect<PlaceRef>['do']]: Does<D> } = {
  open: async ({ kind, integrity, words }, scene) => {
    // Consent is asked next: until it is given no number is kept.
    const lane = integrity ? ({ lane: 'S1' } as const) : {}
    const stored = await opens(scene.draft, scene.needs, { kind, words, consent: 'none', inSession: true, ...lane })
    return shownAfter(scene, stored)
  },
  'open-call': async ({ kind, integrity, consent }, scene) => {
    const lane = integrity ? ({ lane: 'S1' } as const) : {}
    const stored = await opens(scene.draft, scene.needs, { kind, words: null, consent, callMe: true, ...lane })
    return shownAfter(scene, stored)
  },
  'open-protection': async ({ danger }, scene) => {
    const opening = { kind: 'complaint', words: null, consent: 'none', inSession: true, lane: 'S2' } as const
    const stored = await opens(scene.draft, scene.needs, opening)
    if (danger) scene.draft.entries.push(...answerLines({ danger }, scene.needs.now))
    return shownAfter(scene, stored)
  },
  tell: async (effect, { turn, draft, needs }) => {
    const { reference } = turn.state
    draft.stored ??= reference ? await needs.cases.load(reference) : null
    if (!draft.stored) return turn
    const { caseFile } = draft.stored
    draft.entries.push(...told(effect.told, needs.now))
    if (effect.told.what === 'consent' && effect.told.consent !== 'none')
      draft.contact = await needs.vault.seal(scopeOf(caseFile.lane), caseFile.reference, sealedContact(draft.hop.phone))
    return turn
  },
  'count-danger-key': async (_, { turn, needs }) => {
    await needs.tallies.count('danger-key', needs.now.slice(0, 10))
    return turn
  },
  'follow-up': async ({ reference }, { turn, draft, conversation, needs }) => {
    const [who = ''] = draft.fingerprints
    const found = await followUp(reference, who, needs)
    if (found === 'unknown' || found === 'too-many-tries') return conversation.followedUp(turn.state, found)
    const { sms } = inLanguage(needs.programme.messages, turn.state.language)
    const { answer, stage, receivedAt, promisedAt } = found
    return conversation.followedUp(turn.state, {
      stage,
      received: dayMonth(receivedAt, needs.programme.calendar),
      date: dayMonthOrNull(promisedAt, needs.programme.calendar),
      answer: answer && sms[answer.template]({ reference: found.reference, text: answer.words }),
    })
  },
  language: async ({ language }, { turn, draft, needs }) => {
    const { before, sender } = await senderOf(draft, needs)
    draft.sender = moved(before, { ...sender, language })
    draft.language = language
    return turn
  },
}

export const applyEffect = (effect: Effect<PlaceRef>, scene: Parameters<Does<'open'>>[1]): Promise<Turn<PlaceRef>> => {
  const apply = does[effect.do] as (
    effect: Effect<PlaceRef>,
    scene: Parameters<Does<'open'>>[1],
  ) => Promise<Turn<PlaceRef>>
  return apply(effect, scene)
}

/** What the hop writes; with the last screen the case's stay in its session ends. */
export function draftCommit(draft: UssdDraft, end: boolean, now: string): Commit {
  const { stored, isNew, contact, sender } = draft
  const last = end && stored?.caseFile.inSession ? [entry('session-ended', now, complainant, { cut: false })] : []
  const entries = [...draft.entries, ...last]
  const about = sender ? { sender } : {}
  if (!stored || (!isNew && entries.length === 0)) return about
  if (!isNew)
    return { ...about, append: [{ before: stored.caseFile, entries, ...(contact ? { sealed: { contact } } : {}) }] }
  const caseFile = entries.reduce(fold, stored.caseFile)
  return { ...about, open: { caseFile, sealed: { ...stored.sealed, contact: contact ?? stored.sealed.contact } } }
}
