import { randomInt } from 'node:crypto'

/** The second factor of one machine: a code, as an authenticator app would show it, asked of one sign-in and good for one answer. */
export function secondFactors() {
  const asked = new Map<string, { person: string; code: string }>()
  return {
    /** `id` is of the sign-in; answers the code. */
    ask(id: string, person: string): string {
      const code = String(randomInt(1_000_000)).padStart(6, '0')
      asked.set(id, { person, code })
      return code
    },
    codeOf: (id: string): string | null => asked.get(id)?.code ?? null,
    /** Who was asked, and whether this is their code; null where nobody was. Whatever is given, the code is used up. */
    give(id: string, given: unknown): { person: string; isRight: boolean } | null {
      const found = asked.get(id)
      asked.delete(id)
      return found ? { person: found.person, isRight: found.code === given } : null
    },
  }
}
