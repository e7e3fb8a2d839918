import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { dynamoClient } from '../../adapters/dynamodb/table/dynamo-client.ts'
import { perTable } from '../../adapters/dynamodb/table/table.ts'
import { dynamoFiguresAudit } from '../../adapters/dynamodb/figures/figures-audit.ts'
import { dynamoFiguresStore } from '../../adapters/dynamodb/figures/figures-store.ts'
import { type Reading, recount } from '../../core/operations/figures/recount.ts'
import { mali } from '../../programme/mali.ts'
import { patience } from './patience.ts'
import { startEngine } from './stand-ins/engine.ts'
import { readState, writeState } from './state/state-file.ts'
import { tables } from './tables.ts'

/*
 * Proves that the counters are what the cases say, and with `--repair` makes them so. Reads the state folder of this machine
 * (`JAABI_STATE`, with Jaabi stopped) or, with `CASES_TABLE`, a table on AWS with the credentials of whoever runs it. What was
 * stopped goes on where it was within the hour; `--afresh` begins anew.
 */
const { values } = parseArgs({
  options: { repair: { type: 'boolean', default: false }, afresh: { type: 'boolean', default: false } },
})

/** Nobody waits for an answer here: a page may take long, and a throttled table is asked again and again. */
const limits = { requestMs: patience.requestMs, attempts: 10 }
const keptMs = 3_600_000
const everyMs = 2_000

async function tableToRead() {
  const cases = process.env['CASES_TABLE']
  // Figures lie beside their cases: no other table is read.
  if (cases !== undefined)
    return {
      client: dynamoClient(limits),
      tables: perTable(() => cases),
      positionFile: `recount-${cases}.json`,
      stop: () => Promise.resolve(),
    }
  const state = process.env['JAABI_STATE'] ?? '.jaabi'
  const dbPath = join(state, 'table.db')
  if (!existsSync(dbPath)) throw new Error(`no cases in ${state}: set JAABI_STATE, or CASES_TABLE for a table on AWS`)
  const engine = await startEngine({ dbPath, pidFile: join(state, 'engine.pid') })
  return {
    client: dynamoClient({ endpoint: engine.endpoint, ...limits }),
    tables,
    positionFile: join(state, 'recount.json'),
    stop: () => engine.stop(),
  }
}

interface Kept {
  keptAt: string
  reading: Reading
}

/** What an earlier run came to. The cases it read may have changed since: only for so long. */
function keptIn(file: string): Reading | null {
  const kept = readState(file, (text) => JSON.parse(text) as Kept)
  if (!kept || values.afresh || Date.now() - Date.parse(kept.keptAt) > keptMs) return null
  console.error(`going on after ${kept.reading.cases} cases that were read until ${kept.keptAt}`)
  return kept.reading
}

/** Shows and keeps how far the reading came, every two seconds. */
function keepingIn(file: string): (reading: Reading) => void {
  let lastMs = Date.now()
  return (reading) => {
    if (Date.now() - lastMs < everyMs) return
    lastMs = Date.now()
    writeState(file, JSON.stringify({ keptAt: new Date(lastMs).toISOString(), reading } satisfies Kept))
    console.error(`${reading.cases} cases read`)
  }
}

const { stop, positionFile, ...place } = await tableToRead()
try {
  const store = { ...place, programme: process.env['PROGRAMME_ID'] ?? mali.id, random: Math.random }
  const needs = { programme: mali, figures: dynamoFiguresStore(store), audit: dynamoFiguresAudit(store) }
  const { cases, missed, offAgenda, differences } = await recount(needs, {
    repair: values.repair,
    from: keptIn(positionFile),
    onPage: keepingIn(positionFile),
  })
  rmSync(positionFile, { force: true })
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
