import { describe, expect, test } from 'vitest'
import { parseForm } from '../../../adapters/gateways/form.ts'
import { ownToken, tokensOf, verifyToken } from '../../../adapters/gateways/token.ts'
import { formOf } from '../../support/form-of.ts'

describe('the secret in the path', () => {
  test('either of two tokens opens while one is rotated', () => {
    expect(verifyToken('old', ['new', 'old'])).toBe(true)
    expect(verifyToken('new', ['new', 'old'])).toBe(true)
  })
  test.each([
    ['ol', ['new', 'old']],
    ['', ['new', '']],
    ['old', []],
  ])('%j does not open %j', (given, tokens) => {
    expect(verifyToken(given, tokens)).toBe(false)
  })
})

describe('a gateway’s own secret', () => {
  const tokens = ['new', 'old', '']
  test('opens its addresses and nobody else’s, and is made of either token', () => {
    for (const token of ['new', 'old']) {
      expect(verifyToken(ownToken(token, 'first'), tokensOf('first', tokens))).toBe(true)
      expect(verifyToken(ownToken(token, 'first'), tokensOf('second', tokens))).toBe(false)
    }
  })
  test('the token itself still opens all; an empty one makes none', () => {
    expect(verifyToken('old', tokensOf('first', tokens))).toBe(true)
    expect(verifyToken(ownToken('', 'first'), tokensOf('first', tokens))).toBe(false)
  })
  test('is what the documented command prints', () => {
    // printf %s kannel | openssl dgst -sha256 -hmac a-long-random-token
    expect(ownToken('a-long-random-token', 'kannel')).toBe(
      'd7073a3731ab2ef0261a5e71aea63c7af2f01770e8c6834656a07aedaf35d129',
    )
  })
})

describe('forms, whatever they are labelled', () => {
  test.each([null, '', 'text/plain', 'application/octet-stream', 'multipart/form-data'])('%j', (label) => {
    const form = formOf('from=%2B22370000001&text=Bonjour', label)
    expect(form.fields.get('text')).toBe('Bonjour')
    expect(form.flags).toEqual(['odd-content-type'])
  })
  test('multipart of no parts', () => {
    const form = formOf('from=%2B22370000001&text=Bonjour', 'multipart/form-data; boundary=x')
    expect(form.fields.get('text')).toBe('Bonjour')
    expect(form.flags).toEqual(['odd-content-type'])
  })
  test('odd case and a charset are the right label', () => {
    expect(formOf('text=a', 'Application/X-WWW-Form-Urlencoded; charset=UTF-8').flags).toEqual([])
  })
  test.each(['application/json', 'Application/JSON; charset=utf-8', 'application/problem+json', 'text/json'])(
    '%s is refused',
    (label) => {
      expect(parseForm(label, '{"text":"Bonjour"}')).toBe('unsupported')
    },
  )
  test('a multipart field may hold blank lines, accents and the other field names', () => {
    const body = '--b\r\nContent-Disposition: form-data; name="text"\r\n\r\né\r\n\r\nname="id"\r\n--b--\r\n'
    const form = formOf(body, 'multipart/form-data; boundary="b"')
    expect([...form.fields]).toEqual([['text', 'é\r\n\r\nname="id"']])
    expect(form.flags).toEqual(['multipart'])
  })
})

describe('odd fields', () => {
  test('the first of two equal keys wins', () => {
    const form = formOf('text=&%74ext=1')
    expect(form.fields.get('text')).toBe('')
    expect(form.flags).toEqual(['duplicate-field'])
  })
  test('names of object members are plain fields', () => {
    expect(formOf('__proto__=a&constructor=b').fields.get('constructor')).toBe('b')
  })
  test('a byte-order mark does not hide the first key, and stays inside a text', () => {
    const form = formOf('%EF%BB%BFtext=%EF%BB%BFa')
    expect(form.fields.get('text')).toBe('\uFEFFa')
    expect(form.flags).toEqual(['byte-order-mark'])
  })
  test('stray percent signs stay as they are', () => {
    expect(formOf('text=100%+%ZZ').fields.get('text')).toBe('100% %ZZ')
  })
  test('after forty fields the rest is left out, and the body tells it', () => {
    const body = Array.from({ length: 50 }, (_, index) => `f${index}=x`).join('&')
    const form = formOf(body)
    expect(form.fields.size).toBe(40)
    expect(form.flags).toEqual(['many-fields'])
    expect(form.body).toBe(body)
  })
})

describe('a body above 64 KB', () => {
  const form = formOf(`text=a${'%C3%A9'.repeat(40_000)}&from=%2B22370000001&id=after-the-text`)
  test('keeps what comes after the long text', () => {
    expect(form.fields.get('from')).toBe('+22370000001')
    expect(form.fields.get('id')).toBe('after-the-text')
    expect(form.flags).toEqual(['oversized'])
  })
  test('is cut at 64 KB, between two letters', () => {
    expect(form.fields.get('text')).toBe('a' + 'é'.repeat(32_767))
    expect(form.body).toHaveLength(65_536)
  })
  test('of an ordinary length is not cut', () => {
    const text = 'ɛ'.repeat(10_000)
    const ordinary = formOf(new URLSearchParams({ text }).toString())
    expect(ordinary.fields.get('text')).toBe(text)
    expect(ordinary.flags).toEqual([])
  })
})
