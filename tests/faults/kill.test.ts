import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { dynamoClient } from '../../adapters/dynamodb/table/dynamo-client.ts'
import { patience } from '../../infra/local/patience.ts'
import { startEngine } from '../../infra/local/stand-ins/engine.ts'
import { tables } from '../../infra/local/tables.ts'
import { callback } from '../support/faults/trouble.ts'
import { type Acknowledged, historyFlaws, type Ledger, readLedger } from '../support/faults/history-check.ts'
import { type JaabiProcess, jaabiProcess } from '../support/faults/process.ts'
import { closing } from '../support/faults/trouble.ts'

/** Who is killed, how often, and how many people write meanwhile. */
const killed = [
  { what: 'the whole process', kills: 50, writers: 3, kill: restart },
  { what: 'the engine alone', kills: 10, writers: 16, kill: killEngine },
] as const

async function restart(jaabi: JaabiProcess): Promise<void> {
  await jaabi.kill('SIGKILL')
  await jaabi.start()
}

/** Jaabi stays up, and starts the engine again by itself. */
async function killEngine(_: JaabiProcess, state: string): Promise<void> {
  for (;;)
    try {
      const { engine } = JSON.parse(readFileSync(join(state, 'engine.pid'), 'utf8')) as { engine: number }
      process.kill(engine, 'SIGKILL')
      return
    } catch {
      // The one before is just being started again, and its number not yet written.
      await sleep(10)
    }
}

const canary = 'zebucanari'

/** The same moments in every run. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

interface Sms {
  to: string
  message: string
  messageId: string
}

/** People, a gateway and a focal point, who do not give up when nobody answers. */
function outside(
  jaabi: JaabiProcess,
  { gatewayToken, bearer, writers }: { gatewayToken: string; bearer: string; writers: number },
) {
  const acknowledged: Acknowledged[] = []
  const answered = new Set<string>()
  const reported = new Set<string>()
  let stopped = false
  let done = 0
  const at = (what: string) => `${jaabi.base}/gateways/africastalking/${gatewayToken}/${what}`

  /** Again until it is answered 200, or 409 because it was done already. */
  async function until(url: string, request: RequestInit): Promise<string> {
    for (;;) {
      try {
        const reply = await fetch(url, { ...request, signal: AbortSignal.timeout(5_000) })
        const text = await reply.text()
        if (reply.ok || reply.status === 409) {
          done++
          return text
        }
      } catch {
        // Killed just now: it is about to start again.
      }
      await sleep(10)
    }
  }
  const staff = (reference: string, step: string, body: object) =>
    until(`${jaabi.base}/api/cases/${reference}/${step}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
      body: JSON.stringify({ ...body, requestId: `${step}-${reference}` }),
    })

  async function writing(first: number, every: number): Promise<void> {
    for (let n = first; !stopped; n += every) {
      const from = `+22370${String(n).padStart(6, '0')}`
      const text = `Message ${n} ${canary}: le forage est en panne`
      const reference = await until(at('sms'), callback({ from, to: '36061', text, id: `AT-${n}` }))
      acknowledged.push({ id: `AT-${n}`, reference })
      if (n % 2 > 0) continue
      await staff(reference, 'assess', { level: 'N1', category: 'AID-KIT' })
      await staff(reference, 'answer', { outcome: 'resolved', answer: `reponse ${n}: le forage marche` })
      answered.add(reference)
    }
  }
  async function reporting(): Promise<void> {
    while (!stopped) {
      const list = await until(`${jaabi.base}/local/sms`, {})
      const fresh = (JSON.parse(list) as Sms[]).filter(({ messageId }) => !reported.has(messageId)).slice(0, 3)
      for (const { messageId, to } of fresh) {
        reported.add(messageId)
        await until(at('delivery'), callback({ id: messageId, status: 'Success', phoneNumber: to }))
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
      for (const target = done + count; done < target;) await sleep(1)
    },
    /** Everything begun is finished first. */
    async stop(): Promise<void> {
      stopped = true
      await work
    },
  }
}

async function post(url: string, body: object): Promise<Record<string, unknown>> {
  const headers = { 'content-type': 'application/json' }
  const reply = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  return (await reply.json()) as Record<string, unknown>
}

/** What the table holds once the process is gone. */
async function ledgerOf(state: string): Promise<Ledger> {
  const engine = await startEngine({ dbPath: join(state, 'table.db') })
  const client = dynamoClient({ endpoint: engine.endpoint, requestMs: patience.requestMs })
  closing(async () => {
    client.destroy()
    await engine.stop()
    rmSync(state, { recursive: true, force: true })
  })
  return readLedger(client, tables)
}

test.each(killed)(
  '$what killed at $kills random moments: nothing acknowledged is lost, nobody is told twice but where it is marked',
  async ({ kills, writers, kill }) => {
    const state = mkdtempSync(join(tmpdir(), 'jaabi-kill-'))
    const jaabi = await jaabiProcess(state)
    closing(() => jaabi.kill('SIGKILL'))
    await jaabi.start()
    const { gatewayToken } = (await (await fetch(`${jaabi.base}/local/config`)).json()) as { gatewayToken: string }
    const { token } = await post(`${jaabi.base}/local/sign-in`, { role: 'focal-point' })
    // Once an orderly end, so that what was compiled is kept for the next start.
    await jaabi.kill('SIGTERM')
    await jaabi.start()
    const world = outside(jaabi, { gatewayToken, bearer: String(token), writers })
    const random = seeded(20_270_607)

    for (let n = 0; n < kills; n++) {
      await world.progress(random() * 12)
      await sleep(random() * 120)
      await kill(jaabi, state)
    }
    await world.stop()
    // Doubts end within six hours: what carries a date or an answer was sent again by then.
    await post(`${jaabi.base}/local/clock`, { advance: 'PT7H' })
    const health = (await (await fetch(`${jaabi.base}/local/health`)).json()) as Record<string, unknown>
    const sent = (await (await fetch(`${jaabi.base}/local/sms`)).json()) as Sms[]
    await jaabi.kill('SIGTERM')

    const { acknowledged, answered, reported } = world
    const ledger = await ledgerOf(state)
    expect(acknowledged.length).toBeGreaterThan(kills)
    expect(new Set(acknowledged.map(({ reference }) => reference))).toEqual(
      new Set(ledger.cases.map(({ reference }) => reference)),
    )
    expect(ledger.cases).toHaveLength(acknowledged.length)
    const left = sent.map(({ to, message: text, messageId }) => ({ to, text, messageId }))
    expect(historyFlaws(ledger, { acknowledged, left })).toEqual([])
    expect(health).toMatchObject({ cases: acknowledged.length, orphans: 0 })

    // Nothing that was decided is forgotten: every receipt and every answer left, and what was reported is noted.
    const told = new Set(sent.flatMap(({ message }) => /\d{10}/.exec(message)?.[0] ?? []))
    expect(acknowledged.filter(({ reference }) => !told.has(reference))).toEqual([])
    const heard = sent.filter(({ message }) => message.includes('marche'))
    expect(new Set(heard.flatMap(({ message }) => /\d{10}/.exec(message)?.[0] ?? []))).toEqual(answered)
    const open = ledger.notices.filter(({ state }) => ['ready', 'claimed', 'undecided', 'waiting'].includes(state))
    expect(open.map(({ key }) => key)).toEqual([])
    const noted = ledger.notices.filter(({ gatewayMessageId }) => reported.has(gatewayMessageId ?? ''))
    expect(noted.filter(({ state }) => state !== 'delivered')).toEqual([])
    expect(ledger.notices.filter(({ resent }) => resent).length).toBeLessThanOrEqual(kills)

    // Neither words nor numbers in what it says of itself, in topics or in what it gives up.
    const topics = readFileSync(join(state, 'topics.jsonl'), { encoding: 'utf8', flag: 'a+' })
    const failures = readFileSync(join(state, 'stream-failures.jsonl'), { encoding: 'utf8', flag: 'a+' })
    expect(`${jaabi.output()}${topics}${failures}`).not.toMatch(new RegExp(`${canary}|forage|22370\\d{6}`))
    expect(jaabi.output()).toContain('swept')
  },
)
