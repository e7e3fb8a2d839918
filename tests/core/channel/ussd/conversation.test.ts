import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { ussdConversation, type FollowUp, type Turn } from '../../../../core/channel/ussd/conversation.ts'
import type { Effect } from '../../../../core/channel/ussd/menu.ts'
import { render } from '../../../../core/channel/ussd/screen.ts'
import { UssdState } from '../../../../core/channel/ussd/state.ts'
import { segments } from '../../../../core/notices/gsm7.ts'
import { mali } from '../../../../programme/mali.ts'
import { settings } from '../../../../programme/settings.ts'

const { commands, messages } = mali
type Place = (typeof settings.ussdPlaces)[number]['place']
const ussd = ussdConversation<Place>({ languages: messages.languages, places: settings.ussdPlaces, commands })
const texts = messages.languages[0].ussd
const reference = '4829137920'
const words = 'Le forage de Menaka * est en panne #2'
const inHand: FollowUp = { stage: 'in-hand', received: '07/06', date: '21/06', answer: null, asks: false }

/** Types on the phone, with a handler behind it that always succeeds; stops where the session ends. */
function type(typed: readonly string[], found: FollowUp = inHand) {
  const effects: Effect<Place>[] = []
  const turns: Turn<Place>[] = [ussd.start('fr')]
  for (const answer of typed) {
    const last = turns.at(-1)
    if (!last || last.end) break
    // Between two screens the state lies in the table.
    let turn = ussd.answer(z.parse(UssdState, JSON.parse(JSON.stringify(last.state))), answer)
    const { effect } = turn
    if (effect) effects.push(effect)
    if (effect?.do.startsWith('open')) turn = ussd.opened(turn, reference, '21/06')
    if (effect?.do === 'follow-up') turn = ussd.followedUp(turn.state, found)
    turns.push(turn)
  }
  const turn = turns.at(-1) ?? ussd.start('fr')
  return { turn, turns, effects, text: render(turn, texts), screens: turns.map(({ screen }) => screen.name) }
}
const told = (effects: Effect<Place>[]) => effects.flatMap((effect) => (effect.do === 'tell' ? [effect.told] : []))

describe('a complaint by USSD', () => {
  it('ends with the reference and the date within three screens after the words, answering 1', () => {
    const { screens, effects, text } = type(['1', words, '1', '1', '1', '1', '1'])
    expect(screens).toEqual(['home', 'words', 'consent', 'place', 'person', 'receipt'])
    expect(effects).toEqual([
      { do: 'open', kind: 'complaint', integrity: false, words },
      { do: 'tell', told: { what: 'consent', consent: 'sms' } },
    ])
    expect(text).toBe(
      'END Bien noté, No 4829137920. Gardez ce numéro. Des nouvelles au plus tard le 21/06. Pour suivre: ici, choix 5.',
    )
  })

  it('keeps the words before it asks anything, exactly as typed', () => {
    const typed = `  ${'é * # 👍\n'.repeat(220)} `
    expect(type(['1', typed]).effects).toEqual([{ do: 'open', kind: 'complaint', integrity: false, words: typed }])
  })

  it('tells consent, place and person as they are given', () => {
    expect(told(type(['1', words, '2', '3', '4']).effects)).toEqual([
      { what: 'consent', consent: 'call-woman' },
      { what: 'place', place: { system: 'cod-2021', code: 'ML08' } },
      { what: 'person', person: 'girl' },
    ])
  })

  it('asks one question less when the place was on the second page', () => {
    const { screens, effects, turns } = type(['1', words, '4', '6', '3'])
    expect(screens.slice(2)).toEqual(['consent', 'place', 'place', 'receipt'])
    expect(turns[4]?.screen.params).toEqual({ labels: ['Ségou', 'Tombouctou'], more: false })
    expect(told(effects)[1]).toEqual({ what: 'place', place: { system: 'cod-2021', code: 'ML06' } })
    expect(told(type(['1', words, '4', '6', '4']).effects)).toHaveLength(1)
  })

  it.each([
    ['2', 'question'],
    ['3', 'suggestion'],
    ['6', 'thanks'],
  ])('key %s says %s', (key, kind) => {
    const { effects, turn } = type([key, words, '1', '1', '1'])
    expect(effects[0]).toMatchObject({ do: 'open', kind })
    expect(turn.end).toBe(true)
  })

  it('never shows more than three screens after the words, whatever is typed that is understood', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('1', '2', '3', '6'),
        fc.array(fc.constantFrom('1', '2', '3', '4', '5', '6'), { minLength: 12 }),
        (kind, keys) => {
          const { turns, turn } = type([kind, words, ...keys])
          expect(turn.end).toBe(true)
          const asked = turns.slice(2).filter(({ hint, end }) => !hint && !end)
          expect(asked.length).toBeLessThanOrEqual(3)
        },
      ),
    )
  })
})

describe('somebody who does not write', () => {
  it('is called by whom they choose, after one key', () => {
    const { effects, text } = type(['1', '0', '2'])
    expect(effects).toEqual([{ do: 'open-call', kind: 'complaint', integrity: false, consent: 'call-woman' }])
    expect(text).toContain('Une personne vous appellera au plus tard le 21/06')
    expect(type(['2', ' ٠ ', '1']).effects).toMatchObject([{ kind: 'question', consent: 'call' }])
    expect(type(['1', '0', '0']).screens.at(-1)).toBe('words')
  })
})

describe('abuse or danger', () => {
  it('makes a protection case of 4, 1 and one answer, and ends without SMS after the shortest path', () => {
    const { effects, screens, text, turn } = type(['4', '1', '1', '1', '1', '1', '1'])
    expect(screens).toEqual(['home', 'sensitive', 'danger', 'place', 'age', 'sought', 'call', 'receipt-protection'])
    expect(effects).toEqual([
      { do: 'count-danger-key' },
      { do: 'open-protection', danger: null },
      { do: 'tell', told: { what: 'consent', consent: 'none' } },
    ])
    expect(text).toMatch(/^END .*4829137920/)
    expect(turn.state.date).toBeNull()
  })

  it('only counts key 4 alone, and 4 then 1', () => {
    expect(type(['4', '1']).effects).toEqual([{ do: 'count-danger-key' }])
    expect(type(['4', '1', '0', '0']).turn).toMatchObject({ state: { reference: null }, screen: { name: 'home' } })
  })

  it('never asks for words', () => {
    const { effects } = type(['4', '1', '2', '5', '2', '2', '2'])
    expect(effects.some((effect) => effect.do === 'open')).toBe(false)
    expect(told(effects)).toEqual([
      { what: 'place', place: { system: 'cod-2021', code: 'ML05' } },
      { what: 'person', person: 'child' },
      { what: 'sought', sought: 'care' },
      { what: 'consent', consent: 'call-woman' },
    ])
    expect(effects[1]).toEqual({ do: 'open-protection', danger: 'yes' })
  })

  it('goes on with words where money or a favour was asked, and promises no date', () => {
    const { effects, text } = type(['4', '2', words, '1', '1', '1'])
    expect(effects[1]).toEqual({ do: 'open', kind: 'complaint', integrity: true, words })
    expect(text).toMatch(/^END .*4829137920/)
    expect(text).not.toContain('21/06')
  })

  it('returns to the ordinary line after going back', () => {
    expect(type(['4', '1', '0', '0', '1', words]).effects.at(-1)).toMatchObject({ do: 'open', integrity: false })
  })
})

describe('follow-up', () => {
  it('shows the stage and the dates', () => {
    const { effects, text } = type(['5', '4829 1379 20'])
    expect(effects).toEqual([{ do: 'follow-up', reference }])
    expect(text).toBe('END No 4829137920, venu le 07/06: nous nous en occupons. Des nouvelles au plus tard le 21/06.')
  })

  it('answers a mistyped and an unknown number alike, and lets one try again', () => {
    const mistyped = type(['5', '4829137921'], 'unknown')
    expect(mistyped.effects).toEqual([{ do: 'follow-up', reference: null }])
    expect(mistyped.turn).toMatchObject(type(['5', reference], 'unknown').turn)
    expect(mistyped.turn).toMatchObject({
      end: false,
      screen: { name: 'follow-up-unknown' },
      state: { reference: null },
    })
    expect(type(['5', '4829137921', reference], inHand).turn.end).toBe(true)
    expect(type(['5', reference], 'too-many-tries').turn.end).toBe(true)
  })

  it('reads a long answer page by page, every word of it, and keeps none in the session', () => {
    const answer = 'les soins des enfants sont de nouveau gratuits au CSCom [avis] '.repeat(6).trim()
    const { turns, turn } = type(['5', reference, '1', '9', '1', '1', '1', '1'], {
      ...inHand,
      stage: 'answered',
      answer,
    })
    const pages = turns.flatMap(({ screen }) => (screen.name === 'answer' ? [screen.params.page] : []))
    expect([...new Set(pages)].join(' ')).toBe(answer)
    expect(turn.end).toBe(true)
    for (const shown of turns) {
      expect(segments(render(shown, texts))).toMatchObject({ segments: 1 })
      expect(JSON.stringify(shown.state)).not.toContain('soins')
    }
  })

  it('shows a short answer on one last screen', () => {
    const { turn, text } = type(['5', reference], { ...inHand, answer: 'fait' })
    expect([turn.end, text]).toEqual([true, 'END fait'])
  })
})

describe('language', () => {
  it('is offered where a second one has texts, and starts again in it', () => {
    const { effects, turn } = type(['9', '2'])
    expect(effects).toEqual([{ do: 'language', language: 'bm' }])
    expect(turn).toMatchObject({ state: { step: 'home', language: 'bm' } })
    const alone = ussdConversation({ languages: messages.languages.slice(0, 1), places: [], commands })
    expect(alone.start('fr').screen.params).toEqual({ languages: false, reply: false })
    expect(alone.answer(alone.start('fr').state, '9').hint).toBe(true)
  })
})

describe('what is typed on a keypad', () => {
  it.each([' 1. ', '1)', '١', '1#', '۱'])('takes %j for 1', (typed) => {
    expect(type([typed]).screens.at(-1)).toBe('words')
  })

  it.each(['', ' ', '7', 'x', '11', '01', '*', '0'])('shows home again with a hint for %j', (typed) => {
    const { turn, text, effects } = type([typed])
    expect(turn).toMatchObject({ hint: true, end: false, state: { step: 'home' } })
    expect(text).toMatch(/^CON Pas compris\. /)
    expect(effects).toEqual([])
  })

  it('makes no case of an empty message', () => {
    expect(type(['1', ' \u200b']).turn).toMatchObject({ hint: true, state: { step: 'words' } })
  })

  it('never breaks, whatever is typed, and always fits the screen', () => {
    const key = fc.oneof({ weight: 8, arbitrary: fc.nat(9).map(String) }, fc.string({ unit: 'binary' }))
    fc.assert(
      fc.property(fc.array(key, { maxLength: 12 }), (keys) => {
        for (const turn of type(keys).turns) {
          const text = render(turn, texts)
          expect(segments(text)).toMatchObject({ alphabet: 'gsm7', segments: 1 })
          expect(text.split('\n').length).toBeLessThanOrEqual(7)
          expect(text).toMatch(turn.end ? /^END / : /^CON /)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('ends cleanly when something broke behind it', () => {
    expect(render(ussd.excuse('trouble', 'fr'), texts)).toMatch(/^END /)
    const unopened = ussd.answer(ussd.answer(ussd.answer(ussd.start('fr').state, '1').state, '0').state, '1')
    expect(unopened).toMatchObject({ end: true, screen: { name: 'trouble' } })
  })

  it('holds at most eight places', () => {
    const places = Array.from({ length: 9 }, (_, index) => ({ label: String(index), place: index }))
    expect(() => ussdConversation({ languages: [], places, commands })).toThrow(RangeError)
  })
})
