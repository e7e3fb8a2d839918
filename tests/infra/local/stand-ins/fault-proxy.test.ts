import { DynamoDBClient, GetItemCommand, PutItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb'
import { afterEach, expect, test } from 'vitest'
import {
  programmedFaults,
  randomFaults,
  startFaultProxy,
  type FaultPlan,
} from '../../../../infra/local/stand-ins/fault-proxy.ts'
import { engineConfig, withEngine } from '../../../support/engine.ts'
import { createTable } from '../../../support/create-table.ts'

const { client, endpoint } = await withEngine((engine) => createTable(engine, 'cases'))

const toClose: (() => unknown)[] = []
afterEach(async () => {
  await Promise.all(toClose.splice(0).map((close) => close()))
})

async function through(plan: FaultPlan, { maxAttempts = 1, target = endpoint } = {}) {
  const proxy = await startFaultProxy({ target, plan })
  const faulty = new DynamoDBClient({ ...engineConfig(proxy.endpoint), maxAttempts })
  toClose.push(proxy.stop, () => {
    faulty.destroy()
  })
  return { proxy, faulty }
}

const item = (pk: string) => ({ TableName: 'cases', Item: { pk: { S: pk } } })
const put = (pk: string) => new PutItemCommand({ ...item(pk), ConditionExpression: 'attribute_not_exists(pk)' })
const pair = (pk: string) =>
  new TransactWriteItemsCommand({ TransactItems: [{ Put: item(`case-${pk}`) }, { Put: item(`sender-${pk}`) }] })

async function stored(pk: string): Promise<boolean> {
  const { Item } = await client.send(new GetItemCommand({ TableName: 'cases', Key: { pk: { S: pk } } }))
  return Item !== undefined
}

test('without a fault the database answers as without the proxy', async () => {
  const { proxy, faulty } = await through(() => undefined)

  await faulty.send(put('plain'))

  expect(await stored('plain')).toBe(true)
  await expect(faulty.send(put('plain'))).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' })
  expect(proxy.seen).toEqual([
    { operation: 'PutItem', index: 0 },
    { operation: 'PutItem', index: 1 },
  ])
})

test.each([
  ['throughput-exceeded', 'ProvisionedThroughputExceededException'],
  ['throttling', 'ThrottlingException'],
  ['transaction-conflict', 'TransactionConflictException'],
] as const)('%s reaches the SDK as %s, and nothing is written', async (fault, name) => {
  const { faulty } = await through(programmedFaults({ PutItem: [fault] }))

  await expect(faulty.send(put(fault))).rejects.toMatchObject({ name })
  expect(await stored(fault)).toBe(false)
})

test('a conflicting transaction is cancelled with one reason per item', async () => {
  const { faulty } = await through(programmedFaults({ TransactWriteItems: ['transaction-conflict'] }))

  await expect(faulty.send(pair('conflict'))).rejects.toMatchObject({
    name: 'TransactionCanceledException',
    CancellationReasons: [{ Code: 'TransactionConflict' }, { Code: 'None' }],
  })
  expect(await stored('case-conflict')).toBe(false)
})

test('a transaction still running is said so', async () => {
  const { faulty } = await through(programmedFaults({ TransactWriteItems: ['transaction-in-progress'] }))

  await expect(faulty.send(pair('running'))).rejects.toMatchObject({ name: 'TransactionInProgressException' })
})

test('a call dropped on the way leaves nothing; the SDK tries again and it is there', async () => {
  const { proxy, faulty } = await through(programmedFaults({ PutItem: ['drop-request'] }), { maxAttempts: 2 })

  await faulty.send(put('dropped'))

  expect(await stored('dropped')).toBe(true)
  expect(proxy.seen.map(({ fault }) => fault)).toEqual(['drop-request', undefined])
})

test('an acknowledgement lost after the commit: the client sees an error, the item is there', async () => {
  const { faulty } = await through(programmedFaults({ PutItem: ['drop-reply'] }))

  await expect(faulty.send(put('unacknowledged'))).rejects.toThrow()
  expect(await stored('unacknowledged')).toBe(true)
})

test('a lost acknowledgement makes a conditional put refuse its own retry', async () => {
  const { faulty } = await through(programmedFaults({ PutItem: ['drop-reply'] }), { maxAttempts: 2 })

  await expect(faulty.send(put('own-write'))).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' })
})

test('latency delays the answer and changes nothing else', async () => {
  const { faulty } = await through(programmedFaults({ PutItem: [{ latencyMs: 80 }] }))
  const began = performance.now()

  await faulty.send(put('slow'))

  expect(performance.now() - began).toBeGreaterThan(75)
  expect(await stored('slow')).toBe(true)
})

test('a database that is away is a broken connection', async () => {
  const { faulty } = await through(() => undefined, { target: 'http://127.0.0.1:9' })

  await expect(faulty.send(put('away'))).rejects.toThrow()
})

test('random faults hit the named operations at the given share, the same ones for the same seed', () => {
  const draw = (seed: number) => {
    const plan = randomFaults({ seed, share: 0.2, faults: ['throttling', 'drop-reply'], operations: ['PutItem'] })
    return Array.from({ length: 2_000 }, (_, index) => plan({ operation: 'PutItem', index }))
  }
  const hits = draw(7).filter((fault) => fault !== undefined)

  expect(draw(7)).toEqual(draw(7))
  expect(draw(8)).not.toEqual(draw(7))
  expect(hits.length / 2_000).toBeCloseTo(0.2, 1)
  expect(new Set(hits)).toEqual(new Set(['throttling', 'drop-reply']))
  const other = randomFaults({ seed: 7, share: 1, faults: ['throttling'], operations: ['PutItem'] })
  expect(other({ operation: 'GetItem', index: 0 })).toBeUndefined()
})
