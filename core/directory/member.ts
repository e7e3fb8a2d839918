import type { Role } from '../case/actor.ts'
import type { Absence } from './absence.ts'
import type { Organisation } from './organisation.ts'
import type { Proposal, Seat } from './seat.ts'

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
  /** Added since accounts wait for the protocol of their organisation; whoever was there before goes on. */
  underProtocol: boolean
  /** Keyed digest of the address of somebody who was invited; the address itself is kept nowhere. */
  mailKey: string | null
  /** A confirmed seat in a pair; without one the role alone opens nothing. */
  inPair: Seat | null
  proposedTo: Proposal | null
  /** Since when they administer (UTC); null for everybody else, and for who did before that was noted. */
  administersSince: string | null
  version: number
}

/** The id of somebody invited who has not signed in yet; the account's own takes its place (`take-invitation.ts`). */
export const invitedId = (mailKey: string): string => `invite-${mailKey}`
export const isInvited = ({ id }: Pick<Member, 'id'>): boolean => id.startsWith('invite-')

/**
 * Does an account open? Without an organisation there is no protocol to wait for; and a confirmed seat waits for none, or whoever takes back the
 * protocol of an organisation would shut a pair out.
 */
export const mayOpenAccount = (
  { underProtocol, organisation, inPair }: Pick<Member, 'underProtocol' | 'organisation' | 'inPair'>,
  organisations: readonly Pick<Organisation, 'id' | 'protocol'>[],
): boolean =>
  !underProtocol ||
  organisation === null ||
  inPair !== null ||
  organisations.find(({ id }) => id === organisation)?.protocol !== undefined

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
  underProtocol: false,
  mailKey: null,
  inPair: null,
  proposedTo: null,
  administersSince: null,
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
