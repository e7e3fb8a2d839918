import { createHash } from 'node:crypto'
import { PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { Role } from '../../../core/case/actor.ts'
import type { Reads } from '../../../core/ports/reads.ts'
import type { Access } from '../table/access.ts'
import { itemSchema, readItem, toItem } from '../table/item.ts'
import { caseKey } from '../table/layout.ts'

const ReadItem = z.object({ at: z.string(), person: z.string(), role: Role, what: z.enum(['case', 'contact']) })

/** Who opened a case, beside it. */
export function dynamoReads({ client, layout, passing }: Access): Reads {
  const TableName = layout.tables.cases
  return {
    async record(reference, read) {
      const mark = createHash('sha256').update(JSON.stringify(read)).digest('hex').slice(0, 8)
      const Item = toItem({
        ...caseKey(layout, reference, `read#${read.at}#${mark}`),
        is: 'read',
        schema: itemSchema,
        ...read,
      })
      await client.send(new PutItemCommand({ TableName, Item: { ...passing(), ...Item } }))
    },

    async list(reference, limit) {
      const { pk, sk } = caseKey(layout, reference, 'read#')
      const query = {
        TableName,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
        ExpressionAttributeValues: toItem({ ':pk': pk, ':sk': sk }),
        ScanIndexForward: false,
        ConsistentRead: true,
        Limit: limit,
      }
      const { Items = [] } = await client.send(new QueryCommand(query))
      return Items.map((item) => readItem(ReadItem, item))
    },
  }
}
