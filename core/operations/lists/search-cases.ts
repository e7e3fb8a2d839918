import type { Viewer } from '../../case/actor.ts'
import type { CaseFile } from '../../case/case-file.ts'
import type { Lane } from '../../case/level.ts'
import type { Ordinary } from '../../figures/facts.ts'
import type { FiguresStore, FoundRow } from '../../ports/figures/figures.ts'
import { isKeptFrom, isNamed, maySee } from '../../routing/may-see.ts'
import { inParallel } from '../in-parallel.ts'
import type { Needs } from '../needs.ts'
import {
  fits,
  isInReach,
  isTooLong,
  monthsOf,
  rangeOf,
  type Search,
  type SearchFlaw,
  searches,
  type Stretch,
  stretches,
} from './search-scope.ts'

export interface Found {
  reference: string
  caseFile: CaseFile
  facts: Ordinary
}
export type SearchOutcome =
  { is: 'found'; cases: Found[]; next: string | null; examined: number } | { is: 'flawed'; flaw: SearchFlaw }

export type SearchNeeds = Pick<Needs, 'cases' | 'programme' | 'vault'> & { figures: FiguresStore }

/** Cases on one page, and rows it may look at to fill it. */
export const foundPerPage = 50
export const mostSearched = 500
const rowsAtOnce = 100
const loadsAtOnce = 10
const sealedFor = 'search'

/** A place in the order: which partition of which month, and the last sort key there. */
interface Position extends Stretch {
  month: string
  after: string | null
}

/** Everything the partitions hold from a place on, in order, read a hundred at a time. */
async function* rowsFrom(positions: readonly Position[], search: Search, { figures }: SearchNeeds) {
  for (const position of positions) {
    const range = rangeOf(position, search)
    let after = position.after ?? range.after
    do {
      const part = await figures.found(position.whose, position.month, { ...range, after, limit: rowsAtOnce })
      for (const row of part.rows) yield { ...row, at: { ...position, after: row.sort } }
      after = part.next
    } while (after !== null)
  }
}

const written = ({ month, whose, category, after }: Position): string => JSON.stringify([month, whose, category, after])

/** The positions from `next` on; all of them where it says nothing. */
async function positionsFrom(all: Position[], next: string | null, { vault }: SearchNeeds): Promise<Position[]> {
  if (next === null) return all
  try {
    const [month, whose, category, after] = JSON.parse(await vault.open('general', sealedFor, next)) as string[]
    const at = all.findIndex((one) => one.month === month && one.whose === whose && one.category === category)
    return at < 0 ? all : all.slice(at).map((one, index) => (index === 0 ? { ...one, after: after ?? null } : one))
  } catch {
    return all
  }
}

/**
 * One page of a search, the latest month first. It looks at 500 rows at most and may find fewer than fit a page. Every case shown was
 * loaded and checked as its own page checks it. What names the viewer is not there at all, for the 500 neither; what an authority's own
 * services have counts towards them, or a page could look at every row there is. Where the page ended is sealed, since the last row looked at may
 * be none of theirs (design §10, invariant 8).
 */
export async function searchCases(
  viewer: Viewer,
  search: Search,
  { next, opens }: { next: string | null; opens: (lane: Lane) => boolean },
  needs: SearchNeeds,
): Promise<SearchOutcome> {
  const { cases, programme, vault } = needs
  if (search.untilOn < search.fromOn) return { is: 'flawed', flaw: 'period-order' }
  if (isTooLong(search)) return { is: 'flawed', flaw: 'period-long' }
  const own = searches(viewer) ? stretches(viewer, search, programme) : []
  const all = monthsOf(search).flatMap((month) => own.map((stretch) => ({ ...stretch, month, after: null })))
  const isAsked = fits(search, programme.gazetteer)
  const candidates: FoundRow[] = []
  let examined = 0
  let last: Position | null = null
  let more = false
  for await (const { at, ...row } of rowsFrom(await positionsFrom(all, next, needs), search, needs)) {
    if (isNamed(viewer, row.facts)) continue
    const isTheirs = isInReach(viewer, row.facts) && !isKeptFrom(viewer, row.facts)
    const isFound = isTheirs && isAsked(row.facts)
    // A full page ends at the next one that is found: what is not theirs makes no further page.
    more = examined === mostSearched || (isFound && candidates.length === foundPerPage)
    if (more) break
    examined += 1
    last = at
    if (isFound) candidates.push(row)
  }
  const found = new Map<string, Found>()
  await inParallel(candidates, loadsAtOnce, async ({ reference, facts }) => {
    const caseFile = (await cases.load(reference))?.caseFile
    // What became S since it was counted is found by its number only, by whoever may open it too.
    if (caseFile?.lane === 'N' && opens(caseFile.lane) && maySee(viewer, caseFile, programme.gazetteer))
      found.set(reference, { reference, caseFile, facts })
  })
  return {
    is: 'found',
    cases: candidates.flatMap(({ reference }) => found.get(reference) ?? []),
    next: more && last ? await vault.seal('general', sealedFor, written(last)) : null,
    examined,
  }
}
