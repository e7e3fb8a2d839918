import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import * as z from 'zod/mini'
import { readNotice } from '../adapters/dynamodb/notices/notice-item.ts'
import { type AlreadyLeft, noteAlreadyLeft } from '../core/operations/notices/already-left.ts'
import { type KnownGateways, knowsNoGateway } from '../core/operations/notices/gateways/known.ts'
import { sendNotices, type StoredNotice } from '../core/operations/notices/send-notices.ts'
import { creditWatch, told } from './gateways/told.ts'
import { sendServices } from './wiring/aws-sending.ts'
import { failedAt } from './wiring/batch.ts'
import { eventEntry } from './wiring/lambda.ts'
import { needsOf, type SendServices } from './wiring/services.ts'

/** A notice that became ready, as it was then; everything else in the stream is the sender's own work coming by. */
function readyNotice({ dynamodb }: DynamoDBRecord): StoredNotice | null {
  const image = dynamodb?.NewImage
  if (!image) return null
  const stored = readNotice(image as Record<string, AttributeValue>)
  return stored.notice.state === 'ready' ? stored : null
}

const sendNeeds = (services: SendServices, known: KnownGateways) => {
  const { gateways, gatewayWatch, topics, mails, directory } = services
  return { ...needsOf(services), gateways, gatewayWatch, known, topics, mails, directory, ...told }
}

/** Sends what became ready. With sending switched off (after a restore) it leaves everything as it is: the sweep brings it back. */
export const build = (services: SendServices) => {
  const lookAtCredit = creditWatch(services)
  const known = knowsNoGateway()
  return async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const ready = event.Records.map((record) => ({ record, stored: readyNotice(record) }))
    const notices = ready.flatMap(({ stored }) => (stored ? [stored] : []))
    if (!services.sends || notices.length === 0) return { batchItemFailures: [] }
    const failed = new Set(await sendNotices(notices, sendNeeds(services, known)))
    await lookAtCredit()
    const first = ready.find(({ stored }) => stored && failed.has(stored.notice.key))
    return first ? failedAt(first.record) : { batchItemFailures: [] }
  }
}

/** What a person hands in after a restore: the gateway's list of what left since the copy was taken (docs/restore.md). */
export const LeftList = z.object({
  gateway: z.string(),
  sms: z.array(
    z.object({ to: z.string(), text: z.string(), gatewayMessageId: z.string(), delivered: z.optional(z.boolean()) }),
  ),
})
export const noting =
  (services: SendServices) =>
  ({ gateway, sms }: z.infer<typeof LeftList>): Promise<AlreadyLeft> =>
    noteAlreadyLeft(gateway, sms, sendNeeds(services, knowsNoGateway()))

export const handler = eventEntry(() => {
  const services = sendServices()
  const [send, note] = [build(services), noting(services)]
  return async (event: DynamoDBStreamEvent | { alreadyLeft: unknown }) =>
    'alreadyLeft' in event ? note(z.parse(LeftList, event.alreadyLeft)) : send(event)
})
