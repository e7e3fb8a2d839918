import {
  ConditionalCheckFailedException,
  GetItemCommand,
  ScanCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import type { Leftover, Leftovers } from '../../../core/ports/leftovers.ts'
import { messageAttribute } from '../cases/sender-store.ts'
import type { PassingOptions } from '../table/access.ts'
import { expiryOf, type Item, readItem, toItem } from '../table/item.ts'
import { caseKey, type Layout } from '../table/layout.ts'
import { timeToLive } from '../table/table.ts'
import { deliveryKinds, keptHours } from './delivery-item.ts'

const text = z._default(z.nullable(z.string()), null)
const LeftoverItem = z.object({ pk: z.string(), sk: z.string(), is: z.string(), reference: text, key: text })
const Place = z.object({ pk: z.string(), sk: z.string() })

/** Reads the table itself: those items stand in no index. */
export function dynamoLeftovers({ client, now, ...options }: PassingOptions): Leftovers {
  const layout: Layout = { shards: 1, ...options }
  const TableName = layout.tables.cases
  const kinds = [...deliveryKinds, 'message']

  /** Does the case know under which key the message that opened it is kept? */
  async function isLinked(reference: string | null, key: string | null): Promise<boolean> {
    if (reference === null || key === null) return false
    const found = await client.send(
      new GetItemCommand({ TableName, Key: toItem(caseKey(layout, reference)), ConsistentRead: true }),
    )
    return found.Item?.[messageAttribute]?.S === key
  }

  async function read(item: Item): Promise<Leftover> {
    const { pk, sk, is, reference, key } = readItem(LeftoverItem, item)
    const isMessage = is === 'message'
    return { pk, sk, reference, isLinked: isMessage && (await isLinked(reference, key)) }
  }

  return {
    async page(after) {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new ScanCommand({
          TableName,
          FilterExpression: `#is IN (${kinds.map((_, at) => `:kind${at}`).join(', ')}) AND attribute_not_exists(${timeToLive}) AND begins_with(pk, :programme)`,
          ExpressionAttributeNames: { '#is': 'is' },
          ExpressionAttributeValues: toItem({
            ...Object.fromEntries(kinds.map((kind, at) => [`:kind${at}`, kind])),
            ':programme': `${layout.programme}#`,
          }),
          ...(after === null ? {} : { ExclusiveStartKey: toItem(z.parse(Place, JSON.parse(after))) }),
        }),
      )
      const next = LastEvaluatedKey ? JSON.stringify(readItem(Place, LastEvaluatedKey)) : null
      return { found: await Promise.all(Items.map(read)), next }
    },

    async letGo({ pk, sk }) {
      const update = {
        TableName,
        Key: toItem({ pk, sk }),
        UpdateExpression: `SET ${timeToLive} = :at`,
        // Somebody may have taken it away, or given it an end, since it was read.
        ConditionExpression: `attribute_exists(pk) AND attribute_not_exists(${timeToLive})`,
        ExpressionAttributeValues: toItem({ ':at': expiryOf(now(), keptHours) }),
      }
      await client.send(new UpdateItemCommand(update)).catch((error: unknown) => {
        if (!(error instanceof ConditionalCheckFailedException)) throw error
      })
    },
  }
}
