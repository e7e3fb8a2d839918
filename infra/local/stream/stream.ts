import type { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import {
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
  DescribeStreamCommand,
} from '@aws-sdk/client-dynamodb-streams'
import type { DynamoDBRecord } from 'aws-lambda'
import { setTimeout as sleep } from 'node:timers/promises'
import { deliverBatch, type StreamConsumer, type StreamFailure } from './stream-delivery.ts'
import { appendLine } from '../state/state-file.ts'
import { streamFile } from './stream-file.ts'
import { streamPositions } from './stream-positions.ts'
import { streamRecord } from './stream-record.ts'

interface StreamOptions {
  client: DynamoDBStreamsClient
  table: string
  consumers: readonly StreamConsumer[]
  /** Where positions survive a restart; without it every start begins at the oldest record kept. */
  positionFile?: string
  /** One JSON line per record given up (`StreamFailure`). */
  failuresFile?: string
  /** The engine's file, to see changes cheaply and to trim what all have done with. Absent for an engine in memory. */
  dbPath?: string
  /** Milliseconds between two looks when nothing comes. */
  pollMs?: number
  /** Milliseconds before the second attempt at a record; doubles up to a second. */
  retryMs?: number
  /** Told of what went wrong while reading, or while keeping how far we are; it goes on after a moment. */
  onTrouble?: (error: unknown) => void
}

export interface LocalStream {
  /** Resolves when all that was written so far, also by the consumers meanwhile, has been handled and no consumer runs. Not while paused. */
  settle: () => Promise<void>
  /** Resolves when no consumer runs any more; records wait until `resume`. */
  pause: () => Promise<void>
  resume: () => void
  stop: () => Promise<void>
  /** Records given up since this start. */
  failures: () => readonly StreamFailure[]
}

/** So many records held for the slowest consumer are enough: nobody reads on. Each carries its item twice, as it was and as it is. */
const READ_AHEAD = 500
const READ_AT_ONCE = 250
const TRIM_EVERY_MS = 500

/**
 * Reads a table's stream and hands it to the consumers, each at its own pace, in order and at least once, as Lambda's
 * event source mapping does. Throws when the table has no stream.
 */
export async function startStream(options: StreamOptions): Promise<LocalStream> {
  const { client, consumers, pollMs = 25, retryMs = 50, onTrouble = () => undefined } = options
  const { streamArn, shardId } = await findShard(client, options.table)
  const positions = streamPositions(streamArn, options.positionFile, onTrouble)
  const file = options.dbPath === undefined ? undefined : streamFile(options.dbPath, options.table)
  const failures: StreamFailure[] = []
  const running = new Set<StreamConsumer>()

  let unread: { sequence: bigint; record: DynamoDBRecord }[] = []
  let end = slowest()
  let iterator: string | undefined
  let paused = false
  const stopping = new AbortController()
  const stopped = () => stopping.signal.aborted
  let changed = Promise.withResolvers<undefined>()

  function slowest(): bigint {
    return consumers.map(({ name }) => positions.of(name)).reduce((least, one) => (one < least ? one : least))
  }

  function wake(): void {
    changed.resolve(undefined)
    changed = Promise.withResolvers()
  }

  async function wait(milliseconds: number): Promise<void> {
    await sleep(milliseconds, undefined, { signal: stopping.signal }).catch(() => undefined)
  }

  /**
   * Takes in what is new: how many records, and whether nobody ran when the read began. `isEmpty`: there was nothing. Where as much is held as
   * may be, nothing is read, whoever asks: a whole backlog at once is more than a machine holds.
   */
  async function read(): Promise<{ news: number; wasIdle: boolean; isEmpty: boolean }> {
    const wasIdle = idle()
    if (unread.length >= READ_AHEAD) return { news: 0, wasIdle, isEmpty: false }
    iterator ??= await iteratorAfter(client, streamArn, shardId, end)
    const page = await client.send(new GetRecordsCommand({ ShardIterator: iterator, Limit: READ_AT_ONCE }))
    iterator = page.NextShardIterator
    const records = (page.Records ?? []).map((record) => ({
      sequence: BigInt(record.dynamodb?.SequenceNumber ?? 0),
      record: streamRecord(record, streamArn),
    }))
    end = records.at(-1)?.sequence ?? end
    unread.push(...records)
    if (records.length > 0) wake()
    return { news: records.length, wasIdle, isEmpty: records.length === 0 }
  }

  /** One read at a time, so that `settle` may ask for one between those of the loop. */
  let lastRead: Promise<unknown> = Promise.resolve()
  function readInTurn(): ReturnType<typeof read> {
    const mine = lastRead.then(read, read)
    lastRead = mine
    return mine.catch((error: unknown) => {
      iterator = undefined
      throw error
    })
  }

  async function readOn(): Promise<void> {
    /** The file's version at the last read that found nothing: while it stands, there is nothing. */
    let emptyAt: unknown
    while (!stopped()) {
      const version = file?.version()
      const rests = paused || (file !== undefined && version === emptyAt)
      try {
        const { news, isEmpty } = rests ? { news: 0, isEmpty: false } : await readInTurn()
        if (news > 0) continue
        if (isEmpty) emptyAt = version
        await wait(pollMs)
      } catch (error) {
        onTrouble(error)
        await wait(200)
      }
    }
  }

  async function consume(consumer: StreamConsumer): Promise<void> {
    const { name, batchSize = 100 } = consumer
    while (!stopped()) {
      const position = positions.of(name)
      const from = unread.findIndex(({ sequence }) => sequence > position)
      if (paused || from === -1) {
        await changed.promise
        continue
      }
      running.add(consumer)
      const batch = unread.slice(from, from + batchSize).map(({ record }) => record)
      await deliverBatch(consumer, batch, {
        done: (record) => {
          positions.move(name, BigInt(record.dynamodb?.SequenceNumber ?? 0))
        },
        failed: (failure) => {
          failures.push(failure)
          try {
            if (options.failuresFile !== undefined) appendLine(options.failuresFile, failure)
          } catch (error) {
            onTrouble(error)
          }
        },
        beforeRetry: async (attempts) => {
          if (attempts > 0) await wait(Math.min(retryMs * 2 ** (attempts - 1), 1_000))
          return !paused && !stopped()
        },
      })
      running.delete(consumer)
      const least = slowest()
      unread = unread.filter(({ sequence }) => sequence > least)
      wake()
    }
  }

  const idle = () => running.size === 0 && slowest() >= end

  async function settle(): Promise<void> {
    while (!stopped()) {
      // A read begun when nobody ran, and that finds nothing, proves that nobody wrote in between. It may have waited its turn.
      const { news, wasIdle } = await readInTurn()
      if (wasIdle && news === 0 && idle()) return
      if (news === 0) await Promise.race([changed.promise, wait(pollMs)])
    }
  }

  async function untilNobodyRuns(): Promise<void> {
    while (running.size > 0) await changed.promise
  }

  async function trimOn(): Promise<void> {
    while (file !== undefined && !stopped())
      // A busy engine frees its lock for moments only: ask often until we have it.
      await wait(file.trim(slowest()) ? TRIM_EVERY_MS : 3)
  }

  const loops = Promise.all([readOn(), trimOn(), ...consumers.map(consume)])

  return {
    settle,
    pause: () => {
      paused = true
      return untilNobodyRuns()
    },
    resume: () => {
      paused = false
      wake()
    },
    stop: async () => {
      stopping.abort()
      wake()
      await loops
      file?.close()
    },
    failures: () => failures,
  }
}

async function findShard(
  client: DynamoDBStreamsClient,
  table: string,
): Promise<{ streamArn: string; shardId: string }> {
  const { Streams: [stream] = [] } = await client.send(new ListStreamsCommand({ TableName: table }))
  if (stream?.StreamArn === undefined) throw new Error(`Table ${table} has no stream`)
  const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn: stream.StreamArn }))
  const shardId = StreamDescription?.Shards?.[0]?.ShardId
  if (shardId === undefined) throw new Error(`The stream of table ${table} has no shard`)
  return { streamArn: stream.StreamArn, shardId }
}

async function iteratorAfter(
  client: DynamoDBStreamsClient,
  streamArn: string,
  shardId: string,
  sequence: bigint,
): Promise<string | undefined> {
  const shard = { StreamArn: streamArn, ShardId: shardId }
  const { ShardIterator } = await client.send(
    new GetShardIteratorCommand(
      sequence === 0n
        ? { ...shard, ShardIteratorType: 'TRIM_HORIZON' }
        : { ...shard, ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: String(sequence) },
    ),
  )
  return ShardIterator
}
