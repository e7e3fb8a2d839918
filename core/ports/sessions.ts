/** Somebody signed in to the console. `csrf` goes into every form and comes back with it. */
export interface Session {
  person: string
  /** Signed in with a second factor. */
  restricted: boolean
  csrf: string
  startedAt: string
  seenAt: string
  /** Id of the absent colleague whose work they do; whether they still may is asked at every request. */
  standsFor: string | null
}

/** Sessions of the console, each under a random id that only its browser knows. */
export interface Sessions {
  /** `before`: the id this browser had, ended by this; the same person's forms left open then still count. Returns the new id. */
  open(who: Pick<Session, 'person' | 'restricted'>, before: string | null): Promise<string>
  /** Null once it has ended, by itself or by somebody. */
  find(id: string): Promise<Session | null>
  end(id: string): Promise<void>
  /** From now on this session does the work of an absent colleague, or with null its own again. */
  stand(id: string, standsFor: string | null): Promise<void>
  /** Ends every session of a person, wherever they are. */
  endAll(person: string): Promise<void>
}
