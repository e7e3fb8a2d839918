import type { Gazetteer, PlaceRef } from '../places/place.ts'

/** Where somebody who was hurt is cared for and helped, whether or not anything is reported. */
export interface CareLine {
  id: string
  /** A cercle, or a region; null where it serves the whole country. */
  place: PlaceRef | null
  name: string
  phone: string
  /** As it is read out in any language: `24h/24`, `8h-17h`. */
  hours: string
  /** A woman can be asked for. */
  woman: boolean
  /** Day on which one of the pair last found it right. */
  checkedOn: string
  /** Who that was: an id of the directory. */
  by: string
}

export type CarePlace = Pick<CareLine, 'phone' | 'hours' | 'woman' | 'name'> & {
  /** Where the person said it was, or everywhere: null. */
  place: string | null
}

/** A number nobody called for this long may be dead: nobody in danger is sent there. */
const checkedForDays = 90
const dayMs = 86_400_000

const later = (on: string, days: number): string => new Date(Date.parse(on) + days * dayMs).toISOString().slice(0, 10)

/** The first day on which it is read out no more, unless it is checked before. */
export const dropsOn = ({ checkedOn }: Pick<CareLine, 'checkedOn'>): string => later(checkedOn, checkedForDays)

export const isReadOut = (line: Pick<CareLine, 'checkedOn'>, on: string): boolean => on < dropsOn(line)

/** Lines that dropped out, and those that will within a week. */
export function uncheckedLines(lines: readonly CareLine[], on: string): { out: number; soon: number } {
  const out = lines.filter((line) => !isReadOut(line, on)).length
  return { out, soon: lines.filter((line) => !isReadOut(line, later(on, 7))).length - out }
}

/** A place and all it lies in, the narrowest first. */
function within(ref: PlaceRef | null, gazetteer: Gazetteer): string[] {
  const place = ref && gazetteer.find(ref)
  return place ? [`${place.ref.system}:${place.ref.code}`, ...within(place.parent, gazetteer)] : []
}

/** The region a line stands under; null for the whole country. */
export function regionNameOf(ref: PlaceRef | null, gazetteer: Gazetteer): string | null {
  const place = ref && gazetteer.find(ref)
  if (!place) return null
  return place.parent ? regionNameOf(place.parent, gazetteer) : place.name
}

/** How far a line is from somebody: in their own place, in what lies around it, everywhere, elsewhere in their region; null: too far. */
function distance(line: CareLine, place: PlaceRef | null, gazetteer: Gazetteer): number | null {
  if (line.place === null) return 2
  const [own = '', ...around] = within(line.place, gazetteer)
  const there = within(place, gazetteer)
  if (there.length === 0) return 3
  if (there[0] === own) return 0
  if (there.includes(own)) return 1
  return (around.at(-1) ?? own) === there.at(-1) ? 3 : null
}

/** What is read out to somebody there, nearest first; of two as near the one where a woman answers, then the one checked last. */
export function careNear(
  place: PlaceRef | null,
  { lines, on, gazetteer }: { lines: readonly CareLine[]; on: string; gazetteer: Gazetteer },
): CareLine[] {
  return lines
    .filter((line) => isReadOut(line, on))
    .flatMap((line) => {
      const far = distance(line, place, gazetteer)
      return far === null ? [] : [{ line, far }]
    })
    .toSorted(
      (a, b) =>
        a.far - b.far ||
        Number(b.line.woman) - Number(a.line.woman) ||
        b.line.checkedOn.localeCompare(a.line.checkedOn),
    )
    .map(({ line }) => line)
}

/** By the name of its place, unless it is where the person is, or serves everybody. */
export const asReadOut = (
  { place, phone, hours, woman, name }: CareLine,
  there: PlaceRef | null,
  gazetteer: Gazetteer,
): CarePlace => ({
  phone,
  hours,
  woman,
  name,
  place:
    place === null || within(there, gazetteer).includes(`${place.system}:${place.code}`)
      ? null
      : (gazetteer.find(place)?.name ?? null),
})
