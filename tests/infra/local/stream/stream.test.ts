import {
  BatchWriteItemCommand,
  PutItemCommand,
  TransactWriteItemsCommand,
  type DynamoDBClient,
} from '@aws-sdk/client-dynamodb'
import {
  DynamoDBStreamsClient,
  GetRecordsCommand,
  type GetRecordsCommandOutput,
} from '@aws-sdk/client-dynamodb-streams'
import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startStream, type LocalStream } from '../../../../infra/local/stream/stream.ts'
import type { StreamConsumer } from '../../../../infra/local/stream/stream-delivery.ts'
import { engineConfig, withEngine } from '../../../support/engine.ts'
import { createTable } from '../../../support/create-table.ts'

const { client, endpoint } = await withEngine()
const streams = new DynamoDBStreamsClient(engineConfig(endpoint))

let table: string
let folder: string
let open: LocalStream[]
let tables = 0
beforeEach(async () => {
  table = `cases-${(tables += 1)}`
  folder = mkdtempSync(join(tmpdir(), 'jaabi-stream-'))
  open = []
  await createTable(client, table)
})
afterEach(async () => {
  await Promise.all(open.map((stream) => stream.stop()))
  rmSync(folder, { recursive: true })
})

async function follow(...consumers: StreamConsumer[]): Promise<LocalStream> {
  const stream = await startStream({
    client: streams,
    table,
    consumers,
    positionFile: join(folder, 'position.json'),
    failuresFile: join(folder, 'failures.jsonl'),
    pollMs: 10,
    retryMs: 1,
  })
  open.push(stream)
  return stream
}

async function write(...keys: string[]): Promise<void> {
  for (const key of keys) await client.send(new PutItemCommand({ TableName: table, Item: { pk: { S: key } } }))
}

const key = (record: DynamoDBRecord) => record.dynamodb?.Keys?.pk?.S ?? ''
const sequence = (record: DynamoDBRecord) => record.dynamodb?.SequenceNumber ?? ''

/** A consumer that notes the keys of each call and fails as told. */
function noting(name: string, fail?: (records: DynamoDBRecord[], call: number) => string | undefined) {
  const calls: string[][] = []
  const consumer = {
    name,
    maxAttempts: 3,
    handle: ({ Records }: DynamoDBStreamEvent) => {
      calls.push(Records.map(key))
      const failed = fail?.(Records, calls.length)
      return Promise.resolve(failed === undefined ? undefined : { batchItemFailures: [{ itemIdentifier: failed }] })
    },
  }
  return { consumer, calls, seen: () => calls.flat() }
}

function failures(): unknown[] {
  return readFileSync(join(folder, 'failures.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown)
}

test('each consumer gets every change in order, and only those its filter wants', async () => {
  const all = noting('all')
  const some = noting('some')
  await write('a', 'b')
  const stream = await follow(all.consumer, { ...some.consumer, filter: (record) => key(record) > 'b' })
  await write('c', 'd')

  await stream.settle()

  expect(all.seen()).toEqual(['a', 'b', 'c', 'd'])
  expect(some.seen()).toEqual(['c', 'd'])
})

test('a record has the form Lambda gives it: bytes in base64, time in seconds, both images', async () => {
  const records: DynamoDBRecord[] = []
  const stream = await follow({
    name: 'case-changes',
    handle: ({ Records }) => {
      records.push(...Records)
      return Promise.resolve()
    },
  })
  const bytes = new Uint8Array([0, 255, 16])
  const item = (status: string) => ({
    pk: { S: 'ml#1' },
    status: { S: status },
    sealed: { M: { words: { B: bytes }, parts: { L: [{ BS: [bytes] }, { NULL: true }] } } },
    facts: { L: [{ N: '1.5' }, { BOOL: false }, { SS: ['x'] }, { NS: ['2'] }, { S: '' }] },
  })
  await client.send(new PutItemCommand({ TableName: table, Item: item('received') }))
  await client.send(new PutItemCommand({ TableName: table, Item: item('assessed') }))

  await stream.settle()

  expect(records.map((record) => record.eventName)).toEqual(['INSERT', 'MODIFY'])
  const image = {
    pk: { S: 'ml#1' },
    status: { S: 'assessed' },
    sealed: { M: { words: { B: 'AP8Q' }, parts: { L: [{ BS: ['AP8Q'] }, { NULL: true }] } } },
    facts: { L: [{ N: '1.5' }, { BOOL: false }, { SS: ['x'] }, { NS: ['2'] }, { S: '' }] },
  }
  expect(records[1]).toMatchObject({
    eventSource: 'aws:dynamodb',
    eventSourceARN: expect.stringContaining(`table/${table}/stream/`) as string,
    dynamodb: { Keys: { pk: { S: 'ml#1' } }, NewImage: image, OldImage: { ...image, status: { S: 'received' } } },
  })
  expect(records[1]?.dynamodb?.ApproximateCreationDateTime).toBeGreaterThan(1e9)
  expect(records[1]?.dynamodb?.ApproximateCreationDateTime).toBeLessThan(1e11)
})

test('settling waits for what a consumer writes in turn', async () => {
  const written: string[] = []
  const stream = await follow({
    name: 'chain',
    handle: async ({ Records }) => {
      for (const record of Records) {
        written.push(key(record))
        if (key(record).length < 4) await write(`${key(record)}a`)
      }
    },
  })
  await write('a')

  await stream.settle()

  expect(written).toEqual(['a', 'aa', 'aaa', 'aaaa'])
})

test('a restart goes on after what was handled; a new consumer begins at the oldest record', async () => {
  const before = noting('notices')
  const first = await follow(before.consumer)
  await write('a', 'b')
  await first.settle()
  await first.stop()
  await write('c')

  const after = noting('notices')
  const late = noting('figures')
  await (await follow(after.consumer, late.consumer)).settle()

  expect(after.seen()).toEqual(['c'])
  expect(late.seen()).toEqual(['a', 'b', 'c'])
})

test('a stop in the middle of a call hands the same records out again', async () => {
  const started = Promise.withResolvers<undefined>()
  const release = Promise.withResolvers<undefined>()
  const first = await follow({
    name: 'notices',
    handle: async () => {
      started.resolve(undefined)
      await release.promise
      throw new Error('the process ends here')
    },
  })
  await write('a')
  await started.promise
  const ended = first.stop()
  release.resolve(undefined)
  await ended

  const again = noting('notices')
  await (await follow(again.consumer)).settle()

  expect(again.seen()).toEqual(['a'])
})

test('a partial failure is retried from the first failed record and nothing before it', async () => {
  await write('a', 'b', 'c', 'd')
  const { consumer, seen, calls } = noting('notices', (records, call) => {
    const failed = call === 1 ? records.find((record) => key(record) === 'c') : undefined
    return failed && sequence(failed)
  })

  await (await follow(consumer)).settle()

  expect(calls[0]).toEqual(['a', 'b', 'c', 'd'])
  expect(seen().slice(4)).toEqual(['c', 'd'])
})

test('a poison record is put on the list after its attempts, and the others go on', async () => {
  await write('a', 'b', 'poison', 'c', 'd')
  const poisoned = (records: DynamoDBRecord[]) => records.find((record) => key(record) === 'poison')
  const reporting = noting('reporting', (records) => {
    const failed = poisoned(records)
    return failed && sequence(failed)
  })
  const throwing = noting('throwing', (records) => {
    if (poisoned(records)) throw new TypeError('words that must stay out of the list')
    return undefined
  })

  const stream = await follow(reporting.consumer, throwing.consumer)
  await stream.settle()

  for (const { seen } of [reporting, throwing]) expect(new Set(seen())).toEqual(new Set(['a', 'b', 'poison', 'c', 'd']))
  const poison = { keys: { pk: { S: 'poison' } }, sequenceNumber: '3', attempts: 3 }
  const expected = [
    { ...poison, consumer: 'reporting', reason: 'reported' },
    { ...poison, consumer: 'throwing', reason: 'TypeError' },
  ]
  expect(failures()).toHaveLength(2)
  expect(failures()).toEqual(expect.arrayContaining(expected))
  expect(stream.failures()).toEqual(expect.arrayContaining(expected))
})

test('records that come after a failed one are never handed out before it', async () => {
  await write('a', 'b', 'c')
  const firsts: string[] = []
  let refused = 0
  const stream = await follow({
    name: 'ordered',
    handle: ({ Records }) => {
      if (Records.some((record) => key(record) === 'b') && refused++ < 2) throw new Error('later')
      firsts.push(...Records.map(key))
      return Promise.resolve()
    },
  })

  await stream.settle()

  expect(firsts).toEqual(['a', 'b', 'c'])
})

test('while paused nothing is handed out', async () => {
  const { consumer, seen } = noting('notices')
  const stream = await follow(consumer)
  await stream.pause()
  await write('a')
  await new Promise((done) => setTimeout(done, 60))
  expect(seen()).toEqual([])

  stream.resume()
  await stream.settle()

  expect(seen()).toEqual(['a'])
})

test('of a backlog no more is held than is worked off next, also while somebody waits for all of it', async () => {
  const count = 1_500
  for (let first = 0; first < count; first += 25) {
    const some = Array.from({ length: 25 }, (_, n) => ({ PutRequest: { Item: { pk: { S: `old-${first + n}` } } } }))
    await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: some } }))
  }
  let taken = 0
  const counting = async (command: unknown) => {
    const answer = await (streams.send as (one: unknown) => Promise<unknown>).call(streams, command)
    if (command instanceof GetRecordsCommand) taken += (answer as GetRecordsCommandOutput).Records?.length ?? 0
    return answer
  }
  const held: number[] = []
  let handled = 0
  const slow: StreamConsumer = {
    name: 'slow',
    handle: async ({ Records }) => {
      // Time to read on for whoever would.
      await new Promise((done) => setTimeout(done, 50))
      held.push(taken - handled)
      handled += Records.length
    },
  }
  const counted = Object.create(streams, { send: { value: counting } }) as DynamoDBStreamsClient
  const stream = await startStream({ client: counted, table, consumers: [slow], pollMs: 1 })
  open.push(stream)

  await stream.settle()

  expect(handled).toBe(count)
  expect(Math.max(...held)).toBeLessThanOrEqual(750)
})

test('both items of a transaction arrive, batch by batch', async () => {
  await Promise.all(Array.from({ length: 12 }, (_, index) => putPair(client, index)))
  const { consumer, seen, calls } = noting('notices')

  await (await follow({ ...consumer, batchSize: 5 })).settle()

  expect(seen().toSorted()).toEqual(
    Array.from({ length: 12 }, (_, n) => [`case-${n}`, `sender-${n}`])
      .flat()
      .toSorted(),
  )
  expect(Math.max(...calls.map((call) => call.length))).toBe(5)
})

async function putPair(to: DynamoDBClient, index: number): Promise<void> {
  const put = (pk: string) => ({ Put: { TableName: table, Item: { pk: { S: pk } } } })
  await to.send(new TransactWriteItemsCommand({ TransactItems: [put(`case-${index}`), put(`sender-${index}`)] }))
}
