import { describe, expect, test } from 'vitest'
import { complainant, system } from '../../../core/case/actor.ts'
import { isOpen, knowsRequest } from '../../../core/case/case-file.ts'
import { caseFileOf } from '../../../core/case/fold.ts'
import { entry } from '../../../core/case/history.ts'
import { isLower, laneOf, levels } from '../../../core/case/level.ts'
import {
  after,
  answered,
  assessed,
  assigned,
  focalPoint,
  gao,
  kayes,
  later,
  left,
  monday,
  on,
  opened,
  reference,
  told,
  waits,
} from '../../support/case-builder.ts'

const tuesday = on('2027-06-08')
const inHand = assigned(assessed(opened(), 'N1'))

describe('a case is its history', () => {
  test('folded at once or line by line, it is the same', () => {
    const { caseFile } = left(told(answered(inHand)), later(monday, 24 * 500))

    expect(caseFileOf('ml', reference, caseFile.history)).toEqual(caseFile)
    expect(caseFile.version).toBe(caseFile.history.length)
  })

  test('which begins with its being received, or is none', () => {
    expect(() => caseFileOf('ml', reference, [])).toThrow('does not begin with received')
    expect(() => caseFileOf('ml', reference, [entry('read', monday, focalPoint, {})])).toThrow()
  })

  test('a line never changes the case it is added to', () => {
    const before = structuredClone(inHand)
    answered(inHand)

    expect(inHand).toEqual(before)
  })

  test('no line is earlier than the one before it, whatever a clock says', () => {
    const [early, late] = [later(tuesday, -1), later(tuesday, 1)]
    const noted = after(inHand, entry('noted', tuesday, focalPoint, {}))
    const goesBack = after(noted, entry('noted', early, focalPoint, {}), entry('noted', late, focalPoint, {}))

    expect(goesBack.history.slice(-3).map(({ at }) => at)).toEqual([tuesday, tuesday, late])
    expect(goesBack.lastAt).toBe(late)
    expect(caseFileOf('ml', reference, goesBack.history)).toEqual(goesBack)
  })

  test('knows the requests that are in it', () => {
    const noted = after(inHand, entry('noted', tuesday, focalPoint, {}, 'request-7'))
    const knows = (requestId: string, person = 'awa') => knowsRequest(noted, requestId, person)

    expect([knows('request-7'), knows('request-8')]).toEqual([true, false])
    expect(knows('request-7', 'somebody-else')).toBe(false)
  })
})

describe('opening', () => {
  test.each([
    ['N', null],
    ['P', null],
    ['S1', 'S1'],
    ['S2', 'S2'],
  ] as const)('in lane %s, the level is %s', (lane, level) => {
    expect(opened({ lane })).toMatchObject({ status: 'received', lane, level, version: 1 })
  })

  test('is reading only where somebody who triages wrote it down, and never of an S case', () => {
    expect(opened({ by: focalPoint }).readAt).toBe(monday)
    expect(opened({ by: focalPoint, lane: 'P' }).readAt).toBe(monday)
    expect(opened({ by: { role: 'partner', person: 'p1' }, lane: 'P' }).readAt).toBeNull()
    expect(opened({ by: focalPoint, lane: 'S2' }).readAt).toBeNull()
    expect(opened().readAt).toBeNull()
  })
})

describe('assessing', () => {
  test('is reading, and keeps what it does not say', () => {
    const once = assessed(opened(), 'N1', tuesday, { category: 'SAN-MEDIC', place: gao, kind: 'question' })
    const twice = assessed(once, 'N2')

    expect(twice).toMatchObject({ level: 'N2', category: 'SAN-MEDIC', place: gao, kind: 'question', readAt: tuesday })
    expect(twice.assessedAt).toBe(tuesday)
  })

  test('S takes an ordinary case away from the organisation that had it, with its run of reminders and lapses', () => {
    const late = left(inHand, on('2027-06-22')).caseFile
    const grave = assessed(late, 'S1')

    expect(late.lapsed).not.toEqual([])
    expect(grave).toMatchObject({
      lane: 'S1',
      status: 'assessed',
      organisation: null,
      lapsed: [],
      reminders: 0,
      rungAt: null,
    })
  })

  test('a possible S that is ordinary goes on as it was', () => {
    const possible = left(opened({ lane: 'P' }), on('2027-06-15')).caseFile
    const ordinary = assessed(possible, 'N1')

    expect(ordinary).toMatchObject({ lane: 'N', status: 'assessed', lapsed: possible.lapsed })
    expect(assessed(possible, 'S2')).toMatchObject({ lane: 'S2', lapsed: [], reminders: 0 })
  })

  test('a place the person gave is not changed by their next answer, only by staff', () => {
    const given = after(opened({ place: gao }), entry('place-given', tuesday, complainant, { place: kayes }))

    expect(given.place).toEqual(gao)
    expect(assessed(given, 'N1', tuesday, { place: kayes }).place).toEqual(kayes)
  })
})

describe('handing over', () => {
  const offered = assigned(assessed(opened(), 'N1'), tuesday, true)

  test.each(['refused', 'revoked', 'hand-over-returned'] as const)('%s, the case is ours again', (what) => {
    const back = after(offered, entry(what, tuesday, focalPoint, { organisation: 'ong-sante-gao' }))

    expect(back).toMatchObject({ status: 'assessed', organisation: null, handOver: null })
  })

  test('accepted, it is theirs', () => {
    const accepted = after(offered, entry('accepted', tuesday, focalPoint, { organisation: 'ong-sante-gao' }))

    expect(accepted).toMatchObject({ status: 'assigned', organisation: 'ong-sante-gao', handOver: null })
  })
})

describe('answering', () => {
  test('ends a pause and begins to tell', () => {
    const done = answered(waits(inHand, tuesday), later(tuesday, 48))

    expect(done).toMatchObject({ status: 'answered', waiting: null, pausedMs: 48 * 3_600_000, lapsed: [], told: null })
  })

  test('again: the person is told again and asked again', () => {
    const before = after(told(answered(inHand)), entry('satisfaction-asked', tuesday, system, {}))
    const again = answered(after(before, entry('reopened', tuesday, complainant, { to: 1, promisedAt: null })))

    expect(again).toMatchObject({ told: null, satisfactionAskedAt: null, satisfaction: null, reopenings: 1 })
    expect(again.answer?.index).toBe(again.version - 1)
  })

  test('told at last, nobody is unreachable any more', () => {
    expect(told(after(answered(inHand), entry('unreachable', tuesday, system, {}))).unreachableAt).toBeNull()
  })
})

describe('closing', () => {
  test('ends a pause that was running', () => {
    const dismissed = after(waits(inHand, tuesday), entry('closed', tuesday, focalPoint, { how: 'dismissed' }))

    expect(isOpen(dismissed)).toBe(false)
    expect(dismissed.waiting).toBeNull()
  })

  test('a dismissed case is restored as it came', () => {
    const dismissed = after(opened(), entry('closed', tuesday, focalPoint, { how: 'dismissed' }))

    expect(after(dismissed, entry('restored', tuesday, focalPoint, {}))).toMatchObject({
      status: 'received',
      closedAt: null,
      closedHow: null,
    })
  })

  test('START after an erasure lets us write again', () => {
    const silent = after(
      opened(),
      entry('opted-out', monday, complainant, {}),
      entry('erased', tuesday, system, { part: 'contact' }),
    )

    expect(after(silent, entry('opted-in', tuesday, complainant, {}))).toMatchObject({ optedOut: false, erased: [] })
  })
})

test('an escalation, and every reminder at the top, promises the date its SMS says', () => {
  const escalated = after(
    inHand,
    entry('escalated', tuesday, system, { from: 0, to: 1, region: 'gao', nextAt: later(tuesday, 5) }),
  )
  expect(escalated.promisedAt).toBe(later(tuesday, 5))
  const nagged = after(escalated, entry('nagged', tuesday, system, { level: 3, nextAt: later(tuesday, 7) }))
  expect(nagged.promisedAt).toBe(later(tuesday, 7))
})

test('merging follows a lead until it is undone', () => {
  const merged = after(inHand, entry('merged', tuesday, focalPoint, { lead: '1111111111' }))
  const lead = after(inHand, entry('followed', tuesday, focalPoint, { follower: reference }))

  expect(merged.mergedInto).toBe('1111111111')
  expect(after(merged, entry('unmerged', tuesday, focalPoint, { lead: '1111111111' })).mergedInto).toBeNull()
  expect(lead.followers).toEqual([reference])
  expect(after(lead, entry('unfollowed', tuesday, focalPoint, { follower: reference })).followers).toEqual([])
})

describe('levels', () => {
  test('ordinary ones share a lane, each S has its own', () => {
    expect(levels.map(laneOf)).toEqual(['N', 'N', 'N', 'S1', 'S2'])
  })

  test('only going up is free', () => {
    for (const [high, to] of levels.entries())
      for (const [low, from] of levels.entries()) expect(isLower(to, from), `${from} to ${to}`).toBe(high < low)
  })
})
