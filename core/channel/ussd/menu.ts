import { type Caller, callersByDigit, type Consent, type Kind } from '../message.ts'
import type { Verdict } from '../sms-intent.ts'
import { askedByKeypad, type AnswerTo, type QuestionName, questions } from '../questions.ts'
import type { Step, UssdState } from './state.ts'

/** What a screen's answer asks of the world behind it. Only `open` carries words. */
export type Effect<Place> =
  /** Words arrived: make the case now; later answers are appended to it. */
  | { do: 'open'; kind: Kind; integrity: boolean; words: string }
  /** "I do not write": a case whose next action is a call. */
  | { do: 'open-call'; kind: Kind; integrity: boolean; consent: Caller }
  /** Key 4, 1 and one answer make a protection case; `danger` null: not said. */
  | { do: 'open-protection'; danger: AnswerTo<'danger'> | null }
  | { do: 'tell'; told: Told<Place> }
  /** START, from this phone: SMS again, for this case and all its others. */
  | { do: 'start' }
  | { do: 'count-danger-key' }
  /** Null: what was typed is no reference; answer « unknown » as for one that does not exist. */
  | { do: 'follow-up'; reference: string | null }
  | { do: 'language'; language: string }
  /** What somebody says of an answer, words for a question of ours, and who may call. */
  | { do: 'verdict'; reference: string; score: Verdict }
  | { do: 'reply'; reference: string; words: string }
  | { do: 'caller'; reference: string; consent: Caller }

/** Facts given after the case was made. */
export type Told<Place> =
  | { what: 'consent'; consent: Consent }
  | { what: 'place'; place: Place }
  | { [Q in QuestionName]: { what: Q } & Record<Q, string> }[QuestionName]

/** Where a key leads. */
export interface Move<Place> {
  go: Step
  set?: Partial<UssdState>
  effect?: Effect<Place>
}

const kind = (said: Kind): Move<never> => ({ go: 'words', set: { kind: said, lane: 'ordinary' } })
const consent = (given: Consent, go: Step): Move<never> => ({
  go,
  effect: { do: 'tell', told: { what: 'consent', consent: given } },
})
const answer = (name: QuestionName, said: string, go: Step): Move<never> => ({
  go,
  effect: { do: 'tell', told: { what: name, [name]: said } as Told<never> },
})
const danger = (said: AnswerTo<'danger'> | null): Move<never> => ({
  go: 'place',
  effect: { do: 'open-protection', danger: said },
})

/** Key 1 says nothing, the answers follow from 2. */
const keys = (moves: readonly Move<never>[]) => Object.fromEntries(moves.map((move, index) => [index + 1, move]))

/** Questions one after the other, and where the last of them leads. */
function oneByOne(asked: ReturnType<typeof askedByKeypad>, end: Step) {
  const screens = asked.map(({ name, screen, answers }, index) => {
    const go = asked[index + 1]?.screen ?? end
    return [screen, keys([{ go }, ...answers.map((said) => answer(name, said, go))])] as const
  })
  return { first: asked[0]?.screen ?? end, menus: Object.fromEntries(screens) }
}

const ordinary = oneByOne(askedByKeypad('N'), 'receipt')
/** Danger is asked before, since it makes the case. */
const ofProtection = oneByOne(
  askedByKeypad('S2').filter(({ name }) => name !== 'danger'),
  'call',
)

/** The fixed menus: 1 is always a sound and least revealing answer, 0 goes back while nothing has been kept. */
export const menus: Partial<Record<Step, Record<string, Move<never>>>> = {
  home: {
    1: kind('complaint'),
    2: kind('question'),
    3: kind('suggestion'),
    4: { go: 'sensitive', effect: { do: 'count-danger-key' } },
    5: { go: 'follow-up' },
    6: kind('thanks'),
  },
  consent: {
    1: consent('sms', 'place'),
    2: consent('call-woman', 'place'),
    3: consent('call-man', 'place'),
    4: consent('none', 'place'),
  },
  // Habit presses 1: after STOP that stays without SMS.
  'consent-stopped': {
    1: consent('none', 'place'),
    2: consent('call-woman', 'place'),
    3: consent('call-man', 'place'),
    4: { go: 'place', effect: { do: 'start' } },
  },
  ...ordinary.menus,
  sensitive: {
    1: { go: 'danger', set: { lane: 'protection', kind: 'complaint' } },
    2: { go: 'words', set: { lane: 'integrity', kind: 'complaint' } },
    0: { go: 'home' },
  },
  danger: { ...keys([null, ...questions.danger.lanes.S2].map(danger)), 0: { go: 'sensitive' } },
  ...ofProtection.menus,
  call: {
    1: consent('none', 'receipt-protection'),
    2: consent('call-woman', 'receipt-protection'),
    3: consent('call-man', 'receipt-protection'),
  },
}

/** Who may call somebody who does not write. */
export const callers: Readonly<Record<string, Caller>> = callersByDigit

const afterWords: Partial<Record<Kind, Step>> = { thanks: 'place' }
/** Consent comes first, so that it is known even if the session is cut; thanks need no way back. */
export const firstQuestion = (said: Kind, stopped = false): Step =>
  afterWords[said] ?? (stopped ? 'consent-stopped' : 'consent')

/** At most three screens after the words: a second page of places takes the room of the last question. */
export function afterPlace(state: UssdState): Step {
  if (state.lane === 'protection') return ofProtection.first
  if (state.kind === 'thanks') return 'receipt-thanks'
  return state.page === 0 ? ordinary.first : 'receipt'
}
