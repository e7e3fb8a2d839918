import { asciiDigits } from '../digits.ts'
import { noWords } from '../no-words.ts'
import { readReference } from '../read-reference.ts'
import { afterPlace, callers, firstQuestion, type Move } from './menu.ts'
import type { Verdict } from '../sms-intent.ts'
import type { SmsCommands } from '../sms-words.ts'
import type { Ask, Step, UssdState } from './state.ts'

/** What a programme brings to the conversation: its languages, fallback first, and the places asked for. */
export interface UssdOptions<Place> {
  languages: readonly { code: string; smsName: string }[]
  /** At most eight: four to a screen, and never more than two screens. */
  places: readonly { label: string; place: Place }[]
  /** What people greet, thank and ask with. */
  commands: SmsCommands
}

const placesPerScreen = 4

/** The places of one screen of the menu, from 0, and whether another follows. */
export function placesOn<Place>(places: UssdOptions<Place>['places'], page: number) {
  const rest = places.slice(page * placesPerScreen)
  return { shown: rest.slice(0, placesPerScreen), more: rest.length > placesPerScreen }
}

/** The key a person means by ` 1. ` or `١`; null for anything that is not a number. */
export function menuKey(typed: string): string | null {
  const bare = asciiDigits(typed).replaceAll(/[\s\p{P}\p{Cf}]/gu, '')
  return /^[0-9]+$/.test(bare) ? bare : null
}

const isBlank = (typed: string): boolean => /^[\s\p{Cf}]*$/u.test(typed)

const verdicts: Readonly<Record<string, Verdict>> = { 1: 1, 2: 2, 3: 3 }

/** The screen that takes the answer to each question of ours. */
const asking: Readonly<Record<Ask['is'], Step>> = { verdict: 'verdict', words: 'reply', caller: 'caller' }

/** Back, without an answer: the next time the key shows the next question. */
function leaving({ ask, asks = [] }: UssdState): Move<never> {
  const [next, ...rest] = asks
  return { go: 'home', ...(ask && next ? { set: { ask: next, asks: [...rest, ask] } } : {}) }
}

const replying = (ask: Ask | undefined, typed: string): Move<never> | null =>
  ask && !isBlank(typed)
    ? {
        go: 'receipt-reply',
        set: { reference: ask.reference },
        effect: { do: 'reply', reference: ask.reference, words: typed },
      }
    : null

const following = (reference: string | null): Move<never> => ({
  go: 'follow-up',
  set: { reference, page: 0 },
  effect: { do: 'follow-up', reference },
})

type FreeMove<Place> = (state: UssdState, typed: string, key: string | null) => Move<Place> | null

/** Where free text, and the menus that depend on the state or the programme, lead; null: not understood. */
export function freeMoves<Place>(options: UssdOptions<Place>): Partial<Record<Step, FreeMove<Place>>> {
  const { languages, places, commands } = options
  if (places.length > 2 * placesPerScreen) throw new RangeError('two screens hold eight places')
  return {
    home: ({ ask }, _typed, key) => {
      if (key === '7' && ask) return { go: asking[ask.is] }
      return key === '9' && languages.length > 1 ? { go: 'language' } : null
    },
    verdict: (state, _typed, key) => {
      const { ask } = state
      if (key === '0') return leaving(state)
      const score = verdicts[key ?? '']
      return score && ask ? { go: 'why', effect: { do: 'verdict', reference: ask.reference, score } } : null
    },
    why: ({ ask }, typed, key) =>
      ask && key === '0' ? { go: 'receipt-reply', set: { reference: ask.reference } } : replying(ask, typed),
    reply: (state, typed, key) => (key === '0' ? leaving(state) : replying(state.ask, typed)),
    caller: (state, _typed, key) => {
      const { ask } = state
      if (key === '0') return leaving(state)
      const consent = callers[key ?? '']
      if (!consent || !ask) return null
      const { reference } = ask
      return { go: 'receipt-reply', set: { reference }, effect: { do: 'caller', reference, consent } }
    },
    words: ({ kind, lane, stopped }, typed, key) => {
      if (key === '0') return { go: 'call-who' }
      const none = noWords(typed, commands)
      const said = kind ?? 'complaint'
      if (isBlank(typed) || (none === 'nothing' && said !== 'thanks')) return null
      if (none !== null && none !== 'nothing') return following(none.follows)
      return {
        go: firstQuestion(said, stopped),
        effect: { do: 'open', kind: said, integrity: lane === 'integrity', words: typed },
      }
    },
    'call-who': ({ kind, lane }, _typed, key) => {
      if (key === '0') return { go: 'words' }
      const consent = callers[key ?? '']
      if (!consent) return null
      const effect = { do: 'open-call', kind: kind ?? 'complaint', integrity: lane === 'integrity', consent } as const
      return { go: 'receipt-call', effect }
    },
    place: (state, _typed, key) => {
      const { shown, more } = placesOn(places, state.page)
      if (key === '1') return { go: afterPlace(state) }
      if (key === String(shown.length + 2))
        return more ? { go: 'place', set: { page: state.page + 1 } } : { go: afterPlace(state) }
      const choice = key === null ? undefined : shown[Number(key) - 2]
      return choice
        ? { go: afterPlace(state), effect: { do: 'tell', told: { what: 'place', place: choice.place } } }
        : null
    },
    language: (_state, _typed, key) => {
      if (key === '0') return { go: 'home' }
      const chosen = key === null ? undefined : languages[Number(key) - 1]
      return chosen
        ? { go: 'home', set: { language: chosen.code }, effect: { do: 'language', language: chosen.code } }
        : null
    },
    'follow-up': (_state, typed, key) => {
      if (key === '0') return { go: 'home' }
      if (!/[0-9]/.test(asciiDigits(typed))) return null
      return following(readReference(typed))
    },
    // Any other key shows the same page again: the words of an answer are never kept in the session.
    answer: ({ reference, page }, _typed, key) => ({
      go: 'answer',
      set: { page: key === '1' ? page + 1 : page },
      effect: { do: 'follow-up', reference },
    }),
  }
}
