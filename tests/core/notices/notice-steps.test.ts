import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { KnownDelivery, SendResult } from '../../../core/notices/gateway.ts'
import { noticeLookAt } from '../../../core/notices/next-look.ts'
import { hasEnded, newNotice, type Notice, type NoticeState, noticeStates } from '../../../core/notices/notice.ts'
import {
  afterDelivery,
  afterSend,
  afterTime,
  cancel,
  claim,
  defer,
  inDoubt,
  sendAt,
  sending,
  tells,
} from '../../../core/notices/notice-steps.ts'
import { later } from '../../support/case-builder.ts'

const nine = '2027-06-07T09:00:00.000Z'
const evening = '2027-06-07T21:30:00.000Z'
const quiet = { from: '20:00', to: '07:00' }
const key = '4829137996#3#answer#complainant'

function notice(change: Partial<Notice> = {}): Notice {
  const plan = {
    key,
    reference: '4829137996',
    index: 3,
    template: 'answer' as const,
    recipient: { to: 'complainant' } as const,
    language: 'fr',
    values: {},
    atOnce: false,
    weighty: true,
    useBy: '2027-06-21T09:00:00.000Z',
    notBefore: nine,
  }
  return { ...newNotice(plan, nine, nine), ...change }
}
const claimed = (change: Partial<Notice> = {}) => notice({ state: 'claimed', attemptAt: nine, ...change })
const sent = (change: Partial<Notice> = {}) =>
  notice({ state: 'sent', attemptAt: nine, attempts: 1, gateway: 'one', gatewayMessageId: 'at-1', ...change })
const delivery = (state: KnownDelivery['state'], change: Partial<KnownDelivery> = {}): KnownDelivery => ({
  gateway: 'one',
  gatewayMessageId: 'at-1',
  state,
  reason: null,
  noticeKey: key,
  reference: '4829137996',
  ...change,
})
const accepted: SendResult = { outcome: 'accepted', gateway: 'one', gatewayMessageId: 'at-1' }
const refused = (retry: boolean): SendResult => ({ outcome: 'refused', retry, reason: 'busy' })

describe('before it leaves', () => {
  test.each([
    ['in the day', nine, false, nine],
    ['in the evening it waits for seven', evening, false, '2027-06-08T07:00:00.000Z'],
    ['in the evening, at once', evening, true, evening],
  ])('%s', (_, at, atOnce, expected) => {
    expect(sendAt(at, atOnce, quiet)).toBe(expected)
  })

  test('it is claimed once, with how many segments it has and by which gateway it is to go', () => {
    const taken = claim(notice(), nine, quiet, { segments: 2, gateway: 'one' })

    expect(taken).toMatchObject({ state: 'claimed', attemptAt: nine, segments: 2, gateway: 'one', version: 2 })
    expect(taken && claim(taken, nine, quiet)).toBeNull()
  })

  test('a claim in quiet hours puts it off; past its use it expires, an answer goes to a human', () => {
    expect(claim(notice(), evening, quiet)).toMatchObject({ state: 'waiting', sendAt: '2027-06-08T07:00:00.000Z' })
    expect(claim(notice({ atOnce: true }), evening, quiet)?.state).toBe('claimed')
    expect(claim(notice({ template: 'acknowledgement' }), '2027-06-21T09:00:00.001Z', quiet)?.state).toBe('expired')
    expect(claim(notice({ template: 'answer' }), '2027-06-21T09:00:00.001Z', quiet)?.state).toBe('by-hand')
  })

  test('taken back, it ends with the reason', () => {
    expect(cancel(notice(), nine, 'protection')).toMatchObject({ state: 'cancelled', reason: 'protection' })
  })

  test('it waits where another message to the same person must be settled first, or too many leave', () => {
    expect(defer(notice(), later(nine, 0.5))).toMatchObject({ state: 'waiting', sendAt: later(nine, 0.5) })
  })
})

describe('what the gateway says at once', () => {
  test.each<[string, SendResult, Partial<Notice>]>([
    ['took it', accepted, { state: 'sent', attempts: 1, retries: 0, gatewayMessageId: 'at-1' }],
    [
      'nobody knows',
      { outcome: 'undecided', reason: 'timeout' },
      { state: 'undecided', attempts: 0, reason: 'timeout' },
    ],
    ['blocked by the person', { outcome: 'opted-out' }, { state: 'failed', reason: 'opted-out', endedAt: nine }],
    [
      'not now, chance adding the same at most',
      refused(true),
      { state: 'waiting', retries: 1, sendAt: later(nine, 1.5 / 60) },
    ],
    ['never', refused(false), { state: 'by-hand', endedAt: nine }],
  ])('%s', (_, result, expected) => {
    expect(afterSend(claimed(), result, nine, 0.5)).toMatchObject(expected)
  })

  test('not now, again and again: twice the time each, six calls at most, then a person', () => {
    let current = claimed()
    const waits: number[] = []
    while (!hasEnded(current)) {
      current = afterSend({ ...current, state: 'claimed' }, refused(true), nine, 0)
      if (!hasEnded(current)) waits.push(Math.round((Date.parse(current.sendAt) - Date.parse(nine)) / 60_000))
    }

    expect(waits).toEqual([1, 2, 4, 8, 16])
    expect(waits.length + 1).toBe(sending.retries)
    expect(current.state).toBe('by-hand')
  })
})

describe('a delivery report', () => {
  test.each<[string, Notice, KnownDelivery, Partial<Notice>]>([
    ['arrived', sent(), delivery('delivered'), { state: 'delivered', endedAt: nine }],
    [
      'arrived, of an SMS sent before its gateway was written down',
      sent({ gateway: null }),
      delivery('delivered'),
      { state: 'delivered', endedAt: nine },
    ],
    ['arrived, stored before that', sent(), delivery('delivered', { gateway: null }), { state: 'delivered' }],
    [
      'arrived, before we noted that it left',
      claimed(),
      delivery('delivered'),
      { state: 'delivered', attempts: 1, gatewayMessageId: 'at-1' },
    ],
    [
      'arrived, though nobody knew whether it left',
      notice({ state: 'undecided' }),
      delivery('delivered'),
      { state: 'delivered', attempts: 1 },
    ],
    [
      'on its way, though nobody knew',
      notice({ state: 'undecided' }),
      delivery('accepted'),
      { state: 'sent', attempts: 1, gatewayMessageId: 'at-1' },
    ],
    [
      'an answer failed: again tomorrow',
      sent(),
      delivery('failed'),
      { state: 'waiting', sendAt: '2027-06-08T08:00:00.000Z', attempts: 1 },
    ],
    [
      'failed before we noted that it left: a try all the same',
      claimed(),
      delivery('failed'),
      { state: 'waiting', attempts: 1 },
    ],
    [
      'an answer failed on the third day',
      sent({ attempts: 3 }),
      delivery('failed'),
      { state: 'failed', endedAt: nine },
    ],
    ['a receipt failed', sent({ template: 'acknowledgement' }), delivery('failed'), { state: 'failed' }],
    [
      'blocked by the person',
      sent(),
      delivery('failed', { reason: 'opted-out' }),
      { state: 'failed', reason: 'opted-out' },
    ],
  ])('%s', (_, before, said, expected) => {
    expect(afterDelivery(before, said, nine)).toMatchObject(expected)
  })

  test.each<[string, Notice, KnownDelivery]>([
    ['on its way, as we knew', sent(), delivery('sent')],
    ['of the same id at another gateway', sent(), delivery('delivered', { gateway: 'two' })],
    ['of a gateway that was never asked', claimed({ gateway: 'one' }), delivery('delivered', { gateway: 'two' })],
    ['of another SMS', sent(), delivery('delivered', { gatewayMessageId: 'at-9', noticeKey: null })],
    ['of yesterday’s try, while the next one waits', notice({ state: 'waiting', attempts: 1 }), delivery('delivered')],
    ['failed, after it had arrived', sent({ state: 'delivered' }), delivery('failed')],
    ['arrived, after a person took it over', sent({ state: 'by-hand' }), delivery('delivered')],
    [
      'failed, of the doubtful one, when the second is on its way',
      notice({ state: 'ready', resent: true }),
      delivery('failed'),
    ],
  ])('changes nothing: %s', (_, before, said) => {
    expect(afterDelivery(before, said, nine)).toBe(before)
  })
})

test('an answer is tried on three days, and then the person counts as unreachable', () => {
  let current = notice()
  let now = nine
  const days: string[] = []
  for (let round = 0; !hasEnded(current) && round < 20; round++) {
    if (current.state === 'waiting') now = current.sendAt
    if (current.state === 'ready') days.push(now.slice(0, 10))
    current = afterTime(current, now)
    const taken = claim(current, now, quiet)
    if (taken) current = afterDelivery(afterSend(taken, accepted, now, 0), delivery('failed'), now)
  }

  expect(current).toMatchObject({ state: 'failed', attempts: sending.tellAttempts })
  expect(days[0]).toBe('2027-06-07')
  expect(now.slice(0, 10)).toBe('2027-06-09')
})

describe('what time does', () => {
  test.each<[string, Notice, string, Partial<Notice>]>([
    ['its hour has come', notice({ state: 'waiting', sendAt: nine }), nine, { state: 'ready', attemptAt: null }],
    [
      'its stream record was lost: touched again',
      notice(),
      later(nine, 1),
      { state: 'ready', attemptAt: later(nine, 1) },
    ],
    ['cut off between claim and gateway', claimed(), later(nine, 0.1), { state: 'undecided', reason: 'interrupted' }],
    [
      'nobody knows for six hours, and it carries an answer: once more, marked',
      notice({ state: 'undecided' }),
      later(nine, 6),
      { state: 'ready', resent: true },
    ],
    [
      'the same, of little weight: to a person',
      notice({ state: 'undecided', weighty: false }),
      later(nine, 6),
      { state: 'by-hand' },
    ],
    [
      'nobody knows a second time: to a person',
      notice({ state: 'undecided', resent: true }),
      later(nine, 6),
      { state: 'by-hand' },
    ],
    [
      'no final report for a day: counts, marked',
      sent(),
      later(nine, 24),
      { state: 'delivered', reason: 'unconfirmed' },
    ],
    ['of no use any more', notice({ template: 'acknowledgement' }), '2027-06-22T09:00:00.000Z', { state: 'expired' }],
    [
      'an alert on duty cut off: told twice rather than late',
      claimed({ recipient: { to: 'topic', topic: 'national' } }),
      later(nine, 0.1),
      { state: 'ready', resent: true },
    ],
    [
      'and not a third time',
      claimed({ recipient: { to: 'topic', topic: 'national' }, resent: true }),
      later(nine, 0.1),
      { state: 'by-hand' },
    ],
  ])('%s', (_, before, now, expected) => {
    expect(afterTime(before, now)).toMatchObject(expected)
  })

  test.each(noticeStates.filter((state) => hasEnded({ state })))('nothing, once it is %s', (state) => {
    const ended = notice({ state })
    expect(afterTime(ended, '2030-01-01T00:00:00.000Z')).toBe(ended)
    expect(afterDelivery(ended, delivery('delivered'), nine)).toBe(ended)
    expect(claim(ended, nine, quiet)).toBeNull()
  })
})

test('only the answer tells the person, whatever it says', () => {
  expect(['answer', 'refused', 'acknowledgement', 'closed', 'late'].filter(tells)).toEqual(['answer', 'refused'])
})

test('in doubt: from the claim until somebody knows, and while the second sending waits', () => {
  const doubtful: NoticeState[] = ['claimed', 'undecided']
  for (const state of noticeStates) expect(inDoubt(notice({ state })), state).toBe(doubtful.includes(state))
  expect(inDoubt(notice({ state: 'ready', resent: true }))).toBe(true)
})

test('whatever the gateway does, a notice ends, is tried no more often than said, and every change is a new version', () => {
  const results = fc.constantFrom<SendResult>(
    accepted,
    refused(true),
    refused(false),
    { outcome: 'opted-out' },
    { outcome: 'undecided', reason: 'timeout' },
  )
  const reports = fc.constantFrom(null, delivery('delivered'), delivery('failed'), delivery('sent'))
  const lives = fc.array(fc.tuple(results, reports), { minLength: 60, maxLength: 60 })
  fc.assert(
    fc.property(lives, fc.boolean(), (steps, weighty) => {
      let current = notice({ weighty })
      let now = nine
      let doubts = 0
      for (const [result, said] of steps) {
        const before = current
        const taken = claim(current, now, quiet)
        current = taken ?? afterTime(current, now)
        if (current.state === 'claimed') current = afterSend(current, result, now, 0.5)
        if (current.state === 'undecided' && before.state !== 'undecided') doubts++
        if (said) current = afterDelivery(current, said, now)
        if (current !== before) expect(current.version).toBeGreaterThan(before.version)
        const lookAt = noticeLookAt(current)
        if (lookAt !== null && lookAt > now) now = lookAt
      }
      expect(hasEnded(current)).toBe(true)
      expect(current.attempts).toBeLessThanOrEqual(sending.tellAttempts)
      expect(doubts).toBeLessThanOrEqual(sending.tellAttempts + 1)
    }),
    { numRuns: 200 },
  )
})
