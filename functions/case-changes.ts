import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import * as z from 'zod/mini'
import { referenceOf } from '../adapters/dynamodb/layout.ts'
import { readReport } from '../adapters/dynamodb/report-item.ts'
import { prepareNotices } from '../core/operations/prepare-notices.ts'
import { settleReport } from '../core/operations/settle-notice.ts'
import { awsServices } from './wiring/aws.ts'
import { inBatch } from './wiring/batch.ts'
import { eventEntry } from './wiring/lambda.ts'
import { needsOf, type Services } from './wiring/services.ts'

const Image = z.object({
  pk: z.object({ S: z.string() }),
  is: z.object({ S: z.string() }),
  version: z.optional(z.object({ N: z.string() })),
})

/** What follows from a change: the notices new history calls for, and what a delivery report says of a notice. Safe to replay. */
async function follow({ dynamodb }: DynamoDBRecord, services: Services): Promise<void> {
  const { NewImage: now, OldImage: before } = dynamodb ?? {}
  if (!now) return
  const { pk, is, version } = z.parse(Image, now)
  const needs = needsOf(services)
  // Read from the image: writing the report again to read it would make a record again, for ever.
  if (is.S === 'report') await settleReport(readReport(now as Record<string, AttributeValue>), needs)
  const reference = referenceOf({ programme: services.programme.id }, pk.S)
  const from = before ? Number(z.parse(Image, before).version?.N ?? 0) : 0
  if (is.S !== 'case' || reference === null || from === Number(version?.N)) return
  const stored = await services.cases.load(reference)
  if (stored) await prepareNotices(stored.caseFile, from, needs)
}

export const build =
  (services: Services) =>
  (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> =>
    inBatch(event, (record) => follow(record, services))

export const handler = eventEntry(() => build(awsServices()))
