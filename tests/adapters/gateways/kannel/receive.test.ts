import { describe, expect, test } from 'vitest'
import { parseQuery } from '../../../../adapters/gateways/form.ts'
import { kannel, parseDelivery, parseSms } from '../../../../adapters/gateways/kannel/receive.ts'
import { partOf } from '../../../../adapters/gateways/kannel/part-header.ts'
import type { Message } from '../../../../core/channel/message.ts'
import { arrival } from '../../../support/form-of.ts'

/** Every octet as Kannel escapes it. */
const escaped = (octets: Buffer): string =>
  Array.from(octets, (one) => `%${one.toString(16).padStart(2, '0')}`).join('')
const utf8 = (text: string) => escaped(Buffer.from(text))
const utf16 = (text: string) => escaped(Buffer.from(text, 'utf16le').swap16())

/** As `p=%p&P=%P&b=%b&C=%C&c=%c&I=%I&u=%u` comes; what is given stands for itself. */
function called(given: Record<string, string>): ReturnType<typeof parseSms> {
  const usual = { p: '%2B22370000001', P: '36019', b: '', C: 'UTF-8', c: '0', I: '0f9c3a4e-0001', u: '' }
  const query = Object.entries({ ...usual, ...given }).map(([key, value]) => `${key}=${value}`)
  return parseSms(parseQuery(query.join('&')), arrival)
}
function message(given: Record<string, string>): Message {
  const read = called(given)
  if (typeof read === 'string') throw new Error(read)
  return read
}

describe('a text is read by what Kannel says of it', () => {
  test.each([
    [
      'in the alphabet of every phone',
      { b: 'Le+forage+est+en+panne%0Adepuis+lundi' },
      'Le forage est en panne\ndepuis lundi',
    ],
    ['with accents', { b: utf8('été à l’hôpital') }, 'été à l’hôpital'],
    ['with its blanks as they were', { b: 'Bonjour++les+++amis+' }, 'Bonjour  les   amis '],
    ['with a sign of the query', { b: 'a%26b%3Dc%2Bd%25' }, 'a&b=c+d%'],
    [
      'as UCS-2',
      { b: utf16('dɔgɔtɔrɔ sɔrɔli ka gɛlɛn – « ɲɛ »'), C: 'UTF-16BE', c: '2' },
      'dɔgɔtɔrɔ sɔrɔli ka gɛlɛn – « ɲɛ »',
    ],
    [
      'as UCS-2 with a blank before a dash',
      { b: utf16('carte ɛ – refusée'), C: 'UTF-16BE', c: '2' },
      'carte ɛ – refusée',
    ],
    ['as UCS-2 with a picture', { b: utf16('merci 😀'), C: 'UTF-16BE', c: '2' }, 'merci 😀'],
    ['as UCS-2 where only the coding says it', { b: utf16('ɛ'), C: '', c: '2' }, 'ɛ'],
    ['in Arabic', { b: utf16('الماء مقطوع، منذ أسبوع'), C: 'UTF-16BE', c: '2' }, 'الماء مقطوع، منذ أسبوع'],
  ])('%s', (_, given, text) => {
    const { text: read, flags, raw } = message(given)
    expect({ text: read, flags, raw }).toEqual({ text, flags: [], raw: null })
  })

  test('octets called data are read as text all the same, and flagged', () => {
    expect(message({ b: utf8('été'), C: '8-BIT', c: '1' })).toMatchObject({ text: 'été', flags: ['eight-bit'] })
    expect(message({ b: '%e9t%e9', C: '8-BIT', c: '1' })).toMatchObject({ text: 'été', flags: ['eight-bit'] })
  })

  test('what cannot be read is kept as it came', () => {
    const mixed = message({ b: `panne+${utf16('ɛ')}` })
    expect(mixed.flags).toContain('bad-encoding')
    expect(mixed.raw).toContain('b=panne+')
    expect(message({ b: '%02', C: 'UTF-16BE', c: '2' }).flags).toContain('bad-encoding')
  })
})

describe('who, where and which', () => {
  test.each(['%2B22370000001', '22370000001', '0022370000001', '70000001'])(
    'a number written as %s is the same phone',
    (p) => {
      expect(message({ p, b: 'eau' }).sender).toEqual({ is: 'phone', phone: '+22370000001' })
    },
  )

  test('the number written to and Kannel’s id are kept, and tell a repeat', () => {
    const { to, externalId, gateway, channel } = message({ b: 'eau' })
    expect({ to, externalId, gateway, channel }).toEqual({
      to: '36019',
      externalId: '0f9c3a4e-0001',
      gateway: 'kannel',
      channel: 'sms',
    })
  })

  test('an id of any length stays an id', () => {
    const long = message({ b: 'eau', I: 'a'.repeat(129) })
    expect(long.externalId).toMatch(/^sha256:/)
    expect(long.flags).toEqual(['long-id'])
    expect(message({ b: 'eau', I: '' })).toMatchObject({ externalId: null, flags: ['no-id'] })
  })

  test('a sender that is a name is a sender', () => {
    expect(message({ p: 'Orange', b: 'Votre+solde' })).toMatchObject({
      sender: { is: 'name', raw: 'Orange' },
      flags: ['not-a-phone'],
    })
  })

  test('our own echo is no message', () => {
    expect(called({ p: '36019', b: 'Jaabi' })).toBe('self-loop')
  })

  test('a call that carries nothing is none', () => {
    expect(called({ p: '', b: '', I: '' })).toBe('nothing')
    expect(parseSms(parseQuery(''), arrival)).toBe('nothing')
  })

  test('an SMS without words is a message', () => {
    expect(message({ b: '' })).toMatchObject({ text: '', flags: ['blank-text'] })
  })
})

describe('odd queries lose nothing', () => {
  test('the first of two equal fields is taken, and the query kept', () => {
    const twice = parseSms(parseQuery('p=%2B22370000001&b=un&b=deux&I=1'), arrival)
    expect(twice).toMatchObject({ text: 'un', flags: ['duplicate-field'], raw: 'p=%2B22370000001&b=un&b=deux&I=1' })
  })

  test('a percent sign that escapes nothing stands for itself', () => {
    expect(message({ b: '100%+vrai+%zz' }).text).toBe('100% vrai %zz')
  })

  test('of too long a query the beginning is taken, flagged', () => {
    expect(message({ p: '%2B22370000001', b: 'a'.repeat(70_000) }).flags).toContain('oversized')
  })
})

describe('a part of a long SMS whose others never came', () => {
  test('is a part, flagged, with what numbers it', () => {
    const { part, flags } = message({ b: 'deuxieme', u: '%05%00%03%2a%03%02' })
    expect({ part, flags }).toEqual({ part: { of: '2a', at: 2, total: 3 }, flags: ['incomplete'] })
  })

  test.each([
    ['a reference of two octets', [6, 8, 4, 1, 2, 2, 1], { of: '0102', at: 1, total: 2 }],
    ['behind another header', [9, 0x24, 1, 1, 0, 3, 7, 2, 2], { of: '07', at: 2, total: 2 }],
    ['a single part', [5, 0, 3, 7, 1, 1], null],
    ['a part beyond the last', [5, 0, 3, 7, 2, 3], null],
    ['a part numbered nought', [5, 0, 3, 7, 2, 0], null],
    ['ports and no parts', [6, 5, 4, 0, 1, 0, 2], null],
    ['cut short', [5, 0, 3, 7], null],
    ['empty', [], null],
  ])('%s', (_, octets, part) => {
    expect(partOf(Buffer.from(octets).toString('latin1'))).toEqual(part)
  })
})

describe('what became of an SMS of ours', () => {
  const told = (query: string) => parseDelivery(parseQuery(query), arrival)

  test('of several parts the first alone tells: that it arrived says nothing of the rest, that it failed says all', () => {
    const of = (parts: string, d: string) => told(`id=our-own&to=%2B22370000001&parts=${parts}&d=${d}`)
    expect(of('2', '1')).toMatchObject({ state: 'delivered', final: true, reason: 'unconfirmed' })
    expect(of('1', '1')).toMatchObject({ state: 'delivered', reason: null })
    expect(of('2', '2')).toMatchObject({ state: 'failed', reason: 'delivery-failure' })
    expect(of('2', '8')).toMatchObject({ state: 'sent', reason: null })
  })

  test.each([
    ['1', 'delivered', true, null],
    ['2', 'failed', true, 'delivery-failure'],
    ['4', 'sent', false, null],
    ['8', 'sent', false, null],
    ['16', 'failed', true, 'operator-refused'],
  ])('%s is %s', (d, state, final, reason) => {
    expect(told(`id=our-own&to=%2B22370000001&d=${d}`)).toEqual({
      gateway: 'kannel',
      gatewayMessageId: 'our-own',
      state,
      final,
      reason,
      phone: '+22370000001',
      arrivedAt: arrival.arrivedAt,
    })
  })

  test.each(['id=our-own&d=32', 'id=our-own', 'd=1', '', 'id=&d=1', 'id=our-own&d=%d'])(
    '%s changes nothing',
    (query) => {
      expect(told(query)).toBeNull()
    },
  )
})

test('Kannel calls for SMS and deliveries alone, and sends on what it is answered', () => {
  expect(Object.keys(kannel).sort()).toEqual(['by', 'delivery', 'name', 'sms'])
  expect(kannel.by).toBe('GET')
})
