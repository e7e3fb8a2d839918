import { DeleteItemCommand, type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { type Mailbox, MailKind } from '../../../core/directory/mailbox.ts'
import type { Mailboxes } from '../../../core/ports/directory/mailboxes.ts'
import { type Item, itemSchema, readItem, toItem } from '../table/item.ts'
import { directoryKey, type Key, type Layout } from '../table/layout.ts'

const start = 'mailbox#'
const MailboxItem: z.ZodMiniType<Mailbox> = z.object({
  member: z.string(),
  sealedAddress: z.string(),
  kinds: z.array(MailKind),
  language: z.string(),
})

interface Reading {
  client: DynamoDBClient
  layout: Layout
  get: (key: Key) => Promise<Item | null>
  /** Every item of the directory under one kind of sort key. */
  all: (start: string) => Promise<Item[]>
}

/** One item a member, in the directory. */
export function dynamoMailboxes({ client, layout, get, all }: Reading): Mailboxes {
  const TableName = layout.tables.cases
  const keyOf = (member: string): Key => directoryKey(layout, start + member)
  return {
    async mailbox(member) {
      const item = await get(keyOf(member))
      return item && readItem(MailboxItem, item)
    },
    mailboxes: async () => (await all(start)).map((item) => readItem(MailboxItem, item)),
    async putMailbox(mailbox) {
      const Item = toItem({ ...keyOf(mailbox.member), is: 'mailbox', schema: itemSchema, ...mailbox })
      await client.send(new PutItemCommand({ TableName, Item }))
    },
    async forgetMailbox(member) {
      await client.send(new DeleteItemCommand({ TableName, Key: toItem(keyOf(member)) }))
    },
  }
}
