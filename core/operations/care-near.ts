import type { PlaceRef } from '../places/place-ref.ts'
import { asReadOut, careNear, type CarePlace, regionNameOf } from '../directory/care.ts'
import { dayOf } from '../deadlines/calendar.ts'
import type { Needs } from './needs.ts'

type CareNeeds = Pick<Needs, 'care' | 'programme' | 'now'>

/** A list that cannot be read keeps nobody from their number: nothing is said then. */
const linesOf = ({ care }: CareNeeds) =>
  care.read().then(
    ({ lines }) => lines,
    () => [],
  )

/** What is read out to somebody there, nearest first. */
export async function careFor(place: PlaceRef | null, needs: CareNeeds): Promise<CarePlace[]> {
  const { gazetteer, calendar } = needs.programme
  const lines = await linesOf(needs)
  const near = careNear(place, { lines, on: dayOf(calendar, needs.now), gazetteer })
  return near.map((line) => asReadOut(line, place, gazetteer))
}

/** All that is read out, by region: first what serves the whole country (null). */
export async function careGroups(needs: CareNeeds): Promise<{ region: string | null; lines: CarePlace[] }[]> {
  const { gazetteer, calendar } = needs.programme
  const lines = careNear(null, { lines: await linesOf(needs), on: dayOf(calendar, needs.now), gazetteer })
  const groups = Map.groupBy(lines, ({ place }) => regionNameOf(place, gazetteer))
  return [...groups]
    .map(([region, own]) => ({ region, lines: own.map((line) => asReadOut(line, null, gazetteer)) }))
    .toSorted(
      (a, b) => Number(b.region === null) - Number(a.region === null) || (a.region ?? '').localeCompare(b.region ?? ''),
    )
}
