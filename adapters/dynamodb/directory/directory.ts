import { GetItemCommand, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { Role } from '../../../core/case/actor.ts'
import type { Directory } from '../../../core/ports/people.ts'
import type { StoreOptions } from '../table/access.ts'
import { itemSchema, readItem, toItem } from '../table/item.ts'
import { type Layout, personKey, responsibleKey } from '../table/layout.ts'

const PersonItem = z.object({
  id: z.string(),
  name: z.string(),
  role: Role,
  region: z.nullable(z.string()),
  organisation: z.nullable(z.string()),
  active: z.boolean(),
})

const ResponsibleItem = z.object({ sealedPhone: z.string() })

/** People who may sign in. Read consistently: who lost a role a second ago has lost it. */
export function dynamoDirectory({ client, ...options }: StoreOptions): Directory {
  const layout: Layout = { shards: 1, ...options }
  const TableName = layout.tables.cases
  return {
    async person(id) {
      const Key = toItem(personKey(layout, id))
      const { Item } = await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }))
      return Item ? readItem(PersonItem, Item) : null
    },
    /** What the console knows besides (languages, absences) stays. */
    async putPerson(person) {
      const fields = Object.entries({ is: 'person', schema: itemSchema, ...person })
      const set = fields.map((_, at) => `#f${at} = :f${at}`).join(', ')
      await client.send(
        new UpdateItemCommand({
          TableName,
          Key: toItem(personKey(layout, person.id)),
          UpdateExpression: `SET ${set} ADD #version :one`,
          ExpressionAttributeNames: {
            ...Object.fromEntries(fields.map(([name], at) => [`#f${at}`, name])),
            '#version': 'version',
          },
          ExpressionAttributeValues: toItem({
            ...Object.fromEntries(fields.map(([, value], at) => [`:f${at}`, value])),
            ':one': 1,
          }),
        }),
      )
    },
    async responsible(organisation) {
      const Key = toItem(responsibleKey(layout, organisation))
      const { Item } = await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }))
      return Item ? readItem(ResponsibleItem, Item).sealedPhone : null
    },
    async putResponsible(organisation, sealedPhone) {
      const Item = toItem({
        ...responsibleKey(layout, organisation),
        is: 'responsible',
        schema: itemSchema,
        sealedPhone,
      })
      await client.send(new PutItemCommand({ TableName, Item }))
    },
  }
}
