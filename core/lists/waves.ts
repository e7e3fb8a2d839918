import type { Row } from './row.ts'

/** Fewer are no wave; and those of a wave came within so many days of its latest. */
const fewest = 3
const dayMs = 86_400_000
const waveDays = 14

/** Cases about the same subject and place, not answered yet: most likely of different people, and to be answered together. */
export interface Wave {
  category: string
  place: NonNullable<Row['place']>
  /** Oldest first. */
  rows: readonly Row[]
}

const waits: readonly Row['status'][] = ['received', 'assessed', 'assigned']

function about({ category, place, suggested }: Row): Pick<Wave, 'category' | 'place'> | null {
  const of = { category: category ?? suggested?.category, place: place ?? suggested?.place }
  return of.category && of.place ? { category: of.category, place: of.place } : null
}

/** The largest first. What comes first in the list is never one of many, and what follows another is answered with it already. */
export function wavesIn(rows: readonly Row[]): Wave[] {
  const open = rows.flatMap((row) => {
    const of = row.rank === 1 && !row.follows && !row.flood && waits.includes(row.status) ? about(row) : null
    return of === null ? [] : [{ of, row }]
  })
  const alike = Map.groupBy(open, ({ of: { category, place } }) => `${category} ${place.system} ${place.code}`)
  return [...alike.values()]
    .flatMap((all): Wave[] => {
      const sorted = all.map(({ row }) => row).toSorted((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1))
      const latest = Date.parse(sorted.at(-1)?.receivedAt ?? '')
      const near = sorted.filter(({ receivedAt }) => latest - Date.parse(receivedAt) <= waveDays * dayMs)
      return all[0] === undefined || near.length < fewest ? [] : [{ ...all[0].of, rows: near }]
    })
    .sort((a, b) => b.rows.length - a.rows.length)
}
