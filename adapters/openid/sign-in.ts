import * as openid from 'openid-client'
import type { Issuer } from './bearer-verifier.ts'

/** What the browser keeps while somebody is away at the provider; it comes back with them. */
export interface Attempt {
  restricted: boolean
  state: string
  nonce: string
  verifier: string
}

export interface SignIn {
  /** Where to send somebody who signs in through one of the two pools; `backTo` is where the provider sends them. */
  begin(restricted: boolean, backTo: string): Promise<{ url: string; attempt: Attempt }>
  /** Who came back to `returned`, the whole address, with the address of theirs that the provider has verified. `link`: it is not the answer to this attempt, or they gave up. */
  finish(attempt: Attempt, returned: URL): Promise<{ is: 'done'; person: string; mail: string | null } | { is: 'link' }>
  /** Where the provider's own session is closed; null where it has no such address. */
  signOutUrl(restricted: boolean, backTo: string): Promise<string | null>
}

/** A page waits for the provider no longer than this. */
const timeoutSeconds = 5

/** Plain HTTP is for a provider on this very machine. */
const isHere = ({ protocol, hostname }: URL): boolean => protocol === 'http:' && hostname === '127.0.0.1'

interface Endpoints {
  issuer: string
  authorization_endpoint?: string | undefined
  end_session_endpoint?: string | undefined
}

/**
 * Cognito closes its session at `/logout` of the sign-in page's domain with parameters of its own, whatever its discovery document
 * says; every other provider as OpenID Connect RP-Initiated Logout has it.
 */
export function signOutAddress(endpoints: Endpoints, clientId: string, backTo: string): string | null {
  const isCognito = new URL(endpoints.issuer).hostname.startsWith('cognito-idp.')
  const start = isCognito ? endpoints.authorization_endpoint : endpoints.end_session_endpoint
  if (start === undefined) return null
  const url = isCognito ? new URL('/logout', start) : new URL(start)
  url.searchParams.set('client_id', clientId)
  url.searchParams.set(isCognito ? 'logout_uri' : 'post_logout_redirect_uri', backTo)
  return url.href
}

/** Signing in at the providers we trust: authorisation code with PKCE, state and nonce, by discovery. Throws when one does not answer. */
export function openIdSignIn(issuers: readonly Issuer[]): SignIn {
  const found = new Map<Issuer, Promise<openid.Configuration>>()

  /** Asked for once; a provider that did not answer is asked again the next time. */
  async function providerOf(restricted: boolean) {
    const issuer = issuers.find((one) => one.restricted === restricted)
    if (!issuer) throw new Error('no such sign-in provider')
    const address = new URL(issuer.issuer)
    const asked =
      found.get(issuer) ??
      openid.discovery(address, issuer.clientId, undefined, openid.None(), {
        timeout: timeoutSeconds,
        execute: isHere(address) ? [openid.allowInsecureRequests] : [],
      })
    found.set(issuer, asked)
    try {
      return { configuration: await asked, clientId: issuer.clientId }
    } catch (error) {
      found.delete(issuer)
      throw error
    }
  }

  return {
    async begin(restricted, backTo) {
      const { configuration } = await providerOf(restricted)
      const attempt = {
        restricted,
        state: openid.randomState(),
        nonce: openid.randomNonce(),
        verifier: openid.randomPKCECodeVerifier(),
      }
      const url = openid.buildAuthorizationUrl(configuration, {
        redirect_uri: backTo,
        scope: 'openid email',
        state: attempt.state,
        nonce: attempt.nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(attempt.verifier),
        code_challenge_method: 'S256',
        // A shared device must not let the next person in as the last one.
        prompt: 'login',
      })
      return { url: url.href, attempt }
    },

    async finish({ restricted, state, nonce, verifier }, returned) {
      if (returned.searchParams.get('state') !== state) return { is: 'link' }
      const { configuration } = await providerOf(restricted)
      try {
        const tokens = await openid.authorizationCodeGrant(configuration, returned, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        })
        const claims = tokens.claims()
        if (claims === undefined) return { is: 'link' }
        const { sub: person, email, email_verified: isVerified } = claims
        return { is: 'done', person, mail: typeof email === 'string' && isVerified === true ? email : null }
      } catch (error) {
        // They gave up, or the code was used or too old: nothing is wrong with the provider.
        const theirs = error instanceof openid.AuthorizationResponseError || error instanceof openid.ResponseBodyError
        if (theirs) return { is: 'link' }
        throw error
      }
    },

    async signOutUrl(restricted, backTo) {
      const { configuration, clientId } = await providerOf(restricted)
      return signOutAddress(configuration.serverMetadata(), clientId, backTo)
    },
  }
}
