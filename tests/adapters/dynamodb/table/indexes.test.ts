import { expect, test } from 'vitest'
import { dynamoNoticeStore } from '../../../../adapters/dynamodb/notices/notice-store.ts'
import { entry } from '../../../../core/case/history.ts'
import { standing } from '../../../../core/lists/standing.ts'
import type { DueItem, Page } from '../../../../core/ports/cases.ts'
import { freshCase, freshEngine, freshNotice, now, rulebook, storesOn, tables } from '../../../support/stored-cases.ts'

const { client } = await freshEngine()
const shards = 3
const { cases } = storesOn(client, { shards })
const notices = dynamoNoticeStore({
  client,
  tables,
  programme: 'ml',
  random: () => 0,
  shards,
  unnamed: null,
  now: () => now,
})

const day = (at: number) => `2027-06-${String(1 + (at % 28)).padStart(2, '0')}T09:00:00.000Z`
// Not in the order of their dates, some on the same day.
const filed = Array.from({ length: 40 }, (_, at) =>
  freshCase(String(3_000_000_000 + at), { receivedAt: day(at * 11), promisedAt: null }),
)
for (const open of filed) await cases.commit({ open })
const stands = filed.flatMap(({ caseFile }) => standing(caseFile, rulebook) ?? [])

async function everyPage<T>(read: (page: Page) => Promise<{ found: T[]; next: string | null }>, limit: number) {
  const pages: T[][] = []
  let after: string | null = null
  do {
    const { found, next }: { found: T[]; next: string | null } = await read({ after, limit })
    pages.push(found)
    after = next
  } while (after !== null)
  return pages
}

const inOrder = stands
  // The earliest due first; of those due at one instant, the one that came first.
  .map(({ row }) => `${row.dueAt}#${row.receivedAt}#${row.reference}`)
  .sort()
  .map((sort) => sort.split('#')[2])

test.each([1, 7, 40, 100])('a queue reads in due order over all shards, %i at a time', async (limit) => {
  const pages = await everyPage(async (page) => {
    const { rows, next } = await cases.queue('owner', 'N', 'focal-point', page)
    return { found: rows.map(({ reference }) => reference), next }
  }, limit)

  expect(pages.flat()).toEqual(inOrder)
  expect(pages.every((page) => page.length <= limit)).toBe(true)
})

test('a region lists what it is shown, and no lane another lane', async () => {
  const all = { after: null, limit: 100 }

  expect((await cases.queue('region', 'N', 'triage', all)).rows).toHaveLength(40)
  expect((await cases.queue('region', 'N', 'gao', all)).rows).toEqual([])
  expect((await cases.queue('owner', 'P', 'focal-point', all)).rows).toEqual([])
})

test('a case raised to S2 leaves the lists of N for that of protection', async () => {
  const open = freshCase('3000000100')
  await cases.commit({ open })
  const by = { role: 'focal-point', person: 'p1' } as const
  const raised = entry('assessed', day(7), by, { level: 'S2', promisedAt: null })
  await cases.commit({ append: [{ before: open.caseFile, entries: [raised] }] })

  const all = { after: null, limit: 100 }
  const listed = async (...queue: Parameters<typeof cases.queue>) =>
    (await cases.queue(...queue)).rows.some(({ reference }) => reference === '3000000100')
  expect(await listed('owner', 'S2', 'protection', all)).toBe(true)
  expect(await listed('owner', 'N', 'focal-point', all)).toBe(false)
  expect(await listed('region', 'N', 'triage', all)).toBe(false)
})

test('what is due by an instant comes earliest first, cases and notices together, and nothing later', async () => {
  const waiting = freshNotice('3000000000', { state: 'waiting', sendAt: '2027-06-03T00:00:00.000Z' })
  const reply = freshNotice(null, { key: 'a-reply', state: 'waiting', sendAt: '2027-06-03T00:00:00.001Z' })
  await notices.create([waiting, reply, freshNotice('3000000001', { state: 'delivered' })])
  const until = '2027-06-20T09:00:00.000Z'
  const expected: DueItem[] = [
    ...stands.map(({ row, nextLookAt }) => ({ is: 'case', reference: row.reference, at: nextLookAt }) as const),
    { is: 'notice', reference: '3000000000', key: waiting.key, at: waiting.sendAt },
    { is: 'notice', reference: null, key: 'a-reply', at: reply.sendAt },
  ]

  const pages = await everyPage(async (page) => {
    const { due, next } = await cases.due(until, page)
    return { found: due, next }
  }, 5)

  const due = pages.flat().filter((item) => item.reference !== '3000000100')
  const byInstant = (a: DueItem, b: DueItem) => (a.at < b.at ? -1 : 1)
  expect(due.map(({ at }) => at)).toEqual(due.map(({ at }) => at).sort())
  expect(due.length).toBeGreaterThan(20)
  expect(due.length).toBeLessThan(expected.length)
  expect(new Set(due)).toEqual(new Set(expected.filter(({ at }) => at <= until).sort(byInstant)))
})

test('an instant itself counts as due, the millisecond before does not', async () => {
  const { cases: alone } = storesOn(client, { programme: 'ml-exercice' })
  expect(await alone.nextDueAt()).toBeNull()
  await alone.commit({ open: freshCase('3000000200') })
  const at = (await alone.nextDueAt()) ?? ''
  const justBefore = new Date(Date.parse(at) - 1).toISOString()

  expect((await alone.due(at, { after: null, limit: 9 })).due).toEqual([{ is: 'case', reference: '3000000200', at }])
  expect((await alone.due(justBefore, { after: null, limit: 9 })).due).toEqual([])
})

test('what was written with fewer shards is still found with more', async () => {
  const { cases: later } = storesOn(client, { shards: 5 })

  expect((await later.queue('owner', 'N', 'focal-point', { after: null, limit: 100 })).rows).toHaveLength(40)
})
