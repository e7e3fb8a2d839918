import { describe, expect, test } from 'vitest'
import { parseDelivery, parseOptOut, parseSms } from '../../../../adapters/gateways/generichttp/receive.ts'
import { parseJson } from '../../../../adapters/gateways/json.ts'
import { oneOf } from '../../../support/gateways/one-form.ts'
import { mali } from '../../../../programme/mali.ts'
import { arrival } from '../../../support/form-of.ts'
import { otherNames } from '../../../support/gateways/spoken.ts'

const formed = 'application/x-www-form-urlencoded'
/** What the programme ships with, and names that differ. */
const shipped = { ...arrival, fields: mali.gateways.fields }
const others = { ...arrival, fields: { generichttp: otherNames } }
const form = (body: string, query = '') => oneOf(parseJson(formed, body, new URLSearchParams(query)))
const json = (body: unknown) => oneOf(parseJson('application/json', JSON.stringify(body), new URLSearchParams()))

describe('an SMS, as RapidPro’s external channel takes it', () => {
  test.each([
    ['from=%2B22370000001&text=Le+forage&date=2026-01-15T08%3A30%3A00.000%2B02%3A00', '2026-01-15T06:30:00.000Z'],
    ['sender=22370000001&text=Le+forage&time=2026-01-15T08%3A30%3A00Z', '2026-01-15T08:30:00.000Z'],
    ['from=%2B22370000001&text=Le+forage', null],
  ])('%s', (body, providerAt) => {
    expect(parseSms(form(body), shipped)).toMatchObject({
      gateway: 'generichttp',
      sender: { is: 'phone', phone: '+22370000001' },
      text: 'Le forage',
      externalId: null,
      providerAt,
      flags: ['no-id'],
      raw: null,
    })
  })

  test('in the address, where a gateway writes it there', () => {
    expect(parseSms(form('', 'from=%2B22370000001&text=Le+forage'), shipped)).toMatchObject({ text: 'Le forage' })
  })

  test('of both names it may have, the first', () => {
    expect(parseSms(form('sender=76000001&from=70000001&text=a'), shipped)).toMatchObject({
      sender: { phone: '+22370000001' },
    })
  })
})

test('an SMS in JSON under other names', () => {
  const body = {
    msg: { sender: '+22370000001', receiver: 36019, body: 'Le forage', id: 71, at: '2026-01-15 08:30:00' },
  }
  expect(parseSms(json(body), others)).toMatchObject({
    sender: { phone: '+22370000001' },
    to: '36019',
    text: 'Le forage',
    externalId: '71',
    providerAt: '2026-01-15T08:30:00.000Z',
    flags: [],
  })
})

test('where the programme names no fields, all that came is kept', () => {
  expect(parseSms(form('from=%2B22370000001&text=Le+forage'), arrival)).toMatchObject({
    text: '',
    sender: { is: 'unknown' },
    raw: 'from=%2B22370000001&text=Le+forage',
  })
  expect(parseDelivery(form('id=1&state=delivered'), arrival)).toBeNull()
})

describe('a report', () => {
  test.each([
    ['sent', 'sent', false, null],
    ['delivered', 'delivered', true, null],
    ['FAILED', 'failed', true, 'delivery-failure'],
  ])('whose state stands in the address, as three addresses of RapidPro are: %s', (written, state, final, reason) => {
    expect(parseDelivery(form('id=4611686018427387904&to=%2B22370000001', `state=${written}`), shipped)).toEqual({
      gateway: 'generichttp',
      gatewayMessageId: '4611686018427387904',
      state,
      final,
      reason,
      phone: '+22370000001',
      arrivedAt: arrival.arrivedAt,
    })
  })

  test('in JSON under other names, a number as its id', () => {
    const told = '{"report":{"id":4611686018427387905,"status":"DELIVRD"}}'
    expect(parseDelivery(oneOf(parseJson(null, told, new URLSearchParams())), others)).toMatchObject({
      gatewayMessageId: '4611686018427387905',
      state: 'delivered',
      phone: null,
    })
  })

  test.each(['id=1&state=queued', 'id=1', 'state=sent', 'id=+&state=sent', 'id=1&state=constructor'])(
    '%s says nothing',
    (body) => {
      expect(parseDelivery(form(body), shipped)).toBeNull()
    },
  )
})

test('whoever stopped is known by the name of the sender', () => {
  expect(parseOptOut(form('from=%2B22370000001'), shipped)).toBe('+22370000001')
  expect(parseOptOut(form('text=stop'), shipped)).toBeNull()
})
