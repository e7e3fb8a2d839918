import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseForm, parseQuery } from '../../../adapters/gateways/form.ts'
import { receivers } from '../../../adapters/gateways/receivers.ts'
import { parseSms as fromAfricastalking } from '../../../adapters/gateways/africastalking/receive.ts'
import { parseSms as fromKannel } from '../../../adapters/gateways/kannel/receive.ts'
import { arrival, formOf } from '../../support/form-of.ts'

/** Ten thousand bodies of chance each: what reads a gateway's call never breaks, drops nothing, and marks what it could not read. */
const many = { numRuns: 10_000 }

const escaped = (octets: Uint8Array): string =>
  Array.from(octets, (one) => `%${one.toString(16).padStart(2, '0')}`).join('')
const decoded = (octets: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(octets)
const isWhole = (octets: Uint8Array): boolean => Buffer.from(decoded(octets)).equals(Buffer.from(octets))
/** Any octets, and letters of any script: chance alone hardly ever hits one that is whole. */
const octets = fc.oneof(
  fc.uint8Array({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }).map((text) => Uint8Array.from(Buffer.from(text))),
)

test('a text of any octets is a message: whole where it could be read, else marked and kept as it came', () => {
  let broken = 0
  fc.assert(
    fc.property(octets, (text) => {
      const body = `from=%2B22370000001&id=1&text=${escaped(text)}`
      const read = fromAfricastalking(formOf(body), arrival)
      if (typeof read === 'string') throw new Error(`taken for ${read}`)
      if (isWhole(text)) return read.text === decoded(text)
      broken += 1
      return read.flags.includes('bad-encoding') && read.raw === body
    }),
    many,
  )
  expect(broken).toBeGreaterThan(1_000)
})

test('so it is through Kannel, whatever it says the octets are', () => {
  const saying = fc.constantFrom('UTF-8', 'UTF-16BE', 'ISO-8859-1', 'windows-1252', '', 'x-nothing', '8-BIT')
  fc.assert(
    fc.property(octets, saying, fc.constantFrom('0', '1', '2', '', 'x'), (text, charset, coding) => {
      const query = `p=%2B22370000001&P=36019&I=one&u=&C=${charset}&c=${coding}&b=${escaped(text)}`
      const read = fromKannel(parseQuery(query), arrival)
      return (
        typeof read !== 'string' &&
        (text.length === 0 || read.text !== '' || read.raw !== null || read.flags.length > 0)
      )
    }),
    many,
  )
})

test('a body of any octets under any label breaks no callback of any gateway', () => {
  const labels = fc.constantFrom(
    null,
    '',
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=b',
  )
  const pieces = fc.oneof(
    fc.constantFrom(
      'from=',
      '&text=',
      '&id=',
      'phoneNumber=',
      '&status=',
      'sessionId=',
      '--b\r\n',
      'name="text"\r\n\r\n',
      '&',
      '%',
      '=',
    ),
    octets.map(decoded),
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), labels, (parts, label) => {
      const body = parts.join('')
      const forms = [parseForm(label, body), parseQuery(body)].flatMap((form) => (form === 'unsupported' ? [] : [form]))
      for (const form of forms)
        for (const { sms, delivery, ussd, 'ussd-end': end, 'opt-out': optOut } of receivers)
          for (const read of [sms, delivery, ussd, end, optOut])
            (read as ((...given: unknown[]) => unknown) | undefined)?.(form, arrival)
    }),
    many,
  )
})
