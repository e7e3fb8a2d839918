import { type AttributeValue, type DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb'
import { readCase } from '../../../adapters/dynamodb/cases/case-item.ts'
import { readNotice } from '../../../adapters/dynamodb/notices/notice-item.ts'
import { readDelivery } from '../../../adapters/dynamodb/notices/delivery-item.ts'
import type { Tables } from '../../../adapters/dynamodb/table/table.ts'
import { caseFileOf, fold } from '../../../core/case/fold.ts'
import type { CaseFile } from '../../../core/case/case-file.ts'
import type { Status } from '../../../core/case/status.ts'
import { isSurelyTold } from '../../../core/case/runs.ts'
import type { Notice } from '../../../core/notices/notice.ts'
import type { KnownDelivery } from '../../../core/notices/gateway.ts'
import { standing } from '../../../core/lists/standing.ts'
import { mali } from '../../../programme/mali.ts'

/** Everything a table holds of cases and what was sent about them. */
export interface Ledger {
  cases: CaseFile[]
  notices: Notice[]
  deliveries: KnownDelivery[]
}

/** Reads the whole table. Throws where a history cannot be read or folded. */
export async function readLedger(client: DynamoDBClient, tables: Tables, programme = mali.id): Promise<Ledger> {
  const ledger: Ledger = { cases: [], notices: [], deliveries: [] }
  const layout = { tables, programme, shards: 1 }
  const take: Record<string, (item: Record<string, AttributeValue>) => unknown> = {
    case: (item) => ledger.cases.push(readCase(layout, item).caseFile),
    notice: (item) => ledger.notices.push(readNotice(item).notice),
    delivery: (item) => ledger.deliveries.push(readDelivery(item)),
  }
  const pages = paginateScan({ client }, { TableName: tables.cases, ConsistentRead: true })
  for await (const { Items = [] } of pages)
    for (const item of Items) if (item['pk']?.S?.startsWith(`${programme}#`)) take[item['is']?.S ?? '']?.(item)
  return ledger
}

/** Which status may follow which: `status.ts` says who may take a step, this says where steps may lead. */
const follows: Record<Status, readonly Status[]> = {
  received: ['assessed', 'closed'],
  assessed: ['assigned', 'referred', 'answered', 'closed', 'received'],
  assigned: ['assessed', 'referred', 'answered', 'closed'],
  referred: ['assessed', 'answered', 'closed'],
  answered: ['assessed', 'closed'],
  closed: ['received', 'assessed'],
}

/** An SMS that reached the gateway. */
export interface Left {
  to: string
  text: string
  messageId: string
}
/** A message of which the gateway was told that we have it; `reference` as it was answered. */
export interface Acknowledged {
  id: string
  reference: string
}

const requestIds = (caseFile: CaseFile): string[] => caseFile.history.flatMap(({ requestId }) => requestId ?? [])

/** What is wrong with one history, in words; empty when it is legal. */
export function flawsOf(caseFile: CaseFile): string[] {
  const flaws: string[] = []
  const [first, ...rest] = caseFile.history
  if (!first) return [`${caseFile.reference}: no history`]
  let state = caseFileOf(caseFile.programme, caseFile.reference, [first])
  for (const line of rest) {
    const after = fold(state, line)
    if (line.at < state.lastAt) flaws.push(`${line.what} at ${line.at} stands after ${state.lastAt}`)
    if (after.status !== state.status && !follows[state.status].includes(after.status))
      flaws.push(`${line.what} leads from ${state.status} to ${after.status}`)
    if (line.what === 'told' && isSurelyTold(state.told)) flaws.push('told twice')
    if (line.what === 'escalated' && line.from !== state.escalationLevel) flaws.push(`climbs from ${line.from} twice`)
    state = after
  }
  if (caseFile.version !== caseFile.history.length) flaws.push('version and history differ')
  const ids = requestIds(caseFile)
  if (new Set(ids).size !== ids.length) flaws.push('one request twice')
  if (caseFile.status !== 'closed' && !standing(caseFile, mali)) flaws.push('open, with no clock')
  return flaws.map((flaw) => `${caseFile.reference}: ${flaw}`)
}

/**
 * SMS of which more left than their notice accounts for: one for each attempt the gateway took, and one more where the notice
 * is marked `resent`. An SMS whose id nobody noted is known by the reference in its text.
 */
function copiesOf(left: readonly Left[], { notices, deliveries }: Ledger): string[] {
  const keyOf = new Map(deliveries.map(({ gatewayMessageId, noticeKey }) => [gatewayMessageId, noticeKey]))
  const byKey = new Map(notices.map((one) => [one.key, one]))
  const byReference = Map.groupBy(notices, ({ reference }) => reference ?? '')
  const sameText = Map.groupBy(left, ({ to, text }) => `${to} ${text}`)
  return [...sameText.values()].flatMap((copies) => {
    const keys = new Set(copies.flatMap(({ messageId }) => keyOf.get(messageId) ?? []))
    const reference = /\d{10}/.exec(copies[0]?.text ?? '')?.[0]
    const about =
      keys.size > 0 ? [...keys].flatMap((key) => byKey.get(key) ?? []) : (byReference.get(reference ?? '') ?? [])
    const allowed = Math.max(1, keys.size, ...about.map(({ attempts }) => attempts))
    const marked = about.some(({ resent }) => resent) ? 1 : 0
    const what = about.map(({ key }) => key).join(', ') || 'an SMS of no notice'
    return copies.length > allowed + marked ? [`${copies.length} copies of ${what}`] : []
  })
}

/**
 * After a run: every acknowledged message is in the table once, histories are legal, no SMS left twice except marked.
 * Answers what is wrong, in words.
 */
export function historyFlaws(
  ledger: Ledger,
  { acknowledged = [], left = [] }: { acknowledged?: readonly Acknowledged[]; left?: readonly Left[] } = {},
): string[] {
  const known = new Set(ledger.cases.map(({ reference }) => reference))
  const lost = acknowledged.filter(({ reference }) => !known.has(reference)).map(({ id }) => `${id} is lost`)
  return [...lost, ...ledger.cases.flatMap(flawsOf), ...copiesOf(left, ledger)]
}
