import { type CounterChange, type CounterKey, netted } from '../lists/counter-change.ts'
import { countedNames, forEachOf } from '../channel/questions.ts'
import type { Dismissed, Facts, Ordinary } from './facts.ts'
import { keptName } from './kept-from.ts'
import { listAdditions } from '../lists/listed.ts'
import { alikeAdditions } from './waves.ts'

/** What a count can be broken down by; null: this case has nothing to say on it. */
const dimensions = {
  region: ({ region }) => region,
  cercle: ({ cercle }) => cercle,
  category: ({ category }) => category,
  channel: ({ channel }) => channel,
  kind: ({ kind }) => kind,
  language: ({ language }) => language,
  ...forEachOf(countedNames, (name) => (facts: Ordinary) => facts[name]),
  level: ({ level }) => level,
  organisation: ({ organisation }) => organisation,
  satisfaction: ({ satisfaction }) => satisfaction,
  climbedTo: ({ climbedTo }) => climbedTo,
  answerDays: ({ answerDays }) => (answerDays === null ? null : Math.min(answerDays, longestDays)),
} satisfies Record<string, (facts: Ordinary) => string | number | null>
export type Dimension = keyof typeof dimensions

/** Answers later than this share one bar. */
const longestDays = 90

interface Measure {
  of: (facts: Ordinary) => boolean | number
  by: readonly Dimension[]
}

/** For whom and about what a rate must be comparable (K10 of `docs/figures.md`). */
const groups: readonly Dimension[] = [...countedNames, 'category', 'organisation', 'region']

/**
 * The fields of a counter of one month of receipt: what each counts, and by what it is broken down. `docs/figures.md` says which
 * indicator is made of which. A field that is not here is not counted anywhere.
 */
export const measures = {
  received: {
    of: () => true,
    by: ['region', 'cercle', 'category', 'channel', 'kind', 'language', ...countedNames, 'level', 'organisation'],
  },
  open: { of: ({ status }) => status === 'open', by: [] },
  closed: { of: ({ status }) => status === 'closed', by: [] },
  closedAnswered: { of: ({ status, answerDays }) => status === 'closed' && answerDays !== null, by: [] },
  readInTime: { of: ({ read }) => read === 'in-time', by: [] },
  readLate: { of: ({ read }) => read === 'late', by: [] },
  answered: { of: ({ answerDays }) => answerDays !== null, by: [...groups, 'answerDays'] },
  answeredInTime: { of: ({ answerDays, late }) => answerDays !== null && !late, by: groups },
  lateOpen: { of: ({ answerDays, late, status }) => answerDays === null && late && status === 'open', by: groups },
  promises: { of: ({ promises }) => promises, by: [] },
  promisesKept: { of: ({ promisesKept }) => promisesKept, by: [] },
  available: { of: ({ available }) => available, by: [] },
  availableKept: { of: ({ availableKept }) => availableKept, by: [] },
  told: { of: ({ told }) => told, by: [] },
  loopClosed: { of: ({ loopClosed }) => loopClosed, by: [] },
  satisfied: { of: ({ satisfaction }) => satisfaction !== null, by: ['satisfaction'] },
  climbed: { of: ({ climbedTo }) => climbedTo > 0, by: ['climbedTo'] },
  answeredAfterClimb: { of: ({ answeredAfterClimb }) => answeredAfterClimb, by: ['climbedTo'] },
  reopened: { of: ({ reopened, answerDays }) => reopened && answerDays !== null, by: [] },
  merged: { of: ({ merged }) => merged, by: [] },
} satisfies Record<string, Measure>
export type MeasureName = keyof typeof measures

/** The name of a field: `received`, or `received#person#woman`. */
export const fieldOf = (measure: MeasureName, dimension?: Dimension, value?: string | number): string =>
  dimension === undefined ? measure : `${measure}#${dimension}#${value ?? ''}`

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
    ...(ordinary
      ? scopesOf(ordinary).flatMap((scope) => [...ofTheMonth(scope, ordinary), ...ofToday(scope, ordinary)])
      : []),
  ]
}

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
