import type { Role } from '../case/actor.ts'

/** A person who may sign in. Read at every request, so that taking a role away works at once. */
export interface Person {
  id: string
  name: string
  role: Role
  region: string | null
  organisation: string | null
  active: boolean
}

export interface Directory {
  person(id: string): Promise<Person | null>
  putPerson(person: Person): Promise<void>
  /** The number, sealed for `organisation:<id>`, of whoever is reminded for an organisation; null where nobody gave one. */
  responsible(organisation: string): Promise<string | null>
  putResponsible(organisation: string, sealedPhone: string): Promise<void>
}
