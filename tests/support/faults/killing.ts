import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'vitest'
import { dynamoClient } from '../../../adapters/dynamodb/table/dynamo-client.ts'
import { patience } from '../../../infra/local/patience.ts'
import { startEngine } from '../../../infra/local/stand-ins/engine.ts'
import { tables } from '../../../infra/local/tables.ts'
import { historyFlaws, type Ledger, readLedger } from './history-check.ts'
import { canary, insisting, outside, post, seeded, type Sms } from './outside.ts'
import { type JaabiProcess, jaabiProcess } from './process.ts'
import { closing } from './trouble.ts'

/** Who is killed, and how many people write meanwhile. */
export const killed = {
  'the whole process': {
    writers: 3,
    kill: (jaabi: JaabiProcess): Promise<void> => jaabi.kill('SIGKILL'),
    again: (jaabi: JaabiProcess): Promise<void> => jaabi.start(),
  },
  /** Jaabi stays up, and starts the engine again by itself. */
  'the engine alone': {
    writers: 16,
    kill: async (_: JaabiProcess, state: string): Promise<void> => {
      for (;;)
        try {
          const { engine } = JSON.parse(readFileSync(join(state, 'engine.pid'), 'utf8')) as { engine: number }
          process.kill(engine, 'SIGKILL')
          return
        } catch {
          // The one before is just being started again, and its number not yet written.
          await sleep(10)
        }
    },
    again: () => Promise.resolve(),
  },
} as const

/** What the table holds once the process is gone. */
export async function ledgerIn(state: string): Promise<Ledger> {
  const engine = await startEngine({ dbPath: join(state, 'table.db') })
  const client = dynamoClient({ endpoint: engine.endpoint, requestMs: patience.requestMs })
  closing(async () => {
    client.destroy()
    await engine.stop()
    rmSync(state, { recursive: true, force: true })
  })
  return readLedger(client, tables)
}

/** The notices that a kill left between their claim and what the gateway said, read from the engine's own file. */
function claimedIn(state: string): string[] {
  const file = new DatabaseSync(join(state, 'table.db'), { timeout: 30_000 })
  const claimed = file.prepare(
    `SELECT json_extract(item_json, '$.notice.M.key.S') AS key FROM "${tables.cases}"
     WHERE json_extract(item_json, '$.is.S') = 'notice' AND json_extract(item_json, '$.notice.M.state.S') = 'claimed'`,
  )
  const keys = claimed.all().map(({ key }) => String(key))
  file.close()
  return keys
}

/** Kills at so many random moments while people write, and fails where anything was lost, or told twice unmarked. */
export async function survives(what: keyof typeof killed, kills: number) {
  const { writers, kill, again } = killed[what]
  const state = mkdtempSync(join(tmpdir(), 'jaabi-kill-'))
  const jaabi = await jaabiProcess(state)
  closing(() => jaabi.kill('SIGKILL'))
  await jaabi.start()
  const insists = await insisting(jaabi)
  // Once an orderly end, so that what was compiled is kept for the next start.
  await jaabi.kill('SIGTERM')
  await jaabi.start()
  const world = outside(insists, writers)
  const random = seeded(20_270_607)
  const caught = new Set<string>()

  for (let n = 0; n < kills; n++) {
    await world.progress(random() * 12)
    await sleep(random() * 120)
    await kill(jaabi, state)
    for (const key of claimedIn(state)) caught.add(key)
    await again(jaabi)
  }
  await world.stop()
  // Doubts end within six hours: what carries a date or an answer was sent again by then.
  await post(`${jaabi.base}/local/clock`, { advance: 'PT7H' })
  const health = (await (await fetch(`${jaabi.base}/local/health`)).json()) as Record<string, unknown>
  const sent = (await (await fetch(`${jaabi.base}/local/sms`)).json()) as Sms[]
  await jaabi.kill('SIGTERM')

  const { acknowledged, answered, reported } = world
  const ledger = await ledgerIn(state)
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
  // Only what a kill caught on its way to the gateway: how much that is says how busy the machine was, not how well it sends. That it is
  // eight at most, each while the gateway is asked for it, is proven by `sending.test.ts`.
  const resent = ledger.notices.filter((notice) => notice.resent)
  expect(resent.filter(({ key }) => !caught.has(key))).toEqual([])

  // Neither words nor numbers in what it says of itself, in topics or in what it gives up.
  const topics = readFileSync(join(state, 'topics.jsonl'), { encoding: 'utf8', flag: 'a+' })
  const failures = readFileSync(join(state, 'stream-failures.jsonl'), { encoding: 'utf8', flag: 'a+' })
  expect(`${jaabi.output()}${topics}${failures}`).not.toMatch(new RegExp(`${canary}|forage|22370\\d{6}`))
  expect(jaabi.output()).toContain('swept')

  return {
    acknowledged: acknowledged.length,
    sent: sent.length,
    resent: resent.length,
  }
}
