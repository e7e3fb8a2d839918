import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import * as z from 'zod/mini'
import { readCase } from '../adapters/dynamodb/cases/case-item.ts'
import { referenceOf } from '../adapters/dynamodb/table/layout.ts'
import { readReport } from '../adapters/dynamodb/notices/delivery-item.ts'
import type { CaseFile } from '../core/case/case-file.ts'
import { countCases } from '../core/operations/figures/count-cases.ts'
import { noteActions } from '../core/operations/directory/note-actions.ts'
import { prepareNotices } from '../core/operations/notices/prepare-notices.ts'
import { settleReport } from '../core/operations/notices/settle-notice.ts'
import { countServices } from './wiring/aws-figures.ts'
import { failedAt, inBatch } from './wiring/batch.ts'
import { eventEntry } from './wiring/lambda.ts'
import { log } from './wiring/log.ts'
import { type CountServices, needsOf, type Services } from './wiring/services.ts'

type Image = Record<string, AttributeValue>
const Head = z.object({
  pk: z.object({ S: z.string() }),
  is: z.object({ S: z.string() }),
  version: z.optional(z.object({ N: z.string() })),
})

/** The case of this programme that an image shows, and its version there. */
function caseIn(image: Image, programme: string): { reference: string; version: number } | null {
  const { pk, is, version } = z.parse(Head, image)
  const reference = is.S === 'case' ? referenceOf({ programme }, pk.S) : null
  return reference === null ? null : { reference, version: Number(version?.N) }
}

/** What follows from a change: the notices new history calls for, and what a delivery report says of a notice. Safe to replay. */
async function follow({ dynamodb }: DynamoDBRecord, services: Services): Promise<void> {
  const now = dynamodb?.NewImage as Image | undefined
  const before = dynamodb?.OldImage as Image | undefined
  if (!now) return
  const needs = needsOf(services)
  // Read from the image: writing the report again to read it would make a record again, for ever.
  if (z.parse(Head, now).is.S === 'report') await settleReport(readReport(now), needs)
  const changed = caseIn(now, services.programme.id)
  const from = before ? Number(z.parse(Head, before).version?.N ?? 0) : 0
  if (changed === null || from === changed.version) return
  const stored = await services.cases.load(changed.reference)
  if (stored) await prepareNotices(stored.caseFile, from, needs)
}

/** The newest image of each case in a batch, and from which entry on the batch is about it. */
function casesIn({ Records }: DynamoDBStreamEvent, programme: string): { caseFile: CaseFile; from: number }[] {
  const newest = new Map<string, { version: number; from: number; image: Image }>()
  for (const { dynamodb } of Records) {
    const image = dynamodb?.NewImage as Image | undefined
    const before = dynamodb?.OldImage as Image | undefined
    const found = image && caseIn(image, programme)
    if (!image || !found) continue
    const { reference, version } = found
    const known = newest.get(reference)
    const from = Math.min(known?.from ?? version, Number((before && z.parse(Head, before).version?.N) ?? 0))
    if (version > (known?.version ?? 0)) newest.set(reference, { version, from, image })
  }
  return [...newest.values()].map(({ image, from }) => ({ caseFile: readCase({ programme }, image).caseFile, from }))
}

/**
 * Notices first, then figures, a batch at a time and in one function: a stream feeds two readers, and the sender is the other one. What
 * cannot be counted is tried again with its batch and, given up, is in the next change of the case.
 */
export const build = (services: CountServices) => {
  const noted = new Map<string, string>()
  return async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const followed = await inBatch(event, (record) => follow(record, services))
    try {
      const changed = casesIn(event, services.programme.id)
      await countCases(
        changed.map(({ caseFile }) => caseFile),
        services,
      )
      await noteActions(changed, noted, services)
      return followed
    } catch (error) {
      log('count-failed', { error })
      const [first] = event.Records
      return first ? failedAt(first) : followed
    }
  }
}

export const handler = eventEntry(() => build(countServices()))
