import { complainant } from '../../case/actor.ts'
import { mayBeDanger } from '../../case/case-file.ts'
import { answerLines } from '../../case/answer-lines.ts'
import { type Entry, entry } from '../../case/history.ts'
import type { PlaceRef } from '../../places/place-ref.ts'
import { mayStill, spend } from '../../channel/allowances.ts'
import { answersIn } from '../../channel/questions.ts'
import type { Turn, ussdConversation } from '../../channel/ussd/conversation.ts'
import type { Effect, Told } from '../../channel/ussd/menu.ts'
import { dayMonth, dayMonthOrNull } from '../../notices/day-month.ts'
import { toGsm7 } from '../../notices/gsm7.ts'
import { inLanguage } from '../../notices/messages.ts'
import type { StoredCase } from '../../ports/cases.ts'
import { dangerSources } from './where-from.ts'
import { type FollowedUp, lookedUp } from './follow-up.ts'
import type { ReadingNeeds } from '../needs.ts'
import { scopeOf, sealedContact } from '../sealed.ts'
import { liveCases, speaksAgain } from '../silence.ts'
import { moved, opens, senderOf, type UssdDraft } from './ussd-draft.ts'
import { callerOn, replyOn, verdictOn } from './ussd-replies.ts'

export type Conversation = ReturnType<typeof ussdConversation<PlaceRef>>

type Does<D extends Effect<PlaceRef>['do']> = (
  effect: Extract<Effect<PlaceRef>, { do: D }>,
  scene: { turn: Turn<PlaceRef>; draft: UssdDraft; conversation: Conversation; needs: ReadingNeeds },
) => Promise<Turn<PlaceRef>>

type After = { turn: Turn<PlaceRef>; conversation: Conversation } & { needs: ReadingNeeds }
const shownAfter = ({ turn, conversation, needs }: After, stored: StoredCase) =>
  conversation.opened(
    turn,
    stored.caseFile.reference,
    dayMonthOrNull(stored.caseFile.promisedAt, needs.programme.calendar),
    mayBeDanger(stored.caseFile),
  )

const told = (told: Told<PlaceRef>, now: string): Entry[] => {
  if (told.what === 'consent') return [entry('consent-given', now, complainant, { consent: told.consent })]
  if (told.what === 'place') return [entry('place-given', now, complainant, { place: told.place })]
  return answerLines(answersIn(told), now)
}

/**
 * What a phone asks on the keypad counts with what it cites by SMS, on its sender item, which is written with the screen: of two at once one is
 * counted first. What it wrote itself it may always ask after.
 */
async function asked(
  reference: string | null,
  draft: UssdDraft,
  needs: ReadingNeeds,
): Promise<FollowedUp | 'unknown' | 'too-many-tries'> {
  if (reference === null) return 'unknown'
  const { before, sender } = await senderOf(draft, needs)
  const isOwn = sender.live.some((live) => live.reference === reference)
  if (!isOwn && !mayStill(sender, 'try', needs.now)) return 'too-many-tries'
  const found = await lookedUp(reference, needs)
  if (found === 'unknown') draft.sender = moved(before, spend(sender, 'try', needs.now))
  return found
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
    const sources = await dangerSources({ phone: scene.draft.hop.phone }, scene.needs)
    const opening = { kind: 'complaint', words: null, consent: 'none', inSession: true, lane: 'S2', sources } as const
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
  start: async (_, scene) => {
    const { turn, draft, needs } = scene
    await does.tell({ do: 'tell', told: { what: 'consent', consent: 'sms' } }, scene)
    const { before, sender } = await senderOf(draft, needs)
    const others = await liveCases(sender, needs, (reference) => reference !== turn.state.reference)
    const back = others.map((other) => speaksAgain(other, draft.hop.phone, complainant, needs))
    draft.also = (await Promise.all(back)).flat()
    draft.sender = moved(before, { ...sender, optedOut: false })
    return turn
  },
  'count-danger-key': async (_, { turn, needs }) => {
    await needs.tallies.count('danger-key', needs.now.slice(0, 10))
    return turn
  },
  'follow-up': async ({ reference }, { turn, draft, conversation, needs }) => {
    const found = await asked(reference, draft, needs)
    if (found === 'unknown' || found === 'too-many-tries') return conversation.followedUp(turn.state, found)
    const { sms } = inLanguage(needs.programme.messages, turn.state.language)
    const { answer, stage, receivedAt, promisedAt, asks } = found
    return conversation.followedUp(turn.state, {
      stage,
      received: dayMonth(receivedAt, needs.programme.calendar),
      date: dayMonthOrNull(promisedAt, needs.programme.calendar),
      asks,
      answer: answer && toGsm7(sms[answer.template]({ reference: found.reference, text: answer.words })),
    })
  },
  verdict: ({ reference, score }, scene) => verdictOn(reference, score, scene),
  reply: ({ reference, words }, scene) => replyOn(reference, words, scene),
  caller: ({ reference, consent }, scene) => callerOn(reference, consent, scene),
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
