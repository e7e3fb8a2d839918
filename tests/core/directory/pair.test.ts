import { expect, test } from 'vitest'
import { newMember, type Member } from '../../../core/directory/member.ts'
import { isKeptOut, isUntrained, mayConfirm, seatRefused, trainingsEnding } from '../../../core/directory/pair.ts'
import type { Seat } from '../../../core/directory/seat.ts'

const on = '2027-06-07'
const limits = { members: 2, standIns: 2 }
const seat = (over: Partial<Seat> = {}): Seat => ({ as: 'member', woman: true, how: 'member', at: null, ...over })
const one = (id: string, over: Partial<Member> = {}): Member =>
  newMember({ id, name: id, role: 'protection', pseaOn: '2027-01-10', inPair: seat(), ...over })
const lapsed = { pseaOn: '2026-01-10' }

test('a seat that nobody confirmed opens nothing, a lapsed training only while no trained colleague is there', () => {
  expect(isKeptOut(one('a', { inPair: null }), [], on)).toBe(true)
  expect(isKeptOut(one('a'), [one('a')], on)).toBe(false)
  const a = one('a', lapsed)
  expect(isKeptOut(a, [a, one('b')], on)).toBe(true)
  for (const over of [lapsed, { active: false }, { inPair: null }, { role: 'integrity' } as const])
    expect(isKeptOut(a, [a, one('b', over)], on)).toBe(false)
  const away = { absence: { fromOn: on, untilOn: on, deputy: 'x' } }
  expect(isKeptOut(a, [a, one('b', away)], on)).toBe(false)
  expect(isKeptOut(newMember({ id: 'f', name: 'f', role: 'focal-point' }), [], on)).toBe(false)
})

test('the door never closes on the last reader: all lapsed keep it, and that is what the alarm is for', () => {
  const all = [one('a', lapsed), one('b', { pseaOn: null })]
  expect(all.map((member) => isKeptOut(member, all, on))).toEqual([false, false])
  expect(isUntrained('protection', all, on)).toBe(true)
  expect(isUntrained('protection', [...all, one('c')], on)).toBe(false)
  expect(isUntrained('integrity', all, on)).toBe(false)
})

test.each([
  ['without a training', { pseaOn: null }, {}, [], 'untrained'],
  ['with one that lapsed', lapsed, {}, [], 'untrained'],
  ['with one that is to come', { pseaOn: '2027-06-08' }, {}, [], 'untrained'],
  ['as a third member', {}, {}, [one('a'), one('b')], 'full'],
  [
    'as a third stand-in',
    {},
    { as: 'stand-in' },
    [one('a', { inPair: seat({ as: 'stand-in' }) }), one('b', { inPair: seat({ as: 'stand-in' }) })],
    'full',
  ],
  ['as a stand-in of a full pair', {}, { as: 'stand-in' }, [one('a'), one('b')], null],
  ['as the second man', {}, { woman: false }, [one('a', { inPair: seat({ woman: false }) })], 'woman-needed'],
  ['as a man beside a woman', {}, { woman: false }, [one('a')], null],
  ['as the first man', {}, { woman: false }, [], null],
  [
    'as the second, where nobody ever said of the first',
    {},
    { woman: false },
    [one('a', { inPair: seat({ woman: null }) })],
    null,
  ],
] as const)('somebody %s', (_, over, proposal, members, why) => {
  const asked = { pair: 'protection', as: 'member', woman: true, ...proposal } as const
  expect(seatRefused(one('new', over), asked, { members, limits, on })).toBe(why)
})

test('who named somebody never confirms them, nor do they themselves; the first of a pair takes a second administrator', () => {
  const proposedTo = { pair: 'protection', as: 'member', woman: true, by: 'admin-1', at: '' } as const
  const named = one('new', { inPair: null, proposedTo })
  const may = (person: string, role: Member['role'], members: Member[]) => mayConfirm({ person, role }, named, members)
  expect(may('admin-1', 'administrator', [])).toBe(false)
  expect(may('admin-2', 'administrator', [])).toBe(true)
  expect(may('new', 'protection', [])).toBe(false)
  expect(may('admin-2', 'administrator', [one('a')])).toBe(false)
  expect(may('a', 'protection', [one('a')])).toBe(true)
  expect(may('i', 'integrity', [one('a'), one('i', { role: 'integrity' })])).toBe(false)
  expect(may('a', 'protection', [one('a', { inPair: null })])).toBe(false)
})

test('a training is told of 30, 7 and 1 days before it lapses, also where a day was missed', () => {
  const within = (dueOn: string) =>
    trainingsEnding('protection', [one('a', { pseaOn: `2026${dueOn}` })], on).map((ending) => ending.within)
  expect(within('-07-08')).toEqual([])
  expect([within('-07-07'), within('-06-20'), within('-06-14'), within('-06-10'), within('-06-08')].flat()).toEqual([
    30, 30, 7, 7, 1,
  ])
  expect(within('-06-07')).toEqual([])
})
