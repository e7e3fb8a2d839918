import { setTimeout as sleep } from 'node:timers/promises'
import type { Acknowledged } from './history-check.ts'
import type { JaabiProcess } from './process.ts'
import { callback } from './trouble.ts'

/** A word that must be found nowhere but sealed. */
export const canary = 'zebucanari'

/** The same moments in every run. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** As `/local/sms` lists what left. */
export interface Sms {
  to: string
  message: string
  messageId: string
}

export async function post(url: string, body: object): Promise<Record<string, unknown>> {
  const headers = { 'content-type': 'application/json' }
  const reply = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  return (await reply.json()) as Record<string, unknown>
}

/** A gateway and a focal point who do not give up when nobody answers. `outsideAt`: where the gateway is, if not beside Jaabi. */
export async function insisting({ base }: Pick<JaabiProcess, 'base'>, outsideAt = base) {
  const { gatewayToken } = (await (await fetch(`${base}/local/config`)).json()) as { gatewayToken: string }
  const { token } = await post(`${base}/local/sign-in`, { role: 'focal-point' })
  const at = (what: string) => `${base}/gateways/africastalking/${gatewayToken}/${what}`
  const made = { done: 0, refused: 0 }

  /** Again until it is answered 200, or 409 because it was done already. */
  async function until(url: string, request: RequestInit): Promise<string> {
    for (;;) {
      try {
        const reply = await fetch(url, { ...request, signal: AbortSignal.timeout(5_000) })
        const text = await reply.text()
        if (reply.ok || reply.status === 409) {
          made.done++
          return text
        }
        made.refused++
      } catch {
        // Killed just now: it is about to start again.
      }
      await sleep(10)
    }
  }
  const staff = (reference: string, step: string, body: object) =>
    until(`${base}/api/cases/${reference}/${step}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${String(token)}`, 'content-type': 'application/json' },
      body: JSON.stringify({ ...body, requestId: `${step}-${reference}` }),
    })
  return {
    /** Requests answered, and those that came back with another status. */
    made,
    /** The reference it was answered. */
    writes: (from: string, text: string, id: string) => until(at('sms'), callback({ from, to: '36061', text, id })),
    async answers(reference: string, answer: string): Promise<void> {
      await staff(reference, 'assess', { level: 'N1', category: 'AID-KIT' })
      await staff(reference, 'answer', { outcome: 'resolved', answer })
    },
    async left(to?: string): Promise<Sms[]> {
      const list = await until(`${outsideAt}/local/sms${to ? `?to=${encodeURIComponent(to)}` : ''}`, {})
      return JSON.parse(list) as Sms[]
    },
    /** Moves the clock on: everything due by then happens, with what follows from it. */
    comesToRest: (later = 'PT1M') => post(`${base}/local/clock`, { advance: later }),
    reports: ({ messageId, to }: Sms) =>
      until(at('delivery'), callback({ id: messageId, status: 'Success', phoneNumber: to })),
  }
}
export type Insisting = Awaited<ReturnType<typeof insisting>>

/** People who write, a gateway that reports and a focal point who answers every second of them. */
export function outside(insists: Insisting, writers: number) {
  const acknowledged: Acknowledged[] = []
  const answered = new Set<string>()
  const reported = new Set<string>()
  let stopped = false

  async function writing(first: number, every: number): Promise<void> {
    for (let n = first; !stopped; n += every) {
      const from = `+22370${String(n).padStart(6, '0')}`
      const reference = await insists.writes(from, `Message ${n} ${canary}: le forage est en panne`, `AT-${n}`)
      acknowledged.push({ id: `AT-${n}`, reference })
      if (n % 2 > 0) continue
      await insists.answers(reference, `reponse ${n}: le forage marche`)
      answered.add(reference)
    }
  }
  async function reporting(): Promise<void> {
    while (!stopped) {
      const fresh = (await insists.left()).filter(({ messageId }) => !reported.has(messageId)).slice(0, 3)
      for (const sms of fresh) {
        reported.add(sms.messageId)
        await insists.reports(sms)
      }
      await sleep(25)
    }
  }
  const people = Array.from({ length: writers }, (_, at) => writing(at + 1, writers))
  const work = Promise.all([...people, reporting()])
  return {
    acknowledged,
    answered,
    reported,
    /** Resolves when so many more requests were answered. */
    async progress(count: number): Promise<void> {
      for (const target = insists.made.done + count; insists.made.done < target;) await sleep(1)
    },
    /** Everything begun is finished first. */
    async stop(): Promise<void> {
      stopped = true
      await work
    },
  }
}
