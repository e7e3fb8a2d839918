import { BatchWriteItemCommand } from '@aws-sdk/client-dynamodb'
import { expect, test } from 'vitest'
import { openCase } from '../../../../adapters/dynamodb/cases/case-item.ts'
import { dynamoFiguresAudit } from '../../../../adapters/dynamodb/figures/figures-audit.ts'
import { putCounted } from '../../../../adapters/dynamodb/figures/figures-item.ts'
import { dynamoFiguresStore } from '../../../../adapters/dynamodb/figures/figures-store.ts'
import { caseFileOf } from '../../../../core/case/fold.ts'
import { factsOf } from '../../../../core/figures/case-facts.ts'
import { type Reading, recount } from '../../../../core/operations/figures/recount.ts'
import { mali } from '../../../../programme/mali.ts'
import * as cases from '../../../support/case-builder.ts'
import { freshEngine, tables, watch } from '../../../support/stored-cases.ts'

const { client } = await freshEngine()
const options = { client, tables, programme: mali.id, random: () => 0 }
const layout = { tables, programme: mali.id, shards: 1 }
const needs = { programme: mali, figures: dynamoFiguresStore(options), audit: dynamoFiguresAudit(options) }

const many = 801
/** The first case, and some after it, were never counted: a page ends between a case and what was counted of it. */
const isCounted = (at: number): boolean => at % 90 > 0
const referenceOf = (at: number): string => String(5_000_000_000 + at)

const lives = [cases.opened(), cases.assigned(cases.opened()), cases.answered(cases.assigned(cases.opened()))]

/** Many cases at once, as the store writes them, counted or not, and no counter at all. */
async function keepMany(): Promise<void> {
  const items = Array.from({ length: many }, (_, at) => {
    const { history } = lives[at % lives.length] ?? cases.opened()
    const caseFile = caseFileOf(mali.id, referenceOf(at), history)
    const [put] = openCase(layout, mali, { caseFile, sealed: { scope: 'general', contact: null, words: {} } }, 'many')
    const { reference, version } = caseFile
    const after = { reference, version, facts: factsOf(caseFile, mali) }
    const writes = isCounted(at) ? [put, putCounted(layout, { before: null, after }, 'many')] : [put]
    return writes.map((write) => ({ PutRequest: { Item: write?.item.Put?.Item } }))
  }).flat()
  for (let from = 0; from < items.length; from += 25)
    await client.send(new BatchWriteItemCommand({ RequestItems: { [tables.cases]: items.slice(from, from + 25) } }))
}

test('more cases than a page holds are read once, from where a stopped reading came to, and set right', async () => {
  await keepMany()
  const sent = watch(client)
  const whole = await recount(needs)
  const scans = sent.filter(({ name }) => name === 'ScanCommand').length

  expect(whole.cases).toBe(many)
  expect(whole.missed).toEqual(Array.from({ length: many }, (_, at) => at).filter((at) => !isCounted(at)).map(referenceOf)) // prettier-ignore
  // One reading: what every case needs comes with its page.
  expect(sent.length).toBe(scans)

  const stopped: Reading[] = []
  const stop = (reading: Reading) => {
    stopped.push(structuredClone(reading))
    throw new Error('stopped')
  }
  await expect(recount(needs, { onPage: stop })).rejects.toThrow('stopped')
  const [from = null] = stopped
  expect(from?.cases).toBeGreaterThan(0)
  expect(await recount(needs, { from: JSON.parse(JSON.stringify(from)) as Reading })).toEqual(whole)

  await recount(needs, { repair: true })
  expect(await recount(needs)).toEqual({ cases: many, missed: [], offAgenda: [], differences: [] })
})
