import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { readNotice } from '../adapters/dynamodb/notices/notice-item.ts'
import { type NoticeRef, sendNotices } from '../core/operations/notices/send-notices.ts'
import { sendServices } from './wiring/aws-sending.ts'
import { failedAt } from './wiring/batch.ts'
import { log } from './wiring/log.ts'
import { eventEntry } from './wiring/lambda.ts'
import { needsOf, type SendServices } from './wiring/services.ts'

/** A notice that became ready; everything else in the stream is the sender's own work coming by. */
function readyNotice({ dynamodb }: DynamoDBRecord): NoticeRef | null {
  const image = dynamodb?.NewImage
  if (!image) return null
  const { notice } = readNotice(image as Record<string, AttributeValue>)
  return notice.state === 'ready' ? { key: notice.key, reference: notice.reference } : null
}

const held = (): void => {
  log('typed-sms-held')
}

/** Sends what became ready. With sending switched off (after a restore) it leaves everything as it is: the sweep brings it back. */
export const build =
  (services: SendServices) =>
  async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const ready = event.Records.map((record) => ({ record, ref: readyNotice(record) }))
    const refs = ready.flatMap(({ ref }) => (ref ? [ref] : []))
    if (!services.sends || refs.length === 0) return { batchItemFailures: [] }
    const { gateways, topics, directory } = services
    const failed = new Set(await sendNotices(refs, { ...needsOf(services), gateways, topics, directory, held }))
    const first = ready.find(({ ref }) => ref && failed.has(ref.key))
    return first ? failedAt(first.record) : { batchItemFailures: [] }
  }

export const handler = eventEntry(() => build(sendServices()))
