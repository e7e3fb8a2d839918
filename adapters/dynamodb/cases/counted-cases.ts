import { QueryCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { CountedOf } from '../../../core/ports/cases.ts'
import type { FoundRow } from '../../../core/ports/figures/figures.ts'
import { toItem } from '../table/item.ts'
import { figuresKey, type Layout } from '../table/layout.ts'
import { indexes } from '../table/table.ts'
import { rowOf } from './found-rows.ts'

const { partition, sort } = indexes.region

/** Months `YYYY-MM` from one day to another, the latest first. */
function monthsBack(from: string, until: string): string[] {
  const months: string[] = []
  const first = from.slice(0, 7)
  for (let month = until.slice(0, 7); month >= first;) {
    months.push(month)
    const [year = 0, number = 0] = month.split('-').map(Number)
    month = number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`
  }
  return months
}

/** Counted cases, the latest received first; one query per month and shard, and no more than `limit` rows of each. */
export async function countedCases(
  client: DynamoDBClient,
  layout: Layout,
  { region, category, from, until }: CountedOf,
  limit: number,
): Promise<FoundRow[]> {
  const found: FoundRow[] = []
  for (const month of monthsBack(from, until)) {
    if (found.length >= limit) break
    const key = figuresKey(layout, `region:${region}`, month)
    const shards = await Promise.all(
      Array.from({ length: layout.shards }, (_, shard) =>
        client.send(
          new QueryCommand({
            TableName: layout.tables.cases,
            IndexName: 'region',
            KeyConditionExpression: '#partition = :partition AND #sort BETWEEN :from AND :until',
            ExpressionAttributeNames: { '#partition': partition, '#sort': sort },
            ExpressionAttributeValues: toItem({
              ':partition': `${key}#${shard}`,
              ':from': `${category}#${from}`,
              ':until': `${category}#${until}$`,
            }),
            ScanIndexForward: false,
            Limit: limit - found.length,
          }),
        ),
      ),
    )
    const rows = shards.flatMap(({ Items = [] }) => Items.flatMap((item) => rowOf('region', item)))
    found.push(...rows.toSorted((one, other) => (one.sort < other.sort ? 1 : -1)))
  }
  return found.slice(0, limit)
}
