import type { Facts, Ordinary } from './facts.ts'

/** Where a number is kept. `group`: a day of receipt, a year, or `live`; `name`: a region, a list, a lane. */
export interface CounterKey {
  group: string
  name: string
}
export interface CounterChange extends CounterKey {
  field: string
  add: number
}

/** What a count can be broken down by; null: this case has nothing to say on it. */
const dimensions = {
  category: ({ category }) => category,
  channel: ({ channel }) => channel,
  kind: ({ kind }) => kind,
  language: ({ language }) => language,
  person: ({ person }) => person,
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

/** For whom and about what a rate must be comparable (`domain.md` K10). */
const groups: readonly Dimension[] = ['person', 'category', 'organisation']

/**
 * The fields of a counter of one day and region: what each counts, and by what it is broken down. `docs/figures.md` says which
 * indicator is made of which. A field that is not here is not counted anywhere.
 */
export const measures = {
  received: { of: () => true, by: ['category', 'channel', 'kind', 'language', 'person', 'level', 'organisation'] },
  open: { of: ({ status }) => status === 'open', by: [] },
  closed: { of: ({ status }) => status === 'closed', by: [] },
  readInTime: { of: ({ read }) => read === 'in-time', by: [] },
  readLate: { of: ({ read }) => read === 'late', by: [] },
  answered: { of: ({ answerDays }) => answerDays !== null, by: [...groups, 'answerDays'] },
  answeredInTime: { of: ({ answerDays, late }) => answerDays !== null && !late, by: groups },
  lateOpen: { of: ({ answerDays, late, status }) => answerDays === null && late && status === 'open', by: groups },
  promises: { of: ({ promises }) => promises, by: [] },
  promisesKept: { of: ({ promisesKept }) => promisesKept, by: [] },
  told: { of: ({ told }) => told, by: [] },
  loopClosed: { of: ({ loopClosed }) => loopClosed, by: [] },
  satisfied: { of: ({ satisfaction }) => satisfaction !== null, by: ['satisfaction'] },
  climbed: { of: ({ climbedTo }) => climbedTo > 0, by: ['climbedTo'] },
  answeredAfterClimb: { of: ({ climbedTo, answerDays }) => climbedTo > 0 && answerDays !== null, by: ['climbedTo'] },
  reopened: { of: ({ reopened }) => reopened, by: [] },
  merged: { of: ({ merged }) => merged, by: [] },
} satisfies Record<string, Measure>
export type MeasureName = keyof typeof measures

/** The name of a field: `received`, or `received#person#woman`. */
export const fieldOf = (measure: MeasureName, dimension?: Dimension, value?: string | number): string =>
  dimension === undefined ? measure : `${measure}#${dimension}#${value ?? ''}`

/** What stands on `due`, in all lanes: the machine's own count, which nobody is shown. */
export const liveKey: CounterKey = { group: 'live', name: 'due' }
export const liveField = 'rows'

/** Everything one case adds, and where. */
function additions({ live, ordinary, stub }: Facts): CounterChange[] {
  return [
    ...(live ? [{ ...liveKey, field: liveField, add: 1 }] : []),
    ...(stub ? [{ group: stub.year, name: stub.lane, field: 'received', add: 1 }] : []),
    ...(ordinary ? [...ofTheDay(ordinary), ...ofToday(ordinary)] : []),
  ]
}

function ofTheDay(facts: Ordinary): CounterChange[] {
  const key = { group: facts.receivedOn, name: facts.region }
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

/** Open and late as of now, by whose they are. */
function ofToday({ status, overdue, region, organisation }: Ordinary): CounterChange[] {
  if (status !== 'open') return []
  const names = [`region:${region}`, ...(organisation === null ? [] : [`organisation:${organisation}`])]
  return names.flatMap((name) => [
    { group: 'live', name, field: 'open', add: 1 },
    ...(overdue ? [{ group: 'live', name, field: 'late', add: 1 }] : []),
  ])
}

/** Changes as they add up, by field. */
export type Sum = Map<string, CounterChange>

export function addTo(sum: Sum, changes: readonly CounterChange[]): void {
  for (const change of changes) {
    const name = JSON.stringify([change.group, change.name, change.field])
    sum.set(name, { ...change, add: change.add + (sum.get(name)?.add ?? 0) })
  }
}

/** The changes that remain when all are made at once: one per field, none of them 0. */
export function netted(changes: readonly CounterChange[]): CounterChange[] {
  const sum: Sum = new Map()
  addTo(sum, changes)
  return [...sum.values()].filter(({ add }) => add !== 0)
}

/** What counting a case again changes, from what was last counted of it. */
export function counterChanges(before: Facts | null, after: Facts | null): CounterChange[] {
  const gone = before ? additions(before).map((change) => ({ ...change, add: -change.add })) : []
  return netted([...gone, ...(after ? additions(after) : [])])
}
