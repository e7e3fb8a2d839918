import { countedNames, forEachOf } from '../channel/questions.ts'
import type { Ordinary } from './facts.ts'

/** What a count can be broken down by; null: this case has nothing to say on it. */
export const dimensions = {
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
  // All that the price of a case is computed from: how many cost how much, in which language.
  cost: ({ cost, language }) => cost && `${cost.currency}:${language}:${String(cost.micros)}`,
  answerDays: ({ answerDays }) => (answerDays === null ? null : Math.min(answerDays, longestDays)),
} satisfies Record<string, (facts: Ordinary) => string | number | null>
export type Dimension = keyof typeof dimensions

/** Answers later than this share one bar. */
const longestDays = 90

export interface Measure {
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
  closed: { of: ({ status }) => status === 'closed', by: ['cost'] },
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
