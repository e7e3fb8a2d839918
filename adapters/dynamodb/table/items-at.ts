import { BatchGetItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { type Item, toItem } from './item.ts'
import type { Key } from './layout.ts'

/** Keys one BatchGetItem takes. */
const keysAtOnce = 100

/** The items under these keys, in any order; asks again for what a throttled batch left out. */
export async function itemsAt(
  client: DynamoDBClient,
  table: string,
  keys: readonly Key[],
  { consistent }: { consistent: boolean },
): Promise<Item[]> {
  const found: Item[] = []
  for (let from = 0; from < keys.length; from += keysAtOnce) {
    let Keys: Item[] = keys.slice(from, from + keysAtOnce).map(toItem)
    while (Keys.length > 0) {
      const { Responses, UnprocessedKeys } = await client.send(
        new BatchGetItemCommand({ RequestItems: { [table]: { Keys, ConsistentRead: consistent } } }),
      )
      found.push(...(Responses?.[table] ?? []))
      Keys = UnprocessedKeys?.[table]?.Keys ?? []
    }
  }
  return found
}
