import type { Viewer } from '../../case/actor.ts'
import { dayOf } from '../../deadlines/calendar.ts'
import { addDaysOn } from '../../deadlines/instant.ts'
import { type About, alikeGroup, alikeIn, fewest, type Wave, waveOf } from '../../figures/waves.ts'
import type { FiguresStore, FoundRow } from '../../ports/figures/figures.ts'
import type { Needs } from '../needs.ts'
import { allLists } from './list-queue.ts'

/** The largest stand before the list, not in its way; a few more are looked at, of which some may lie too far apart. */
const mostWaves = 3
const examined = 6
/** What came before is no news. */
const lookBackDays = 60
/** Rows read of one category, list and month. */
const mostRows = 500

interface Candidate extends About {
  count: number
  at: { list: string; month: string }[]
}

/**
 * Many about the same in all lists of a viewer that a region's cases stand in, the largest first: counters say where they are, whatever the
 * number of cases, and only the partitions of the largest are read. What may be S is counted nowhere, what names somebody in no list.
 */
export async function findWaves(
  viewer: Viewer,
  needs: Pick<Needs, 'programme' | 'now'> & { figures: FiguresStore },
): Promise<Wave<FoundRow>[]> {
  const { programme, figures, now } = needs
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
      candidates.set(key, { category, place, count: one.count + count, at: [...one.at, { list, month }] })
    }
  const largest = [...candidates.values()]
    .filter(({ count }) => count >= fewest)
    .sort((a, b) => b.count - a.count)
    .slice(0, examined)
  const waves = largest.map(async ({ category, place, at }) => {
    const parts = at.map(({ list, month }) =>
      figures.found(`region:${list}`, month, { after: `${category}#`, until: `${category}$`, limit: mostRows }),
    )
    return waveOf(
      { category, place },
      (await Promise.all(parts)).flatMap(({ rows }) => rows),
    )
  })
  return (await Promise.all(waves))
    .filter((wave) => wave !== null)
    .sort((a, b) => b.rows.length - a.rows.length)
    .slice(0, mostWaves)
}
