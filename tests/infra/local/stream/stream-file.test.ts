import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import { mkdtempSync, rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startEngine, type Engine } from '../../../../infra/local/stand-ins/engine.ts'
import { startStream } from '../../../../infra/local/stream/stream.ts'
import { streamFile } from '../../../../infra/local/stream/stream-file.ts'
import { engineConfig } from '../../../support/engine.ts'
import { createTable } from '../../../support/create-table.ts'

let folder: string
let dbPath: string
let engine: Engine
let client: DynamoDBClient
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jaabi-trim-'))
  dbPath = join(folder, 'state.db')
  engine = await startEngine({ dbPath })
  client = new DynamoDBClient(engineConfig(engine.endpoint))
  await createTable(client, 'cases')
})
afterEach(async () => {
  await engine.stop()
  rmSync(folder, { recursive: true })
})

async function write(...keys: string[]): Promise<void> {
  for (const key of keys) await client.send(new PutItemCommand({ TableName: 'cases', Item: { pk: { S: key } } }))
}

function kept(): unknown[] {
  const database = new DatabaseSync(dbPath, { readOnly: true })
  const rows = database.prepare('SELECT sequence_number AS n FROM _stream_records ORDER BY id').all()
  database.close()
  return rows.map((row) => row.n)
}

test('only what all have done with goes, and the newest always stays so that numbers never repeat', async () => {
  await write(...Array.from({ length: 12 }, (_, index) => `case-${index}`))
  const { trim, close } = streamFile(dbPath, 'cases')

  trim(9n)
  expect(kept()).toEqual(['10', '11', '12'])
  trim(12n)
  expect(kept()).toEqual(['12'])
  await write('next')
  expect(kept()).toEqual(['12', '13'])
  close()
})

test('a locked file is left for the next time', async () => {
  await write('a', 'b')
  const other = new DatabaseSync(dbPath)
  other.exec('BEGIN IMMEDIATE')
  const { trim, close } = streamFile(dbPath, 'cases')

  trim(2n)
  expect(kept()).toEqual(['1', '2'])
  other.exec('COMMIT')
  trim(2n)
  expect(kept()).toEqual(['2'])
  other.close()
  close()
})

test('what the slowest consumer has not handled is kept, and found again after a restart', async () => {
  const options = {
    client: new DynamoDBStreamsClient(engineConfig(engine.endpoint)),
    table: 'cases',
    dbPath,
    positionFile: join(folder, 'position.json'),
    pollMs: 10,
  }
  const stuck = Promise.withResolvers<undefined>()
  const first = await startStream({
    ...options,
    consumers: [
      { name: 'fast', handle: () => Promise.resolve() },
      {
        name: 'slow',
        handle: async () => {
          await stuck.promise
          throw new Error('the process ends here')
        },
      },
    ],
  })
  await write('a', 'b', 'c')
  await new Promise((done) => setTimeout(done, 600))
  expect(kept()).toEqual(['1', '2', '3'])
  const ended = first.stop()
  stuck.resolve(undefined)
  await ended

  const seen: (string | undefined)[] = []
  const second = await startStream({
    ...options,
    consumers: [
      { name: 'fast', handle: () => Promise.resolve() },
      {
        name: 'slow',
        handle: ({ Records }) => {
          seen.push(...Records.map((record) => record.dynamodb?.Keys?.pk?.S))
          return Promise.resolve()
        },
      },
    ],
  })
  await second.settle()

  expect(seen).toEqual(['a', 'b', 'c'])
  await expect.poll(kept).toEqual(['3'])
  await second.stop()
})
