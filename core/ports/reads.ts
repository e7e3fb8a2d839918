import type { Role } from '../case/actor.ts'

/** One look at an S case or at a number. Why a number was shown are words: sealed in the history, and erased with them. */
export interface Read {
  at: string
  person: string
  role: Role
  what: 'case' | 'contact'
}
