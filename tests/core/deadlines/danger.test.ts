import { describe, expect, test } from 'vitest'
import { system } from '../../../core/case/actor.ts'
import { entry } from '../../../core/case/history.ts'
import { standing } from '../../../core/lists/standing.ts'
import { refusal } from '../../../core/routing/may-see.ts'
import {
  after,
  answered,
  assessed,
  assigned,
  clock,
  focalPoint,
  gao,
  later,
  left,
  monday,
  on,
  only,
  opened,
  rulebook,
  viewer,
} from '../../support/case-builder.ts'

const suggested = { place: null, category: null, sensitive: false }
const possible = opened({ place: gao, suggested: { ...suggested, level: 'N2' } })
const danger = assessed(opened({ place: gao }), 'N2')
const acted = (at: string) => entry('acted', at, focalPoint, { actedAt: at })
const nights = (at: string): boolean => at.slice(11, 16) >= '20:00' || at.slice(11, 16) < '07:00'

describe('a danger to life', () => {
  test('is to be acted on in the same 24 hours, whoever has it: no handing over ends them', () => {
    const dueAt = clock(danger, 'act')
    const theirs = assigned(danger, later(monday, 2), true)
    const taken = after(theirs, entry('accepted', later(monday, 3), focalPoint, { organisation: 'ong-sante-gao' }))
    expect([dueAt, clock(theirs, 'act'), clock(taken, 'act')]).toEqual([on('2027-06-08'), dueAt, dueAt])
  })

  test('ends that clock only by an act, and the answer stays due', () => {
    const done = after(assigned(danger), acted(later(monday, 5)))
    expect(clock(done, 'act')).toBeUndefined()
    expect(clock(done, 'answer')).toBe(on('2027-06-14'))
  })

  test('assigned, accepted and left alone it climbs after 24 hours, and reaches the coordination in three days more', () => {
    const rungs = only(left(assigned(danger), later(monday, 24 * 5)).entries, 'escalated')
    expect(rungs.map(({ at, to }) => [at, to])).toEqual([
      [on('2027-06-08'), 1],
      [on('2027-06-09'), 2],
      [on('2027-06-10'), 3],
    ])
  })

  test('goes up before the promised day, which stands; on that day it goes up again, and the person has another', () => {
    const own = assigned(danger)
    const { caseFile, entries } = left(own, later(monday, 24 * 5))
    expect(only(entries, 'escalated').map(({ early }) => early)).toEqual(['act', 'act', 'act'])
    expect(caseFile.promisedAt).toBe(own.promisedAt)
    const [first] = only(left(own, later(monday, 24 * 9)).entries, 'nagged')
    expect([first?.at, first?.early]).toEqual([own.promisedAt, undefined])
  })

  test('is nobody’s alone: each reminder goes to another human', () => {
    const to = only(left(assigned(danger), later(monday, 23)).entries, 'reminded').map((one) => one.to)
    expect(to.slice(0, 4)).toEqual(['organisation:ong-sante-gao', 'focal-point', 'region:gao', 'coordination'])
    expect(to.filter((one) => one === 'organisation:ong-sante-gao').length).toBeLessThan(3)
  })

  test('reminds once a day when something was done', () => {
    const at = only(left(after(assigned(danger), acted(later(monday, 3))), later(monday, 24 * 5)).entries, 'reminded')
    expect(at.length).toBeLessThanOrEqual(5)
  })
})

describe('a danger to life that is only possible', () => {
  test('is due in four hours, and wakes somebody once a night', () => {
    expect(clock(possible, 'assess')).toBe(on('2027-06-07', '13:00'))
    const reminders = only(left(possible, later(monday, 24 * 3)).entries, 'reminded').map(({ at }) => at)
    const byNight = Map.groupBy(reminders.filter(nights), (at) => later(at, -8).slice(0, 10))
    expect(reminders.length).toBeGreaterThan(6)
    expect([...byNight.values()].map((own) => own.length)).toEqual([...byNight.keys()].map(() => 1))
  })

  test('nobody assessed in time: it is recorded, and somebody is reminded', () => {
    const { entries } = left(opened({ place: gao }), later(monday, 24 * 4))
    expect(only(entries, 'lapsed').map(({ clock: name }) => name)).toContain('assess')
    expect(only(entries, 'reminded').map(({ clock: name, to }) => [name, to])).toContainEqual(['assess', 'focal-point'])
  })
})

describe('what comes first in every list, late or not', () => {
  const rank = (caseFile: typeof danger) => standing(caseFile, rulebook)?.row.rank
  test.each([
    ['what may be S, opened or not', opened({ lane: 'P' }), 0],
    ['what may be a danger to life', possible, 0],
    ['the same, opened', after(possible, entry('read', later(monday, 1), focalPoint, {})), 0],
    ['the same, found ordinary', assessed(possible, 'N1'), 1],
    ['a danger to life', danger, 0],
    ['a danger to life that is with a partner', assigned(danger), 0],
    ['a danger to life that is answered', answered(assigned(danger)), 1],
    ['a late ordinary case', left(opened(), later(monday, 24 * 30)).caseFile, 1],
  ])('%s', (_, caseFile, expected) => {
    expect(rank(caseFile)).toBe(expected)
  })
})

describe('only the level that has a case sends it down', () => {
  const at = (escalationLevel: number) => ({ ...assigned(danger), escalationLevel, rungAt: later(monday, 24) })
  const may = (level: number) =>
    (['focal-point', 'regional-cluster', 'coordinator'] as const).filter(
      (role) => refusal(viewer(role, { region: 'gao' }), at(level), 'send-back') === null,
    )
  test('a region its own, the focal point what is national, the coordination the rest', () => {
    expect([may(1), may(2), may(3)]).toEqual([['regional-cluster'], ['focal-point'], ['coordinator']])
    expect(refusal(viewer('regional-cluster', { region: 'gao' }), at(3), 'send-back')).toBe('not-your-level')
  })
})

describe('a case of before these rules', () => {
  const at = later(monday, 24 * 60)
  const converted = (caseFile: typeof danger) => after(caseFile, entry('converted', at, system, { rules: 2 }))

  test('has no clock of theirs in the past: it starts at the conversion', () => {
    expect(clock(converted(opened({ place: gao })), 'assess')).toBe('2027-08-10T14:00:00.000Z')
    expect(clock(converted(assigned(danger)), 'act')).toBe(later(at, 24))
  })

  test('keeps one that lies ahead', () => {
    const young = after(opened({ place: gao }), entry('converted', later(monday, 1), system, { rules: 2 }))
    expect(clock(young, 'assess')).toBe(on('2027-06-09', '14:00'))
  })
})
