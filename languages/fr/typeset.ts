/**
 * French typography for a whole catalogue: blanks that never break before `: ; ? ! %`, inside « », and between a number and
 * its unit. Pages only: SMS and USSD keep plain blanks, which GSM-7 has.
 */
export function typesetFrench<T>(texts: T): T {
  return JSON.parse(
    JSON.stringify(texts, (_, value: unknown) => (typeof value === 'string' ? typeset(value) : value)),
  ) as T
}

const typeset = (text: string): string =>
  text
    .replace(/ ([:;?!%»])/g, '\u00a0$1')
    .replace(/« /g, '«\u00a0')
    .replace(/(\d|\{count\}|\{days\}) (?=(?:h|jours?|heures?|min|minutes?|SMS)\b)/g, '$1\u00a0')
    .replace(/(\d) (?=\d)/g, '$1\u00a0')
