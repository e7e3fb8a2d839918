import type * as z from 'zod/mini'
import { PutItemCommand } from '@aws-sdk/client-dynamodb'
import type { ImportDrafts } from '../../../core/ports/directory/import-drafts.ts'
import { accessTo, type PassingOptions } from '../table/access.ts'
import { expiryOf, itemSchema, readItem, toItem } from '../table/item.ts'
import { soloKey } from '../table/layout.ts'
import { Draft, pack, Packed, SealedDraft, TextDraft, unpack } from './directory-items.ts'

const draftHours = 1

export function dynamoImportDrafts(options: PassingOptions): ImportDrafts {
  const { client, layout, get } = accessTo(options)
  const { traffic } = layout.tables
  const draftKey = (id: string) => soloKey(layout, 'console', `draft:${id}`, 'draft')
  async function keep(id: string, draft: unknown): Promise<void> {
    const Item = toItem({
      ...draftKey(id),
      is: 'console-draft',
      schema: itemSchema,
      packed: pack(draft),
      expiresAt: expiryOf(options.now(), draftHours),
    })
    await client.send(new PutItemCommand({ TableName: traffic, Item }))
  }
  async function find<T>(schema: z.ZodMiniType<T>, id: string): Promise<T | null> {
    const item = await get(traffic, draftKey(id))
    return item && unpack(schema, readItem(Packed, item).packed)
  }
  return {
    keep,
    find: (id) => find(Draft, id),
    keepSealed: (id, draft) => keep(`scelle-${id}`, draft),
    findSealed: (id) => find(SealedDraft, `scelle-${id}`),
    keepText: (id, draft) => keep(`texte-${id}`, draft),
    findText: (id) => find(TextDraft, `texte-${id}`),
  }
}
