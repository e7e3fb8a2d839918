import { describe, expect, test } from 'vitest'
import type { Message } from '../../../../core/channel/message.ts'
import { parseOptOut, parseSms } from '../../../../adapters/gateways/africastalking/receive.ts'
import { parseForm } from '../../../../adapters/gateways/form.ts'
import { vectors, type Vector } from '../../../vectors/vectors.ts'
import { arrival, formOf } from '../../../support/form-of.ts'

const sms = (body: string) => parseSms(formOf(body), arrival)
function message(body: string): Message {
  const parsed = sms(body)
  if (typeof parsed === 'string') throw new Error(parsed)
  return parsed
}

/** Where we keep what the peer refused or dropped (its own choice), or what is decided elsewhere. */
const ours: Record<string, Vector['expect']['outcome']> = {
  'sms-02': 'nothing',
  'sms-03': 'accept-flagged', // a name is a sender
  'sms-04': 'accept-flagged', // +456 is no phone number, and is kept
  'sms-05': 'accept-flagged', // the key is checked by the route
  'sms-07': 'accept-flagged', // the peer drops a message without an id
  'sms-09': 'accept', // the peer wants a long id
  'sms-22': 'self-loop',
  'sms-23': 'accept-flagged', // an odd date, noted
  'sms-26': 'accept', // the id is known: seen at intake, not here
  'sms-43': 'accept', // the token is checked by the route
}
/** Another gateway's fields; a GET has no body; opt-outs are below. */
const elsewhere = ['sms-36', 'sms-40', 'sms-45', 'sms-46', 'sms-47', 'sms-48', 'sms-49']

const optional = (value: unknown, check: (value: string) => void): void => {
  if (typeof value === 'string') check(value)
}

describe('vectors', () => {
  test.each(vectors('sms').filter(({ id }) => !elsewhere.includes(id)))('$id $description', (vector) => {
    const expected = vector.expect
    const outcome = ours[vector.id] ?? expected.outcome
    const parsed = parseSms(formOf(vector.request.body, vector.request.headers['content-type'] ?? null), arrival)
    if (typeof parsed === 'string') {
      expect(parsed).toBe(outcome)
      return
    }
    expect(parsed.flags.length > 0 ? 'accept-flagged' : 'accept').toBe(outcome)
    optional(expected['text'], (text) => {
      expect(parsed.text).toBe(text)
    })
    optional(expected['from'], (from) => {
      expect(parsed.sender.phone ?? parsed.sender.raw).toBe(from)
    })
    optional(expected['to'], (to) => {
      expect(parsed.to).toBe(to)
    })
    optional(expected['networkCode'], (code) => {
      expect(parsed.networkCode).toBe(code)
    })
    if ('externalId' in expected) expect(parsed.externalId).toBe(expected['externalId'])
    optional(expected['receivedAt'], (at) => {
      expect(parsed.providerAt).toBe(at === 'arrival time' ? null : new Date(at).toISOString())
    })
    if (expected['repliable'] === false) expect(parsed.sender.phone).toBeNull()
  })

  test('the 1500 characters arrive whole', () => {
    const long = vectors('sms').find(({ id }) => id === 'sms-14')
    expect(message(long?.request.body ?? '').text).toHaveLength(Number(long?.expect['text_length']))
  })

  test('JSON is refused (sms-36)', () => {
    const json = vectors('sms').find(({ id }) => id === 'sms-36')
    expect(parseForm(json?.request.headers['content-type'], json?.request.body ?? '')).toBe('unsupported')
  })

  test.each([
    ['sms-47', '+254720123123'],
    ['sms-48', null],
    ['sms-49', '+254720123123'],
  ])('%s opts out %s', (id, phone) => {
    const vector = vectors('sms').find((other) => other.id === id)
    expect(parseOptOut(formOf(vector?.request.body ?? ''), arrival)).toBe(phone)
  })
  test('a new subscription is no opt-out', () => {
    expect(parseOptOut(formOf('phoneNumber=%2B22370000001&updateType=Addition'), arrival)).toBeNull()
  })
})

describe('nothing a person wrote is lost', () => {
  test('a body that is no form is kept whole', () => {
    expect(message('{"text":"le riz"}')).toMatchObject({
      text: '',
      raw: '{"text":"le riz"}',
      sender: { is: 'unknown' },
    })
  })
  test('a text without a sender', () => {
    expect(message('text=le+riz')).toMatchObject({ text: 'le riz', flags: ['no-sender', 'no-id'], raw: 'text=le+riz' })
  })
  test('latin-1 bytes: the body can still be repaired', () => {
    expect(message('from=70000001&id=1&text=%E9t%E9')).toMatchObject({
      flags: ['bad-encoding'],
      raw: 'from=70000001&id=1&text=%E9t%E9',
    })
  })
  test('an ordinary message keeps no second copy of the words', () => {
    expect(message('from=70000001&id=1&text=riz').raw).toBeNull()
  })
  test.each(['', 'empty', 'from=&text=', '&&'])('%j holds nothing', (body) => {
    expect(sms(body)).toBe('nothing')
  })
})

describe('ids and dates', () => {
  test.each(['None', '', '++'])('%j is no id', (id) => {
    expect(message(`from=70000001&text=a&id=${id}`)).toMatchObject({ externalId: null, flags: ['no-id'] })
  })
  test('a very long id is kept as its hash', () => {
    const [one, two] = ['a', 'b'].map((last) => message(`from=70000001&text=a&id=${'x'.repeat(128)}${last}`))
    expect(one?.externalId).toMatch(/^sha256:/)
    expect(one?.externalId).not.toBe(two?.externalId)
    expect(one?.flags).toEqual(['long-id'])
  })
  test.each(['2026-02-30+10:00:00', '2026-13-01+10:00:00', '2026-01-15', '15/01/2026+08:30', '2026-01-15T25:00:00Z'])(
    '%j is no date',
    (date) => {
      expect(message(`from=70000001&id=1&text=a&date=${date}`)).toMatchObject({ providerAt: null, flags: ['odd-date'] })
    },
  )
  test.each([
    [4, []],
    [6, ['future-date']],
    [366 * 24 * 60, ['future-date']],
  ])('a date %i minutes after it came is flagged %j, and it came when it came', (minutes, flags) => {
    const date = new Date(Date.parse(arrival.arrivedAt) + minutes * 60_000).toISOString()
    expect(message(`from=70000001&id=1&text=a&date=${date}`)).toMatchObject({ arrivedAt: arrival.arrivedAt, flags })
  })
})

test('our own number, however written, is an echo', () => {
  const own = { ...arrival, ownNumbers: ['+22370000002', 'JAABI'] }
  for (const from of ['70000002', '+22370000002', 'Jaabi']) {
    expect(parseSms(formOf(`from=${from}&text=a`), own)).toBe('self-loop')
  }
})
