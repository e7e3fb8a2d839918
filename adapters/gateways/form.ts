/** What a callback carried. `flags` are codes of what was odd; `body` is the text as received, cut at 64 KB. */
export interface Form {
  fields: ReadonlyMap<string, string>
  flags: string[]
  body: string
}

const maxBytes = 64 * 1024
const maxFields = 40
const byteOrderMark = '\uFEFF'

/** JSON is `unsupported` (answer 415): of a gateway that brings forms nobody would know its fields. */
export const parseForm = (contentType: string | null | undefined, body: string): Form | 'unsupported' =>
  /^(application|text)\/(.+\+)?json$/.test(labelOf(contentType)) ? 'unsupported' : readForm(contentType, body)

const labelOf = (contentType: string | null | undefined): string =>
  (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? ''

/**
 * Reads a form by its text, whatever its label says: gateways mislabel, and a refused callback is a lost complaint.
 * Of a body above 64 KB all that was read is parsed, so that sender and id survive where they stand behind a long text, then
 * each value and the kept body are cut at 64 KB (flag `oversized`).
 */
export function readForm(contentType: string | null | undefined, body: string): Form {
  const label = labelOf(contentType)
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType ?? '')?.[1]
  const parts = label === 'multipart/form-data' && boundary !== undefined ? [...multipartFields(body, boundary)] : []
  if (parts.length > 0) return formOf(parts, body, { flags: ['multipart'] })
  // Also what is called multipart and has no parts.
  const flags = label === 'application/x-www-form-urlencoded' ? [] : ['odd-content-type']
  return formOf(new URLSearchParams(body), body, { flags })
}

/** The first of two equal keys wins. Fields after the fortieth are left out (flag `many-fields`). */
export function formOf(
  pairs: Iterable<readonly [string, string]>,
  body: string,
  { flags: given }: { flags: readonly string[] },
): Form {
  const flags = new Set(given)
  if (Buffer.byteLength(body) > maxBytes) flags.add('oversized')
  const fields = new Map<string, string>()
  for (const [written, value] of pairs) {
    const key = written.startsWith(byteOrderMark) ? written.slice(byteOrderMark.length) : written
    if (key !== written) flags.add('byte-order-mark')
    if (value.includes('\uFFFD')) flags.add('bad-encoding')
    if (fields.has(key)) flags.add('duplicate-field')
    else if (fields.size >= maxFields) flags.add('many-fields')
    else fields.set(key, cut(value))
  }
  return { fields, flags: [...flags], body: cut(body) }
}

/** At most 64 KB of UTF-8, never half a character. */
function cut(text: string): string {
  if (text.length * 3 <= maxBytes) return text
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(Buffer.from(text).subarray(0, maxBytes), { stream: true })
}

/** Plain fields of a multipart body; a file's content is read as text. */
function* multipartFields(body: string, boundary: string): Generator<[string, string]> {
  for (const part of body.split(`--${boundary}`).slice(1)) {
    const [, head, value] = /^\r?\n([^]*?)\r?\n\r?\n([^]*?)(?:\r?\n)?$/.exec(part) ?? []
    const name = /;\s*name="([^"]*)"/i.exec(head ?? '')?.[1]
    if (name !== undefined && value !== undefined) yield [name, value]
  }
}

/**
 * What a query carried, each value with one character an octet, since only its gateway knows the alphabet of a field. The first of two
 * equal keys wins; `body` is the query as it came.
 */
export function parseQuery(query: string): Form {
  const flags = new Set<string>()
  const fields = new Map<string, string>()
  if (query.length > maxBytes) flags.add('oversized')
  for (const pair of query.slice(0, maxBytes).split('&')) {
    const [key = '', ...value] = pair.split('=')
    if (fields.has(key)) flags.add('duplicate-field')
    else if (fields.size >= maxFields) flags.add('many-fields')
    else fields.set(key, octetsOf(value.join('=')))
  }
  return { fields, flags: [...flags], body: query.slice(0, maxBytes) }
}

const octetsOf = (value: string): string =>
  value
    .replaceAll('+', ' ')
    .replaceAll(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
