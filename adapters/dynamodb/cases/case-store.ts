import { paginateQuery, type QueryCommandInput } from '@aws-sdk/client-dynamodb'
import type { Rulebook } from '../../../core/deadlines/rulebook.ts'
import { Row } from '../../../core/lists/row.ts'
import type { Append, CaseStore, Commit, DueItem, StoredCase } from '../../../core/ports/cases.ts'
import { noticesBeside, putNotice, readNotice } from '../notices/notice-item.ts'
import type { Access, CommitOptions } from '../table/access.ts'
import { hasExpired, type Item, readAttribute } from '../table/item.ts'
import { caseKey, dueKey, type Layout, queueKey, referenceOf } from '../table/layout.ts'
import { pageOf } from '../table/sharded-index.ts'
import { appendToCase, dropsWords, hasWordsApart, openCase, readCase, withWordsApart, wordsApart } from './case-item.ts'
import { commitWrites, newToken, type Write } from './commit-writes.ts'
import { countedCases } from './counted-cases.ts'
import { putSender } from './sender-item.ts'
import { messageAttribute, putMessage } from './sender-store.ts'
import { putSession } from './ussd-sessions.ts'

interface Deciding extends Pick<CommitOptions, 'random' | 'commitMs'> {
  rulebook: Rulebook
  now: () => string
}

/** Cases, and whatever is written with them in one commit. */
export function dynamoCases({ client, layout, get, passing }: Access, deciding: Deciding): CaseStore {
  const { rulebook, now } = deciding

  async function itemsOf(query: QueryCommandInput): Promise<Item[]> {
    const items: Item[] = []
    for await (const page of paginateQuery({ client }, query)) items.push(...(page.Items ?? []))
    return items
  }
  const itemsOfWords = (reference: string) => itemsOf(wordsApart(layout, reference))

  async function whole(reference: string, item: Item): Promise<StoredCase> {
    const stored = readCase(layout, item)
    return hasWordsApart(stored) ? withWordsApart(stored, await itemsOfWords(reference)) : stored
  }

  async function appended(append: Append, token: string): Promise<Write[]> {
    const apart = dropsWords(append) ? await itemsOfWords(append.before.reference) : []
    const sortKeys = apart.flatMap(({ sk }) => sk?.S ?? [])
    return appendToCase(layout, rulebook, append, sortKeys, token)
  }

  return {
    async load(reference, sure) {
      const item = await get(layout.tables.cases, caseKey(layout, reference), sure)
      return item && whole(reference, item)
    },

    async loadTold(reference, sure) {
      const items = await itemsOf(noticesBeside(layout, reference, { from: caseKey(layout, reference).sk, sure }))
      const item = items.find(({ is }) => is?.S === 'case')
      if (!item || hasExpired(item, now())) return null
      const notices = items.flatMap((one) => (one.is?.S === 'notice' ? readNotice(one).notice : []))
      return { ...(await whole(reference, item)), notices }
    },

    async commit({ open, append = [], sender, message, session, notice }: Commit) {
      const token = newToken()
      const at = now()
      const writes = [
        ...(open ? openCase(layout, rulebook, open, token, message && { [messageAttribute]: message.key }) : []),
        ...(await Promise.all(append.map((one) => appended(one, token)))).flat(),
        ...(sender ? putSender(layout, at, sender) : []),
        ...(message ? [putMessage(layout, message)] : []),
        ...(session ? [putSession(layout, at, session)] : []),
        ...(notice ? [putNotice(layout, notice, token)] : []),
      ]
      const result = await commitWrites(client, withAttributes(writes, passing()), token, deciding)
      return result === 'busy' ? 'conflict' : result
    },

    async queue(index, lane, name, page) {
      const { items, next } = await pageOf(client, layout, { index, partition: queueKey(layout, lane, name) }, page)
      return { rows: items.map((item) => readAttribute(Row, item, 'row')), next }
    },

    async due(at, page) {
      // '$' follows '#': everything of that instant is below it, nothing of a later one.
      const query = { index: 'due', partition: dueKey(layout), until: `${at}$` } as const
      const { items, next } = await pageOf(client, layout, query, page)
      return { due: items.map((item) => dueItem(layout, item)), next }
    },

    async nextDueAt() {
      const query = { index: 'due', partition: dueKey(layout) } as const
      const { items } = await pageOf(client, layout, query, { after: null, limit: 1 })
      return items[0] ? dueItem(layout, items[0]).at : null
    },

    counted: (of, limit) => countedCases(client, layout, of, limit),
  }
}

/** Puts with more attributes; those that carry one of them already keep their own. */
const withAttributes = (writes: readonly Write[], attributes: Item): Write[] =>
  writes.map((write) => {
    const { Put } = write.item
    return Put ? { ...write, item: { Put: { ...Put, Item: { ...attributes, ...Put.Item } } } } : write
  })

/** Reads `<instant>#<reference>` or `<instant>#notice#<key>`. */
function dueItem(layout: Layout, { pk, dueSort }: Item): DueItem {
  const sort = dueSort?.S ?? ''
  const end = sort.indexOf('#')
  const at = sort.slice(0, end)
  const what = sort.slice(end + 1)
  if (!what.startsWith('notice#')) return { is: 'case', reference: what, at }
  return { is: 'notice', reference: referenceOf(layout, pk?.S ?? ''), key: what.slice('notice#'.length), at }
}
