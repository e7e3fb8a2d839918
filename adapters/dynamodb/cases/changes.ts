import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import type { DynamoDBRecord } from 'aws-lambda'
import * as z from 'zod/mini'
import type { CaseFile } from '../../../core/case/case-file.ts'
import type { KnownDelivery } from '../../../core/notices/gateway.ts'
import { deliveryKinds, readDelivery } from '../notices/delivery-item.ts'
import { referenceOf } from '../table/layout.ts'
import { readCase } from './case-item.ts'

type Image = Record<string, AttributeValue>
const Head = z.object({
  pk: z.object({ S: z.string() }),
  is: z.object({ S: z.string() }),
  version: z.optional(z.object({ N: z.string() })),
})

interface CaseChange {
  reference: string
  version: number
  /** The version before; 0 for a case that was opened. The same where no entry was added. */
  from: number
  image: Image
}

/** The case of this programme that a record of the stream is about. */
export function caseIn({ dynamodb }: DynamoDBRecord, programme: string): CaseChange | null {
  const image = dynamodb?.NewImage as Image | undefined
  const before = dynamodb?.OldImage as Image | undefined
  if (!image) return null
  const { pk, is, version } = z.parse(Head, image)
  const reference = is.S === 'case' ? referenceOf({ programme }, pk.S) : null
  if (reference === null) return null
  const from = Number((before && z.parse(Head, before).version?.N) ?? 0)
  return { reference, version: Number(version?.N), from, image }
}

/** What a gateway said of an SMS, where the record is about that. From the image: writing it again to read it would make a record again, for ever. */
export function deliveryIn({ dynamodb }: DynamoDBRecord): KnownDelivery | null {
  const image = dynamodb?.NewImage as Image | undefined
  return image && deliveryKinds.includes(z.parse(Head, image).is.S) ? readDelivery(image) : null
}

/** The newest image of each case in a batch, and from which entry on the batch is about it. */
export function newestCases(
  records: readonly DynamoDBRecord[],
  programme: string,
): { caseFile: CaseFile; from: number }[] {
  const newest = new Map<string, CaseChange>()
  for (const record of records) {
    const change = caseIn(record, programme)
    if (!change) continue
    const known = newest.get(change.reference)
    const from = Math.min(known?.from ?? change.version, change.from)
    if (change.version > (known?.version ?? 0)) newest.set(change.reference, { ...change, from })
  }
  return [...newest.values()].map(({ image, from }) => ({ caseFile: readCase({ programme }, image).caseFile, from }))
}
