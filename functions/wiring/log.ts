/** What may stand in a log: codes, counts and references. Never a text, a number, a body, a path or a query (invariant 7). */
type Fields = Record<string, string | number | boolean | null | unknown>

/** Only the name of an error: its message may quote what it choked on. */
const shown = (value: unknown): string | number | boolean | null =>
  value instanceof Error
    ? value.name
    : typeof value === 'object' || typeof value === 'undefined'
      ? null
      : (value as string | number | boolean)

/** One JSON line. */
export function log(event: string, fields: Fields = {}): void {
  const line = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, shown(value)]))
  console.log(JSON.stringify({ event, ...line }))
}
