import type { Role } from '../case/actor.ts'
import { isPair, isUnseated, type Seat } from './seat.ts'

/** Somebody is away from one day to another, both included, and this person works for them meanwhile. */
export interface Absence {
  fromOn: string
  untilOn: string
  /** Id of a person. */
  deputy: string
}

/** Who works for a body that cases may be about. */
const outside: readonly Role[] = ['partner', 'authority', 'relay']

export const isAway = (absence: Absence | null, on: string): absence is Absence =>
  absence !== null && absence.fromOn <= on && on <= absence.untilOn

export type ReplacementWhy = 'self' | 'inactive' | 'no-content' | 'pair' | 'restricted' | 'administrator' | 'outsider'

interface Somebody {
  id: string
  role: Role
  organisation: string | null
  active: boolean
  inPair: Seat | null
}

/**
 * Why `deputy` cannot work for `absent`, or null when they can. Who administers never sees content; who works in a pair is never replaced
 * by the other of the pair, whose second look would be their own, nor by anybody without a second factor; who works for a partner, an
 * authority or a relay reads the cases of nobody but a colleague there.
 */
export function replacementRefused(absent: Somebody, deputy: Somebody): ReplacementWhy | null {
  if (absent.id === deputy.id) return 'self'
  if (!deputy.active || isUnseated(deputy)) return 'inactive'
  if (absent.role === 'administrator') return deputy.role === 'administrator' ? null : 'administrator'
  if (deputy.role === 'administrator') return 'no-content'
  const isColleague = deputy.role === absent.role && deputy.organisation === absent.organisation
  if (outside.includes(deputy.role) && !isColleague && !isPair(absent.role)) return 'outsider'
  if (!isPair(absent.role)) return null
  if (!isPair(deputy.role)) return 'restricted'
  return absent.role === deputy.role ? 'pair' : null
}
