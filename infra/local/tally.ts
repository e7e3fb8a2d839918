import { type AttributeValue, type DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import * as z from 'zod/mini'

const Item = z.looseObject({ pk: z.string(), is: z.string(), dueSort: z.optional(z.string()) })
/** The sweep's canary and what people practise on are nobody's cases. */
const practice = /^[^#]+-exercice(-[\w-]+)?#/
const CaseItem = z.object({
  history: z.array(z.looseObject({ what: z.string() })),
  row: z.optional(z.object({ owner: z.string(), clock: z.string(), dueAt: z.string(), nextAction: z.string() })),
  dueSort: z.optional(z.string()),
})

const NoticeItem = z.object({ notice: z.object({ state: z.string() }) })

interface Tally {
  cases: number
  open: number
  /** Rows to look at by now. */
  due: number
  /** Open cases without owner, clock or next action (design §10, invariant 5): always 0. */
  orphans: number
  notices: Record<string, number>
  /** Lines of all histories, but for who read a case first: looking changes nothing. */
  lines: number
}

/** What changes with anything a page of the console shows, and with nothing else; fit for a header. */
export const markOf = ({ cases, open, due, notices, lines }: Tally): string =>
  [cases, open, due, lines, ...Object.entries(notices).toSorted().flat()].join('-')

const ends = ['closed', 'reopened', 'restored']

/** Counts everything in the table of this machine, by reading all of it: for a health page, not for a million cases. */
export async function tally(machine: {
  client: DynamoDBClient
  tables: { cases: string }
  clock: { nowAt: () => string }
}): Promise<Tally> {
  const counts: Tally = { cases: 0, open: 0, due: 0, orphans: 0, notices: {}, lines: 0 }
  const now = machine.clock.nowAt()
  const pages = paginateScan({ client: machine.client }, { TableName: machine.tables.cases, ConsistentRead: true })
  for await (const page of pages) for (const item of page.Items ?? []) add(counts, item, now)
  return counts
}

function add(counts: Tally, stored: Record<string, AttributeValue>, now: string): void {
  const item = z.parse(Item, unmarshall(stored))
  if (practice.test(item.pk)) return
  if (item.dueSort !== undefined && item.dueSort <= now) counts.due++
  if (item.is === 'notice') {
    const { state } = z.parse(NoticeItem, item).notice
    counts.notices[state] = (counts.notices[state] ?? 0) + 1
  }
  if (item.is !== 'case') return
  counts.cases++
  const { history, row, dueSort } = z.parse(CaseItem, item)
  counts.lines += history.filter(({ what }) => what !== 'read').length
  if (history.findLast(({ what }) => ends.includes(what))?.what === 'closed') return
  counts.open++
  const owned = row && row.owner !== '' && row.clock !== '' && row.nextAction !== '' && dueSort
  if (!owned) counts.orphans++
}
