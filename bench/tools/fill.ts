import { DatabaseSync } from 'node:sqlite'
import { BatchWriteItemCommand, type WriteRequest } from '@aws-sdk/client-dynamodb'
import { openCase } from '../../adapters/dynamodb/cases/case-item.ts'
import { indexes } from '../../adapters/dynamodb/table/table.ts'
import { system } from '../../core/case/actor.ts'
import type { CaseFile } from '../../core/case/case-file.ts'
import { caseFileOf, fold } from '../../core/case/fold.ts'
import { type Entry, entry } from '../../core/case/history.ts'
import { newReference } from '../../core/case/reference.ts'
import { addHours } from '../../core/deadlines/calendar.ts'
import { countCases } from '../../core/operations/figures/count-cases.ts'
import { openCase as newCase } from '../../core/operations/intake/open-case.ts'
import type { Sealed } from '../../core/ports/cases.ts'
import { mali } from '../../programme/mali.ts'
import { tables } from '../../infra/local/tables.ts'
import { type BenchEngine } from './engine.ts'
import { phoneOf } from './callbacks.ts'
import { type AllServices } from './services.ts'
import { texts } from './texts.ts'
import { place } from '../life/world.ts'

interface Sample {
  first: Entry
  rest: readonly Entry[]
  sealed: Sealed
}

const assessed = (at: string, level: 'N1' | 'N2'): Entry =>
  entry('assessed', at, system, { level, category: 'SAN-FRAIS', place, promisedAt: addHours(at, 168) })

/** A third of the cases waits to be read, a third is assessed, a third assigned. */
const states: readonly ((at: string) => Entry[])[] = [
  () => [],
  (at) => [assessed(at, 'N1')],
  (at) => [assessed(at, 'N1'), entry('assigned', at, system, { organisation: 'ong-sante-gao', handOver: false })],
]

async function sample(words: string, at: string, services: AllServices, rest: readonly Entry[]): Promise<Sample> {
  const opening = { channel: 'sms', kind: 'complaint', consent: 'sms', language: 'fr', receivedAt: at } as const
  const { caseFile, sealed } = await newCase({ ...opening, words, phone: phoneOf(1) }, { ...services, now: at })
  const [first] = caseFile.history
  if (first?.what !== 'received') throw new Error('a case begins with what was received')
  // Possible abuse goes another way; the bench is about the many.
  return { first: { ...first, lane: 'N' }, rest, sealed }
}

/** Writes `count` cases made after the samples, each under a reference of its own, as the store writes them, only 25 at a time, and counts them. */
async function write(engine: BenchEngine, samples: readonly Sample[], count: number, services: AllServices) {
  const layout = { tables, programme: mali.id, shards: 1 }
  const made: CaseFile[] = []
  const request = (n: number): WriteRequest => {
    const from = samples[n % samples.length]
    if (!from) throw new Error('no sample')
    const caseFile = from.rest.reduce(fold, caseFileOf(mali.id, newReference(services.random), [from.first]))
    made.push(caseFile)
    const [put] = openCase(layout, mali, { caseFile, sealed: from.sealed }, 'bench')
    return { PutRequest: { Item: put?.item.Put?.Item } }
  }
  for (let from = 0; from < count; from += 25) {
    const requests = Array.from({ length: Math.min(25, count - from) }, (_, at) => request(from + at))
    await engine.client.send(new BatchWriteItemCommand({ RequestItems: { [tables.cases]: requests } }))
    await countCases(made.splice(0), services)
  }
}

/** Puts open cases in, received in the hour before `at`: nothing of them falls due for a day. */
export async function fill(engine: BenchEngine, services: AllServices, { count, at }: { count: number; at: string }) {
  const samples: Sample[] = []
  for (let minutes = 0; minutes < 60; minutes += 5)
    for (const text of texts)
      for (const state of states) {
        const then = addHours(at, -minutes / 60)
        samples.push(await sample(text, then, services, state(then)))
      }
  await write(engine, samples, count, services)
}

/** Urgent cases are reminded of every four hours. */
export const dueAfterHours = 4
export const dueTogether = 100

/** Puts in `groups` times a hundred cases: each hundred falls due in one instant, a second after the one before. */
export async function fillDue(
  engine: BenchEngine,
  services: AllServices,
  { groups, at }: { groups: number; at: string },
) {
  for (let group = 0; group < groups; group++) {
    const then = addHours(at, group / 3600)
    const one = await sample(texts[0] ?? '', then, services, [assessed(then, 'N2')])
    await write(engine, [one], dueTogether, services)
  }
}

/**
 * Makes `times` as many cases of those that are there, inside the engine's file: the same rows under other references. A hundred
 * thousand take seconds so, and minutes through the engine.
 */
export function multiply({ dbPath = '' }: BenchEngine, times: number): void {
  const database = new DatabaseSync(dbPath, { timeout: 5_000 })
  database.function('other', { deterministic: true }, (pk, copy) => {
    const digits = String(pk).slice(-10)
    return String((Number(digits) + Number(copy) * 97_000_007) % 1e10).padStart(10, '0')
  })
  const copies = `WITH RECURSIVE copies(copy) AS (SELECT 1 UNION ALL SELECT copy + 1 FROM copies WHERE copy < ${times - 1})`
  const swap = (column: string, pk: string) => `replace(${column}, substr(${pk}, -10), other(${pk}, copy))`
  const table = `"${tables.cases}"`
  database.exec(`BEGIN;
    ${copies} INSERT OR IGNORE INTO ${table} SELECT ${swap('pk', 'pk')}, sk, ${swap('item_json', 'pk')}, item_size, cached_at, hash_prefix
      FROM (SELECT * FROM ${table} WHERE sk IN ('S:case', 'S:figures')), copies`)
  for (const index of Object.keys(indexes)) {
    const rows = `"${tables.cases}::gsi::${index}"`
    database.exec(
      `${copies} INSERT OR IGNORE INTO ${rows} SELECT gsi_pk, ${swap('gsi_sk', 'table_pk')}, ${swap('table_pk', 'table_pk')}, table_sk, ${swap('item_json', 'table_pk')}
        FROM (SELECT * FROM ${rows}), copies`,
    )
  }
  database.exec('COMMIT')
  database.close()
}
