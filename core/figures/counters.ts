import { type CounterChange, type CounterKey, netted } from '../lists/counter-change.ts'
import type { Dismissed, Facts, Ordinary } from './facts.ts'
import { keptName } from './kept-from.ts'
import { listAdditions } from '../lists/listed.ts'
import { dimensions, fieldOf, type Measure, type MeasureName, measures } from './measures.ts'
import { alikeAdditions } from './waves.ts'

/** In the counter of its month beside the measures: it is no measure of what is counted, and is broken down by nothing. */
export const dismissedField = 'dismissed'

/** What stands on `due`, in all lanes: the machine's own count, which nobody is shown. */
export const liveKey: CounterKey = { group: 'live', name: 'due' }
export const liveField = 'rows'

/** Of what is open: by day of the month in which it came, and in which a person last did something. */
export const openFields = { open: 'open', late: 'late', came: 'came', moved: 'moved' } as const
export const now = 'now'

/** Everything one case adds, and where. */
function additions({ live, ordinary, dismissed, stub, listed }: Facts): CounterChange[] {
  return [
    ...(live ? [{ ...liveKey, field: liveField, add: 1 }] : []),
    ...(stub ? [{ group: stub.year, name: stub.lane, field: 'received', add: 1 }] : []),
    ...(listed ? listAdditions(listed) : []),
    ...(dismissed
      ? scopesOf(dismissed).map((scope) => ({ ...monthOf(scope, dismissed), field: dismissedField, add: 1 }))
      : []),
    ...(ordinary ? alikeAdditions(ordinary) : []),
    ...(ordinary ? scopesOf(ordinary).flatMap((scope) => inScope(scope, ordinary)) : []),
  ]
}

/** What a case adds to one group of counters (and to what is open of it), and to no other. */
export const additionsTo = (group: string, facts: Ordinary): CounterChange[] =>
  scopesOf(facts).flatMap((scope) => (scope.group === group ? inScope(scope, facts) : []))

const inScope = (scope: Scope, facts: Ordinary): CounterChange[] => [
  ...ofTheMonth(scope, facts),
  ...ofToday(scope, facts),
]

interface Scope {
  group: string
  /** Stands after the month: who is kept from the case, so that their sums leave it out. */
  kept: string
}

/** In whose figures a case is. */
function scopesOf({ region, organisation, named }: Dismissed): Scope[] {
  const withThem = organisation === null ? [] : [`with:${organisation}`]
  return [
    { group: 'all', kept: keptName(named) },
    { group: `region:${region}`, kept: keptName([...named, ...withThem]) },
    ...(organisation === null ? [] : [{ group: `organisation:${organisation}`, kept: keptName(named) }]),
  ]
}

const monthOf = ({ group, kept }: Scope, { receivedOn }: Dismissed): CounterKey => ({
  group,
  name: receivedOn.slice(0, 7) + kept,
})

function ofTheMonth(scope: Scope, facts: Ordinary): CounterChange[] {
  const key = monthOf(scope, facts)
  return (Object.entries(measures) as [MeasureName, Measure][]).flatMap(([measure, { of, by }]) => {
    const add = Number(of(facts))
    if (add === 0) return []
    const parts = by.flatMap((dimension) => {
      const value = dimensions[dimension](facts)
      return value === null ? [] : [fieldOf(measure, dimension, value)]
    })
    return [fieldOf(measure), ...parts].map((field) => ({ ...key, field, add }))
  })
}

/** Open and late as of now, and since when: what time alone changes is a sum over days, never a change. */
function ofToday({ group, kept }: Scope, { status, overdue, receivedOn, movedOn }: Ordinary): CounterChange[] {
  if (status !== 'open') return []
  const at = (name: string, field: string) => ({ group: `open:${group}`, name: name + kept, field, add: 1 })
  const onDay = (day: string, field: string) => at(day.slice(0, 7), `${field}#${day.slice(8)}`)
  return [
    at(now, openFields.open),
    ...(overdue ? [at(now, openFields.late)] : []),
    onDay(receivedOn, openFields.came),
    onDay(movedOn, openFields.moved),
  ]
}

/** What counting a case again changes, from what was last counted of it. */
export function counterChanges(before: Facts | null, after: Facts | null): CounterChange[] {
  const gone = before ? additions(before).map((change) => ({ ...change, add: -change.add })) : []
  return netted([...gone, ...(after ? additions(after) : [])])
}
