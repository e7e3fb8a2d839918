import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { dynamoClient } from '../../adapters/dynamodb/table/dynamo-client.ts'
import { perTable } from '../../adapters/dynamodb/table/table.ts'
import { dynamoFiguresAudit } from '../../adapters/dynamodb/figures/figures-audit.ts'
import { dynamoFiguresStore } from '../../adapters/dynamodb/figures/figures-store.ts'
import { recount } from '../../core/operations/figures/recount.ts'
import { mali } from '../../programme/mali.ts'
import { patience } from './patience.ts'
import { startEngine } from './stand-ins/engine.ts'
import { tables } from './tables.ts'

/*
 * Proves that the counters are what the cases say, and with `--repair` makes them so. Reads the state folder of this machine
 * (`JAABI_STATE`, with Jaabi stopped) or, with `CASES_TABLE`, a table on AWS with the credentials of whoever runs it.
 */
const { values } = parseArgs({ options: { repair: { type: 'boolean', default: false } } })

async function tableToRead() {
  const cases = process.env['CASES_TABLE']
  // Figures lie beside their cases: no other table is read.
  if (cases !== undefined)
    return { client: dynamoClient(), tables: perTable(() => cases), stop: () => Promise.resolve() }
  const state = process.env['JAABI_STATE'] ?? '.jaabi'
  const dbPath = join(state, 'table.db')
  if (!existsSync(dbPath)) throw new Error(`no cases in ${state}: set JAABI_STATE, or CASES_TABLE for a table on AWS`)
  const engine = await startEngine({ dbPath, pidFile: join(state, 'engine.pid') })
  return {
    client: dynamoClient({ endpoint: engine.endpoint, requestMs: patience.requestMs }),
    tables,
    stop: () => engine.stop(),
  }
}

const { stop, ...place } = await tableToRead()
try {
  const store = { ...place, programme: process.env['PROGRAMME_ID'] ?? mali.id, random: Math.random }
  const needs = { programme: mali, figures: dynamoFiguresStore(store), audit: dynamoFiguresAudit(store) }
  const { cases, missed, offAgenda, differences } = await recount(needs, values)
  for (const reference of missed) console.log(`not counted as it is: ${reference}`)
  for (const reference of offAgenda)
    console.log(`the sweep will never look at it, until somebody notes something: ${reference}`)
  for (const { group, name, field, add } of differences) console.log(`${group} ${name} ${field}: off by ${add}`)
  const wrong = missed.length + differences.length
  console.log(`${cases} cases, ${wrong} differences${wrong > 0 && values.repair ? ', repaired' : ''}`)
  process.exitCode = wrong + offAgenda.length > 0 ? 1 : 0
} finally {
  place.client.destroy()
  await stop()
}
