import type { Role } from '../case/actor.ts'

/** One look at an S case or at a number. Why a number was shown are words: sealed in the history, and erased with them. */
export interface Read {
  at: string
  person: string
  role: Role
  what: 'case' | 'contact'
}

/** Who opened a case: kept apart from it, never moves its version. */
export interface Reads {
  record(reference: string, read: Read): Promise<void>
  /** The latest first. */
  list(reference: string, limit: number): Promise<Read[]>
}
