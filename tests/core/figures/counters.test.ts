import { expect, test } from 'vitest'
import { complainant, system } from '../../../core/case/actor.ts'
import type { CaseFile } from '../../../core/case/case-file.ts'
import { entry } from '../../../core/case/history.ts'
import { factsOf } from '../../../core/figures/case-facts.ts'
import { type CounterChange, netted } from '../../../core/lists/counter-change.ts'
import { counterChanges } from '../../../core/figures/counters.ts'
import * as cases from '../../support/case-builder.ts'

const facts = (caseFile: CaseFile) => factsOf(caseFile, cases.rulebook)
const ordinary = (caseFile: CaseFile) => facts(caseFile).ordinary
const inGao = (caseFile = cases.opened()) =>
  cases.assessed(caseFile, 'N1', undefined, { place: cases.gao, category: 'SAN-RUPT' })
/** What a counter holds once only this case was counted. */
function counter(caseFile: CaseFile, group: string, name: string): Record<string, number> {
  const there = counterChanges(null, facts(caseFile)).filter((one) => one.group === group && one.name === name)
  return Object.fromEntries(there.map(({ field, add }) => [field, add]))
}
const month = '2027-06'
const withNgo = `${month}#with:ong-sante-gao`

test('a region counts a case once somebody has assessed it: before, only triage knows of it', () => {
  const suggested = { place: cases.gao, category: null, sensitive: false }
  const before = cases.opened({ suggested })
  const after = inGao(before)

  expect(counter(before, 'region:triage', month)).toMatchObject({ received: 1, open: 1, 'received#person#unknown': 1 })
  expect(counter(before, 'region:gao', month)).toEqual({})
  expect(counter(after, 'region:gao', month)).toMatchObject({ received: 1, 'received#category#SAN-RUPT': 1 })
  expect(counter(after, 'region:triage', month)).toEqual({})
  expect(
    counter(cases.assessed(before, 'N1', undefined, { place: cases.kayes }), 'region:national', month).received,
  ).toBe(1)
})

test('what is in doubt, dismissed or S is in no count of ordinary cases', () => {
  const doubtful = cases.opened({ lane: 'P' })
  const open = cases.opened()
  const dismissed = cases.after(open, entry('closed', cases.on('2027-06-08'), cases.focalPoint, { how: 'dismissed' }))
  const raised = cases.assessed(inGao(), 'S2')

  for (const one of [doubtful, dismissed, raised]) expect(ordinary(one)).toBeNull()
  // All three are still on the agenda: to be read, erased, referred.
  for (const one of [doubtful, dismissed, raised]) expect(counter(one, 'live', 'due')).toEqual({ rows: 1 })
})

test('S1 and S2 are one in a national year, with no day, place, category or body', () => {
  for (const lane of ['S1', 'S2'] as const) {
    const keys = counterChanges(null, facts(cases.assessed(inGao(), lane)))
    expect(keys).toEqual([
      { group: 'live', name: 'due', field: 'rows', add: 1 },
      { group: '2027', name: lane, field: 'received', add: 1 },
    ])
  }
})

test('a body or region the words name does not find the case in its counts', () => {
  const named = ['organisation:ong-sante-gao', 'region:gao']
  const shutOut = cases.assigned(cases.assessed(cases.opened(), 'N1', undefined, { place: cases.gao, named }))

  expect(ordinary(shutOut)).toMatchObject({ region: 'national', organisation: null })
  expect(counter(shutOut, 'open:organisation:ong-sante-gao', 'now')).toEqual({})
  expect(counter(cases.assigned(inGao()), 'open:organisation:ong-sante-gao', 'now')).toEqual({ open: 1 })
})

test('a case is late when the sweep says so, stays in the rate while nobody answers, and late once answered', () => {
  const lapsedOn = '2027-06-21'
  const open = cases.assigned(inGao())
  const late = cases.left(open, cases.on(lapsedOn, '23:00')).caseFile
  const inTime = cases.answered(open)

  expect(ordinary(open)).toMatchObject({ late: false, overdue: false })
  expect(counter(late, 'region:gao', withNgo)).toMatchObject({ lateOpen: 1 })
  expect(counter(late, 'open:region:gao', 'now#with:ong-sante-gao')).toEqual({ open: 1, late: 1 })
  expect(counter(cases.answered(late), 'region:gao', withNgo)).toMatchObject({
    answered: 1,
    climbed: 1,
    'climbed#climbedTo#1': 1,
  })
  expect(counter(cases.answered(late), 'region:gao', withNgo)).not.toHaveProperty('answeredInTime')
  expect(counter(inTime, 'region:gao', withNgo)).toMatchObject({ answeredInTime: 1, 'answered#answerDays#0': 1 })
})

test('a promise is kept by what the person had on its day: an answer that arrived or word of a later date, never a rung', () => {
  const open = cases.assigned(inGao())
  const promisedAt = open.promisedAt ?? ''
  const told = (caseFile: CaseFile, at: string) => cases.after(caseFile, entry('told', at, system, { how: 'sms' }))
  const to = cases.on('2027-06-30', '14:00')
  const extended = cases.after(open, entry('extended', cases.on('2027-06-18'), cases.focalPoint, { to }))
  const about = extended.version - 1
  const heard = (at: string) => cases.after(extended, entry('heard', at, system, { about, how: 'sms' }))
  const promises = (caseFile: CaseFile) => [ordinary(caseFile)?.promises, ordinary(caseFile)?.promisesKept]

  expect(promises(open)).toEqual([0, 0])
  expect(promises(cases.answered(open))).toEqual([1, 0])
  expect(promises(told(cases.answered(open), cases.later(open.lastAt, 2)))).toEqual([1, 1])
  expect(promises(extended)).toEqual([1, 0])
  expect(promises(heard(cases.on('2027-06-18')))).toEqual([1, 1])
  expect(promises(heard(cases.on('2027-06-22')))).toEqual([1, 0])
  // The answer comes the evening of the promised day: the clock ran out at 14:00, the day was kept; a phone switched on the day after, not.
  const { caseFile: late } = cases.left(open, promisedAt)
  expect(late.escalationLevel).toBe(1)
  expect(promises(late)).toEqual([1, 0])
  const [five, day] = [cases.later(promisedAt, 5), cases.later(promisedAt, 24)]
  expect(promises(told(cases.answered(late, five), five))).toEqual([2, 2])
  expect(promises(told(cases.answered(late, five), day))).toEqual([2, 1])
  // Three levels up and three weeks at the top: every date was a promise, and nobody answered.
  expect(promises(cases.left(open, cases.on('2027-07-30')).caseFile)).toEqual([6, 0])
})

test('promises to whoever left no way to be reached stand apart, kept by what could be looked up', () => {
  const box = cases.assigned(inGao(cases.opened({ channel: 'box', consent: 'none', phone: false })))
  const counted = (caseFile: CaseFile) => {
    const { promises, promisesKept, available, availableKept } = ordinary(caseFile) ?? {}
    return [promises, promisesKept, available, availableKept]
  }
  expect(counted(cases.answered(box))).toEqual([0, 0, 1, 1])
  expect(counted(cases.left(box, cases.on('2027-06-21', '20:00')).caseFile)).toEqual([0, 0, 1, 0])
})

test('told, verdict and reopening are counted, and a reopened case is open again', () => {
  const told = cases.told(cases.answered(cases.assigned(inGao())))
  const verdict = cases.after(told, entry('satisfied', cases.later(told.lastAt, 1), cases.focalPoint, { score: 3 }))
  const again = cases.reopened(verdict)

  expect(counter(verdict, 'region:gao', withNgo)).toMatchObject({
    told: 1,
    satisfied: 1,
    'satisfied#satisfaction#3': 1,
  })
  expect(counter(verdict, 'region:gao', withNgo)).not.toHaveProperty('open')
  expect(counter(again, 'region:gao', month)).toMatchObject({ reopened: 1, open: 1, answered: 1 })
})

test('an answer counts as one after escalation only where it came after: not the one before a case was taken up again', () => {
  const escalated = (caseFile: CaseFile) =>
    cases.after(caseFile, entry('escalated', cases.later(caseFile.lastAt, 1), cases.focalPoint, { from: 0, to: 1, region: null, nextAt: cases.on('2027-07-01') })) // prettier-ignore
  const again = escalated(cases.reopened(cases.told(cases.answered(cases.assigned(inGao())))))

  expect(counter(again, 'region:gao', month)).toMatchObject({ climbed: 1, answered: 1, reopened: 1 })
  expect(counter(again, 'region:gao', month)).not.toHaveProperty('answeredAfterClimb')
  expect(counter(cases.answered(again), 'region:gao', month)).toMatchObject({ answeredAfterClimb: 1 })
})

test('a loop is closed once the person was told and could say what they think; a mere thanks is owed nothing', () => {
  const until = cases.on('2028-01-01')
  const told = cases.left(cases.told(cases.answered(cases.assigned(inGao()))), until).caseFile
  const unreached = cases.left(cases.answered(cases.assigned(inGao(cases.opened({ consent: 'none', phone: false })))), until).caseFile // prettier-ignore
  const thanks = cases.left(inGao(cases.opened({ kind: 'thanks' })), until).caseFile

  for (const one of [told, unreached, thanks]) expect(one.status).toBe('closed')
  expect(counter(told, 'region:gao', withNgo)).toMatchObject({ closedAnswered: 1, loopClosed: 1 })
  expect(counter(unreached, 'region:gao', withNgo)).toMatchObject({ closedAnswered: 1, closed: 1 })
  expect(counter(unreached, 'region:gao', withNgo)).not.toHaveProperty('loopClosed')
  expect(counter(thanks, 'region:gao', month)).toMatchObject({ closed: 1 })
  expect(counter(thanks, 'region:gao', month)).not.toHaveProperty('closedAnswered')
})

test('who was not asked about disability stays not asked; who said something is counted with it, and with how fast they were answered', () => {
  const said = (disability: 'yes' | 'no') =>
    cases.after(cases.opened(), entry('disability-given', cases.monday, complainant, { disability }))

  expect(counter(inGao(), 'region:gao', month)).toMatchObject({ 'received#disability#unknown': 1 })
  const answered = cases.answered(cases.assigned(inGao(said('yes'))))
  expect(counter(answered, 'region:gao', withNgo)).toMatchObject({
    'received#disability#yes': 1,
    'answeredInTime#disability#yes': 1,
  })
  // What is found later goes before, and what is not said again stays.
  const found = cases.assessed(said('no'), 'N1', undefined, { place: cases.gao, disability: 'yes' })
  expect(ordinary(found)?.disability).toBe('yes')
  expect(ordinary(cases.assessed(found, 'N1'))?.disability).toBe('yes')
})

test('a case changes the counts by what changed, and all its changes together are what it is in the end', () => {
  const whole = cases.left(cases.told(cases.answered(cases.assigned(inGao()))), cases.on('2029-01-01')).caseFile
  const states = whole.history.map((_, at) => whole.history.slice(0, at + 1))
  const seen = states.map(([first, ...rest]) => {
    if (first?.what !== 'received') throw new Error('no beginning')
    return facts(cases.after(cases.opened(first), ...rest))
  })
  const steps = seen.map((now, at) => counterChanges(seen[at - 1] ?? null, now))
  const byField = (changes: readonly CounterChange[]) =>
    Object.fromEntries(changes.map(({ group, name, field, add }) => [`${group} ${name} ${field}`, add]))

  expect(byField(netted(steps.flat()))).toEqual(byField(counterChanges(null, facts(whole))))
  expect(facts(whole).live).toBe(false)
  expect(steps.flat().some(({ add }) => add < 0)).toBe(true)
})
