import { describe, expect, test } from 'vitest'
import { floodSources, floodWindow, standsInFlood } from '../../../core/routing/flood.ts'
import type { EntryOf } from '../../../core/case/history.ts'
import { entry } from '../../../core/case/history.ts'
import { system } from '../../../core/case/actor.ts'
import { after, answered, assessed, focalPoint, later, monday, opened } from '../../support/case-builder.ts'

const keys = (form: Partial<Parameters<typeof floodSources>[0]>) =>
  floodSources({ phone: null, address: '192.0.2.1', text: 'Le puits est à sec', ...form }).map(({ key }) => key)

describe('what a form is counted under', () => {
  test('alike words of different phones behind one address share nothing: they are people', () => {
    const [one, two] = ['+22370000001', '+22370000002'].map((phone) => keys({ phone }))
    expect(one).toHaveLength(1)
    expect(one).not.toEqual(two)
  })

  test('one phone is one, whatever it says and from wherever', () => {
    const phone = '+22370000001'
    expect(keys({ phone })).toEqual(keys({ phone, address: '198.51.100.7', text: 'Autre chose' }))
  })

  test('without a phone: the words of that address, read without capitals, accents, marks and figures, and the address', () => {
    const [words, address] = keys({})
    expect(keys({ text: 'LE PUITS 12, est a sec !!!' })).toEqual([words, address])
    expect(keys({ text: 'La classe est fermée' })).not.toContain(words)
    expect(keys({ text: 'La classe est fermée' })).toContain(address)
    expect(keys({ address: '198.51.100.7' })).not.toContain(address)
  })
})

test.each([
  ['2027-06-07T09:59:59.999Z', 1, '2027-06-07T09:00:00.000Z', '2027-06-07T10:00:00.000Z'],
  ['2027-06-07T10:00:00.000Z', 1, '2027-06-07T10:00:00.000Z', '2027-06-07T11:00:00.000Z'],
  ['2027-06-07T23:30:00.000Z', 24, '2027-06-07T00:00:00.000Z', '2027-06-08T00:00:00.000Z'],
])('%s lies in the stretch of %i hours from %s', (now, hours, from, until) => {
  expect(floodWindow(now, hours)).toEqual({ from, until })
})

describe('a marked case stands with its flood', () => {
  const marked = (change: Partial<EntryOf<'received'>> = {}) =>
    after(
      opened({ channel: 'web', ...change }),
      entry('flooded', later(monday, 1), system, { group: '4829137996', from: 'phone' }),
    )
  const ordinary = { place: null, category: null, sensitive: false }

  test('until a person does anything about it, or says that they are people', () => {
    expect(standsInFlood(marked())).toBe(true)
    expect(standsInFlood(assessed(marked(), 'N1'))).toBe(false)
    expect(standsInFlood(answered(assessed(marked(), 'N1')))).toBe(false)
    expect(standsInFlood(after(marked(), entry('flood-lifted', later(monday, 2), focalPoint, {})))).toBe(false)
    expect(standsInFlood(after(marked(), entry('merged', later(monday, 2), focalPoint, { lead: '4829137920' })))).toBe(false) // prettier-ignore
  })

  test('until it has escalated: who has it then sees every one', () => {
    const escalated = entry('escalated', later(monday, 400), system, { from: 0, to: 1, region: 'gao', nextAt: monday })
    expect(standsInFlood(after(marked(), escalated))).toBe(false)
  })

  test('never where its words may mean S or a danger, or nobody could read them, at once or since', () => {
    expect(standsInFlood(marked({ suggested: { ...ordinary, sensitive: true } }))).toBe(false)
    expect(standsInFlood(marked({ suggested: { ...ordinary, level: 'N2' } }))).toBe(false)
    expect(standsInFlood(marked({ suggested: { ...ordinary, unread: true } }))).toBe(false)
    expect(standsInFlood(marked({ lane: 'P' }))).toBe(false)
    const since = entry('corrected', later(monday, 2), focalPoint, {
      lane: 'N',
      suggested: { ...ordinary, level: 'N2' },
    })
    expect(standsInFlood(after(marked(), since))).toBe(false)
  })
})
