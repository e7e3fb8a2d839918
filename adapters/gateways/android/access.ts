import * as z from 'zod/mini'
import type { SendResult } from '../../../core/notices/gateway.ts'
import { httpAnswer, refused } from '../sending.ts'

interface Login {
  /** Of the API, without a last `/`. */
  url: string
  username: string
  password: string
  auth: 'basic' | 'bearer'
}

interface Tools {
  timeoutMs: number
  /** Milliseconds, any clock. */
  nowMs: () => number
}

const Token = z.object({ access_token: z.string() })
/** What we ask for; a token is used a little shorter, so that what leaves with it arrives before it ends. */
const tokenSeconds = 3_600
const aheadMs = 60_000

const json = { 'content-type': 'application/json' }

/** Posts to a phone's API, by its password (`basic`) or with a token got by it (`bearer`), which may do nothing but send. */
export function access({ url, username, password, auth }: Login, { timeoutMs, nowMs }: Tools) {
  const basic = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
  let kept: { authorization: string; untilMs: number } | undefined

  const post = (path: string, authorization: string, body: unknown): Promise<Response> =>
    fetch(url + path, {
      method: 'POST',
      headers: { ...json, authorization },
      body: JSON.stringify(body),
      // A token, an SMS refused with it, and both once more, in the time of one call.
      signal: AbortSignal.timeout(auth === 'basic' ? timeoutMs : timeoutMs / 4),
      redirect: 'manual',
    })

  /** What authorizes a call. Without a token nothing was asked to be sent, so it may be tried again. */
  async function authorization(): Promise<string | SendResult> {
    if (auth === 'basic') return basic
    if (kept && nowMs() < kept.untilMs) return kept.authorization
    const untilMs = nowMs() + tokenSeconds * 1_000 - aheadMs
    try {
      const answer = await post('/auth/token', basic, { ttl: tokenSeconds, scopes: ['messages:send'] })
      if (answer.status !== 201) return httpAnswer(answer.status)
      const { access_token: token } = z.parse(Token, await answer.json())
      kept = { authorization: `Bearer ${token}`, untilMs }
      return kept.authorization
    } catch {
      return refused('unreachable', true)
    }
  }

  /** A token refused before its end, where somebody took it back or the phone began anew, is renewed once. */
  return async function ask(path: string, body: unknown): Promise<Response | SendResult> {
    const first = await authorization()
    if (typeof first !== 'string') return first
    const answer = await post(path, first, body)
    if (answer.status !== 401 || auth === 'basic') return answer
    kept = undefined
    const second = await authorization()
    return typeof second === 'string' ? post(path, second, body) : second
  }
}
