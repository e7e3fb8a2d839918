import { describe, expect, test } from 'vitest'
import { type Role, roles, system, type Viewer } from '../../../core/case/actor.ts'
import type { CaseFile } from '../../../core/case/case-file.ts'
import { entry } from '../../../core/case/history.ts'
import { standing } from '../../../core/lists/standing.ts'
import { levelAbove, listedRegion, ownerOf, regionOf } from '../../../core/routing/owner.ts'
import { isKeptFrom, isNamed, listsOf, maySee, refusal, stepsFor } from '../../../core/routing/may-see.ts'
import { newMember } from '../../../core/directory/member.ts'
import { mayRead, readsOn } from '../../../core/directory/readers.ts'
import { isShutOut } from '../../../core/directory/organisation.ts'
import { organisations } from '../../../programme/organisations.ts'
import { places } from '../../../programme/places/places.ts'
import {
  after,
  assessed,
  assigned,
  gao,
  kayes,
  later,
  monday,
  opened,
  rulebook,
  viewer,
} from '../../support/case-builder.ts'

/** Everybody whose work is near enough to Gao to be let in, if their role is. */
const near: Record<Role, Viewer> = {
  'focal-point': viewer('focal-point'),
  deputy: viewer('deputy'),
  'regional-cluster': viewer('regional-cluster', { region: 'gao' }),
  partner: viewer('partner', { organisation: 'ong-sante-gao' }),
  authority: viewer('authority', {
    region: 'gao',
    organisation: 'drs-gao',
    supervises: ['csref-gao', 'cscom-ansongo'],
  }),
  protection: viewer('protection'),
  integrity: viewer('integrity'),
  relay: viewer('relay', { region: 'gao' }),
  coordinator: viewer('coordinator'),
  administrator: viewer('administrator'),
}
const seenBy = (caseFile: CaseFile): Role[] => roles.filter((role) => maySee(near[role], caseFile, places))
const sees = (one: Viewer, caseFile: CaseFile): boolean => maySee(one, caseFile, places)

const fresh = opened({ place: gao })
const ordinary = assigned(assessed(fresh, 'N1'))
const at = (escalationLevel: number) => ({ ...ordinary, escalationLevel })
const alerted = after(opened({ lane: 'P' }), entry('protection-alerted', later(monday, 4), system, {}))
const triage: Role[] = ['focal-point', 'deputy']

test.each<[string, CaseFile, Role[]]>([
  ['an ordinary case nobody assessed', fresh, triage],
  ['one that climbed unassessed', { ...fresh, escalationLevel: 1 }, [...triage, 'regional-cluster']],
  ['one assessed', assessed(fresh, 'N1'), [...triage, 'regional-cluster', 'authority']],
  ['one assigned to a partner', ordinary, [...triage, 'regional-cluster', 'partner', 'authority']],
  ['one that reached the top', at(3), [...triage, 'regional-cluster', 'partner', 'authority', 'coordinator']],
  ['words that suggest S', opened({ lane: 'P', place: gao }), triage],
  ['the same, unread for four hours', alerted, [...triage, 'protection']],
  ['the same, once protection has opened it', { ...alerted, readAt: later(monday, 5) }, [...triage, 'protection']],
  ['integrity', opened({ lane: 'S1', place: gao }), [...triage, 'integrity']],
  ['protection', opened({ lane: 'S2', place: gao }), ['protection']],
])('%s is seen by %#', (_, caseFile, who) => {
  expect(seenBy(caseFile)).toEqual(roles.filter((role) => who.includes(role)))
})

describe('a reader who is asked what words mean that nobody here can read', () => {
  const unread = { place: null, category: null, sensitive: false, unread: true }
  const asked = after(
    opened({ lane: 'P', suggested: unread }),
    entry('reader-asked', later(monday, 1), { role: 'deputy', person: 'deputy-1' }, { language: 'taq' }),
  )
  const reader = (role: Role, language = 'taq') => ({ ...near[role], readerOf: [language] })

  test('opens that case until somebody assessed it, and no other', () => {
    for (const role of ['regional-cluster', 'coordinator', 'integrity', 'protection'] as const) {
      expect(sees(near[role], asked), role).toBe(false)
      expect(sees(reader(role), asked), role).toBe(true)
      expect(sees(reader(role, 'ses'), asked), role).toBe(false)
      expect(sees(reader(role), opened({ lane: 'P', suggested: unread })), role).toBe(false)
    }
    for (const level of ['N1', 'S1', 'S2'] as const)
      expect(sees(reader('coordinator'), assessed(asked, level)), level).toBe(false)
  })

  test('never where the words name them', () => {
    expect(sees(reader('regional-cluster'), { ...asked, named: ['region:gao'] })).toBe(false)
    expect(sees(reader('coordinator'), { ...asked, named: ['person:coordinator-1'] })).toBe(false)
  })

  test('says what they mean, and does nothing else', () => {
    for (const role of ['regional-cluster', 'coordinator', 'integrity', 'protection'] as const)
      expect(stepsFor(reader(role), asked), role).toEqual(['say-meaning'])
    expect(stepsFor(reader('focal-point'), asked)).toContain('assess')
  })

  test('finds it in one list, once', () => {
    const alerted = after(asked, entry('protection-alerted', later(monday, 4), system, {}))
    for (const role of roles.filter((one) => mayRead({ role: one, readerOf: ['taq'] })))
      for (const caseFile of [asked, alerted]) {
        const place = standing(caseFile, rulebook)
        const stands = ['owner', 'region'].map((index) => `${index} P ${String(place?.[index as 'owner' | 'region'])}`)
        const lists = listsOf(reader(role), ['gao']).map(({ index, lane, name }) => `${index} ${lane} ${name}`)
        expect(
          lists.filter((list) => stands.includes(list)),
          role,
        ).toHaveLength(1)
      }
    expect(standing(assessed(asked, 'N1'), rulebook)?.region).not.toContain('reader')
  })

  test('moves no clock', () => {
    const before = opened({ lane: 'P', suggested: unread })
    const due = (caseFile: CaseFile) => {
      const { rank, clock, dueAt } = standing(caseFile, rulebook)?.row ?? {}
      return { rank, clock, dueAt }
    }
    expect(due(asked)).toEqual(due(before))
  })
})

test('no partner, authority, relay or administrator is a reader; nor is anybody without a training in force', () => {
  const member = (role: Role, pseaOn: string | null = '2027-01-01') =>
    newMember({ id: role, name: role, role, readerOf: ['taq'], pseaOn })
  expect(roles.filter((role) => readsOn(member(role), '2027-06-07').length === 0)).toEqual([
    'partner',
    'authority',
    'relay',
    'administrator',
  ])
  expect(readsOn(member('coordinator', null), '2027-06-07')).toEqual([])
  expect(readsOn(member('coordinator', '2026-06-07'), '2027-06-07')).toEqual([])
  expect(readsOn({ ...member('coordinator'), active: false }, '2027-06-07')).toEqual([])
})

describe('a neighbour', () => {
  test('of another region or organisation sees nothing', () => {
    const others = [
      viewer('regional-cluster', { region: 'mopti' }),
      viewer('partner', { organisation: 'ong-sante-mopti' }),
      viewer('authority', { region: 'mopti', organisation: 'drs-mopti' }),
    ]
    for (const other of others) expect(sees(other, at(2)), other.role).toBe(false)
  })

  test('whom the directory gives no region or organisation sees nothing, not what has none either', () => {
    const nowhere = assessed(opened(), 'N1')

    for (const role of ['regional-cluster', 'partner', 'authority'] as const)
      expect(sees(viewer(role), nowhere), role).toBe(false)
  })
})

describe('an authority', () => {
  const drs = near.authority
  test.each(['drs-gao', 'csref-gao', 'cscom-ansongo'])(
    'does not see what is with %s: its own or one it supervises',
    (organisation) => {
      expect(sees(drs, { ...ordinary, organisation })).toBe(false)
      expect(sees(drs, { ...ordinary, named: [`organisation:${organisation}`] })).toBe(false)
    },
  )

  test('sees nothing nobody has read yet, however high it climbed: it may be about them, or sensitive', () => {
    for (const escalationLevel of [0, 1, 2, 3]) expect(sees(drs, { ...fresh, escalationLevel })).toBe(false)
  })

  test('sees the others of its region', () => {
    expect(sees(drs, { ...ordinary, organisation: 'ong-sante-gao', named: ['organisation:ong-sante-gao'] })).toBe(true)
  })
})

describe('whom the words name', () => {
  test.each<[string, Viewer, string]>([
    ['a focal point', near['focal-point'], 'person:focal-point-1'],
    ['one of the integrity pair', near.integrity, 'person:integrity-1'],
    ['one of the protection pair', near.protection, 'person:protection-1'],
    ['a partner', near.partner, 'organisation:ong-sante-gao'],
    ['a supervisor of the one named', near.authority, 'organisation:csref-gao'],
    ['a region', near['regional-cluster'], 'region:gao'],
  ])('%s, is shut out of every case, at every level', (_, one, name) => {
    const cases = [fresh, ordinary, at(3), opened({ lane: 'S1' }), opened({ lane: 'S2' }), alerted]
    expect(isNamed(one, { ...fresh, named: [name] })).toBe(true)
    for (const caseFile of cases) expect(sees(one, { ...caseFile, named: [name] })).toBe(false)
  })

  test('does not shut out the colleague', () => {
    expect(sees(near.deputy, { ...ordinary, named: ['person:focal-point-1'] })).toBe(true)
  })

  test('nor does a name stand for another with the same beginning', () => {
    expect(sees(near.partner, { ...ordinary, named: ['organisation:ong-sante-gao-nord'] })).toBe(true)
  })

  test.each([
    ['named itself', 'csref-gao', true],
    ['supervising what is named', 'drs-gao', true],
    ['another', 'ong-sante-gao', false],
    ['not in the programme', 'nobody', false],
  ])('an organisation %s: kept out? (%s) %s', (_, id, out) => {
    expect(isShutOut(id, ['organisation:csref-gao'], organisations)).toBe(out)
  })
  test('keeps out whoever reports to it', () => {
    const named = ['organisation:drs-gao']
    expect(['drs-gao', 'csref-gao', 'ong-sante-gao'].map((id) => isShutOut(id, named, organisations))).toEqual([
      true,
      true,
      false,
    ])
    const below = viewer('partner', { organisation: 'csref-gao', reportsTo: ['drs-gao'] })
    expect(isNamed(below, { named })).toBe(true)
    expect(isNamed(viewer('partner', { organisation: 'ong-sante-gao', reportsTo: [] }), { named })).toBe(false)
  })
})

describe('a case that names the regional cluster', () => {
  const named = assessed(fresh, 'N1', later(monday, 1), { named: ['region:gao'] })

  test('leaves its queue, its list and its ladder for the national level', () => {
    expect(regionOf(named, places)).toBeNull()
    expect(listedRegion(named, places)).toBe('national')
    expect(levelAbove(named, places)).toBe(2)
    expect(ownerOf({ ...named, escalationLevel: 1 }, places)).toBe('focal-point')
    expect(standing(named, rulebook)?.region).toBe('national')
  })

  test('and is seen there', () => {
    expect(seenBy(named)).toEqual(triage)
  })
})

describe('whose turn it is', () => {
  const moved = (change: Partial<CaseFile>) => ownerOf({ ...assessed(fresh, 'N1'), ...change }, places)

  test.each<[string, Partial<CaseFile>, string]>([
    ['read and placed', {}, 'focal-point'],
    ['assigned', { organisation: 'ong-sante-gao' }, 'organisation:ong-sante-gao'],
    ['climbed to a region with a cluster', { escalationLevel: 1 }, 'region:gao'],
    ['climbed to the national level', { escalationLevel: 2 }, 'focal-point'],
    ['assigned and climbed to the top', { escalationLevel: 3, organisation: 'ong-sante-gao' }, 'coordination'],
    ['moved to a place without a cluster after it climbed', { escalationLevel: 1, place: kayes }, 'focal-point'],
  ])('%s', (_, change, owner) => {
    expect(moved(change)).toBe(owner)
  })

  test('before assessment the region’s list does not show it', () => {
    expect(listedRegion(fresh, places)).toBe('triage')
    expect(listedRegion({ ...fresh, escalationLevel: 1 }, places)).toBe('gao')
    expect(listedRegion(assessed(opened(), 'N1'), places)).toBe('national')
  })
})

describe('lists', () => {
  const regions = ['gao', 'mopti']
  /** Where a case stands, as the indexes keep it. */
  const stands = (caseFile: CaseFile) => {
    const place = standing(caseFile, rulebook)
    return [
      ['owner', place?.lane, place?.owner],
      ['region', place?.lane, place?.region],
    ].map(String)
  }
  const names = ['person:focal-point-1', 'person:integrity-1', 'organisation:csref-gao', 'region:gao']
  const cases = [
    fresh,
    ordinary,
    ...[1, 2, 3].map(at),
    alerted,
    ...(['P', 'S1', 'S2'] as const).map((lane) => opened({ lane })),
  ]
  const naming = cases.flatMap((one) => [
    ...names.map((name) => ({ ...one, named: [name] })),
    { ...one, organisation: 'csref-gao' },
  ])

  test.each(roles)('a %s is never shown a case they may not open', (role) => {
    const lists = listsOf(near[role], regions).map(({ index, lane, name }) => String([index, lane, name]))
    for (const caseFile of [...cases, ...naming]) {
      const row = standing(caseFile, rulebook)?.row
      const shown = stands(caseFile).some((one) => lists.includes(one)) && row && !isKeptFrom(near[role], row)
      if (shown) expect(sees(near[role], caseFile)).toBe(true)
    }
  })

  test('every open case is on somebody’s list', () => {
    const lists = roles
      .flatMap((role) => listsOf(near[role], regions))
      .map(({ index, lane, name }) => String([index, lane, name]))
    for (const caseFile of cases)
      expect(
        stands(caseFile).some((one) => lists.includes(one)),
        caseFile.lane,
      ).toBe(true)
  })

  test('none for who has no region, and none for administrators and relays', () => {
    for (const role of ['regional-cluster', 'partner', 'authority', 'relay', 'administrator'] as const)
      expect(listsOf(viewer(role), regions)).toEqual([])
  })
})

test('a partner who is only offered a case accepts or refuses it; its dates, its number and its answer wait for that', () => {
  const offered = { ...ordinary, handOver: { organisation: 'ong-sante-gao', offeredAt: monday, resentAt: null } }
  const working = ['ask', 'answer', 'extend', 'wait', 'reveal-contact'] as const
  for (const step of working) {
    expect(refusal(near.partner, offered, step)).toBe('status')
    expect(refusal(near.partner, ordinary, step)).toBeNull()
    expect(refusal(near['focal-point'], offered, step)).toBeNull()
  }
  for (const step of ['accept', 'refuse', 'note'] as const) expect(refusal(near.partner, offered, step)).toBeNull()
})
