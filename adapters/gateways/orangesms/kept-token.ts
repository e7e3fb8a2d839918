import * as z from 'zod/mini'
import type { SendResult } from '../../../core/notices/gateway.ts'
import { refused } from '../sending.ts'

interface Credentials {
  url: string
  clientId: string
  clientSecret: string
}

interface Tools {
  timeoutMs: number
  /** Milliseconds, any clock. */
  nowMs: () => number
}

interface Kept {
  token: string
  untilMs: number
}

/** Seconds, an hour of them, published as a text. A token whose end nobody can read is used once. */
const Answer = z.object({ access_token: z.string(), expires_in: z.optional(z.unknown()) })

/** So long before its end a new one is asked for: what leaves with the old one arrives before it ends. */
const aheadMs = 60_000

/** Without a token no SMS was asked for: unless the credentials are refused, it may be tried again. */
const away = refused('sign-in-away', true)
const wrongCredentials: Readonly<Record<number, SendResult>> = {
  400: refused('sign-in-refused'),
  401: refused('sign-in-refused'),
  403: refused('sign-in-refused'),
}

/** OAuth 2.0 client credentials. A token is kept until just before its end; whoever needs one while it is asked for waits for the same. */
export function keptToken({ url, clientId, clientSecret }: Credentials, { timeoutMs, nowMs }: Tools) {
  let kept: Kept | undefined
  let asking: Promise<Kept | SendResult> | undefined

  async function ask(): Promise<Kept | SendResult> {
    try {
      const askedAt = nowMs()
      const answer = await fetch(`${url}/oauth/v3/token`, {
        method: 'POST',
        headers: {
          authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
          'content-type': 'application/x-www-form-urlencoded',
          accept: 'application/json',
        },
        body: 'grant_type=client_credentials',
        signal: AbortSignal.timeout(timeoutMs),
        redirect: 'manual',
      })
      if (!answer.ok) return wrongCredentials[answer.status] ?? away
      const { access_token: token, expires_in: seconds } = z.parse(Answer, await answer.json())
      return (kept = { token, untilMs: askedAt + (Number(seconds) || 0) * 1_000 })
    } catch {
      return away
    }
  }

  return {
    async get(): Promise<Kept | SendResult> {
      if (kept && nowMs() < kept.untilMs - aheadMs) return kept
      asking ??= ask().finally(() => (asking = undefined))
      return asking
    },
    /** Refused before its end: whoever asks next gets another. Of many refused at once the first has it renewed. */
    forget(refusedToken: string): void {
      if (kept?.token === refusedToken) kept = undefined
    },
  }
}
