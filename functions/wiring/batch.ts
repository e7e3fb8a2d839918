import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { inParallel } from '../../core/operations/in-parallel.ts'
import { log } from './log.ts'

/** Every record waits for the table several times: one after the other, a shard would not keep up with a busy hour. */
const atOnce = 8

const partitionOf = ({ dynamodb }: DynamoDBRecord): string => dynamodb?.Keys?.['pk']?.S ?? ''

/**
 * Takes the records of one partition (a case, a delivery) in order, different partitions side by side. Names the first record that failed, so
 * that the stream goes on from there; what others did meanwhile is done again, which must change nothing.
 */
export async function inBatch(
  { Records }: DynamoDBStreamEvent,
  take: (record: DynamoDBRecord) => Promise<void>,
): Promise<DynamoDBBatchResponse> {
  const failed = new Set<DynamoDBRecord>()
  await inParallel([...Map.groupBy(Records, partitionOf).values()], atOnce, async (records) => {
    for (const record of records) {
      try {
        await take(record)
      } catch (error) {
        log('record-failed', { error })
        failed.add(record)
        return
      }
    }
  })
  const first = Records.find((record) => failed.has(record))
  return first ? failedAt(first) : { batchItemFailures: [] }
}

export const failedAt = (record: DynamoDBRecord): DynamoDBBatchResponse => ({
  batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' }],
})
