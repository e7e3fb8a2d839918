import type { Stock, Whole } from '../../../languages/stock.ts'

type Entry = Stock<object> | Whole<object>

/** Every text under its path; what makes a text of values is one too. Words people send are as many as a language needs. */
export function leaves(texts: object, path = ''): Map<string, string> {
  const found = new Map<string, string>()
  for (const [key, value] of Object.entries(texts) as [string, unknown][]) {
    const here = `${path}${key}`
    if (here === 'words' || here === 'verdicts') continue
    if (typeof value === 'string') found.set(here, value)
    else if (typeof value === 'function') found.set(here, 'made')
    else if (typeof value === 'object' && value !== null)
      for (const [name, text] of leaves(value, `${here}.`)) found.set(name, text)
  }
  return found
}

const holesIn = (text: string): string => (text.match(/\{\w+\}/g) ?? []).toSorted().join(' ')

/** What one language has of some texts, beside the language that lacks nothing. */
export function lacks(whole: Entry, own: Entry | undefined) {
  const [all, has] = [leaves(whole.texts), leaves(own?.texts ?? {})]
  return {
    state: own?.state ?? 'absent',
    has: has.size,
    of: all.size,
    missing: [...all.keys()].filter((key) => !has.has(key)),
    /** Said nowhere in the first. */
    astray: [...has.keys()].filter((key) => !all.has(key)),
    empty: [...has].filter(([, text]) => text.trim() === '').map(([key]) => key),
    /** Has not the holes the first has. */
    otherHoles: [...has].filter(([key, text]) => holesIn(text) !== holesIn(all.get(key) ?? '')).map(([key]) => key),
  }
}
