/** What a template may name, as RapidPro's external channel does: `{{to}}`, `{{to_no_plus}}`, `{{from}}`, `{{from_no_plus}}`, `{{text}}`, `{{id}}`. */
export interface Values {
  to: string
  from: string
  text: string
  id: string
}

export const contentTypes = ['application/json', 'application/x-www-form-urlencoded', 'text/xml'] as const
export type ContentType = (typeof contentTypes)[number]

type Write = (value: string, quote: string) => string
const inAddress: Write = (value, quote) => quote + encodeURIComponent(value) + quote

/** How a value stands in the address and in a body of each kind. In JSON it brings its own quotes, whether the template has some or not. */
const writes: Readonly<Record<ContentType | 'address', Write>> = {
  address: inAddress,
  'application/json': (value) => JSON.stringify(value),
  'application/x-www-form-urlencoded': inAddress,
  'text/xml': (value, quote) =>
    quote + value.replaceAll(/[&<>"']/g, (sign) => `&#${String(sign.charCodeAt(0))};`) + quote,
}

const marked = /(["']?)\{\{\s*(\w+)\s*\}\}\1/g
const named = ['to', 'to_no_plus', 'from', 'from_no_plus', 'text', 'id']

/** What stands between braces and is no name: an SMS would leave with it. */
export const strangersIn = (template: string): string[] =>
  [...template.matchAll(marked)].flatMap(([, , name = '']) => (named.includes(name) ? [] : [name]))

export const names = (template: string, name: string): boolean =>
  new RegExp(`\\{\\{\\s*${name}(_no_plus)?\\s*\\}\\}`).test(template)

/** In one go: what the text of an SMS holds is never taken for a name. */
function filled(template: string, values: Values, write: Write): string {
  const withoutPlus = (value: string): string => value.replace(/^\+/, '')
  const all: Readonly<Record<string, string>> = {
    ...values,
    to_no_plus: withoutPlus(values.to),
    from_no_plus: withoutPlus(values.from),
  }
  return template.replaceAll(marked, (_, quote: string, name: string) => write(all[name] ?? '', quote))
}

export const addressOf = (template: string, values: Values): string => filled(template, values, writes.address)
export const bodyOf = (template: string, values: Values, contentType: ContentType): string =>
  filled(template, values, writes[contentType])

/** Only JSON can be told by looking: a place within a text, `"to {{to}}"`, would break it. */
export function isBody(template: string, contentType: ContentType): boolean {
  if (contentType !== 'application/json') return true
  try {
    JSON.parse(bodyOf(template, { to: '+1', from: '"', text: '"', id: '1' }, contentType))
    return true
  } catch {
    return false
  }
}
