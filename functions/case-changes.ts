import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { readCase } from '../adapters/dynamodb/cases/case-item.ts'
import { caseIn, newestCases, deliveryIn } from '../adapters/dynamodb/cases/changes.ts'
import { countCases, type KnownCounts } from '../core/operations/figures/count-cases.ts'
import { noteActions } from '../core/operations/directory/note-actions.ts'
import { forgetErased } from '../core/operations/notices/forget-erased.ts'
import { prepareNotices } from '../core/operations/notices/prepare-notices.ts'
import { settleDelivery } from '../core/operations/notices/settle-notice.ts'
import { countServices } from './wiring/aws-figures.ts'
import { failedAt, inBatch } from './wiring/batch.ts'
import { eventEntry } from './wiring/lambda.ts'
import { log } from './wiring/log.ts'
import { type CountServices, needsOf, type Services } from './wiring/services.ts'

/** What follows from a change: the notices new history calls for, and what a delivery says of a notice. Safe to replay. */
async function follow(record: DynamoDBRecord, services: Services): Promise<void> {
  const needs = needsOf(services)
  const delivery = deliveryIn(record)
  if (delivery) await settleDelivery(delivery, needs)
  const changed = caseIn(record, services.programme.id)
  if (!changed || changed.from === changed.version) return
  // As the change left it: what has become of it since is its own record's, and asked again when anything leaves.
  const { caseFile } = readCase({ programme: services.programme.id }, changed.image)
  await prepareNotices(caseFile, changed.from, needs)
  await forgetErased(caseFile, changed.from, needs)
}

/**
 * Notices first, then figures, a batch at a time and in one function: a stream feeds two readers, and the sender is the other one. What
 * cannot be counted is tried again with its batch and, given up, is in the next change of the case.
 */
export const build = (services: CountServices) => {
  const noted = new Map<string, string>()
  const known: KnownCounts = new Map()
  return async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const followed = await inBatch(event, (record) => follow(record, services))
    try {
      const changed = newestCases(event.Records, services.programme.id)
      for (const { caseFile, from } of changed)
        if (from === 0 && !known.has(caseFile.reference)) known.set(caseFile.reference, null)
      await countCases(
        changed.map(({ caseFile }) => caseFile),
        { ...services, known },
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
