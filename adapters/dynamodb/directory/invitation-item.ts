import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { type Invitation, keptDays } from '../../../core/directory/invitation.ts'
import type { DirectoryWrite } from '../../../core/ports/directory/directory.ts'
import { expiryOf, type Item, itemSchema, readItem, toItem } from '../table/item.ts'
import { directoryKey, type Key, type Layout } from '../table/layout.ts'
import { timeToLive } from '../table/table.ts'

export const invitationStart = 'invitation#'
export const invitationKey = (layout: Layout, id: string): Key => directoryKey(layout, `${invitationStart}${id}`)

const InvitationItem = z.object({
  id: z.string(),
  sealedPhone: z.nullable(z.string()),
  phoneKey: z.string(),
  sealedMail: z._default(z.nullable(z.string()), null),
  sent: z.number(),
  sentAt: z.nullable(z.string()),
})
export const readInvitation = (item: Item): Invitation => readItem(InvitationItem, item)

/** On condition of what was read, how often it was sent and to which number: two who press at once call for one SMS, and no corrected number is undone. */
export function putInvitation(
  layout: Layout,
  { before, after, at }: NonNullable<DirectoryWrite['invitation']>,
): TransactWriteItem {
  const ends = { [timeToLive]: expiryOf(at, keptDays * 24) }
  const Item = toItem({ ...invitationKey(layout, after.id), is: 'invitation', schema: itemSchema, ...after, ...ends })
  const TableName = layout.tables.cases
  return {
    Put: before
      ? {
          TableName,
          Item,
          ConditionExpression: 'sent = :sent AND phoneKey = :phoneKey',
          ExpressionAttributeValues: toItem({ ':sent': before.sent, ':phoneKey': before.phoneKey }),
        }
      : { TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' },
  }
}
