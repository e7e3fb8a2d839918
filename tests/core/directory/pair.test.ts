import { expect, test } from 'vitest'
import { newMember, type Member } from '../../../core/directory/member.ts'
import {
  isKeptOut,
  isUntrained,
  lacksWoman,
  leavingRefused,
  mayConfirm,
  seatRefused,
  trainingsEnding,
} from '../../../core/directory/pair.ts'
import { recordAfter } from '../../../core/directory/pair-record.ts'
import type { Seat } from '../../../core/directory/seat.ts'

const on = '2027-06-07'
const limits = { members: 2, standIns: 2 }
const seat = (over: Partial<Seat> = {}): Seat => ({
  as: 'member',
  woman: true,
  how: 'member',
  at: null,
  leavingAt: null,
  ...over,
})
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
  expect(seatRefused(one('new', over), asked, { members, limits, on, confirms: false })).toBe(why)
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

const man = { inPair: seat({ woman: false }) }
const leaving = (at: string, over: Partial<Seat> = {}) => ({ inPair: seat({ leavingAt: at, ...over }) })

test('the last woman keeps the door among men when her training lapses, and that is what an alarm is for', () => {
  const amina = one('amina', lapsed)
  expect(isKeptOut(amina, [amina, one('moussa', man)], on)).toBe(false)
  expect(lacksWoman('protection', [amina, one('moussa', man)], on)).toBe(true)
  expect(isKeptOut(amina, [amina, one('moussa', man), one('fanta')], on)).toBe(true)
  expect(lacksWoman('protection', [amina, one('moussa', man), one('fanta')], on)).toBe(false)
  const moussa = one('moussa', { ...man, ...lapsed })
  expect(isKeptOut(moussa, [moussa, one('amadou', man)], on)).toBe(true)
  expect(lacksWoman('protection', [], on)).toBe(false)
})

test('who must leave is out as soon as somebody trained is there, the last woman too; never the last reader', () => {
  const amina = one('amina', leaving('2027-06-07T09:00:00.000Z'))
  expect(isKeptOut(amina, [amina], on)).toBe(false)
  expect(isUntrained('protection', [amina], on)).toBe(true)
  expect(isKeptOut(amina, [amina, one('moussa', { ...man, ...lapsed })], on)).toBe(false)
  expect(isKeptOut(amina, [amina, one('moussa', man)], on)).toBe(true)
  const later = one('moussa', leaving('2027-06-08T09:00:00.000Z', { woman: false }))
  expect([amina, later].map((member) => isKeptOut(member, [amina, later], on))).toEqual([true, false])
})

test('who must leave holds no place and confirms nobody: a second administrator does, where nobody else is there', () => {
  const amina = one('amina', leaving('2027-06-07T09:00:00.000Z'))
  const asked = { pair: 'protection', as: 'member', woman: true } as const
  const members = [amina, one('moussa', man)]
  expect(seatRefused(one('fanta'), asked, { members, limits, on, confirms: true })).toBe(null)
  const named = one('fanta', { inPair: null, proposedTo: { ...asked, by: 'admin-1', at: '' } })
  expect(mayConfirm({ person: 'amina', role: 'protection' }, named, [amina])).toBe(false)
  expect(mayConfirm({ person: 'admin-2', role: 'administrator' }, named, [amina])).toBe(true)
  expect(mayConfirm({ person: 'admin-2', role: 'administrator' }, named, members)).toBe(false)
})

test.each([
  ['the last of all', [one('a')], 'last-of-pair'],
  ['beside nobody but who must leave', [one('a'), one('b', leaving('2027-06-07'))], 'last-of-pair'],
  ['the last woman beside a man', [one('a'), one('b', man)], 'last-woman'],
  ['a woman beside a woman', [one('a'), one('b', man), one('c', { inPair: seat({ as: 'stand-in' }) })], null],
  ['a man beside a woman', [one('a', man), one('b')], null],
  ['a man beside a man', [one('a', man), one('b', man)], null],
  ['beside somebody of whom nobody ever said', [one('a'), one('b', { inPair: seat({ woman: null }) })], null],
])('%s of a pair', (_, members, why) => {
  expect(leavingRefused(one('a'), 'protection', members)).toBe(why)
})

test('a man takes the last place only once a woman is confirmed: one who waits may be declined', () => {
  const proposedTo = { pair: 'protection', as: 'stand-in', woman: true, by: 'admin-1', at: '' } as const
  const members = [one('moussa', man), one('fanta', { inPair: null, proposedTo })]
  const asked = { pair: 'protection', as: 'member', woman: false } as const
  const refused = (confirms: boolean) => seatRefused(one('amadou'), asked, { members, limits, on, confirms })
  expect([refused(false), refused(true)]).toEqual([null, 'woman-needed'])
})

test('since when a pair has no woman is kept until it has one', () => {
  const fresh = { pair: 'protection', version: 3, noWomanSince: null, codesUsed: [] } as const
  const men = recordAfter(fresh, [one('moussa', man)], '2027-06-07T09:00:00.000Z')
  expect(men.noWomanSince).toBe('2027-06-07T09:00:00.000Z')
  expect(recordAfter(men, [one('moussa', man)], '2027-06-09T09:00:00.000Z')).toEqual(men)
  expect(recordAfter(men, [one('moussa', man), one('fanta')], '2027-06-09T09:00:00.000Z').noWomanSince).toBe(null)
  expect(recordAfter(fresh, [], '2027-06-07T09:00:00.000Z').noWomanSince).toBe(null)
})
