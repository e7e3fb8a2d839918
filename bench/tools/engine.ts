import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { dynamoClient } from '../../adapters/dynamodb/table/dynamo-client.ts'
import { createTables, streamsOn } from '../../adapters/dynamodb/table/create-tables.ts'
import { startEngine } from '../../infra/local/stand-ins/engine.ts'
import { streamFile } from '../../infra/local/stream/stream-file.ts'
import { tables } from '../../infra/local/tables.ts'

/** An engine of its own for a part of the bench, gone afterwards. */
export interface BenchEngine {
  endpoint: string
  client: DynamoDBClient
  dbPath: string | undefined
  keyFile: string
  /** Loading without a stream is four times as fast: switch it on when the cases are in. */
  streamOn: () => Promise<void>
  stop: () => Promise<void>
}

const everything = 2n ** 62n

/** `file`: SQLite on disk, as the product runs locally; else in memory. With `stream`, the stream is on from the first write. */
export async function benchEngine({ file, stream }: { file: boolean; stream: boolean }): Promise<BenchEngine> {
  const folder = mkdtempSync(join(tmpdir(), 'jaabi-bench-'))
  const dbPath = file ? join(folder, 'table.db') : undefined
  const engine = await startEngine(dbPath === undefined ? {} : { dbPath })
  const client = dynamoClient({ endpoint: engine.endpoint })
  await createTables(client, tables, { streams: stream })
  return {
    endpoint: engine.endpoint,
    client,
    dbPath,
    keyFile: join(folder, 'keys.json'),
    streamOn: () => streamsOn(client, tables),
    async stop() {
      client.destroy()
      await engine.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Forgets stream records as they come, as AWS does after a day and `npm start` once they are read; returns how to stop. */
export function trimStream({ dbPath }: BenchEngine): () => Promise<void> {
  if (dbPath === undefined) throw new Error('an engine in memory cannot be trimmed')
  const file = streamFile(dbPath, tables.cases)
  const stopping = new AbortController()
  const loop = (async () => {
    while (!stopping.signal.aborted) await sleep(file.trim(everything) ? 500 : 3)
    file.close()
  })()
  return () => {
    stopping.abort()
    return loop
  }
}
