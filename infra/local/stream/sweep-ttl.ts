import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  DescribeTableCommand,
  paginateScan,
  type AttributeValue,
  type DynamoDBClient,
} from '@aws-sdk/client-dynamodb'
import { inParallel } from '../../../core/operations/in-parallel.ts'

/** A page holds thousands, and after hours of a moved clock all of them have expired. */
const atOnce = 16

/**
 * Does what DynamoDB's time-to-live does and the local engine does not: deletes the items whose `attribute` (epoch
 * seconds) has passed. Answers how many. An item renewed meanwhile stays.
 */
export async function sweepTtl(
  client: DynamoDBClient,
  table: string,
  attribute: string,
  nowEpochSeconds: number,
): Promise<number> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: table }))
  const keys = (Table?.KeySchema ?? []).flatMap(({ AttributeName }) => AttributeName ?? [])
  const expired = {
    TableName: table,
    ExpressionAttributeValues: { ':now': { N: String(nowEpochSeconds) }, ':type': { S: 'N' } },
  }
  const condition = 'attribute_type(#ttl, :type) AND #ttl <= :now'
  const names = Object.fromEntries(keys.map((key, index) => [`#k${index}`, key]))

  let deleted = 0
  for await (const page of paginateScan(
    { client },
    {
      ...expired,
      FilterExpression: condition,
      ProjectionExpression: Object.keys(names).join(', '),
      ExpressionAttributeNames: { '#ttl': attribute, ...names },
    },
  )) {
    await inParallel(page.Items ?? [], atOnce, async (key) => {
      if (await remove(key)) deleted += 1
    })
  }
  return deleted

  async function remove(key: Record<string, AttributeValue>): Promise<boolean> {
    try {
      const names = { '#ttl': attribute }
      await client.send(
        new DeleteItemCommand({
          ...expired,
          Key: key,
          ConditionExpression: condition,
          ExpressionAttributeNames: names,
        }),
      )
      return true
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false
      throw error
    }
  }
}
