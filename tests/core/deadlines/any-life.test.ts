import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CaseFile } from '../../../core/case/case-file.ts'
import { entriesDue, nextLookAt } from '../../../core/deadlines/agenda.ts'
import { runningClocks } from '../../../core/deadlines/clock.ts'
import { standing } from '../../../core/lists/standing.ts'
import { policyOf } from '../../../core/deadlines/rulebook.ts'
import { consents, kinds } from '../../../core/channel/message.ts'
import { caseFileOf } from '../../../core/case/fold.ts'
import type { Entry } from '../../../core/case/history.ts'
import { after, gao, kayes, later, monday, only, opened, rulebook, visited } from '../../support/case-builder.ts'
import { manyMoves, moved } from '../../support/any-life.ts'

const beginning = fc
  .record({
    kind: fc.constantFrom(...kinds),
    lane: fc.constantFrom('N', 'N', 'P', 'S1', 'S2'),
    channel: fc.constantFrom('sms', 'ussd', 'web', 'box'),
    consent: fc.constantFrom(...consents),
    phone: fc.boolean(),
    inSession: fc.boolean(),
    callMe: fc.boolean(),
    suggested: fc.record({
      place: fc.constantFrom(gao, kayes, null),
      category: fc.constant(null),
      sensitive: fc.boolean(),
    }),
    lateByHours: fc.constantFrom(0, 0, 30, 500),
  })
  .map(({ lateByHours, ...change }) => opened({ ...change, at: later(monday, lateByHours) }))

/** Some minutes to some months between moves: a case may be left alone. */
const gap = fc.oneof(
  fc.integer({ min: 0, max: 300 }),
  fc.integer({ min: 0, max: 40_000 }),
  fc.integer({ min: 0, max: 200_000 }),
)
const move = fc.record({ what: fc.nat(manyMoves - 1), minutes: gap, choice: fc.nat(60) })
const life = fc.tuple(beginning, fc.array(move, { minLength: 5, maxLength: 30 }))
type Life = typeof life extends fc.Arbitrary<infer L> ? L : never

/** Every state a life goes through. */
function* states([first, steps]: Life): Generator<CaseFile> {
  let caseFile = first
  let now = first.lastAt
  yield caseFile
  for (const { what, minutes, choice } of steps) {
    now = later(now, minutes / 60)
    caseFile = moved(caseFile, what, now, choice)
    yield caseFile
  }
}
const always = (holds: (caseFile: CaseFile, before: CaseFile | null) => void, numRuns = 120) => {
  fc.assert(
    fc.property(life, (one) => {
      let before: CaseFile | null = null
      for (const caseFile of states(one)) {
        holds(caseFile, before)
        before = caseFile
      }
    }),
    { numRuns },
  )
}

test('no orphan: an open case has an owner, a running clock, a next look and a next action', () => {
  always((caseFile) => {
    if (caseFile.status === 'closed') return
    const stands = standing(caseFile, rulebook)
    expect(runningClocks(caseFile, policyOf(rulebook, caseFile)).length).toBeGreaterThan(0)
    expect(stands?.owner).toMatch(
      /^(focal-point|coordination|hand-over:ong-sante-gao|protection|integrity|region:gao|organisation:ong-sante-gao)$/,
    )
    expect(stands?.row.nextAction).toMatch(/^[a-z-]+$/)
    expect(stands?.row.nextAction).not.toBe('erase')
    expect(stands?.nextLookAt).toMatch(/Z$/)
  })
})

test('the person is told before the case closes; only what was dismissed or only a thank-you closes without', () => {
  always((caseFile) => {
    if (caseFile.status !== 'closed' || caseFile.told) return
    expect(['dismissed', 'thanks']).toContain(caseFile.closedHow)
  })
})

test('only what its owner may close is closed by time: told 30 days ago, or thanks', () => {
  always((caseFile) => {
    const last = caseFile.history.at(-1)
    if (last?.what !== 'closed' || last.how !== 'window-over') return
    // The 30 days run from the first time they were told of this answer; being told again takes none away and adds none.
    const answeredAt = only(caseFile.history, 'answered').at(-1)?.at ?? ''
    const toldAt = only(caseFile.history, 'told').find(({ at }) => at >= answeredAt)?.at ?? ''
    expect(last.at >= later(toldAt, 30 * 24)).toBe(true)
  })
})

test('history only grows, and the case is what it tells', () => {
  always((caseFile, before) => {
    if (before) expect(caseFile.history.slice(0, before.version)).toEqual(before.history)
    expect(caseFileOf(caseFile.programme, caseFile.reference, caseFile.history)).toEqual(caseFile)
  }, 50)
})

test('two sweeps at one instant: the second finds nothing, and looks again later', () => {
  always((caseFile) => {
    for (const hours of [0, 5, 24 * 20, 24 * 400]) {
      const now = later(caseFile.lastAt, hours)
      const swept = visited(caseFile, now)
      const lookAt = nextLookAt(swept, rulebook)
      expect(entriesDue(swept, rulebook, now)).toEqual([])
      expect(lookAt === null || lookAt > now).toBe(true)
    }
  }, 50)
})

test('whenever the sweep is told to look, there is something to do; never twice the same', () => {
  always((caseFile) => {
    let current = caseFile
    for (let look = 0; look < 12; look++) {
      const at = nextLookAt(current, rulebook)
      if (at === null) break
      const due = entriesDue(current, rulebook, at > current.lastAt ? at : current.lastAt)
      expect(due.length).toBeGreaterThan(0)
      current = after(current, ...due)
    }
  }, 50)
})

test('one visit climbs one rung at most and ends, however long the case was left alone', () => {
  always((caseFile) => {
    const due = entriesDue(caseFile, rulebook, later(caseFile.lastAt, 24 * 365 * 3))
    const rungs = [...only(due, 'escalated'), ...only(due, 'nagged')]
    expect(rungs.length).toBeLessThanOrEqual(1)
    expect(due.length).toBeLessThan(20)
  }, 50)
})

test('S never climbs, and is never answered, told or closed by time alone', () => {
  always((caseFile, before) => {
    if (!before || (before.lane !== 'S1' && before.lane !== 'S2')) return
    const added = caseFile.history.slice(before.version)
    const forbidden = added.filter(
      ({ what, by }) => ['escalated', 'nagged'].includes(what) || (what === 'closed' && by.role === 'system'),
    )
    expect(forbidden).toEqual([])
  })
})

test('a promise is only ever moved aloud: a later date comes with an entry that tells the person', () => {
  const telling = ['promise-moved', 'extended', 'escalated', 'nagged', 'reopened']
  always((caseFile, before) => {
    if (!before?.promisedAt || !caseFile.promisedAt || caseFile.promisedAt <= before.promisedAt) return
    expect(caseFile.history.slice(before.version).some(({ what }) => telling.includes(what))).toBe(true)
  })
})

test('a promise never lies in the past when it is made, however late the paper, the assessment or the sweep', () => {
  always((caseFile, before) => {
    if (caseFile.promisedAt === null || caseFile.promisedAt === before?.promisedAt) return
    expect(caseFile.promisedAt > caseFile.lastAt).toBe(true)
  }, 300)
})

/** What the person is told by, where a clock moves later: a pause for their own reply, a feast, or another day. */
const tellsOfIt: readonly Entry['what'][] = ['waiting', 'extended', 'promise-moved', 'reopened', 'due-moved', 'message-added', 'resumed'] // prettier-ignore
const quiet: readonly Entry['what'][] = ['read', 'assigned', 'accepted', 'refused', 'revoked', 'sent-back', 'handled', 'noted'] // prettier-ignore

test('until the answer a clock of assessing, acting or answering runs, and no reading, assigning, accepting or sending back moves its end later', () => {
  const first = (caseFile: CaseFile) =>
    runningClocks(caseFile, policyOf(rulebook, caseFile)).find(({ name }) => ['assess', 'act', 'answer'].includes(name))
  const before = ({ lane, status }: CaseFile) => (lane === 'N' || lane === 'P') && status !== 'answered' && status !== 'closed' // prettier-ignore
  let looked = 0
  always((caseFile, was) => {
    if (!before(caseFile)) return
    expect(first(caseFile)).toBeDefined()
    if (!was || !before(was)) return
    const added = caseFile.history.slice(was.version).map(({ what }) => what)
    if (added.some((what) => tellsOfIt.includes(what)) || !added.every((what) => quiet.includes(what))) return
    looked += 1
    const [now, then] = [first(caseFile), first(was)]
    expect(now && then && now.dueAt <= then.dueAt, added.join()).toBe(true)
  }, 400)
  expect(looked).toBeGreaterThan(300)
})

test('whatever was assigned, accepted or sent back, each clock before the answer ends when it did', () => {
  always((caseFile, was) => {
    if (!was || was.status === 'answered' || was.status === 'closed') return
    const added = caseFile.history.slice(was.version).map(({ what }) => what)
    if (!added.every((what) => quiet.includes(what))) return
    const ends = (one: CaseFile) => new Map(runningClocks(one, policyOf(rulebook, one)).map((clock) => [clock.name, clock.dueAt])) // prettier-ignore
    const now = ends(caseFile)
    for (const name of ['assess', 'act', 'answer'] as const) {
      const [due, then] = [now.get(name), ends(was).get(name)]
      if (due !== undefined && then !== undefined) expect(due <= then, `${name} after ${added.join()}`).toBe(true)
      // Handing over, accepting and sending back end none of them.
      if (then !== undefined) expect(due, `${name} after ${added.join()}`).toBeDefined()
    }
  }, 300)
})
