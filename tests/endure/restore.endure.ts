import { createHash } from 'node:crypto'
import { join, dirname } from 'node:path'
import { type DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb'
import { expect, test } from 'vitest'
import { dynamoFiguresAudit } from '../../adapters/dynamodb/figures/figures-audit.ts'
import { dynamoClient } from '../../adapters/dynamodb/table/dynamo-client.ts'
import { indexes } from '../../adapters/dynamodb/table/table.ts'
import { benchEngine } from '../../bench/tools/engine.ts'
import { fill, multiply } from '../../bench/tools/fill.ts'
import { benchServices } from '../../bench/tools/services.ts'
import { recount } from '../../core/operations/figures/recount.ts'
import { healTable } from '../../core/operations/sweep/heal-table.ts'
import { needsOf } from '../../functions/wiring/services.ts'
import { startEngine } from '../../infra/local/stand-ins/engine.ts'
import { copyState, restoreState } from '../../infra/local/state/copy.ts'
import { maySendIn } from '../../infra/local/state/restored.ts'
import { tables } from '../../infra/local/tables.ts'
import { mali } from '../../programme/mali.ts'
import { newFolder, ofWhole, row } from '../support/endure/rig.ts'
import { closing } from '../support/faults/trouble.ts'

const at = '2027-06-07T10:00:00.000Z'
const filled = 1_000
/** Nobody waits for an answer here. */
const patient = (endpoint: string) => dynamoClient({ endpoint, requestMs: 60_000 })

/** Maps have no order. */
const inOrder = (_: string, value: unknown): unknown =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value

/** What a table or one of its indexes holds, whatever the order: how many items, and a digest of each added up. */
async function digestOf(client: DynamoDBClient, IndexName?: string): Promise<string> {
  let [count, sum] = [0, 0n]
  const scanned = { TableName: tables.cases, ...(IndexName ? { IndexName } : {}) }
  for await (const { Items = [] } of paginateScan({ client }, scanned))
    for (const item of Items) {
      sum = (sum + createHash('sha256').update(JSON.stringify(item, inOrder)).digest().readBigUInt64BE()) % 2n ** 64n
      count++
    }
  return `${count} ${sum}`
}
const pictureOf = async (client: DynamoDBClient) => {
  const all: Record<string, string> = { items: await digestOf(client) }
  for (const index of Object.keys(indexes)) all[index] = await digestOf(client, index)
  return all
}

test('fault 30: 100,000 cases copied and restored: equal, indexes and counters rebuilt, missing notices made again, sends held', async () => {
  const made = await benchEngine({ file: true, stream: false })
  const engine = { ...made, client: patient(made.endpoint) }
  closing(async () => {
    engine.client.destroy()
    await made.stop()
  })
  const services = benchServices({ ...engine, nowAt: () => at })
  await fill(engine, services, { count: filled, at })
  multiply(engine, ofWhole(100))
  // A first sweep remembers which table it saw.
  await healTable('the original', needsOf(services))
  const original = await pictureOf(engine.client)
  const [copy, state] = [newFolder(), newFolder()]
  copyState(dirname(engine.dbPath ?? ''), copy, at)

  const minutesSince = (startMs: number) => ((performance.now() - startMs) / 60_000).toFixed(1)
  const startMs = performance.now()
  await restoreState(copy, state)
  const restored = await startEngine({ dbPath: join(state, 'table.db') })
  const client = patient(restored.endpoint)
  closing(async () => {
    client.destroy()
    await restored.stop()
  })
  const restoring = minutesSince(startMs)
  expect(await pictureOf(client)).toEqual(original)
  expect(maySendIn(state)).toBe(false)

  const countMs = performance.now()
  const own = benchServices({ client, keyFile: engine.keyFile, nowAt: () => at })
  const { figures } = own
  const counts = { programme: mali, figures, audit: dynamoFiguresAudit({ client, tables, programme: mali.id }) }
  const { cases } = await recount(counts, { repair: true })
  const counting = minutesSince(countMs)
  expect(await recount(counts)).toMatchObject({ cases, missed: [], differences: [], offAgenda: [] })

  const healMs = performance.now()
  const { moved: notices, failed } = await healTable('the restored', needsOf(own))
  const healing = minutesSince(healMs)
  expect(failed).toBe(0)
  expect(notices).toBeGreaterThan(0)
  const { rows } = await own.cases.queue('owner', 'N', 'focal-point', { after: null, limit: 1 })
  const reference = rows[0]?.reference ?? ''
  expect((await own.notices.list(reference)).map(({ template }) => template)).toContain('acknowledgement')
  const took = `restored in ${restoring} min, counters rebuilt in ${counting} min, ${notices} missing notices made in ${healing} min`
  row(
    '30: 100,000 cases restored from a copy',
    `${cases} cases and each index equal; ${took}; 0 differences, sends held`,
  )
})
