import { freeMoves, menuKey, placesOn, type UssdOptions } from './free-moves.ts'
import { menus, type Effect } from './menu.ts'
import { ussdPages } from './pages.ts'
import type { Screen, Stage } from './screen.ts'
import type { Ask, Step, UssdState } from './state.ts'

/** One answer to the phone. Carry out `effect`, give what it needs back (`opened`, `followedUp`), then show `screen`. */
export interface Turn<Place> {
  state: UssdState
  screen: Screen
  end: boolean
  /** The key meant nothing: the screen is shown again and says so. */
  hint: boolean
  effect: Effect<Place> | null
}

/** What a follow-up may show: the stage and two dates (`dd/mm`), and at N levels the answer as its SMS reads; `asks`: its verdict is awaited. */
export type FollowUp =
  | { stage: Stage; received: string; date: string | null; answer: string | null; asks: boolean }
  | 'unknown'
  | 'too-many-tries'

/** Why there may be no screen: something broke behind it, or more came than a session can type. */
export type Excuse = 'trouble' | 'too-long'

/** The USSD conversation as pure steps over a small state. Throws a RangeError where two screens cannot hold the places. */
export function ussdConversation<Place>(options: UssdOptions<Place>) {
  const { languages, places } = options

  function screenOf(state: UssdState): Screen {
    const { step, reference, date, danger = false } = state
    if (step === 'home')
      return { name: 'home', params: { languages: languages.length > 1, reply: state.ask !== undefined } }
    if (step === 'verdict' || step === 'reply' || step === 'caller')
      return state.ask ? { name: step, params: { reference: state.ask.reference } } : { name: 'trouble', params: {} }
    if (step === 'language') return { name: 'language', params: { names: languages.map(({ smsName }) => smsName) } }
    if (step === 'place') {
      const { shown, more } = placesOn(places, state.page)
      return { name: 'place', params: { labels: shown.map(({ label }) => label), more } }
    }
    if (step === 'answer' || step === 'done') return { name: 'trouble', params: {} }
    if (step === 'receipt' && danger && reference !== null)
      return { name: 'receipt-danger', params: { reference, date } }
    if (step === 'receipt' || step === 'receipt-call')
      return reference === null ? { name: 'trouble', params: {} } : { name: step, params: { reference, date } }
    if (step === 'receipt-thanks' || step === 'receipt-reply')
      return reference === null ? { name: 'trouble', params: {} } : { name: step, params: { reference } }
    if (step === 'receipt-protection')
      return reference === null ? { name: 'trouble', params: {} } : { name: step, params: { reference, care: [] } }
    return { name: step, params: {} }
  }

  const isEnd = (step: Step): boolean => step.startsWith('receipt') || step === 'done'
  const turn = (state: UssdState, effect: Effect<Place> | null = null, hint = false): Turn<Place> => ({
    state,
    screen: screenOf(state),
    end: isEnd(state.step),
    hint,
    effect,
  })
  const shown = (state: UssdState, screen: Screen, end: boolean): Turn<Place> => ({
    state,
    screen,
    end,
    hint: false,
    effect: null,
  })

  const fresh = (language: string, [ask, ...asks]: readonly Ask[] = [], stopped = false): UssdState => ({
    step: 'home',
    language,
    kind: null,
    lane: 'ordinary',
    reference: null,
    date: null,
    page: 0,
    ...(ask ? { ask, asks } : {}),
    ...(stopped ? { stopped } : {}),
  })

  const moves = freeMoves(options)

  return {
    /** The first screen of a session; `stopped`: this phone said STOP. */
    start: (language: string, asks: readonly Ask[] = [], stopped = false): Turn<Place> =>
      turn(fresh(language, asks, stopped)),

    /** The next screen. `typed` is one answer as it came, never all of them. */
    answer(state: UssdState, typed: string): Turn<Place> {
      if (state.step === 'done') return turn(fresh(state.language, [], state.stopped))
      const key = menuKey(typed)
      const move = moves[state.step]?.(state, typed, key) ?? menus[state.step]?.[key ?? '']
      if (!move) return turn(state, null, !isEnd(state.step))
      return turn({ ...state, ...move.set, step: move.go }, move.effect ?? null)
    },

    /** After an `open…` effect: the case is in the table. `date` is `dd/mm`; an S case promises none. */
    opened: ({ state }: Turn<Place>, reference: string, date: string | null, danger = false): Turn<Place> =>
      turn({ ...state, reference, date: state.lane === 'ordinary' ? date : null, ...(danger ? { danger } : {}) }),

    /** After a `reply` effect, or a verdict that ended the case. Words that opened a case of their own have its number and date. */
    replied: ({ state }: Turn<Place>, reference: string, danger: { date: string | null } | null): Turn<Place> =>
      turn({
        ...state,
        step: danger ? 'receipt' : 'receipt-reply',
        reference,
        ...(danger ? { danger: true, ...danger } : {}),
      }),

    /** After a `follow-up` effect; `state` is the turn's. */
    followedUp(state: UssdState, result: FollowUp): Turn<Place> {
      const done: UssdState = { ...state, step: 'done' }
      if (result === 'too-many-tries') return shown(done, { name: 'follow-up-too-many', params: {} }, true)
      if (result === 'unknown' || state.reference === null)
        return shown({ ...state, step: 'follow-up', reference: null }, { name: 'follow-up-unknown', params: {} }, false)
      const { answer, asks, ...seen } = result
      if (answer === null) return shown(done, { name: 'stage', params: { reference: state.reference, ...seen } }, true)
      const pages = ussdPages(answer)
      const more = state.page < pages.length - 1
      const screen: Screen = { name: 'answer', params: { page: pages[state.page] ?? '', more } }
      if (more) return shown({ ...state, step: 'answer' }, screen, false)
      // Its last words ask for 1, 2 or 3: that is answered here.
      const ask = { reference: state.reference, is: 'verdict' } as const
      return asks ? shown({ ...state, step: 'verdict', ask }, screen, false) : shown(done, screen, true)
    },

    /** No screen can be made: an END that says so, so that the session closes cleanly. */
    excuse: (name: Excuse, language: string): Turn<Place> =>
      shown({ ...fresh(language), step: 'done' }, { name, params: {} }, true),
  }
}
