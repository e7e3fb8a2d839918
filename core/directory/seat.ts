import type { Role } from '../case/actor.ts'

/** Who decides in a pair, behind a second factor. */
export const pairNames = ['protection', 'integrity'] as const
export type PairName = (typeof pairNames)[number]
export const isPair = (role: Role): role is PairName => (pairNames as readonly Role[]).includes(role)

export const seatKinds = ['member', 'stand-in'] as const
/**
 * Who confirmed a seat: one of the pair; where the pair had nobody yet, a second administrator or whoever holds the code of the deployment; or
 * nobody (`ready-made` on one machine, and `earlier`, before there was anything to confirm: docs/decisions/037-who-opens-protection.md).
 */
export const confirmedBy = ['member', 'administrators', 'code', 'ready-made', 'earlier'] as const

/** A place in a pair, which opens its door. */
export interface Seat {
  as: (typeof seatKinds)[number]
  /** Null where nobody ever said. */
  woman: boolean | null
  how: (typeof confirmedBy)[number]
  at: string | null
  /** Since when they must leave: the door is theirs only until somebody else who is trained is there. Null for whoever stays. */
  leavingAt: string | null
}

/** Somebody is to have a seat and nobody has confirmed it yet: it opens nothing. */
export interface Proposal {
  pair: PairName
  as: Seat['as']
  woman: boolean
  /** Who proposed it: somebody else confirms. */
  by: string
  at: string
}

/** Of whoever was in a pair before seats were confirmed. */
export const earlierSeat: Seat = { as: 'member', woman: null, how: 'earlier', at: null, leavingAt: null }

/** In a pair by name alone. */
export const isUnseated = ({ role, inPair }: { role: Role; inPair: Seat | null }): boolean =>
  isPair(role) && inPair === null
