import { type Form, formOf, readForm } from './form.ts'

/** Deeper than any gateway nests what we read. */
const deepest = 8

/** In one call; of a longer list the first is read, and the body is kept. */
const mostAtOnce = 1_000
/** What stands beside a list is said again by each thing in it: with more fields, or more characters in all, it is read as one thing. */
const mostBeside = 40
const mostWritten = 4 * 1024 * 1024

/**
 * JSON as forms, one for each thing it tells: each field by its path, `payload.message`; where a list holds several that have fields, each with
 * what stands beside the list; of any other list the first (flag `duplicate-field` where there are more). What the address says comes after.
 * Whatever it is labelled: what does not begin as JSON is read as a form, and so is what cannot be read as JSON at all (flag `bad-json`).
 * A body that was cut keeps what stood before the cut.
 */
export function parseJson(contentType: string | null | undefined, body: string, address: URLSearchParams): Form[] {
  const begins = /^\uFEFF?\s*[{[]/.exec(body)
  const read = begins ? valueOf(body.slice(begins[0].length - 1)) : undefined
  if (read === undefined) {
    const { fields, flags } = readForm(/json/i.test(contentType ?? '') ? null : contentType, body)
    return [formOf([...fields, ...address], body, { flags: begins ? [...flags, 'bad-json'] : flags })]
  }
  const things = eachOf(read.value)
  const apart = (things.length === 1 ? null : written(things)) ?? [{ thing: read.value, own: body }]
  return apart.map(({ thing, own }) => {
    const flags = new Set(read.flags)
    return formOf([...leaves(thing, [], flags), ...address], own, { flags: [...flags] })
  })
}

/** Each thing with its own body: beside one of several lies none of the others' words. Null where that would be too much. */
function written(things: readonly unknown[]): { thing: unknown; own: string }[] | null {
  let left = mostWritten
  const apart: { thing: unknown; own: string }[] = []
  for (const thing of things) {
    const own = JSON.stringify(thing)
    left -= own.length
    if (left < 0) return null
    apart.push({ thing, own })
  }
  return apart
}

const hasFields = (value: unknown): value is object => typeof value === 'object' && value !== null

/** Each thing a value tells as it would stand there alone. Lists that stand side by side go on together. */
function eachOf(value: unknown, depth = 0): unknown[] {
  if (!hasFields(value) || depth >= deepest) return [value]
  if (Array.isArray(value)) {
    const several = value.length <= mostAtOnce && value.some(hasFields)
    const each = several ? value.flatMap((one) => eachOf(one, depth + 1)) : []
    return several && each.length <= mostAtOnce ? each : [value]
  }
  const fields = Object.entries(value).map(([key, within]) => ({ key, each: eachOf(within, depth + 1) }))
  const most = fields.reduce((longest, { each }) => Math.max(longest, each.length), 1)
  if (most === 1 || fields.length > mostBeside) return [value]
  return Array.from({ length: most }, (_, at) =>
    Object.fromEntries(
      fields.flatMap(({ key, each }) =>
        each.length === 1 ? [[key, each[0]]] : at < each.length ? [[key, each[at]]] : [],
      ),
    ),
  )
}

/** A number as it was written: as a number, two long ids would become the same. */
const asWritten = (_: string, value: unknown, { source }: { source?: string } = {}): unknown =>
  typeof value === 'number' && source !== undefined ? source : value

function parsed(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text, asWritten) }
  } catch {
    return undefined
  }
}

/** As it is, else mended: cut in the middle of a text, a key, or before a value. */
function valueOf(text: string): { value: unknown; flags: readonly string[] } | undefined {
  const whole = parsed(text)
  if (whole) return { value: whole.value, flags: [] }
  const { written, ends } = mended(text)
  const [mend] = ['', ':null', 'null'].flatMap((lacking) => parsed(written + lacking + ends) ?? [])
  return mend && { value: mend.value, flags: ['bad-json'] }
}

const closing: Readonly<Record<string, string>> = { '{': '}', '[': ']' }

/** Line breaks within texts escaped, which templates forget; and what would close all that is open where it stops. */
function mended(text: string): { written: string; ends: string } {
  const open: string[] = []
  let [written, inText] = ['', false]
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at)
    if (inText && sign === '\\') {
      const length = text.charAt(at + 1) === 'u' ? 6 : 2
      if (at + length > text.length) break
      written += text.slice(at, at + length)
      at += length - 1
      continue
    }
    if (sign === '"') inText = !inText
    if (!inText && sign in closing) open.push(closing[sign] ?? '')
    if (!inText && (sign === '}' || sign === ']')) open.pop()
    written += inText && sign < ' ' ? JSON.stringify(sign).slice(1, -1) : sign
  }
  return { written: inText ? `${written}"` : withoutLoose(written), ends: open.reverse().join('') }
}

/** Without the blanks and commas at its end, looked at once each: a pattern would begin anew at every blank of a long row of them. */
function withoutLoose(text: string): string {
  let end = text.length
  while (end > 0 && ' \t\n\r,'.includes(text.charAt(end - 1))) end -= 1
  return text.slice(0, end)
}

function* leaves(value: unknown, path: readonly string[], flags: Set<string>): Generator<[string, string]> {
  if (typeof value === 'object' && value !== null) {
    if (path.length >= deepest) flags.add('many-fields')
    else if (Array.isArray(value)) {
      if (value.length > 1) flags.add('duplicate-field')
      yield* leaves(value[0], path, flags)
    } else for (const [key, within] of Object.entries(value)) yield* leaves(within, [...path, key], flags)
  } else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    const text = String(value)
    if (!text.isWellFormed()) flags.add('bad-encoding')
    yield [path.join('.'), text.toWellFormed()]
  }
}
