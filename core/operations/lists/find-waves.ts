import type { Viewer } from '../../case/actor.ts'
import { dayOf } from '../../deadlines/calendar.ts'
import { addDaysOn } from '../../deadlines/instant.ts'
import { type About, alikeGroup, alikeIn, fewest, type Wave, waveDays, waveOf } from '../../figures/waves.ts'
import type { FiguresStore, FoundRow } from '../../ports/figures/figures.ts'
import type { Needs } from '../needs.ts'
import { allLists } from './list-queue.ts'

/** The largest stand before the list, not in its way; a few more are looked at, of which some may lie too far apart. */
const mostWaves = 3
const examined = 6
/** What came before is no news. */
const lookBackDays = 60
/** The latest of one category and list that are looked at, whatever there is: a wave that lies thin among more than these is told smaller. */
const mostRows = 120

/** `count`: of all its months together, so at least as many as its wave has. */
interface Candidate extends About {
  count: number
  at: { list: string; month: string; count: number }[]
}

type Found = Wave<FoundRow> | null

/**
 * What was found where the counters said the same, for whoever is asked again and again. One answered and one come within these minutes leave the counters as they were: so
 * old a wave may be, as on a page that stays open.
 */
export type KnownWaves = Map<string, { found: Promise<Found>; atMs: number }>
const keptMs = 120_000
const mostKept = 50

function remembered(known: KnownWaves, key: string, nowMs: number, read: () => Promise<Found>): Promise<Found> {
  const one = known.get(key)
  if (one && Math.abs(nowMs - one.atMs) < keptMs) return one.found
  const found = read()
  known.delete(key)
  known.set(key, { found, atMs: nowMs })
  found.catch(() => known.delete(key))
  const [oldest] = known.keys()
  if (known.size > mostKept && oldest !== undefined) known.delete(oldest)
  return found
}

/**
 * Many about the same in all lists of a viewer that a region's cases stand in, the largest first: counters say where they are, whatever the
 * number of cases, and only the latest of the largest are read, until no other can be larger. What may be S is counted nowhere, what names
 * somebody in no list.
 */
export async function findWaves(
  viewer: Viewer,
  needs: Pick<Needs, 'cases' | 'programme' | 'now'> & { figures: FiguresStore },
  known: KnownWaves = new Map(),
): Promise<Wave<FoundRow>[]> {
  const { cases, programme, figures, now } = needs
  const until = dayOf(programme.calendar, now)
  const from = addDaysOn(until, -lookBackDays)
  const lists = allLists(viewer, needs).filter(({ index, lane }) => index === 'region' && lane === 'N')
  const candidates = new Map<string, Candidate>()
  const [since, to] = [from.slice(0, 7), until.slice(0, 7)]
  const counted = await figures.countersOf(lists.map(({ name }) => ({ group: alikeGroup(name), from: since, to })))
  for (const [at, { name: list }] of lists.entries())
    for (const { month, category, place, count } of (counted[at] ?? []).flatMap(alikeIn)) {
      const key = `${category}#${place.system}#${place.code}`
      const one = candidates.get(key) ?? { category, place, count: 0, at: [] }
      candidates.set(key, { category, place, count: one.count + count, at: [...one.at, { list, month, count }] })
    }
  const largest = [...candidates.values()]
    .filter(({ count }) => count >= fewest)
    .sort((a, b) => b.count - a.count)
    .slice(0, examined)
  const read = async ({ category, place, at }: Candidate) => {
    const latest = at.reduce((last, { month }) => (month > last ? month : last), since)
    // No earlier one can lie near the latest.
    const nearest = addDaysOn(`${latest}-01`, -waveDays)
    const days = { from: nearest > from ? nearest : from, until: until < `${latest}-31` ? until : `${latest}-31` }
    const parts = [...new Set(at.map(({ list }) => list))].map((region) =>
      cases.counted({ region, category, ...days }, mostRows),
    )
    return waveOf({ category, place }, (await Promise.all(parts)).flat())
  }
  const look = (one: Candidate) => remembered(known, JSON.stringify(one), Date.parse(now), () => read(one))
  const waves = await Promise.all(largest.slice(0, mostWaves).map(look))
  for (const next of largest.slice(mostWaves)) {
    const smallest = largestOf(waves)[mostWaves - 1]?.rows.length ?? 0
    if (smallest < next.count) waves.push(await look(next))
  }
  return largestOf(waves)
}

const largestOf = (waves: readonly Found[]): Wave<FoundRow>[] =>
  waves
    .filter((wave) => wave !== null)
    .sort((a, b) => b.rows.length - a.rows.length)
    .slice(0, mostWaves)
