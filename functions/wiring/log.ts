/** What may stand in a log: codes, counts and references. Never a text, a number, a body, a path or a query (design §10, invariant 7). */
type Fields = Record<string, unknown>

/** Only the name of an error: its message may quote what it choked on. */
const shown = (value: unknown): string | number | boolean | null => {
  if (value instanceof Error) return value.name
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}

/** One JSON line. */
export function log(event: string, fields: Fields = {}): void {
  const line = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, shown(value)]))
  console.log(JSON.stringify({ event, ...line }))
}
