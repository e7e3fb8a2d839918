import type { CaseFile } from '../case/case-file.ts'
import { comesFirst } from '../lists/standing.ts'
import type { CounterChange } from '../lists/counter-change.ts'
import type { PlaceRef } from '../places/place-ref.ts'
import { standsInFlood } from '../routing/flood.ts'
import { type Ordinary, unknown } from './facts.ts'

/** Fewer are no wave; and those of a wave came within so many days of its latest. */
export const fewest = 3
const dayMs = 86_400_000
export const waveDays = 14

/** What many say alike: codes, never words (`docs/decisions/040-alike-by-codes.md`). */
export interface About {
  category: string
  place: PlaceRef
}

/** Cases about the same subject and place, not answered yet: most likely of different people, and to be answered together. */
export interface Wave<Row> extends About {
  /** Oldest first. */
  rows: readonly Row[]
}

const waits: readonly CaseFile['status'][] = ['received', 'assessed', 'assigned']

/**
 * May a case be one of many? What comes first in every list never is, what one source floods us with is no wave of people, what follows another is answered with it already, and what names somebody
 * stands aside, in no count.
 */
export const isOneOfMany = (caseFile: CaseFile): boolean =>
  caseFile.lane === 'N' &&
  waits.includes(caseFile.status) &&
  caseFile.mergedInto === null &&
  caseFile.named.length === 0 &&
  !comesFirst(caseFile) &&
  !standsInFlood(caseFile)

/** By what was assessed or, until then, by what the words suggest; null where one of the two is not known. */
export function aboutOf({
  category,
  place,
  suggested,
}: Pick<Ordinary, 'category' | 'place' | 'suggested'>): About | null {
  const of = { category: category === unknown ? suggested?.category : category, place: place ?? suggested?.place }
  return of.category && of.place ? { category: of.category, place: of.place } : null
}

/** One list's counters of what is said alike: one a month of receipt and category, with one field a place. */
export const alikeGroup = (list: string): string => `alike:${list}`
const nameOf = (month: string, category: string): string => `${month}#${category}`
const fieldOf = ({ system, code }: PlaceRef): string => `${system}#${code}`

export function alikeAdditions(facts: Ordinary): CounterChange[] {
  const about = facts.oneOfMany ? aboutOf(facts) : null
  if (about === null) return []
  const name = nameOf(facts.receivedOn.slice(0, 7), about.category)
  return [{ group: alikeGroup(facts.region), name, field: fieldOf(about.place), add: 1 }]
}

/** What such a counter says, read back. */
export function alikeIn({ name, fields }: { name: string; fields: Readonly<Record<string, number>> }) {
  const [month = '', category = ''] = name.split('#')
  return Object.entries(fields).flatMap(([field, count]) => {
    const [system, code] = field.split('#')
    return count > 0 ? [{ month, category, place: { system, code } as PlaceRef, count }] : []
  })
}

/** Those of one subject and place that came near each other; null where they are too few. */
export function waveOf<Row extends { facts: Ordinary }>(about: About, all: readonly Row[]): Wave<Row> | null {
  const same = all.filter(({ facts }) => {
    const of = facts.oneOfMany ? aboutOf(facts) : null
    return of?.category === about.category && fieldOf(of.place) === fieldOf(about.place)
  })
  const sorted = same.toSorted((a, b) => a.facts.receivedOn.localeCompare(b.facts.receivedOn))
  const latest = Date.parse(sorted.at(-1)?.facts.receivedOn ?? '')
  const rows = sorted.filter(({ facts }) => latest - Date.parse(facts.receivedOn) <= waveDays * dayMs)
  return rows.length < fewest ? null : { ...about, rows }
}
