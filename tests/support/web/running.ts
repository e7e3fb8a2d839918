import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContextOptions } from 'playwright-core'
import { afterAll } from 'vitest'
import { freePort } from '../../../infra/local/free-port.ts'
import { startJaabi } from '../../../infra/local/jaabi.ts'
import { sitDown } from '../../../infra/local/sit-down.ts'
import { withBrowser } from '../browser.ts'

/** Jaabi as `npm start` runs it, in a state folder of its own, and a browser. Await it at the top of a test file. */
export async function withRunningJaabi() {
  const browser = await withBrowser()
  const state = mkdtempSync(join(tmpdir(), 'jaabi-browser-'))
  const { base, stop } = await startJaabi({ port: await freePort(), state })
  afterAll(async () => {
    await stop()
    rmSync(state, { recursive: true })
  })
  const { gatewayToken } = (await (await fetch(`${base}/local/config`)).json()) as { gatewayToken: string }
  const json = { 'content-type': 'application/json' }
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const gateway = (what: string, fields: Record<string, string>) =>
    fetch(`${base}/gateways/africastalking/${gatewayToken}/${what}`, {
      method: 'POST',
      headers: form,
      body: new URLSearchParams(fields),
    })
  let messages = 0

  async function received(phone: string): Promise<string[]> {
    const sms = (await (await fetch(`${base}/local/sms?to=${encodeURIComponent(phone)}`)).json()) as {
      message: string
    }[]
    return sms.map(({ message }) => message)
  }

  return {
    base,
    browser,
    sitDown: (person: string, options: BrowserContextOptions = {}) => sitDown(person, { browser, base, ...options }),
    received,
    /** Sends one SMS and waits for its receipt; the reference the receipt gives. */
    says: async (phone: string, text: string): Promise<string> => {
      const before = (await received(phone)).length
      messages += 1
      await gateway('sms', { id: `message-${String(messages)}`, from: phone, to: '36000', text, date: '', linkId: '' })
      for (let tries = 0; tries < 1200; tries++) {
        const receipt = (await received(phone))[before]
        if (receipt) return /\b\d{10}\b/.exec(receipt)?.[0] ?? ''
        await new Promise((done) => setTimeout(done, 50))
      }
      throw new Error('no receipt came')
    },
    /** One hop of a USSD session; `text` is everything typed so far, joined by `*`. */
    dials: async (phone: string, sessionId: string, text: string): Promise<string> => {
      const response = await gateway('ussd', {
        sessionId,
        phoneNumber: phone,
        serviceCode: '*384#',
        networkCode: '',
        text,
      })
      return response.text()
    },
    /** Lets time pass (ISO 8601 duration), with everything that falls due meanwhile. */
    waits: async (advance: string): Promise<void> => {
      await fetch(`${base}/local/clock`, { method: 'POST', headers: json, body: JSON.stringify({ advance }) })
    },
    nowAt: async (): Promise<string> => ((await (await fetch(`${base}/local/config`)).json()) as { now: string }).now,
    topic: async (name: string): Promise<string[]> => {
      const published = (await (await fetch(`${base}/local/topics?topic=${name}`)).json()) as unknown[]
      return published.map((one) => JSON.stringify(one))
    },
  }
}
