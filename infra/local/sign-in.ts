import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { Hono } from 'hono'
import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose'
import * as z from 'zod/mini'
import { Role } from '../../core/case/actor.ts'
import type { Directory, Person } from '../../core/ports.ts'

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

/** Where a role belongs when the request does not say. */
const homes: Partial<Record<Role, { region?: string; organisation?: string }>> = {
  'regional-cluster': { region: 'gao' },
  partner: { organisation: 'ong-sante-gao' },
  authority: { region: 'gao', organisation: 'drs-gao' },
}
const restricted: readonly Role[] = ['protection', 'integrity', 'administrator']

export const issuersAt = (base: string) => [
  { issuer: `${base}/local/oidc/staff`, clientId, restricted: false },
  { issuer: `${base}/local/oidc/restricted`, clientId, restricted: true },
]

async function keyIn(file: string): Promise<JWK> {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as JWK
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true })
  const jwk = { ...(await exportJWK(privateKey)), kid: 'local', alg: algorithm }
  writeFileSync(`${file}.new`, JSON.stringify(jwk), { mode: 0o600 })
  renameSync(`${file}.new`, file)
  return jwk
}

function personOf({ role, person, region, organisation }: z.infer<typeof SignIn>): Person {
  const home = homes[role]
  const belongs = { region: region ?? home?.region ?? null, organisation: organisation ?? home?.organisation ?? null }
  const id = person ?? [role, region, organisation].filter((part) => part !== undefined).join('-')
  return { id, name: id, role, ...belongs, active: true }
}

/**
 * A sign-in provider on this machine: two issuers with their keys and discovery documents, and `POST /local/sign-in`, which puts
 * a ready-made person of the role into the directory and hands out that person's token. The functions check it as they
 * check one of Cognito's.
 */
export async function localSignIn({
  keyFile,
  base,
  directory,
}: {
  keyFile: string
  base: string
  directory: Directory
}) {
  const jwk = await keyIn(keyFile)
  const key = await importJWK(jwk, algorithm)
  const { d: _, ...publicKey } = jwk
  const app = new Hono()
  for (const { issuer } of issuersAt(base)) {
    const path = new URL(issuer).pathname
    app.get(`${path}/.well-known/openid-configuration`, (c) =>
      c.json({
        issuer,
        jwks_uri: `${issuer}/.well-known/jwks.json`,
        id_token_signing_alg_values_supported: [algorithm],
      }),
    )
    app.get(`${path}/.well-known/jwks.json`, (c) => c.json({ keys: [publicKey] }))
  }
  app.post('/local/sign-in', async (c) => {
    const wanted = z.safeParse(SignIn, await c.req.json().catch(() => null))
    if (!wanted.success) return c.json({ error: 'role', roles: Role.options }, 400)
    const person = personOf(wanted.data)
    await directory.putPerson(person)
    const issuer = issuersAt(base).find((one) => one.restricted === restricted.includes(person.role))
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
