import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'

export interface StreamConsumer {
  /** Also the name under which its position is kept. */
  name: string
  handle: (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse | undefined> | Promise<void>
  /** The mapping's event filter: a record it refuses counts as handled. */
  filter?: (record: DynamoDBRecord) => boolean
  /** Records per call, 100 when absent. */
  batchSize?: number
  /** Calls a single failing record gets before it is put on the failures list, 5 when absent. */
  maxAttempts?: number
}

/** A record given up after all attempts: where to look, never what was in it. */
export interface StreamFailure {
  consumer: string
  sequenceNumber: string
  keys: unknown
  attempts: number
  /** The name of the error thrown, or `reported` when the function named the record in `batchItemFailures`. */
  reason: string
}

interface DeliveryEnd {
  /** Everything up to this record is done with. Called in order, as early as it is true. */
  done: (record: DynamoDBRecord) => void
  failed: (failure: StreamFailure) => void
  /** Waits before the next call, longer the more `attempts` a lone record has had; false: stop here, leave the rest for later. */
  beforeRetry: (attempts: number) => Promise<boolean>
}

/**
 * Hands one batch to one consumer as a Lambda event source mapping with ReportBatchItemFailures and
 * BisectBatchOnFunctionError does: retries begin at the first failed record, a batch that throws is halved, order is
 * kept, and the attempts of a record count once it is alone.
 */
export async function deliverBatch(
  consumer: StreamConsumer,
  batch: readonly DynamoDBRecord[],
  end: DeliveryEnd,
): Promise<void> {
  const wanted = consumer.filter ? batch.filter(consumer.filter) : batch
  let open: DynamoDBRecord[][] = wanted.length === 0 ? [] : [[...wanted]]
  let attempts = 0

  for (let part = open.shift(); part !== undefined; part = open.shift()) {
    const outcome = await call(consumer, part)
    const handled = part.slice(0, outcome.handled)
    const rest = part.slice(outcome.handled)
    const last = handled.at(-1)
    if (last !== undefined) {
      end.done(last)
      attempts = 0
    }
    const [first] = rest
    if (first === undefined) continue

    if (rest.length > 1) {
      open = [...split(rest, outcome.reason === REPORTED ? 1 : Math.ceil(rest.length / 2)), ...open]
    } else {
      attempts += 1
      if (attempts >= (consumer.maxAttempts ?? 5)) {
        end.failed(failure(consumer, first, attempts, outcome.reason))
        end.done(first)
        attempts = 0
        continue
      }
      open.unshift(rest)
    }
    if (!(await end.beforeRetry(attempts))) return
  }
  const last = batch.at(-1)
  if (last !== undefined) end.done(last)
}

const REPORTED = 'reported'

/** How many records from the first were handled, and why not the next. */
async function call(consumer: StreamConsumer, records: DynamoDBRecord[]): Promise<{ handled: number; reason: string }> {
  try {
    const answer = (await consumer.handle({ Records: records })) ?? undefined
    const failed = new Set(answer?.batchItemFailures.map((item) => item.itemIdentifier))
    if (failed.size === 0) return { handled: records.length, reason: '' }
    const first = records.findIndex((record) => failed.has(record.dynamodb?.SequenceNumber ?? ''))
    // Lambda takes an identifier it did not send for the failure of the whole batch.
    return first === -1 ? { handled: 0, reason: 'UnknownItemIdentifier' } : { handled: first, reason: REPORTED }
  } catch (error) {
    return { handled: 0, reason: error instanceof Error ? error.name : 'Error' }
  }
}

function split(records: DynamoDBRecord[], at: number): DynamoDBRecord[][] {
  return [records.slice(0, at), records.slice(at)]
}

function failure(consumer: StreamConsumer, record: DynamoDBRecord, attempts: number, reason: string): StreamFailure {
  const { Keys: keys, SequenceNumber: sequenceNumber = '' } = record.dynamodb ?? {}
  return { consumer: consumer.name, sequenceNumber, keys, attempts, reason }
}
