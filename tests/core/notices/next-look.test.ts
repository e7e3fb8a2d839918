import { expect, test } from 'vitest'
import { asRead, noticeLookAt } from '../../../core/notices/next-look.ts'
import { newNotice, type Notice, noticeStates, type Plan } from '../../../core/notices/notice.ts'
import { afterTime } from '../../../core/notices/notice-steps.ts'

const nine = '2027-06-07T09:00:00.000Z'
const plan: Plan = {
  key: '4829137996#0#receipt#complainant',
  reference: '4829137996',
  index: 0,
  template: 'acknowledgement',
  recipient: { to: 'complainant' },
  language: 'fr',
  values: {},
  atOnce: true,
  weighty: false,
  useBy: '2027-06-12T09:00:00.000Z',
  notBefore: nine,
}
const notice = (change: Partial<Notice>): Notice => ({ ...newNotice(plan, nine, nine), ...change })
const before = (at: string) => new Date(Date.parse(at) - 1).toISOString()

test.each([
  ['waiting', { sendAt: '2027-06-08T07:00:00.000Z' }, '2027-06-08T07:00:00.000Z'],
  ['ready', {}, '2027-06-07T09:02:00.000Z'],
  ['ready', { sendAt: '2027-06-08T07:00:00.000Z' }, '2027-06-08T07:02:00.000Z'],
  ['ready', { attemptAt: '2027-06-07T10:00:00.000Z' }, '2027-06-07T10:02:00.000Z'],
  ['claimed', { attemptAt: nine }, '2027-06-07T09:02:00.000Z'],
  ['undecided', { attemptAt: nine }, '2027-06-07T15:00:00.000Z'],
  ['sent', { attemptAt: nine, template: 'answer' }, '2027-06-08T09:00:00.000Z'],
  ['sent', { attemptAt: nine, template: 'question' }, '2027-06-08T09:00:00.000Z'],
  ['sent', { attemptAt: nine, recipient: { to: 'sender', fingerprint: 'f' } }, '2027-06-08T09:00:00.000Z'],
] as const)('a %s notice with %j is looked at again at %s', (state, change, lookAt) => {
  expect(noticeLookAt(notice({ state, ...change }))).toBe(lookAt)
})

test.each(noticeStates)(
  'when the sweep looks at a %s notice something happens to it, and not a moment before',
  (state) => {
    const looked = notice({ state, attemptAt: nine, template: 'answer' })
    const at = noticeLookAt(looked)

    if (at === null) expect(afterTime(looked, '2028-01-01T00:00:00.000Z')).toBe(looked)
    else {
      expect(afterTime(looked, at)).not.toEqual(looked)
      if (state !== 'ready') expect(afterTime(looked, before(at))).toBe(looked)
    }
  },
)

test('a receipt that left is never looked at again, and is read as arrived a day later, unless its report came', () => {
  const receipt = notice({ state: 'sent', attemptAt: nine })
  const dayLater = '2027-06-08T09:00:00.000Z'
  expect(noticeLookAt(receipt)).toBeNull()

  expect(asRead(receipt, before(dayLater))).toBe(receipt)
  expect(asRead(receipt, '2027-07-01T09:00:00.000Z')).toEqual({
    ...receipt,
    state: 'delivered',
    reason: 'unconfirmed',
    endedAt: dayLater,
  })
  const arrived = notice({ state: 'delivered', endedAt: nine })
  expect(asRead(arrived, '2027-07-01T09:00:00.000Z')).toBe(arrived)
})

test('one that an older build put on the agenda leaves it at that look', () => {
  expect(afterTime(notice({ state: 'sent', attemptAt: nine }), '2027-06-08T09:00:00.000Z')).toMatchObject({
    state: 'delivered',
    reason: 'unconfirmed',
  })
})
