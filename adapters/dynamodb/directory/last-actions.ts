import { ConditionalCheckFailedException, paginateQuery, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import type { LastActions } from '../../../core/ports/directory/last-actions.ts'
import type { StoreOptions } from '../table/access.ts'
import { itemSchema, toItem } from '../table/item.ts'
import { directoryKey, type Layout } from '../table/layout.ts'

const prefix = 'acted#'

/** One item an organisation, beside the directory. */
export function dynamoLastActions({ client, ...options }: StoreOptions): LastActions {
  const layout: Layout = { shards: 1, ...options }
  const TableName = layout.tables.cases
  return {
    async all() {
      const { pk, sk } = directoryKey(layout, prefix)
      const query = {
        TableName,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
        ExpressionAttributeValues: toItem({ ':pk': pk, ':sk': sk }),
      }
      const found = new Map<string, string>()
      for await (const { Items = [] } of paginateQuery({ client }, query))
        for (const item of Items) found.set(item.sk?.S?.slice(prefix.length) ?? '', item.on?.S ?? '')
      return found
    },

    async note(organisation, on) {
      try {
        await client.send(
          new UpdateItemCommand({
            TableName,
            Key: toItem(directoryKey(layout, `${prefix}${organisation}`)),
            UpdateExpression: 'SET #on = :on, #is = :is, #schema = :schema',
            ConditionExpression: 'attribute_not_exists(#on) OR #on < :on',
            ExpressionAttributeNames: { '#on': 'on', '#is': 'is', '#schema': 'schema' },
            ExpressionAttributeValues: toItem({ ':on': on, ':is': 'acted', ':schema': itemSchema }),
          }),
        )
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error
      }
    },
  }
}
