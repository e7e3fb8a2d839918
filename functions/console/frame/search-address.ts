export type SearchQuery = Readonly<Record<string, string>>

/** What an address of the search may ask, in its order. */
export const searchFields = [
  'du',
  'au',
  'lieu',
  'sujet',
  'organisation',
  'etat',
  'niveau',
  'canal',
  'nature',
  'avis',
  'retard',
  'aussi',
]

/** The address of a search, as short as it can be bookmarked. */
export function searchHref(base: string, query: SearchQuery, next: string | null = null): string {
  const asked = new URLSearchParams(searchFields.flatMap((name) => (query[name] ? [[name, query[name]]] : [])))
  if (next !== null) asked.set('next', next)
  return `${base}/recherche?${asked.toString()}`
}
