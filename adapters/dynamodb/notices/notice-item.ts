import * as z from 'zod/mini'
import { hasEnded, Notice } from '../../../core/notices/notice.ts'
import type { Commit } from '../../../core/ports/cases.ts'
import type { Write } from '../cases/commit-writes.ts'
import { noticeIndexes, reindexed } from '../table/index-attributes.ts'
import { type Item, itemSchema, readItem, toItem } from '../table/item.ts'
import { caseKey, type Layout, noticeItemKey } from '../table/layout.ts'
import { indexes } from '../table/table.ts'
import { type Change, updateOf } from '../table/update.ts'

type StoredNotice = NonNullable<Commit['notice']>

const NoticeItem = z.object({ notice: Notice, sealedTo: z.optional(z.string()) })

/** Reads a notice item, from the table or from a change in the stream. */
export function readNotice(item: Item): StoredNotice {
  const { notice, sealedTo = null } = readItem(NoticeItem, item)
  return { notice, sealedTo }
}

const notices = 'notice#'
/** Behind every key a notice may have. */
const behind = '\uffff'

/** The query for what lies beside a case from this sort key on, to the last of its notices. */
export const noticesBeside = (
  layout: Layout,
  reference: string,
  { from = notices, sure = true }: { from?: string; sure?: boolean | undefined } = {},
) => ({
  TableName: layout.tables.cases,
  ConsistentRead: sure,
  KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
  ExpressionAttributeValues: toItem({
    ':pk': caseKey(layout, reference).pk,
    ':from': from,
    ':to': `${notices}${behind}`,
  }),
})

/** Puts a new notice; one that is there stays as it is. */
export function putNotice(layout: Layout, { notice, sealedTo }: StoredNotice, token: string): Write {
  const Put = {
    TableName: layout.tables.cases,
    Item: toItem({
      ...noticeItemKey(layout, notice.reference, notice.key),
      is: 'notice',
      schema: itemSchema,
      version: notice.version,
      token,
      notice,
      sealedTo: sealedTo ?? undefined,
      ...noticeIndexes(layout, notice),
    }),
    ConditionExpression: 'attribute_not_exists(pk)',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
  }
  return { item: { Put }, refused: 'conflict' }
}

/** Moves a notice one version further, on condition of the one read; the number goes once it has ended. */
export function moveNotice(layout: Layout, before: Notice, after: Notice, token: string): Write {
  const version = before.version + 1
  const changes: Change[] = [
    { path: ['notice'], set: { ...after, version } },
    { path: ['version'], set: version },
    { path: ['token'], set: token },
    ...reindexed(noticeIndexes(layout, after), [indexes.due.partition, indexes.due.sort]),
    ...(hasEnded(after) ? [{ remove: ['sealedTo'] }] : []),
  ]
  const Update = {
    TableName: layout.tables.cases,
    Key: toItem(noticeItemKey(layout, before.reference, before.key)),
    ...updateOf(before.version, changes),
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
  }
  return { item: { Update }, refused: 'conflict' }
}
