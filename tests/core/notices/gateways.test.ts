import { expect, test } from 'vitest'
import { addHours } from '../../../core/deadlines/calendar.ts'
import type { GatewayChoice, SendResult } from '../../../core/notices/gateway.ts'
import { afterBatch, failingRule, nextTrial } from '../../../core/notices/gateways/after-batch.ts'
import { carriersFor, pick } from '../../../core/notices/gateways/choose.ts'
import { judged, newReports, ripeHours } from '../../../core/notices/gateways/reports.ts'
import { newTally, tallied } from '../../../core/notices/gateways/tally.ts'
import { type GatewayState, newGatewayState } from '../../../core/notices/gateways/state.ts'

const choice: GatewayChoice = {
  byPrefix: { '+22370': 'operator' },
  otherwise: 'general',
  carries: { operator: ['+22370', '+22371'], general: ['+223'], dear: ['+223'] },
  prices: { perSegment: { dear: 0.05, general: 0.03 }, otherwise: 0.01, currency: 'USD', confirmed: false },
  unnamed: null,
}

test.each([
  ['the plan, then the others by price', '+22370000001', null, ['operator', 'general', 'dear']],
  ['no gateway whose numbers these are not', '+22360000001', null, ['general', 'dear']],
  ['first the one they last wrote by', '+22370000001', 'dear', ['dear', 'operator', 'general']],
  ['a number that moved to the operator it writes by', '+22371000001', 'operator', ['operator', 'general', 'dear']],
  ['not the one they wrote by where it does not reach them', '+22360000001', 'operator', ['general', 'dear']],
])('%s', (_, phone, lastBy, order) => {
  expect(carriersFor(phone, lastBy, choice)).toEqual(order)
})

test('without others nobody stands in', () => {
  expect(carriersFor('+22370000001', 'general', { byPrefix: {}, otherwise: 'only', unnamed: null })).toEqual(['only'])
})

const now = '2027-06-07T09:00:00.000Z'
const on = '2027-06-07'
const failing = { since: now, reason: 'unreachable', trialAt: addHours(now, 1), trials: 0 }
const off = { at: now, by: 'coordinator-1', reason: 'outage' } as const
const order = ['first', 'second']

test.each<[string, Record<string, Partial<GatewayState>>, object | null]>([
  ['the first', {}, { gateway: 'first', trial: false }],
  ['the next while the first fails', { first: { failing } }, { gateway: 'second', trial: false }],
  ['the next while the first is turned off', { first: { off } }, { gateway: 'second', trial: false }],
  ['the first again, to try', { first: { failing: { ...failing, trialAt: now } } }, { gateway: 'first', trial: true }],
  ['the first where all fail', { first: { failing }, second: { failing } }, { gateway: 'first', trial: false }],
  ['nobody where all are off', { first: { off }, second: { off } }, null],
])('of those that may: %s', (_, states, picked) => {
  const known = (gateway: string) => states[gateway] as GatewayState | undefined
  expect(pick(order, known, { now, mayTry: true })).toEqual(picked)
})

test('an answer never finds out whether a gateway still fails', () => {
  const known = (gateway: string) =>
    gateway === 'first' ? { failing: { ...failing, trialAt: now }, off: null } : undefined
  expect(pick(order, known, { now, mayTry: false })).toEqual({ gateway: 'second', trial: false })
})

const accepted: SendResult = { outcome: 'accepted', gateway: 'first', gatewayMessageId: '1' }
const away: SendResult = { outcome: 'refused', retry: true, reason: 'unreachable' }
const silent: SendResult = { outcome: 'undecided', reason: 'time-out' }
const noMoney: SendResult = { outcome: 'refused', retry: false, reason: 'insufficient-balance' }
const noNumber: SendResult = { outcome: 'refused', retry: false, reason: 'invalid-number' }
const tooFast: SendResult = { outcome: 'refused', retry: true, reason: 'throttled' }

const sms = { segments: 1, awaited: true }
function after(results: readonly SendResult[], before = newGatewayState('first', now), at = now) {
  const tally = results.reduce((sum, one) => tallied(sum, one, sms), newTally())
  return afterBatch(before, tally, { now: at, on: at.slice(0, 10) })
}
const times = (count: number, result: SendResult): SendResult[] => Array.from({ length: count }, () => result)

test.each<[string, readonly SendResult[], boolean]>([
  ['three in a row', times(3, away), true],
  ['three that are never answered', times(3, silent), true],
  ['two in a row', times(2, away), false],
  ['two, one taken, two', [...times(2, away), accepted, ...times(2, away)], false],
  ['half of the last minutes, never three in a row', Array.from({ length: 10 }, (_, at) => (at % 2 ? accepted : away)), true], // prettier-ignore
  ['one without credit', [noMoney], true],
  ['numbers that do not exist', times(9, noNumber), false],
  ['too fast', times(9, tooFast), false],
])('a gateway fails after: %s', (_, results, fails) => {
  expect(after(results).after.failing !== null).toBe(fails)
  expect(after(results).event?.what).toBe(fails ? 'failing' : undefined)
})

test('it fails by what several batches say, and is told once', () => {
  const one = after([away])
  const two = after([away], one.after)
  const three = after([away], two.after)
  const four = after([away], three.after)
  expect([one, two, three, four].map(({ event }) => event?.what)).toEqual([undefined, undefined, 'failing', undefined])
})

test('it answers again with the first SMS it takes', () => {
  const down = after(times(3, away)).after
  const { after: up, event } = after([accepted], down)
  expect([up.failing, up.inARow, event?.what]).toEqual([null, 0, 'answers'])
})

test('each trial in vain makes the next one later, up to an hour', () => {
  let { failing } = after(times(3, away)).after
  const minutes: number[] = []
  for (let trial = 0; trial < 6 && failing; trial++) {
    failing = nextTrial(failing, now)
    minutes.push((Date.parse(failing.trialAt) - Date.parse(now)) / 60_000)
  }
  expect(minutes).toEqual([10, 20, 40, 60, 60, 60])
  expect(failingRule.trialMinutes).toBe(5)
})

test('a day is counted by what was sent, its segments and failures by code, and a week is kept', () => {
  const today = after([accepted, accepted, noNumber, away]).after
  expect(today.days).toEqual([{ on, sent: 2, segments: 2, failures: { 'invalid-number': 1, unreachable: 1 } }])
  const days = Array.from({ length: 8 }, (_, at) => `2027-06-${String(at + 8).padStart(2, '0')}T07:00:00.000Z`)
  const later = days.reduce((state, at) => after([accepted], state, at).after, today)
  expect(later.days.map((day) => day.on)).toEqual(
    days
      .slice(1)
      .map((at) => at.slice(0, 10))
      .toReversed(),
  )
  expect(later.days[0]).toEqual({ on: '2027-06-15', sent: 1, segments: 1, failures: {} })
})

test('reports are looked for two hours after their hour, and only where enough SMS wait for some', () => {
  const state = after(times(5, accepted)).after
  expect(state.awaited).toEqual({ '2027-06-07T09': 5 })
  expect(ripeHours(state, '2027-06-07T11:59:00.000Z')).toEqual([])
  expect(ripeHours(state, '2027-06-07T12:00:00.000Z')).toEqual(['2027-06-07T09'])
  expect(ripeHours(after(times(4, accepted)).after, '2027-06-07T12:00:00.000Z')).toEqual([])
})

test.each([
  ['none', 0, 'none', null],
  ['none', 1, 'arriving', null],
  ['arriving', 9, 'arriving', null],
  ['arriving', 2, 'arriving', null],
  ['arriving', 1, 'stopped', 'stopped'],
  ['stopped', 0, 'stopped', null],
  ['stopped', 4, 'stopped', null],
  ['stopped', 5, 'arriving', 'back'],
] as const)('reports were %s; %d of 10 came: %s', (state, seen, becomes, turned) => {
  const before = { ...newReports('first', now), state }
  const told = judged(before, [{ hour: '2027-06-07T09', expected: 10, seen }], now)
  expect([told.after.state, told.turned]).toEqual([becomes, turned])
})
