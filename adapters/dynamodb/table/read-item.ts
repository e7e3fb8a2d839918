import { QueryCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { Role } from '../../../core/case/actor.ts'
import type { Read } from '../../../core/ports/reads.ts'
import { readItem, toItem } from './item.ts'
import { caseKey, type Layout } from './layout.ts'

const ReadItem = z.object({ at: z.string(), person: z.string(), role: Role, what: z.enum(['case', 'contact']) })

/** Who opened a case, the latest first. */
export async function listReads(
  client: DynamoDBClient,
  layout: Layout,
  reference: string,
  limit: number,
): Promise<Read[]> {
  const { pk, sk } = caseKey(layout, reference, 'read#')
  const query = {
    TableName: layout.tables.cases,
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
    ExpressionAttributeValues: toItem({ ':pk': pk, ':sk': sk }),
    ScanIndexForward: false,
    ConsistentRead: true,
    Limit: limit,
  }
  const { Items = [] } = await client.send(new QueryCommand(query))
  return Items.map((item) => readItem(ReadItem, item))
}
