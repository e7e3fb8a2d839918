import { Hono } from 'hono'
import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose'
import * as z from 'zod/mini'
import { Role } from '../../../core/case/actor.ts'
import { readState, writeState } from '../state/state-file.ts'
import { isUnseated } from '../../../core/directory/seat.ts'
import { homes, localPeople, type PeopleStore, restrictedRoles } from '../people.ts'

const clientId = 'jaabi-local'
const algorithm = 'ES256'
/** Sign-in uses the machine's own time, so a token outlives any move of the product's clock. */
const tokenLife = '12h'

const SignIn = z.object({
  role: Role,
  person: z.optional(z.string()),
  region: z.optional(z.string()),
  organisation: z.optional(z.string()),
})

export const issuersAt = (base: string) => [
  { issuer: `${base}/local/oidc/staff`, clientId, restricted: false },
  { issuer: `${base}/local/oidc/restricted`, clientId, restricted: true },
]

/** A private key: without its secret part nothing can be signed. */
const Key = z.looseObject({ kty: z.string(), d: z.string() })

/** What both issuers sign with, made once for a state folder, so that a restart changes nothing for who is signed in. */
export async function signingKeyIn(file: string): Promise<JWK> {
  const made = readState(file, (text) => Key.parse(JSON.parse(text)))
  if (made) return made
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true })
  const jwk = { ...(await exportJWK(privateKey)), kid: 'local', alg: algorithm }
  writeState(file, JSON.stringify(jwk), 0o600)
  return jwk
}

/** The ready-made person of a role, of this region or organisation where one is said. */
function readyMade({ role, person, ...scope }: z.infer<typeof SignIn>) {
  const { region = null, organisation = null } = { ...homes[role], ...scope }
  return localPeople.find((one) =>
    person === undefined
      ? one.role === role && one.region === region && one.organisation === organisation
      : one.id === person,
  )
}

/**
 * `POST /local/sign-in` hands out the token of a ready-made person the directory has, confirmed where they are in a pair, signed as the providers of this machine sign theirs:
 * the functions check it as they check one of Cognito's. It puts nobody into the directory.
 */
export async function localSignIn({ jwk, base, directory }: { jwk: JWK; base: string; directory: PeopleStore }) {
  const key = await importJWK(jwk, algorithm)
  const app = new Hono()
  app.post('/local/sign-in', async (c) => {
    const wanted = z.safeParse(SignIn, await c.req.json().catch(() => null))
    if (!wanted.success) return c.json({ error: 'role', roles: Role.options }, 400)
    const found = readyMade(wanted.data)
    const person = found && (await directory.member(found.id))
    if (!person?.active || isUnseated(person))
      return c.json({ error: 'person', people: localPeople.map(({ id }) => id) }, 404)
    const issuer = issuersAt(base).find((one) => one.restricted === restrictedRoles.includes(person.role))
    const token = await new SignJWT({ client_id: clientId, token_use: 'access' })
      .setProtectedHeader({ alg: algorithm, kid: 'local' })
      .setSubject(person.id)
      .setIssuer(issuer?.issuer ?? '')
      .setIssuedAt()
      .setExpirationTime(tokenLife)
      .sign(key)
    return c.json({ token, person: person.id })
  })
  return app
}
