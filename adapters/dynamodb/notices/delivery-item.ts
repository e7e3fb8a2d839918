import { ConditionalCheckFailedException, UpdateItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import type { KnownDelivery } from '../../../core/notices/gateway.ts'
import type { NoticeStore } from '../../../core/ports/notices.ts'
import { type Item, itemSchema, readItem, toItem } from '../table/item.ts'
import { type Layout, soloKey } from '../table/layout.ts'
import { assignments } from '../table/update.ts'

/** Order of progress; the two ends are equal, so that the first one stays. */
const ranks: Record<KnownDelivery['state'], number> = { accepted: 0, sent: 1, delivered: 2, failed: 2 }

const text = z._default(z.nullable(z.string()), null)
const DeliveryItem = z.object({
  gatewayMessageId: z.string(),
  state: z._default(z.enum(['accepted', 'sent', 'delivered', 'failed']), 'accepted'),
  reason: text,
  noticeKey: text,
  reference: text,
})

/** Kinds of item, in its attribute `is`: what was stored first is called a report. */
export const deliveryKinds: readonly string[] = ['delivery', 'report']

/** Reads a delivery item, from the table or from a change in the stream. */
export const readDelivery = (item: Item): KnownDelivery => readItem(DeliveryItem, item)

/**
 * Joins what one side knows of an SMS: the state only where it goes further than the one there, the notice in any case. Whichever
 * side comes second gets both.
 */
export async function joinDelivery(
  client: DynamoDBClient,
  layout: Layout,
  { gatewayMessageId, state, reason, noticeKey, reference }: Parameters<NoticeStore['joinDelivery']>[0],
): Promise<KnownDelivery> {
  const known = given({ noticeKey, reference })
  if (state === undefined) return upsert(known)
  const rank = ranks[state]
  try {
    return await upsert(
      { ...known, state, rank, reason: reason ?? undefined },
      'attribute_not_exists(#rank) OR #rank < :rank',
    )
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error
    return Object.keys(known).length > 0 || !error.Item ? upsert(known) : readDelivery(error.Item)
  }

  async function upsert(attributes: Record<string, unknown>, condition?: string): Promise<KnownDelivery> {
    const sets = { is: 'delivery', schema: itemSchema, gatewayMessageId, ...given(attributes) }
    const { expression, names, values } = assignments(sets)
    const { Attributes } = await client.send(
      new UpdateItemCommand({
        TableName: layout.tables.cases,
        Key: toItem(soloKey(layout, 'gateway', gatewayMessageId, 'report')),
        UpdateExpression: expression,
        ConditionExpression: condition,
        ExpressionAttributeNames: names,
        ExpressionAttributeValues: toItem(values),
        ReturnValues: 'ALL_NEW',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    )
    return readDelivery(Attributes ?? {})
  }
}

const given = (attributes: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined && value !== null))
