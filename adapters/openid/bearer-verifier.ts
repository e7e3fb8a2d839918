import { createRemoteJWKSet, jwtVerify, type JWTPayload } from 'jose'

export interface Issuer {
  issuer: string
  clientId: string
  /** People of this pool have given a second factor. */
  restricted: boolean
}

const algorithms = ['RS256', 'ES256']

/** Cognito names the client in `client_id` of access tokens and in `aud` of identity tokens. */
const isFor = ({ aud, client_id: client }: JWTPayload, clientId: string): boolean =>
  client === clientId || aud === clientId || (Array.isArray(aud) && aud.includes(clientId))

const issuerIn = (token: string): string | null => {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
    return typeof claims === 'object' && claims !== null && 'iss' in claims ? String(claims.iss) : null
  } catch {
    return null
  }
}

/**
 * Checks a Bearer token against the OpenID Connect providers we trust: signature, issuer, client, age. Null for anything
 * that proves nothing; never throws, and says nothing of why.
 */
export function bearerVerifier(issuers: readonly Issuer[]) {
  const keys = new Map(
    issuers.map((one) => {
      const base = one.issuer.endsWith('/') ? one.issuer : `${one.issuer}/`
      return [one.issuer, { ...one, jwks: createRemoteJWKSet(new URL('.well-known/jwks.json', base)) }]
    }),
  )
  return async (token: string): Promise<{ person: string; restricted: boolean } | null> => {
    const known = keys.get(issuerIn(token) ?? '')
    if (!known) return null
    try {
      const { payload } = await jwtVerify(token, known.jwks, { issuer: known.issuer, algorithms })
      return payload.sub && isFor(payload, known.clientId)
        ? { person: payload.sub, restricted: known.restricted }
        : null
    } catch {
      return null
    }
  }
}
