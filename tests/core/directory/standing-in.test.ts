import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Member, newMember } from '../../../core/directory/member.ts'
import { daysBetween, insteadOn, standInOf } from '../../../core/directory/standing-in.ts'
import { isAway, replacementRefused } from '../../../core/directory/absence.ts'
import type { Role } from '../../../core/case/actor.ts'

const somebody = (id: string, role: Role, rest: Partial<Member> = {}) => newMember({ id, name: id, role, ...rest })
/** The least there may be of each role whose work waits. */
const staff: readonly Member[] = [
  somebody('focal', 'focal-point'),
  somebody('deputy', 'deputy'),
  somebody('gao', 'regional-cluster', { region: 'gao' }),
  somebody('mopti', 'regional-cluster', { region: 'mopti' }),
  somebody('coordinator', 'coordinator'),
  somebody('partner-1', 'partner', { organisation: 'ong', region: 'gao' }),
  somebody('partner-2', 'partner', { organisation: 'ong', region: 'gao' }),
  somebody('alone', 'partner', { organisation: 'other', region: 'gao' }),
  ...['protection-1', 'protection-2'].map((id) => somebody(id, 'protection')),
  ...['integrity-1', 'integrity-2'].map((id) => somebody(id, 'integrity')),
]
const away = (members: readonly Member[], id: string, deputy: string, fromOn: string, untilOn: string): Member[] =>
  members.map((one) => (one.id === id ? { ...one, absence: { deputy, fromOn, untilOn } } : one))
const of = (members: readonly Member[], id: string): Member => members.find((one) => one.id === id) as Member
const stands = (members: readonly Member[], id: string, on: string) => standInOf(of(members, id), members, on)?.id

describe('whoever is away has somebody present who does their work', () => {
  it('on every day of any two absences, whoever was chosen and whichever was entered first', () => {
    const ids = staff.map(({ id }) => id)
    const days = daysBetween('2027-06-01', '2027-06-12')
    const span = fc.tuple(fc.constantFrom(...days), fc.nat(10)).map(([fromOn, more]) => {
      const at = days.indexOf(fromOn)
      return { fromOn, untilOn: days[Math.min(at + more, days.length - 1)] ?? fromOn }
    })
    const absence = fc.record({ who: fc.constantFrom(...ids), deputy: fc.constantFrom(...ids), span })
    fc.assert(
      fc.property(absence, absence, (first, second) => {
        fc.pre(first.who !== second.who)
        const both = [first, second]
        fc.pre(both.every(({ who, deputy }) => replacementRefused(of(staff, who), of(staff, deputy)) === null))
        const members = both.reduce<readonly Member[]>(
          (now, { who, deputy, span: { fromOn, untilOn } }) => away(now, who, deputy, fromOn, untilOn),
          staff,
        )
        for (const on of days)
          for (const absent of members.filter((one) => isAway(one.absence, on))) {
            const who = standInOf(absent, members, on)
            expect(who, `${absent.id} on ${on}`).not.toBeNull()
            expect(who && isAway(who.absence, on)).toBe(false)
          }
      }),
      { numRuns: 400 },
    )
  })

  it('whom that one chose comes first, then a colleague, then the level above', () => {
    const june = ['2027-06-01', '2027-06-09'] as const
    const both = away(away(staff, 'partner-1', 'partner-2', ...june), 'partner-2', 'gao', ...june)
    expect(stands(both, 'partner-1', '2027-06-03')).toBe('gao')
    const two = away(away(staff, 'focal', 'gao', ...june), 'gao', 'coordinator', ...june)
    expect(stands(two, 'focal', '2027-06-03')).toBe('coordinator')
    const each = away(away(staff, 'focal', 'deputy', ...june), 'deputy', 'focal', ...june)
    expect(stands(each, 'focal', '2027-06-03')).toBe('coordinator')
    expect(stands(away(staff, 'alone', 'gao', ...june), 'alone', '2027-06-03')).toBe('gao')
  })

  it('says from when to when somebody else does it', () => {
    const members = away(
      away(staff, 'focal', 'deputy', '2027-06-01', '2027-06-09'),
      ...(['deputy', 'gao', '2027-06-04', '2027-06-05'] as const),
    )
    const days = daysBetween('2027-06-01', '2027-06-09')
    const instead = insteadOn(of(members, 'focal'), members, days).map(({ who, ...span }) => ({
      ...span,
      who: who?.id,
    }))
    expect(instead).toEqual([{ fromOn: '2027-06-04', untilOn: '2027-06-05', who: 'gao' }])
  })
})
