import type { Role } from '../case/actor.ts'
import type { Member } from './member.ts'
import { stayingIn } from './pair.ts'
import { isPair, type PairName } from './seat.ts'

/** The pair somebody has a seat in, or waits for; null for everybody else. */
export const pairOf = ({
  role,
  inPair,
  proposedTo,
}: Pick<Member, 'role' | 'inPair' | 'proposedTo'>): PairName | null =>
  isPair(role) && inPair !== null ? role : (proposedTo?.pair ?? null)

/**
 * What the directory's page does not change of whoever has a seat, or waits for one: by the training, and by the organisation or region that a
 * case may name, one administrator alone would shut a trained member out, or let somebody in. Where none was known it can be added, and only shuts out.
 */
export function boundField(
  before: Member,
  after: Pick<Member, 'pseaOn' | 'organisation' | 'region'>,
): 'pseaOn' | 'organisation' | 'region' | null {
  if (pairOf(before) === null) return null
  if (before.pseaOn !== after.pseaOn) return 'pseaOn'
  const moved = (['organisation', 'region'] as const).find(
    (field) => before[field] !== null && before[field] !== after[field],
  )
  return moved ?? null
}

/** Who notes that somebody of a pair was trained again: a colleague who is to stay; where there is none, an administrator, and nothing hangs on it. */
export function mayNoteTraining(
  { person, role }: { person: string; role: Role },
  member: Member,
  members: readonly Member[],
): boolean {
  if (!isPair(member.role) || !member.active || member.inPair === null || person === member.id) return false
  const colleagues = stayingIn(member.role, members).filter(({ id }) => id !== member.id)
  return colleagues.length > 0 ? colleagues.some(({ id }) => id === person) : role === 'administrator'
}

/** Roles that read what may be sensitive without a seat. */
const triages: readonly Role[] = ['focal-point', 'deputy']

/** Does a change make somebody a reader of what may be sensitive: as focal point or deputy, or in one language more? */
export const readsMore = (before: Member | null, after: Member): boolean =>
  after.active &&
  ((triages.includes(after.role) && !(before?.active && triages.includes(before.role))) ||
    after.readerOf.some((language) => !(before?.active && before.readerOf.includes(language))))
