import type { Role } from '../case/actor.ts'
import { isAway } from './absence.ts'
import { isPseaDue, type Member, pseaDueOn } from './member.ts'
import { isPair, type PairName, type Proposal } from './seat.ts'

/** How many a programme lets into a pair. */
export interface PairLimits {
  members: number
  /** Named beforehand, so that an absence opens nothing in a hurry. */
  standIns: number
}

export type PairWhy =
  | 'untrained'
  | 'full'
  | 'woman-needed'
  | 'administrator'
  | 'own'
  | 'taken'
  | 'not-yours'
  | 'code-wrong'
  | 'code-over'
  | 'code-used'
  | 'administers-newly'
  | 'not-come'
  | 'training-day'

/** Those whose seat was confirmed. */
export const seatedIn = (pair: PairName, members: readonly Member[]): Member[] =>
  members.filter(({ active, role, inPair }) => active && role === pair && inPair !== null)

/** And are to stay: they hold its places and decide who comes in. */
export const stayingIn = (pair: PairName, members: readonly Member[]): Member[] =>
  seatedIn(pair, members).filter(({ inPair }) => inPair?.leavingAt === null)

/** Somebody of whom nobody ever said it may be one. */
export const hasWoman = (members: readonly Pick<Member, 'inPair'>[]): boolean =>
  members.some(({ inPair }) => inPair !== null && inPair.woman !== false)

const isFit = (member: Member, on: string): boolean => member.inPair?.leavingAt === null && !isPseaDue(member, on)

/**
 * Their seat was not confirmed; or their training lapsed, or they must leave, while a trained colleague is there. The last woman whose
 * training lapsed keeps the door among men, for some speak to a woman alone; who must leave does not.
 */
export function isKeptOut(member: Member, members: readonly Member[], on: string): boolean {
  const { role, inPair } = member
  if (!isPair(role)) return false
  if (inPair === null) return true
  if (isFit(member, on)) return false
  const { leavingAt } = inPair
  // Of two who must leave it is the one marked later who keeps the door.
  const stays = (one: Member) => leavingAt !== null && (one.inPair?.leavingAt ?? '') > leavingAt
  const there = seatedIn(role, members).filter(
    (one) =>
      one.id !== member.id && (isFit(one, on) || (stays(one) && !isPseaDue(one, on))) && !isAway(one.absence, on),
  )
  return there.length > 0 && (leavingAt !== null || inPair.woman === false || hasWoman(there))
}

/** Nobody who is seated is both trained and to stay: they keep the door rather than close it on people in danger, and an alarm repeats. */
export const isUntrained = (pair: PairName, members: readonly Member[], on: string): boolean => {
  const seated = seatedIn(pair, members)
  return seated.length > 0 && !seated.some((one) => isFit(one, on))
}

/** Those who are fit to open it are all men. */
export const lacksWoman = (pair: PairName, members: readonly Member[], on: string): boolean => {
  const fit = seatedIn(pair, members).filter((one) => isFit(one, on))
  return fit.length > 0 && !hasWoman(fit)
}

/**
 * Why this seat cannot be given today, or null when it can. To who is proposed it is full with those who wait as well; who is confirmed finds
 * those who are there, for a woman who waits may still be declined.
 */
export function seatRefused(
  { id, pseaOn }: Pick<Member, 'id' | 'pseaOn'>,
  { pair, as, woman }: Pick<Proposal, 'pair' | 'as' | 'woman'>,
  { members, limits, on, confirms }: { members: readonly Member[]; limits: PairLimits; on: string; confirms: boolean },
): PairWhy | null {
  if (pseaOn === null || pseaOn > on || isPseaDue({ pseaOn }, on)) return 'untrained'
  const others = members.filter((one) => one.id !== id)
  const seats = stayingIn(pair, others).flatMap(({ inPair }) => inPair ?? [])
  const waiting = others.flatMap(({ proposedTo }) => (proposedTo?.pair === pair ? [proposedTo] : []))
  const taken = confirms ? seats : [...seats, ...waiting]
  const ofKind = taken.filter((seat) => seat.as === as).length
  if (ofKind >= (as === 'member' ? limits.members : limits.standIns)) return 'full'
  const isLast = as === 'member' && ofKind === limits.members - 1
  return isLast && !woman && taken.every((seat) => seat.woman === false) ? 'woman-needed' : null
}

/** What would be wrong with a pair without this one; null where nothing would. */
export function leavingRefused(
  member: Member,
  pair: PairName,
  members: readonly Member[],
): 'last-of-pair' | 'last-woman' | null {
  const staying = stayingIn(pair, members)
  const left = staying.filter(({ id }) => id !== member.id)
  if (left.length === 0) return 'last-of-pair'
  return hasWoman(staying) && !hasWoman(left) ? 'last-woman' : null
}

interface Somebody {
  person: string
  role: Role
}

/** One of the pair, or an administrator, names somebody. */
export const mayPropose = ({ person, role }: Somebody, pair: PairName, members: readonly Member[]): boolean =>
  role === 'administrator' || stayingIn(pair, members).some(({ id }) => id === person)

/** Somebody else of the pair; where nobody is there to stay, a second administrator. Never who named them, nor they themselves. */
export function mayConfirm(
  { person, role }: Somebody,
  { id, proposedTo }: Pick<Member, 'id' | 'proposedTo'>,
  members: readonly Member[],
): boolean {
  if (!proposedTo || proposedTo.by === person || id === person) return false
  const staying = stayingIn(proposedTo.pair, members)
  return staying.length > 0 ? staying.some((one) => one.id === person) : role === 'administrator'
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
