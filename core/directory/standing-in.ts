import type { Role } from '../case/actor.ts'
import { type Absence, isAway, replacementRefused } from './absence.ts'
import type { Member } from './member.ts'

/** Whose work it becomes where nobody else is there, nearest first. The two pairs stand in for each other. */
const above: Readonly<Record<Role, readonly Role[]>> = {
  partner: ['regional-cluster', 'focal-point', 'deputy', 'coordinator'],
  'regional-cluster': ['focal-point', 'deputy', 'coordinator'],
  'focal-point': ['deputy', 'coordinator'],
  deputy: ['focal-point', 'coordinator'],
  coordinator: ['focal-point', 'deputy'],
  protection: ['integrity'],
  integrity: ['protection'],
  authority: [],
  relay: [],
  administrator: [],
}

/** Whom somebody away chose, whom that one chose where they are away too, and so on. */
function chosen(absent: Member, members: readonly Member[], on: string): Member[] {
  const chain: Member[] = []
  let next: Absence | null = absent.absence
  while (next && isAway(next, on)) {
    const id: string = next.deputy
    const member = members.find((one) => one.id === id)
    if (!member || chain.includes(member)) break
    chain.push(member)
    next = member.absence
  }
  return chain
}

/**
 * Who does the work of somebody away on that day: who was chosen; where they are away too, the next deputy, then a colleague, then the
 * level above. Null where nobody is there who may.
 */
export function standInOf(absent: Member, members: readonly Member[], on: string): Member | null {
  if (!absent.active || !isAway(absent.absence, on)) return null
  const { role, region, organisation } = absent
  const near = (one: Member) => one.region === region
  const colleagues = members.filter((one) => one.role === role && near(one) && one.organisation === organisation)
  const higher = above[role].flatMap((rung) => {
    const there = members.filter((one) => one.role === rung)
    return [...there.filter(near), ...there.filter((one) => !near(one) && rung !== 'regional-cluster')]
  })
  const may = (one: Member) => replacementRefused(absent, one) === null && !isAway(one.absence, on)
  return [...chosen(absent, members, on), ...colleagues, ...higher].find(may) ?? null
}

/** Days, both included. */
export function daysBetween(fromOn: string, untilOn: string): string[] {
  const days: string[] = []
  for (let at = Date.parse(fromOn); at <= Date.parse(untilOn); at += 86_400_000)
    days.push(new Date(at).toISOString().slice(0, 10))
  return days
}

/** Days of an absence on which somebody else than who was chosen stands in; null: nobody. */
export interface Instead {
  fromOn: string
  untilOn: string
  who: Member | null
}

/** `days`: those still to come, in order. */
export function insteadOn(absent: Member, members: readonly Member[], days: readonly string[]): Instead[] {
  const spans: Instead[] = []
  let last: Instead | null = null
  for (const on of days) {
    const who = standInOf(absent, members, on)
    if (who?.id === absent.absence?.deputy) last = null
    else if (last && last.who?.id === who?.id) last.untilOn = on
    else spans.push((last = { fromOn: on, untilOn: on, who }))
  }
  return spans
}
