import type { Role } from '../case/actor.ts'
import { isAway } from './absence.ts'
import { isPseaDue, type Member, pseaDueOn } from './member.ts'
import { isPair, isUnseated, type PairName, type Proposal } from './seat.ts'

/** How many a programme lets into a pair. */
export interface PairLimits {
  members: number
  /** Named beforehand, so that an absence opens nothing in a hurry. */
  standIns: number
}

export type PairWhy = 'untrained' | 'full' | 'woman-needed' | 'administrator' | 'own' | 'taken' | 'not-yours' | 'nobody'

/** Those whose seat was confirmed. */
export const seatedIn = (pair: PairName, members: readonly Member[]): Member[] =>
  members.filter(({ active, role, inPair }) => active && role === pair && inPair !== null)

/** Their seat was not confirmed, or their training lapsed while a trained colleague is there: the door stays shut to them. */
export function isKeptOut(member: Member, members: readonly Member[], on: string): boolean {
  const { role } = member
  if (!isPair(role)) return false
  if (isUnseated(member)) return true
  if (!isPseaDue(member, on)) return false
  return seatedIn(role, members).some((one) => one.id !== member.id && !isPseaDue(one, on) && !isAway(one.absence, on))
}

/** All who are seated are untrained: they keep the door rather than close it on people in danger, and an alarm repeats. */
export const isUntrained = (pair: PairName, members: readonly Member[], on: string): boolean => {
  const seated = seatedIn(pair, members)
  return seated.length > 0 && seated.every((one) => isPseaDue(one, on))
}

/** Why this seat cannot be given today, or null when it can. Other proposals that wait hold their place. */
export function seatRefused(
  { id, pseaOn }: Pick<Member, 'id' | 'pseaOn'>,
  { pair, as, woman }: Pick<Proposal, 'pair' | 'as' | 'woman'>,
  { members, limits, on }: { members: readonly Member[]; limits: PairLimits; on: string },
): PairWhy | null {
  if (pseaOn === null || pseaOn > on || isPseaDue({ pseaOn }, on)) return 'untrained'
  const others = members.filter((one) => one.id !== id)
  const seats = seatedIn(pair, others).flatMap(({ inPair }) => inPair ?? [])
  const waiting = others.flatMap(({ proposedTo }) => (proposedTo?.pair === pair ? [proposedTo] : []))
  const taken = [...seats, ...waiting]
  const ofKind = taken.filter((seat) => seat.as === as).length
  if (ofKind >= (as === 'member' ? limits.members : limits.standIns)) return 'full'
  const isLast = as === 'member' && ofKind === limits.members - 1
  return isLast && !woman && taken.every((seat) => seat.woman === false) ? 'woman-needed' : null
}

interface Somebody {
  person: string
  role: Role
}

/** One of the pair, or an administrator, names somebody. */
export const mayPropose = ({ person, role }: Somebody, pair: PairName, members: readonly Member[]): boolean =>
  role === 'administrator' || seatedIn(pair, members).some(({ id }) => id === person)

/** Somebody else of the pair; the first of a pair, a second administrator. Never who named them, nor they themselves. */
export function mayConfirm(
  { person, role }: Somebody,
  { id, proposedTo }: Pick<Member, 'id' | 'proposedTo'>,
  members: readonly Member[],
): boolean {
  if (!proposedTo || proposedTo.by === person || id === person) return false
  const seated = seatedIn(proposedTo.pair, members)
  return seated.length > 0 ? seated.some((one) => one.id === person) : role === 'administrator'
}

const told = [1, 7, 30] as const
const dayMs = 86_400_000

/** Trainings of a pair that lapse soon, by day and by how far off their pair is told: 30, 7 and 1 days before, each once. */
export function trainingsEnding(
  pair: PairName,
  members: readonly Member[],
  on: string,
): { dueOn: string; within: number; days: number; count: number }[] {
  const dues = seatedIn(pair, members).flatMap((one) => pseaDueOn(one) ?? [])
  return [...Map.groupBy(dues, (dueOn) => dueOn)].flatMap(([dueOn, { length: count }]) => {
    const days = (Date.parse(dueOn) - Date.parse(on)) / dayMs
    const within = days > 0 ? told.find((span) => days <= span) : undefined
    return within === undefined ? [] : [{ dueOn, within, days, count }]
  })
}
