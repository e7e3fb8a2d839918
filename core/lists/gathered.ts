import type { Gazetteer } from '../places/place.ts'
import type { Row } from './row.ts'

/** Reports of danger that are shown together: of one source (a phone or an address), or of one commune; newest first. */
export interface Gathered {
  by: 'source' | 'commune'
  rows: readonly Row[]
}

const hourMs = 3_600_000
const newestFirst = (a: Row, b: Row): number => (a.receivedAt > b.receivedAt ? -1 : 1)

/** Runs of which each came within so many hours of the one before. */
function runsOf(rows: readonly Row[], hours: number): Row[][] {
  const runs: Row[][] = []
  for (const row of rows.toSorted(newestFirst)) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run && last && Date.parse(last.receivedAt) - Date.parse(row.receivedAt) <= hours * hourMs) run.push(row)
    else runs.push([row])
  }
  return runs
}

const largestFirst = (a: Gathered, b: Gathered): number => b.rows.length - a.rows.length

/**
 * More than `most` reports of one source, or of one commune within so many hours. Each stands in one of them, a source before a commune;
 * what a region or a cercle shares says nothing.
 */
export function gatheredIn(
  rows: readonly Row[],
  { most, hours }: { most: number; hours: number },
  gazetteer: Gazetteer,
): Gathered[] {
  const found: Gathered[] = []
  const taken = new Set<Row>()
  const take = (by: Gathered['by'], all: readonly Row[]) => {
    const free = all.filter((row) => !taken.has(row)).toSorted(newestFirst)
    if (free.length <= most) return
    for (const row of free) taken.add(row)
    found.push({ by, rows: free })
  }
  const bySource = Map.groupBy(
    rows.flatMap((row) => (row.sources ?? []).map((source) => ({ source, row }))),
    ({ source }) => source,
  )
  for (const all of [...bySource.values()].toSorted((a, b) => b.length - a.length)) take('source', all.map(({ row }) => row)) // prettier-ignore
  const inCommune = rows.filter(({ place }) => place !== null && gazetteer.find(place)?.level === 'commune')
  const byCommune = Map.groupBy(inCommune, ({ place }) => `${place?.system ?? ''} ${place?.code ?? ''}`)
  for (const all of byCommune.values())
    for (const run of runsOf(all.filter((row) => !taken.has(row)), hours)) take('commune', run) // prettier-ignore
  return found.toSorted(largestFirst)
}
