import { DeleteItemCommand, GetItemCommand, paginateQuery } from '@aws-sdk/client-dynamodb'
import { addHours } from '../../../core/deadlines/calendar.ts'
import type { Notice } from '../../../core/notices/notice.ts'
import type { NoticeStore } from '../../../core/ports/notices.ts'
import type { CommitOptions } from '../table/access.ts'
import { commitWrites, newToken } from '../cases/commit-writes.ts'
import { type Item, toItem } from '../table/item.ts'
import { type Key, type Layout, noticeItemKey } from '../table/layout.ts'
import { moveNotice, noticesBeside, putNotice, readNotice } from './notice-item.ts'
import { deliveryKey, firstKey, joinDelivery, keptHours } from './delivery-item.ts'
import { setUndecided, undecidedOf } from './recipient-item.ts'

/** Between the claim of a notice and the first word of its SMS; a table deletes late besides. */
const slackHours = 48

interface NoticeOptions extends CommitOptions {
  /** Whose SMS those are that were stored before one was known by gateway and id. */
  unnamed: string | null
  /** The instant it is, for what expires. */
  now: () => string
}

/** Notices beside their cases, what gateways tell of their SMS, and the one undecided send per recipient. */
export function dynamoNoticeStore({ unnamed, now, ...options }: NoticeOptions): NoticeStore {
  const { client, tables, programme, shards = 1 } = options
  const layout: Layout = { tables, programme, shards }
  const TableName = layout.tables.cases

  async function get(key: Key, sure = true): Promise<Item | undefined> {
    const { Item } = await client.send(new GetItemCommand({ TableName, Key: toItem(key), ConsistentRead: sure }))
    return Item
  }

  async function list(reference: string): Promise<Notice[]> {
    const notices: Notice[] = []
    for await (const { Items } of paginateQuery({ client }, noticesBeside(layout, reference)))
      notices.push(...(Items ?? []).map((item) => readNotice(item).notice))
    return notices
  }

  return {
    async create(notices) {
      // In turn: they leave in the order in which the stream tells of them, the receipt before the answer.
      for (const notice of notices) await createOne(options, layout, notice)
    },

    async get(reference, key, sure) {
      const item = await get(noticeItemKey(layout, reference, key), sure)
      return item ? readNotice(item) : null
    },

    list,

    async replace(before, after) {
      const token = newToken()
      return (await commitWrites(client, [moveNotice(layout, before, after, token)], token, options)) === 'done'
    },

    async forget(reference) {
      const since = addHours(now(), -keptHours - slackHours)
      for (const { gateway, gatewayMessageId, attemptAt } of await list(reference)) {
        // What is older has gone by itself.
        if (gatewayMessageId === null || (attemptAt ?? since) < since) continue
        const key =
          gateway === null ? firstKey(layout, { gatewayMessageId }) : deliveryKey(layout, { gateway, gatewayMessageId })
        await client.send(new DeleteItemCommand({ TableName, Key: toItem(key) }))
      }
    },

    joinDelivery: (told) => joinDelivery(client, layout, told, { unnamed, now: now() }),

    undecided: (fingerprint) => undecidedOf(client, layout, fingerprint),
    setUndecided: (...told) => setUndecided(client, layout, told, now()),
  }
}

/** A notice that is there already is as good as written. */
async function createOne(options: CommitOptions, layout: Layout, notice: Notice): Promise<void> {
  const token = newToken()
  const writes = [putNotice(layout, { notice, sealedTo: null }, token)]
  const result = await commitWrites(options.client, writes, token, options)
  if (result === 'busy') throw new Error('a notice could not be written: its item is held by a transaction')
}
