import * as z from 'zod/mini'

export const roles = [
  'focal-point',
  'deputy',
  'regional-cluster',
  'partner',
  'authority',
  'protection',
  'integrity',
  'relay',
  'coordinator',
  'administrator',
] as const
export const Role = z.enum(roles)
export type Role = z.infer<typeof Role>

/** Who did something: the complainant and the system have no person. Never a name: an id of the directory. */
export const Actor = z.object({
  role: z.enum(['complainant', 'system', 'gateway', ...roles]),
  person: z.nullable(z.string()),
})
export type Actor = z.infer<typeof Actor>

export const system: Actor = { role: 'system', person: null }
export const complainant: Actor = { role: 'complainant', person: null }

/** Somebody who signed in: the token says who, the directory item says the rest (design §6). */
export interface Viewer {
  person: string
  role: Role
  /** Id of the regional cluster, for regional roles. */
  region: string | null
  /** Id of the organisation, for partners and authorities. */
  organisation: string | null
  /** What that organisation supervises (ids), from the directory. */
  supervises: readonly string[]
  /** What supervises that organisation (ids), from the directory; absent where nothing does. */
  reportsTo?: readonly string[]
  /** Languages in which this person themselves is a reader today (`directory/readers.ts`); absent where in none. */
  readerOf?: readonly string[]
  /**
   * Whose work this person does while they are away: role, region and organisation above are then that one's, `person` stays
   * their own. `ties`: what shuts them out besides (`person:…`, `organisation:…`, `region:…`): their own, and the absent person.
   * `ownRole`: what they are themselves.
   */
  standsFor?: { person: string; ties: readonly string[]; ownRole: Role }
}
