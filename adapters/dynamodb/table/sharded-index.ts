import { QueryCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { Page } from '../../../core/ports/cases.ts'
import { type Item, toItem } from './item.ts'
import type { Layout } from './layout.ts'
import { indexes, type IndexName } from './table.ts'

/** Below and above everything that stands in a sort key. */
const lowest = ' '
const highest = '~'

/**
 * One page of an index in sort order, over all its shards. `until` is a sort key that must not be reached. `next` is the last sort key of the
 * page, which says all there is to say: who asks for what follows is recomputed at every request.
 */
export async function pageOf(
  client: DynamoDBClient,
  layout: Layout,
  { index, partition, until = highest }: { index: IndexName; partition: string; until?: string },
  { after, limit }: Page,
): Promise<{ items: Item[]; next: string | null }> {
  const { partition: partitionName, sort } = indexes[index]
  const shards = await Promise.all(
    Array.from({ length: layout.shards }, (_, shard) =>
      client.send(
        new QueryCommand({
          TableName: layout.tables.cases,
          IndexName: index,
          KeyConditionExpression: '#partition = :partition AND #sort BETWEEN :after AND :until',
          ExpressionAttributeNames: { '#partition': partitionName, '#sort': sort },
          ExpressionAttributeValues: toItem({
            ':partition': `${partition}#${shard}`,
            // A blank sorts before anything that can follow a whole key.
            ':after': after === null ? lowest : `${after} `,
            ':until': until,
          }),
          Limit: limit,
        }),
      ),
    ),
  )
  const sortOf = (item: Item | undefined): string => item?.[sort]?.S ?? ''
  // Where a shard has more to tell, nothing beyond what it told may be shown yet.
  const horizon = shards
    .filter(({ LastEvaluatedKey }) => LastEvaluatedKey)
    .map(({ Items }) => sortOf(Items?.at(-1)))
    .reduce((low, end) => (end < low ? end : low), highest)
  const seen = shards
    .flatMap(({ Items }) => Items ?? [])
    .filter((item) => sortOf(item) <= horizon)
    .sort((a, b) => (sortOf(a) < sortOf(b) ? -1 : 1))
  const items = seen.slice(0, limit)
  const more = seen.length > limit || horizon !== highest
  return { items, next: more ? sortOf(items.at(-1)) : null }
}
