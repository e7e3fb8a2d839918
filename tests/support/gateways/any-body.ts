import fc from 'fast-check'
import { segments } from '../../../core/notices/gsm7.ts'
import { callingAs } from './calling.ts'
import type { Call, Spoken } from './spoken.ts'
import type { Jaabi } from '../functions/services.ts'

/** Any call, and the words in it that must be found again; null where it was none that anybody wrote. */
interface AnyCall {
  what: 'sms' | 'delivery' | 'ussd'
  call: Call
  written: string | null
}

/** Numbers that no data of ours holds and no operator sees. */
const phone = (n: number): string => `+2237${String(9_000_000 + (n % 1_000_000))}`

const anyText = fc.string({ unit: 'grapheme', maxLength: 60 })
const anyValue = fc.oneof(
  anyText,
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom('', '0', 'None', 'null'),
)
const anyLabel = fc.constantFrom(
  'application/json',
  'application/x-www-form-urlencoded',
  'text/plain',
  '',
  'multipart/form-data; boundary=x',
)

/** Letters alone, which no alphabet, escape or cut makes others of, and which nobody reads as the number of a case. */
const mark = (n: number): string =>
  `zq${n.toString(16).replaceAll(/./g, (digit) => 'abcdefghijklmnop'.charAt(Number.parseInt(digit, 16)))}qz`
const marks = /zq[a-p]+qz/g

/** Fields of its own with some left out, emptied, filled oddly or added; then perhaps cut, or labelled wrongly. */
function likeIts(gateway: Spoken, n: number): fc.Arbitrary<AnyCall> {
  const from = phone(n)
  const usual = fc.record({ words: anyText, id: fc.option(anyValue), oddFrom: fc.option(anyValue, { freq: 4 }) })
  const changes = fc.dictionary(
    fc.oneof(anyText, fc.constantFrom('__proto__', 'constructor', 'from', 'id')),
    anyValue,
    { maxKeys: 4 },
  )
  return fc.tuple(usual, changes, fc.option(anyLabel, { freq: 3 })).map(([{ words, id, oddFrom }, more, label]) => {
    const text = `${mark(n)} ${words}`
    const fields = gateway.sms({ from: oddFrom ?? from, text, id })
    const call = gateway.carry({ ...more, ...fields })
    const refused = label === 'application/json' && gateway.mislabelled === 415
    return {
      what: 'sms',
      call: label === null ? call : { ...call, headers: { ...call.headers, 'content-type': label } },
      written: refused ? null : mark(n),
    }
  })
}

/** No fields of anybody's: any characters, any JSON, or the beginning of a call of its own. */
function strange(gateway: Spoken, n: number): fc.Arbitrary<AnyCall> {
  const own = gateway.carry(gateway.sms({ from: phone(n), text: mark(n), id: String(n) }))
  const body = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.json({ maxDepth: 6 }),
    fc.nat({ max: (own.body ?? own.query ?? '').length }).map((end) => (own.body ?? own.query ?? '').slice(0, end)),
    fc
      .array(fc.constantFrom('{', '[', '"', ':', ',', '&', '=', '%', '\\u', '}', ']', '\u0000'), { maxLength: 40 })
      .map((signs) => signs.join('')),
  )
  return fc
    .tuple(
      fc.constantFrom(...(gateway.ussd ? (['sms', 'delivery', 'ussd'] as const) : (['sms', 'delivery'] as const))),
      body,
      anyLabel,
    )
    .map(([what, bytes, label]) => ({
      what,
      call:
        own.method === 'GET'
          ? { method: 'GET', query: bytes.toWellFormed().replaceAll('#', '%23') }
          : { method: 'POST', headers: { 'content-type': label }, body: bytes },
      written: null,
    }))
}

/** Reports of SMS that are anybody's, in states that are any. */
const report = (gateway: Spoken): fc.Arbitrary<AnyCall> =>
  fc.record({ id: anyValue, to: anyValue, state: fc.constantFrom('sent', 'delivered', 'failed') }).map((told) => ({
    what: 'delivery',
    call: gateway.carry(gateway.delivery(told)),
    written: null,
  }))

/** What is typed into a session, or what no keypad types. */
function hop({ ussd, carry }: Spoken, n: number): fc.Arbitrary<AnyCall> | null {
  if (!ussd) return null
  const keys = fc.array(fc.constantFrom('1', '2', '3', '4', '0', '00', '5', '48291379', ''), { maxLength: 12 })
  const typed = fc.oneof(
    keys.map((some) => some.join('*')),
    anyValue,
  )
  const session = fc.constantFrom(
    ...Array.from({ length: 5 }, (_, one) => `session-${String(n % 50)}-${String(one)}`),
    '',
  )
  const from = fc.oneof({ weight: 5, arbitrary: fc.constant(phone(n % 50)) }, anyValue)
  return fc.record({ session, from, typed }).map((said) => ({ what: 'ussd', call: carry(ussd(said)), written: null }))
}

/** What a phone can show: one screen that goes on or ends. */
const isScreen = (text: string): boolean => {
  const { alphabet, segments: screens } = segments(text.slice(4))
  return /^(CON|END) /.test(text) && alphabet === 'gsm7' && screens <= 1
}

/** The nth of all that may come: the same in every run of one seed. */
function anyCall(gateway: Spoken, n: number, seed: number): AnyCall {
  const kinds = [likeIts(gateway, n), hop(gateway, n) ?? likeIts(gateway, n), strange(gateway, n), report(gateway)]
  const [one] = fc.sample(kinds[n % kinds.length] ?? report(gateway), { numRuns: 1, seed: seed + n })
  if (!one) throw new Error('fast-check gave nothing')
  return one
}

const atOnce = 8

/**
 * Brings so many calls, as this gateway or as nobody would. What was answered with a server fault, and whose words are in no case afterwards:
 * both empty where all is well.
 */
export async function bringAnything(
  gateway: Spoken,
  jaabi: Jaabi,
  { count, seed }: { count: number; seed: number },
): Promise<{ faults: AnyCall[]; lost: AnyCall[]; kept: number }> {
  const { call: bring } = callingAs(gateway, jaabi, { drains: false })
  const faults: AnyCall[] = []
  const written: AnyCall[] = []
  for (let n = 0; n < count; n += atOnce) {
    const some = Array.from({ length: Math.min(atOnce, count - n) }, (_, at) => anyCall(gateway, n + at, seed))
    await Promise.all(
      some.map(async (one) => {
        const { status, text } = await bring(one.what, one.call)
        if (status >= 500 || (one.what === 'ussd' && !isScreen(text))) faults.push(one)
        if (one.written !== null) written.push(one)
      }),
    )
  }
  const references = await jaabi.references()
  const said: string[] = []
  for (const reference of references)
    said.push(...(await jaabi.saidIn(reference)).flatMap(({ words, raw }) => [words, raw ?? '']))
  const found = new Set(said.flatMap((words) => words.match(marks) ?? []))
  return { faults, lost: written.filter((one) => !found.has(one.written ?? '')), kept: references.length }
}
