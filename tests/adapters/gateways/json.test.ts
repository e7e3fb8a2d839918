import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseJson } from '../../../adapters/gateways/json.ts'
import { oneOf } from '../../support/gateways/one-form.ts'
import { timesAsLong } from '../../support/ratio.ts'

const json = 'application/json'
const read = (body: string, address = '') => {
  const { fields, flags } = oneOf(parseJson(json, body, new URLSearchParams(address)))
  return { fields: Object.fromEntries(fields), flags }
}

describe('JSON as fields', () => {
  test.each([
    ['by their paths', '{"a":{"b":{"c":"x"}},"d":"y"}', { 'a.b.c': 'x', d: 'y' }],
    ['of a list the first', '[{"a":"x"}]', { a: 'x' }],
    [
      'numbers as they were written',
      '{"id":1234567890123456789,"n":-1.50e3,"b":true}',
      { id: '1234567890123456789', n: '-1.50e3', b: 'true' },
    ],
    ['what is null is not there', '{"a":null,"b":""}', { b: '' }],
    ['with blanks and a byte-order mark before it', '\uFEFF \n{"a":"x"}', { a: 'x' }],
    ['letters as they are', '{"a":"ɛ 😀 \\u025b \\n"}', { a: 'ɛ 😀 ɛ \n' }],
  ])('%s', (_, body, fields) => {
    expect(read(body)).toEqual({ fields, flags: [] })
  })

  test('what the address says comes after', () => {
    expect(read('{"id":"1"}', 'state=delivered&id=2')).toEqual({
      fields: { id: '1', state: 'delivered' },
      flags: ['duplicate-field'],
    })
  })

  test('more of a list than one is said, so that the body is kept', () => {
    expect(read('{"a":["x","y"]}')).toEqual({ fields: { a: 'x' }, flags: ['duplicate-field'] })
  })

  test('half a character is none', () => {
    expect(read('{"a":"x\\ud83d"}')).toEqual({ fields: { a: 'x\uFFFD' }, flags: ['bad-encoding'] })
  })

  test('as deep as anybody nests, and no deeper', () => {
    const deep = '{"a":'.repeat(50) + '"x"' + '}'.repeat(50)
    expect(read(deep)).toEqual({ fields: {}, flags: ['many-fields'] })
    expect(read('['.repeat(200_000)).flags).toContain('bad-json')
  })

  test('a line break that a template forgot to escape', () => {
    expect(read('{"a":"one\ntwo","b":"x"}')).toEqual({ fields: { a: 'one\ntwo', b: 'x' }, flags: ['bad-json'] })
  })
})

describe('several in one body', () => {
  const all = (value: unknown, address = '') =>
    parseJson(json, JSON.stringify(value), new URLSearchParams(address)).map(({ fields, flags, body }) => ({
      fields: Object.fromEntries(fields),
      flags,
      body,
    }))
  test.each<[string, unknown, Record<string, string>[]]>([
    ['as a list of its own', [{ a: 'x' }, { a: 'y' }], [{ a: 'x' }, { a: 'y' }]],
    [
      'within, with what stands beside the list',
      { to: '36000', list: [{ a: 'x' }, { a: 'y' }, { b: 'z' }] },
      [
        { to: '36000', 'list.a': 'x' },
        { to: '36000', 'list.a': 'y' },
        { to: '36000', 'list.b': 'z' },
      ],
    ],
    [
      'a list in a list',
      [{ l: [{ a: 'x' }, { a: 'y' }] }, { l: [{ a: 'z' }] }],
      [{ 'l.a': 'x' }, { 'l.a': 'y' }, { 'l.a': 'z' }],
    ],
    [
      'two lists side by side, of which one is longer',
      { s: [{ a: 'x' }, { a: 'y' }], d: [{ b: '1' }, { b: '2' }, { b: '3' }] },
      [{ 's.a': 'x', 'd.b': '1' }, { 's.a': 'y', 'd.b': '2' }, { 'd.b': '3' }],
    ],
    ['and something that has no fields', [{ a: 'x' }, 'y'], [{ a: 'x' }, { '': 'y' }]],
    ['none', [], [{}]],
  ])('%s', (_, value, fields) => {
    expect(all(value)).toMatchObject(fields.map((one) => ({ fields: one, flags: [] })))
    expect(all(value)).toHaveLength(fields.length)
  })

  test('beside each lie its own words alone, and the address is of all', () => {
    const [first, second] = all([{ a: 'mine' }, { a: 'yours' }], 'key=k')
    expect(first).toMatchObject({ body: '{"a":"mine"}', fields: { key: 'k' } })
    expect(second).toMatchObject({ body: '{"a":"yours"}', fields: { key: 'k' } })
  })

  test('of a list nobody sends, the first, with the whole body', () => {
    const long = Array.from({ length: 1_001 }, (_, n) => ({ a: String(n) }))
    expect(all(long)).toMatchObject([{ fields: { a: '0' }, flags: ['duplicate-field'] }])
  })
})

describe('a body that was cut', () => {
  const whole = '{"m":{"from":"+22370000001","text":"Le \\"forage\\" \\u025b\\\\","n":12},"l":["a"]}'
  test('keeps what stood before the cut, wherever it was', () => {
    const fields = read(whole).fields
    for (let end = 2; end < whole.length; end += 1) {
      for (const [key, value] of Object.entries(read(whole.slice(0, end)).fields))
        if (key in fields) expect(fields[key]?.startsWith(value), whole.slice(0, end)).toBe(true)
      if (end > whole.indexOf('"text')) expect(read(whole.slice(0, end)).fields['m.from']).toBe('+22370000001')
    }
  })
})

describe('what is no JSON', () => {
  test('is a form, whatever it is called', () => {
    expect(read('text=Bonjour&from=x')).toMatchObject({ fields: { text: 'Bonjour', from: 'x' } })
    expect(oneOf(parseJson('text/plain', '{"a":"x"}', new URLSearchParams())).fields.get('a')).toBe('x')
  })
  test('or one strange field, with the body beside it', () => {
    const { fields, flags, body } = oneOf(parseJson(json, '{text:Bonjour}', new URLSearchParams()))
    expect([...fields]).toEqual([['{text:Bonjour}', '']])
    expect(flags).toContain('bad-json')
    expect(body).toBe('{text:Bonjour}')
  })
})

test('whatever it is, it is read, and what JSON holds within reach is found', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (body) => {
      expect(oneOf(parseJson(json, body, new URLSearchParams())).body).toBe(body.toWellFormed())
    }),
    { seed: 12 },
  )
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
      expect(read(JSON.stringify({ x: { a, b } })).fields).toMatchObject({ 'x.a': a, 'x.b': b })
    }),
    { seed: 12 },
  )
})

test.each([' ', '\n', ',', ' ,'])('100 KB of %j in what was cut short are read like 100 KB of prose', (filling) => {
  const cut = (inside: string) => `{"a":"x"${inside},"b":1`
  const long = cut(filling.repeat(100_000 / filling.length))
  const prose = cut(`,"c":"${'mot '.repeat(25_000)}"`)
  if (filling.trim() === '') expect(read(long).fields).toEqual({ a: 'x', b: '1' })
  expect(
    timesAsLong(
      () => read(long),
      () => read(prose),
    ),
  ).toBeLessThan(50)
})

test('what stands beside a long list is not said a thousand times: then the first is read, and the whole is kept', () => {
  const list = (count: number, one: string) => `[${Array.from({ length: count }, () => one).join(',')}]`
  const beside = `"sms":"${'mot '.repeat(100_000)}"`
  const fields = Array.from({ length: 2_000 }, (_, n) => `"f${n}":${n}`).join(',')
  for (const body of [
    `{${beside},"list":${list(900, '{"a":"x"}')}}`,
    `{${beside},"list":${list(150, `{"list":${list(900, '{"a":"x"}')}}`)}}`,
    `{${fields},"list":${list(900, '{"a":"x"}')}}`,
  ]) {
    const forms = parseJson(json, body, new URLSearchParams())
    expect(forms).toHaveLength(1)
    expect(forms[0]?.flags).toContain('duplicate-field')
  }
  const few = parseJson(json, `{${beside},"list":${list(3, '{"a":"x"}')}}`, new URLSearchParams())
  expect(few).toHaveLength(3)
})
