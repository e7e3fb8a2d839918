import type { Consent, Kind } from '../message.ts'
import type { Step, UssdState } from './state.ts'

/** What a screen's answer asks of the world behind it. Only `open` carries words. */
export type Effect<Place> =
  /** Words arrived: make the case now; later answers are appended to it. */
  | { do: 'open'; kind: Kind; integrity: boolean; words: string }
  /** "I do not write": a case whose next action is a call. */
  | { do: 'open-call'; kind: Kind; integrity: boolean; consent: Caller }
  /** Key 4, 1 and one answer make a protection case; `danger` null: not said. */
  | { do: 'open-protection'; danger: 'yes' | 'no' | null }
  | { do: 'tell'; told: Told<Place> }
  | { do: 'count-danger-key' }
  /** Null: what was typed is no reference; answer « unknown » as for one that does not exist. */
  | { do: 'follow-up'; reference: string | null }
  | { do: 'language'; language: string }

/** Facts given after the case was made. */
export type Told<Place> =
  | { what: 'consent'; consent: Consent }
  | { what: 'place'; place: Place }
  | { what: 'person'; person: 'woman' | 'man' | 'girl' | 'boy' | 'child' | 'adult' }
type Caller = Extract<Consent, 'call' | 'call-woman' | 'call-man'>

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
const person = (said: Extract<Told<never>, { what: 'person' }>['person'], go: Step): Move<never> => ({
  go,
  effect: { do: 'tell', told: { what: 'person', person: said } },
})
const danger = (said: 'yes' | 'no' | null): Move<never> => ({
  go: 'place',
  effect: { do: 'open-protection', danger: said },
})

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
  person: {
    1: { go: 'receipt' },
    2: person('woman', 'receipt'),
    3: person('man', 'receipt'),
    4: person('girl', 'receipt'),
    5: person('boy', 'receipt'),
  },
  sensitive: {
    1: { go: 'danger', set: { lane: 'protection', kind: 'complaint' } },
    2: { go: 'words', set: { lane: 'integrity', kind: 'complaint' } },
    0: { go: 'home' },
  },
  danger: { 1: danger(null), 2: danger('yes'), 3: danger('no'), 0: { go: 'sensitive' } },
  age: { 1: { go: 'call' }, 2: person('child', 'call'), 3: person('adult', 'call') },
  call: {
    1: consent('none', 'receipt-protection'),
    2: consent('call-woman', 'receipt-protection'),
    3: consent('call-man', 'receipt-protection'),
  },
}

/** Who may call somebody who does not write. */
export const callers: Record<string, Caller> = { 1: 'call', 2: 'call-woman', 3: 'call-man' }

const afterWords: Partial<Record<Kind, Step>> = { thanks: 'place' }
/** Consent comes first, so that it is known even if the session is cut; thanks need no way back. */
export const firstQuestion = (said: Kind): Step => afterWords[said] ?? 'consent'

/** At most three screens after the words: a second page of places takes the room of the last question. */
export function afterPlace(state: UssdState): Step {
  if (state.lane === 'protection') return 'age'
  if (state.kind === 'thanks') return 'receipt-thanks'
  return state.page === 0 ? 'person' : 'receipt'
}
