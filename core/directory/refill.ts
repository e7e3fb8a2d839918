import type { Member } from './member.ts'
import { seatedIn, stayingIn } from './pair.ts'
import type { PairName } from './seat.ts'

/** So long somebody administers before they count beside a pair that lost its people: time for others to ask who that is. */
const administersMs = 30 * 86_400_000

/** It had somebody, of whom nobody is to stay: whoever must leave keeps the door, and no member decides who comes in. */
export const isEmptied = (pair: PairName, members: readonly Member[]): boolean =>
  seatedIn(pair, members).length > 0 && stayingIn(pair, members).length === 0

/**
 * An emptied pair is filled again by people who administered long before, all of those who name and confirm: one administrator can have both of a pair leave
 * and add another administrator, and would choose alone who reads. A pair that never had anybody is for any two, for whoever begins was added today.
 */
export function refillRefused(
  pair: PairName,
  people: readonly string[],
  { members, now }: { members: readonly Member[]; now: string },
): 'administers-newly' | null {
  const since = new Date(Date.parse(now) - administersMs).toISOString()
  const counts = (id: string) =>
    members.some(
      (one) => one.id === id && one.active && one.role === 'administrator' && (one.administersSince ?? since) <= since,
    )
  return isEmptied(pair, members) && !people.every(counts) ? 'administers-newly' : null
}
