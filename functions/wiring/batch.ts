import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { log } from './log.ts'

/** Takes records in order; stops at the first that fails and names it, so that the stream goes on from there. */
export async function inBatch(
  event: DynamoDBStreamEvent,
  take: (record: DynamoDBRecord) => Promise<void>,
): Promise<DynamoDBBatchResponse> {
  for (const record of event.Records) {
    try {
      await take(record)
    } catch (error) {
      log('record-failed', { error })
      return failedAt(record)
    }
  }
  return { batchItemFailures: [] }
}

export const failedAt = (record: DynamoDBRecord): DynamoDBBatchResponse => ({
  batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' }],
})
