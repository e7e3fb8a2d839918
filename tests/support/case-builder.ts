import { complainant, type Role, system, type Viewer } from '../../core/case/actor.ts'
import type { CaseFile } from '../../core/case/case-file.ts'
import { caseFileOf, fold } from '../../core/case/fold.ts'
import { type Entry, entry, type EntryOf } from '../../core/case/history.ts'
import type { Level } from '../../core/case/level.ts'
import { entriesDue, nextLookAt } from '../../core/deadlines/agenda.ts'
import { runningClocks } from '../../core/deadlines/clock.ts'
import { type Clock, type Policy } from '../../core/deadlines/policy.ts'
import { assessedPromiseAt, openingPromiseAt, reopenedPromiseAt } from '../../core/deadlines/promise.ts'
import { policyOf, type Rulebook, standardsOf } from '../../core/deadlines/rulebook.ts'
import { calendar } from '../../programme/calendar/calendar.ts'
import { places } from '../../programme/places/places.ts'
import { serviceStandards } from '../../programme/service-standards.ts'
import { settings } from '../../programme/settings.ts'

/*
 * Cases made of histories, as the operations make them: dates are those the rules themselves give. All begin on Monday
 * 7 June 2027 at nine; no feast falls in that month.
 */

export const rulebook: Rulebook = { standards: serviceStandards, calendar, gazetteer: places, settings }
export const policy: Policy = { standards: standardsOf(rulebook, serviceStandards.current), calendar }

export const reference = '4829137996'
export const monday = '2027-06-07T09:00:00.000Z'
export const on = (day: string, time = '09:00'): string => `${day}T${time}:00.000Z`
export const later = (from: string, hours: number): string =>
  new Date(Date.parse(from) + hours * 3_600_000).toISOString()

export const focalPoint = { role: 'focal-point', person: 'awa' } as const
export const gao = { system: 'cod-2021', code: 'ML07' } as const
/** No regional cluster serves it. */
export const kayes = { system: 'cod-2021', code: 'ML01' } as const

/** A complaint sent by SMS, its receipt promising the usual date; with what `change` says otherwise. */
export function opened(change: Partial<EntryOf<'received'>> = {}): CaseFile {
  const { lane = 'N', kind = 'complaint', receivedAt = monday } = change
  const at = change.at ?? receivedAt
  const received = entry('received', at, complainant, {
    channel: 'sms',
    kind,
    language: 'fr',
    receivedAt,
    lane,
    suggested: { place: null, category: null, sensitive: lane === 'P' },
    standards: serviceStandards.current,
    promisedAt: openingPromiseAt({ lane, kind, receivedAt }, policy, at),
    consent: 'sms',
    phone: true,
  })
  return caseFileOf('ml', reference, [{ ...received, ...change }])
}

export const after = (caseFile: CaseFile, ...entries: Entry[]): CaseFile => entries.reduce(fold, caseFile)

export function assessed(
  caseFile: CaseFile,
  level: Level,
  at = later(caseFile.lastAt, 1),
  codes: Partial<EntryOf<'assessed'>> = {},
): CaseFile {
  const promisedAt = assessedPromiseAt(caseFile, { level, kind: codes.kind }, policyOf(rulebook, caseFile), at)
  return after(caseFile, entry('assessed', at, focalPoint, { level, promisedAt, ...codes }))
}

export const assigned = (caseFile: CaseFile, at = later(caseFile.lastAt, 1), handOver = false): CaseFile =>
  after(caseFile, entry('assigned', at, focalPoint, { organisation: 'ong-sante-gao', handOver }))

export const answered = (caseFile: CaseFile, at = later(caseFile.lastAt, 1)): CaseFile =>
  after(caseFile, entry('answered', at, focalPoint, { outcome: 'resolved' }))

export const told = (caseFile: CaseFile, at = later(caseFile.lastAt, 1)): CaseFile =>
  after(caseFile, entry('told', at, system, { how: 'sms' }))

export function reopened(caseFile: CaseFile, at = later(caseFile.lastAt, 1), to = 2): CaseFile {
  const promisedAt = reopenedPromiseAt(caseFile, policyOf(rulebook, caseFile), at)
  return after(caseFile, entry('reopened', at, complainant, { to, promisedAt }))
}

export const waits = (caseFile: CaseFile, at: string): CaseFile =>
  after(caseFile, entry('waiting', at, focalPoint, { waitingFor: 'complainant', until: later(at, 14 * 24) }))

/** One visit of the sweep. */
export const visited = (caseFile: CaseFile, now: string, rules = rulebook): CaseFile =>
  after(caseFile, ...entriesDue(caseFile, rules, now))

/** Lets the sweep look whenever something is due, up to `until`; what it found, in order. */
export function left(caseFile: CaseFile, until: string, rules = rulebook): { caseFile: CaseFile; entries: Entry[] } {
  let current = caseFile
  for (let at = nextLookAt(current, rules); at !== null && at <= until; at = nextLookAt(current, rules)) {
    const before = current.version
    current = visited(current, at > current.lastAt ? at : current.lastAt, rules)
    if (current.version === before) throw new Error(`nothing was due at ${at}`)
  }
  return { caseFile: current, entries: current.history.slice(caseFile.version) }
}

/** Those of one kind, and when. */
export const instants = (entries: readonly Entry[], what: Entry['what']): string[] =>
  entries.filter((one) => one.what === what).map(({ at }) => at)
export const only = <W extends Entry['what']>(entries: readonly Entry[], what: W): EntryOf<W>[] =>
  entries.filter((one): one is EntryOf<W> => one.what === what)

export function clock(caseFile: CaseFile, name: Clock['name'], rules = rulebook): string | undefined {
  return runningClocks(caseFile, policyOf(rules, caseFile)).find((running) => running.name === name)?.dueAt
}

export const viewer = (role: Role, change: Partial<Viewer> = {}): Viewer => ({
  person: `${role}-1`,
  role,
  region: null,
  organisation: null,
  supervises: [],
  ...change,
})
