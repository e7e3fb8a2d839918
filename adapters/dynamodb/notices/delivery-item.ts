import {
  ConditionalCheckFailedException,
  GetItemCommand,
  UpdateItemCommand,
  type DynamoDBClient,
} from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { type KnownDelivery, stateOfParts } from '../../../core/notices/gateway.ts'
import type { NoticeStore } from '../../../core/ports/notices.ts'
import { expiryOf, type Item, itemSchema, readItem, toItem } from '../table/item.ts'
import { type Key, type Layout, soloKey } from '../table/layout.ts'
import { timeToLive } from '../table/table.ts'
import { assignments } from '../table/update.ts'

/** From the first word of an SMS: longer than any gateway repeats itself. */
export const keptHours = 30 * 24

/** Order of progress; the two ends are equal, so that the first one stays. */
const ranks: Record<KnownDelivery['state'], number> = { accepted: 0, sent: 1, delivered: 2, failed: 2 }

const text = z._default(z.nullable(z.string()), null)
const DeliveryItem = z.object({
  gateway: text,
  gatewayMessageId: z.string(),
  state: z._default(z.enum(['accepted', 'sent', 'delivered', 'failed']), 'accepted'),
  reason: text,
  noticeKey: text,
  reference: text,
})

/** Kinds of item, in its attribute `is`: the first that were stored are called reports. */
export const deliveryKinds: readonly string[] = ['delivery', 'report']

/** Reads a delivery item, from the table or from a change in the stream. */
export const readDelivery = (item: Item): KnownDelivery => readItem(DeliveryItem, item)

type Told = Parameters<NoticeStore['joinDelivery']>[0]

export const deliveryKey = (
  layout: Layout,
  { gateway, gatewayMessageId }: Pick<Told, 'gateway' | 'gatewayMessageId'>,
): Key => soloKey(layout, 'gateway', `${gateway}#${gatewayMessageId}`, 'delivery')
/** Under the id alone, as the first were stored, all by one gateway. */
export const firstKey = (layout: Layout, { gatewayMessageId }: Pick<Told, 'gatewayMessageId'>): Key =>
  soloKey(layout, 'gateway', gatewayMessageId, 'report')

/**
 * Joins what one side knows of an SMS. Where that leaves its notice unknown it may be one of the first, by `unnamed`: then what was known
 * comes along.
 */
export async function joinDelivery(
  client: DynamoDBClient,
  layout: Layout,
  told: Told,
  { unnamed, now }: { unnamed: string | null; now: string },
): Promise<KnownDelivery> {
  const joined = await join(client, layout, await withAllParts(client, layout, told, now), now)
  if (joined.noticeKey !== null) return joined
  const first = told.gateway === unnamed ? await firstItem(client, layout, told) : undefined
  return first ? join(client, layout, { ...readDelivery(first), gateway: told.gateway }, now) : joined
}

/** Set with the first word that is said of it. */
const ending = `${timeToLive} = if_not_exists(${timeToLive}, :ends)`

/** One attribute a part that arrived, so that parts which come side by side lose nothing. */
const partPrefix = 'part:'

/** What one part says of the whole: whoever adds the last one knows. */
async function withAllParts(client: DynamoDBClient, layout: Layout, told: Told, now: string): Promise<Told> {
  const { gateway, gatewayMessageId, part, state } = told
  if (!part || state !== 'delivered') return told
  const { expression, names, values } = assignments({ is: 'delivery', schema: itemSchema, gateway, gatewayMessageId })
  const { Attributes } = await client.send(
    new UpdateItemCommand({
      TableName: layout.tables.cases,
      Key: toItem(deliveryKey(layout, told)),
      UpdateExpression: `${expression}, #part = :here, ${ending}`,
      ExpressionAttributeNames: { ...names, '#part': partPrefix + part.key },
      ExpressionAttributeValues: toItem({ ...values, ':here': true, ':ends': expiryOf(now, keptHours) }),
      ReturnValues: 'ALL_NEW',
    }),
  )
  const arrived = Object.keys(Attributes ?? {}).filter((name) => name.startsWith(partPrefix)).length
  return { ...told, state: stateOfParts(arrived, part.of) }
}

async function firstItem(client: DynamoDBClient, layout: Layout, told: Told): Promise<Item | undefined> {
  const Key = toItem(firstKey(layout, told))
  const { Item } = await client.send(new GetItemCommand({ TableName: layout.tables.cases, Key, ConsistentRead: true }))
  return Item
}

/** The state only where it goes further than the one there, the notice in any case: whichever side comes second gets both. */
async function join(client: DynamoDBClient, layout: Layout, told: Told, now: string): Promise<KnownDelivery> {
  const { gateway, gatewayMessageId, state, reason, noticeKey, reference } = told
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
    const sets = { is: 'delivery', schema: itemSchema, gateway, gatewayMessageId, ...given(attributes) }
    const { expression, names, values } = assignments(sets)
    const { Attributes } = await client.send(
      new UpdateItemCommand({
        TableName: layout.tables.cases,
        Key: toItem(deliveryKey(layout, told)),
        UpdateExpression: `${expression}, ${ending}`,
        ConditionExpression: condition,
        ExpressionAttributeNames: names,
        ExpressionAttributeValues: toItem({ ...values, ':ends': expiryOf(now, keptHours) }),
        ReturnValues: 'ALL_NEW',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    )
    return readDelivery(Attributes ?? {})
  }
}

const given = (attributes: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined && value !== null))
