import {
  ConditionalCheckFailedException,
  GetItemCommand,
  UpdateItemCommand,
  type DynamoDBClient,
} from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { addDays } from '../../../core/deadlines/calendar.ts'
import type { NoticeStore, Undecided } from '../../../core/ports/notices.ts'
import { expiryOf, type Item, itemSchema, readItem, toItem } from '../table/item.ts'
import { type Key, type Layout, soloKey } from '../table/layout.ts'
import { timeToLive } from '../table/table.ts'

/**
 * What is known of one recipient's phone while SMS leave for it, by its fingerprint: the one send nobody knows of, and how many left on each of
 * the last days. Nothing of it is told apart later than that.
 */
const RecipientItem = z.object({ noticeKey: z.optional(z.string()), reference: z.optional(z.nullable(z.string())) })

const keyOf = (layout: Layout, fingerprint: string): Key => soloKey(layout, 'undecided', fingerprint, 'undecided')
/** A doubt is settled within a day. */
const keptHours = 3 * 24
/** Days before that may still stand there. */
const forgottenDays = 6

/** One attribute a day. */
const dayOf = (at: string): string => `left:${at.slice(0, 'YYYY-MM-DD'.length)}`

export async function undecidedOf(
  client: DynamoDBClient,
  layout: Layout,
  fingerprint: string,
): Promise<Undecided | null> {
  const Key = toItem(keyOf(layout, fingerprint))
  const { Item } = await client.send(new GetItemCommand({ TableName: layout.tables.cases, Key, ConsistentRead: true }))
  const { noticeKey, reference = null } = Item ? readItem(RecipientItem, Item) : {}
  return noticeKey === undefined ? null : { noticeKey, reference }
}

type Told = Parameters<NoticeStore['setUndecided']>

/** One write: the doubt, and the day's count with it. */
export async function setUndecided(
  client: DynamoDBClient,
  layout: Layout,
  [fingerprint, notice, instead, left = true]: Told,
  now: string,
): ReturnType<NoticeStore['setUndecided']> {
  const today = dayOf(now)
  const old = Array.from({ length: forgottenDays }, (_, at) => dayOf(addDays(now, -1 - at)))
  const oldNames = Object.fromEntries(old.map((name, at) => [`#old${String(at)}`, name]))
  const removed = [...Object.keys(oldNames), ...(notice ? [] : ['noticeKey', '#reference'])]
  const count = notice ? 1 : left ? 0 : -1
  const sets = ['#is = :is', '#schema = :schema', `${timeToLive} = :ends`]
  const known = notice ? ['noticeKey = :key', '#reference = :reference'] : []
  try {
    const { Attributes } = await client.send(
      new UpdateItemCommand({
        TableName: layout.tables.cases,
        Key: toItem(keyOf(layout, fingerprint)),
        UpdateExpression: `SET ${[...sets, ...known].join(', ')} REMOVE ${removed.join(', ')} ADD #today :count`,
        ConditionExpression: 'attribute_not_exists(noticeKey) OR noticeKey IN (:own, :instead)',
        ExpressionAttributeNames: {
          ...oldNames,
          '#is': 'is',
          '#schema': 'schema',
          '#reference': 'reference',
          '#today': today,
        },
        ExpressionAttributeValues: toItem({
          ':is': 'undecided',
          ':schema': itemSchema,
          ':ends': expiryOf(now, keptHours),
          ':count': count,
          ':own': notice?.noticeKey ?? '',
          ':instead': instead ?? '',
          ...(notice ? { ':key': notice.noticeKey, ':reference': notice.reference } : {}),
        }),
        ReturnValues: 'ALL_NEW',
      }),
    )
    return { held: true, today: countIn(Attributes ?? {}, today) }
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return { held: false, today: 0 }
    throw error
  }
}

const countIn = (item: Item, today: string): number => Number(item[today]?.N ?? 0)
