import type { Callback } from '../../adapters/gateways/gateway.ts'
import { standsFor } from '../../infra/local/stand-ins/fake-gateway.ts'
import { rehearse } from '../../infra/rehearsal/rehearsal.ts'
import { throughProvider } from './console/through-provider.ts'
import { visitor } from './console/visitor.ts'

const form = 'application/x-www-form-urlencoded'

/** A line of a log that says only how busy the machine was. */
export const isSlow = (line: string): boolean => /TooSlowError|AbortError|TimeoutError/.test(line)

/** What deploys, with people around it: phones, browsers, and staff who sign in. */
export async function rehearsed() {
  const rehearsal = await rehearse()
  const { origin, token, gateway, logs, ask, settle } = rehearsal
  let ids = 0

  /** Everybody's browser: our addresses lead to the rehearsal, all others to this machine. */
  const browser = () =>
    visitor(async (url, init) => {
      if (!url.startsWith(origin)) return fetch(url, init)
      const response = await ask(new Request(url, init))
      return Object.defineProperty(response, 'url', { value: url })
    })

  /** What the gateway is answered. Where a busy machine took longer than it waits, it comes again, as gateways do. */
  async function callback(what: Callback, fields: Record<string, string>): Promise<string> {
    const body = new URLSearchParams(fields).toString()
    const headers = { 'content-type': form }
    const url = `${origin}/gateways/${standsFor}/${token}/${what}`
    for (;;) {
      const before = logs.length
      const response = await ask(new Request(url, { method: 'POST', headers, body }))
      if (logs.slice(before).some(({ line }) => isSlow(line))) continue
      if (response.status !== 200) throw new Error(`${what} was answered ${response.status} ${response.statusText}`)
      return response.text()
    }
  }

  return {
    ...rehearsal,
    browser,
    callback,
    /** An SMS of a phone, and all that follows; answers the number of the case. */
    async says(from: string, text: string): Promise<string> {
      const reference = await callback('sms', {
        from,
        to: '36019',
        text,
        id: `AT-${(ids += 1)}`,
        date: '2027-06-07 09:00:00',
      })
      await settle()
      return reference
    },
    /** The operator says that the last SMS to this phone arrived. */
    async arrives(phone: string): Promise<void> {
      const { messageId = '' } = gateway.sent(phone).at(-1) ?? {}
      await callback('delivery', { id: messageId, status: 'Success', phoneNumber: phone })
      await settle()
    },
    /** A whole conversation on a keypad, hung up at the end: the last screen. */
    async dials(phoneNumber: string, ...keys: string[]): Promise<string> {
      const session = { sessionId: `ATUid_${(ids += 1)}`, phoneNumber, serviceCode: '*384*123#' }
      const hop = (at: number) =>
        callback('ussd', { ...session, networkCode: '61002', text: keys.slice(0, at).join('*') })
      let screen = await hop(0)
      for (let at = 1; at <= keys.length; at++) screen = await hop(at)
      await callback('ussd-end', { ...session, status: 'Success', input: keys.join('*') })
      await settle()
      return screen
    },
    /** Somebody at the console, signed in by the door of their pool. */
    async signsIn(person: string, pool: 'equipes' | 'restreint' = 'equipes') {
      const { browser: signedIn, back } = await throughProvider(origin, pool, person, { browser: browser() })
      const landed = await signedIn.follow(back)
      return {
        landed,
        get: (path: string) => signedIn.follow(`${origin}${path}`),
        async post(path: string, fields: Record<string, string> = {}) {
          const response = await signedIn.post(`${origin}${path}`, fields)
          await settle()
          return response
        },
      }
    },
    /** The staff routes, with the token of somebody's provider. */
    async calls(role: string, person = role) {
      const response = await fetch(`${rehearsal.outside}/local/sign-in`, {
        method: 'POST',
        body: JSON.stringify({ role, person }),
      })
      const { token: bearer } = (await response.json()) as { token: string }
      const headers = { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' }
      return async (path: string, body?: object) => {
        const init = body === undefined ? { headers } : { headers, method: 'POST', body: JSON.stringify(body) }
        const answer = await ask(new Request(`${origin}${path}`, init))
        await settle()
        return { status: answer.status, json: (await answer.json()) as Record<string, unknown> }
      }
    },
  }
}
