import type { Role } from '../case/actor.ts'
import type { Absence } from './absence.ts'

/** Everything the directory knows of a person who may sign in. */
export interface Member {
  /** The account's id at its sign-in provider. */
  id: string
  name: string
  role: Role
  region: string | null
  organisation: string | null
  active: boolean
  languages: readonly string[]
  /** Cluster whose focal point this is: `region:<id>` or `organisation:<id>`. */
  focalFor: string | null
  /** Day of the last training in the prevention of sexual exploitation and abuse. */
  pseaOn: string | null
  /** Languages whose words this person reads for those who cannot (`readers.ts`). */
  readerOf: readonly string[]
  absence: Absence | null
  version: number
}

/** Somebody of whom no more is known than this. */
export const newMember = (known: Pick<Member, 'id' | 'name' | 'role'> & Partial<Member>): Member => ({
  region: null,
  organisation: null,
  active: true,
  languages: [],
  focalFor: null,
  pseaOn: null,
  readerOf: [],
  absence: null,
  version: 1,
  ...known,
})

/** A year after the last one, and at once for who never had one. */
export const pseaDueOn = ({ pseaOn }: Pick<Member, 'pseaOn'>): string | null =>
  pseaOn === null ? null : `${Number(pseaOn.slice(0, 4)) + 1}${pseaOn.slice(4)}`

export const isPseaDue = (member: Pick<Member, 'pseaOn'>, on: string): boolean => {
  const dueOn = pseaDueOn(member)
  return dueOn === null || dueOn <= on
}
