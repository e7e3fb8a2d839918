import { dynamoFiguresAudit } from '../../adapters/dynamodb/figures/figures-audit.ts'
import { dynamoFiguresStore } from '../../adapters/dynamodb/figures/figures-store.ts'
import { dynamoClient } from '../../adapters/dynamodb/table/dynamo-client.ts'
import { recount } from '../../core/operations/figures/recount.ts'
import { patience } from '../../infra/local/patience.ts'
import { tables } from '../../infra/local/tables.ts'
import { mali } from '../../programme/mali.ts'
import { benchEngine } from '../tools/engine.ts'
import { fill, multiply } from '../tools/fill.ts'
import type { Section } from '../tools/section.ts'
import { benchServices } from '../tools/services.ts'

const at = '2027-06-07T10:00:00.000Z'
const counted = 1_000
const atMostMinutes = 5

/** A hundred thousand cases whose counters know a thousand of them: set right by one recount, found right by a second. */
export const recounting: Section = async ({ quick, say }) => {
  const engine = await benchEngine({ file: true, stream: false })
  await fill(engine, benchServices({ ...engine, nowAt: () => at }), { count: counted, at })
  const times = quick ? 10 : 100
  multiply(engine, times)
  say('the cases are in')
  const client = dynamoClient({ endpoint: engine.endpoint, requestMs: patience.requestMs })
  const store = { client, tables, programme: mali.id, random: Math.random }
  const needs = { programme: mali, figures: dynamoFiguresStore(store), audit: dynamoFiguresAudit(store) }

  async function minutesOf(options: { repair: boolean }) {
    const startMs = performance.now()
    const found = await recount(needs, options)
    return { ...found, minutes: (performance.now() - startMs) / 60_000 }
  }
  const repaired = await minutesOf({ repair: true })
  say('set right')
  const after = await minutesOf({ repair: false })
  client.destroy()
  await engine.stop()
  const off = after.differences.length + after.missed.length
  if (repaired.differences.length === 0 || off > 0) throw new Error(`${off} differences after a repair`)
  return Object.entries({ 'recount with repair': repaired, recount: after }).map(([what, { cases, minutes }]) => ({
    section: 'recount',
    what: `${what}, ${cases.toLocaleString('en')} cases`,
    over: 'minutes',
    budget: { atMost: atMostMinutes },
    figure: `${(minutes * 60).toFixed(0)} s`,
    ratio: minutes,
  }))
}
