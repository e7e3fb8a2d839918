import { Hono } from 'hono'
import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose'
import * as z from 'zod/mini'
import { Role } from '../../../core/case/actor.ts'
import { readState, writeState } from '../state/state-file.ts'
import { homes, localPeople, type PeopleStore, putMember, restrictedRoles } from '../people.ts'

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

function personOf({ role, person, region, organisation }: z.infer<typeof SignIn>) {
  const home = homes[role]
  const belongs = { region: region ?? home?.region ?? null, organisation: organisation ?? home?.organisation ?? null }
  const id = person ?? [role, region, organisation].filter((part) => part !== undefined).join('-')
  const name = localPeople.find((one) => one.id === id)?.name ?? id
  return { id, name, role, ...belongs, active: true }
}

/**
 * `POST /local/sign-in` puts a ready-made person of the role into the directory and hands out that person's token, signed as the
 * providers of this machine sign theirs: the functions check it as they check one of Cognito's.
 */
export async function localSignIn({ jwk, base, directory }: { jwk: JWK; base: string; directory: PeopleStore }) {
  const key = await importJWK(jwk, algorithm)
  const app = new Hono()
  app.post('/local/sign-in', async (c) => {
    const wanted = z.safeParse(SignIn, await c.req.json().catch(() => null))
    if (!wanted.success) return c.json({ error: 'role', roles: Role.options }, 400)
    const person = personOf(wanted.data)
    await putMember(directory, person)
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
