import type { Gazetteer, Place, PlaceRef } from '../places/place.ts'

/** What people may know at once, kept by the cluster with its end (design §15); a person still decides to send it. */
export interface ReadyAnswer {
  id: string
  categories: readonly string[]
  /** Holds in these places and all inside them; null: everywhere. */
  places: readonly PlaceRef[] | null
  /** First and last day it holds (`YYYY-MM-DD`); null: not known. */
  from: string | null
  until: string | null
  /** One GSM-7 segment each; `{date}` is the last day, dd/mm/yyyy. `open` is for an answer without a known end. */
  text: { until: string; open: string }
  source: string
}

interface Asked {
  category: string
  place: PlaceRef | null
  /** The day it would be told, `YYYY-MM-DD`. */
  on: string
  gazetteer: Gazetteer
}

/** The first ready answer that holds there and then, with its text; null when none does. */
export function readyAnswer(answers: readonly ReadyAnswer[], { category, place, on, gazetteer }: Asked) {
  const around = place ? surroundings(place, gazetteer) : []
  const isThere = (where: ReadyAnswer['places']) => where?.some((ref) => around.includes(text(ref))) ?? true
  const answer = answers.find(
    ({ categories, places, from, until }) =>
      categories.includes(category) && isThere(places) && (from ?? on) <= on && on <= (until ?? on),
  )
  return answer ? { answer, text: fill(answer) } : null
}

/** The place and all that hold it, in every code system. */
function surroundings(ref: PlaceRef, gazetteer: Gazetteer): string[] {
  const up = (place: Place | undefined): Place[] =>
    place ? [place, ...up(place.parent ? gazetteer.find(place.parent) : undefined)] : []
  const place = gazetteer.find(ref)
  const all = [ref, ...(place?.same.map((same) => same.ref) ?? [])]
  return all.flatMap((one) => up(gazetteer.find(one))).map((found) => text(found.ref))
}

const text = ({ system, code }: PlaceRef) => `${system} ${code}`

function fill({ until, text: texts }: ReadyAnswer): string {
  return until === null ? texts.open : texts.until.replace('{date}', until.split('-').toReversed().join('/'))
}
