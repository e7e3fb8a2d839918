import { resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'
import { meter, type Units } from '../tools/meter.ts'
import { median } from '../tools/stats.ts'
import { texts } from '../tools/texts.ts'
import { askedBy, frames, kindsOf } from './asked.ts'
import { checkoutAt } from './checkout.ts'
import { wholeLife } from './whole-life.ts'
import { lifecycle, nobody, type World } from './world.ts'

/*
 * One of two checkouts that are measured by turns, in a process of its own: `node one-side.ts FOLDER`, asked by messages. What it is
 * asked for is the same for both, with the folder's own functions, stores and stream.
 */
const [, , folder = '.'] = process.argv
const checkout = await checkoutAt(folder)
console.log = () => undefined

export type Asked =
  { is: 'life' } | { is: 'receipts'; count: number } | { is: 'suggest' } | { is: 'lives'; seconds: number }

/** What was asked for; of the rest nothing happened. */
export interface Told {
  /** What one life consumed, by phase. */
  phases: [string, Units][]
  /** Of a receipt, from the answer to the gateway, its case being in the table, to the note that the gateway took it. */
  receipts: { calls: number; ms: number }
  /** Microseconds, a text of usual length and one of 10,000 characters. */
  suggest: { text: number; long: number }
  /** Of lives that ended; `slow`: answers that were too slow, asked for again, `givenUp`: lives in which one was so again and again. */
  lives: { perSecond: number; slow: number; givenUp: number }
}

const startAt = Date.parse('2027-06-07T10:00:00.000Z')
const startMs = performance.now()
const nowAt = () => new Date(startAt + performance.now() - startMs).toISOString()
let next = 1

async function life(): Promise<Told['phases']> {
  let phases = new Map<string, Units>()
  await wholeLife(checkout, (client, phase) => (phases = meter(client, phase)))
  return [...phases]
}

/** Figures are counted at the same time, by nobody who waits. */
const isBeside = (asker: string): boolean => asker.includes('count-cases') || asker.includes('note-actions')

async function receipts(count: number): Promise<Told['receipts']> {
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = frames
  const engine = await checkout.benchEngine({ file: true, stream: true })
  let calls = 0
  const noted: { calls: number; atMs: number }[] = []
  meter(engine.client, (command, input) => {
    const kinds = kindsOf(input)
    const isNote = command === 'UpdateItemCommand' && kinds === 'gateway'
    if (isNote) noted.push({ calls, atMs: performance.now() })
    else if (!isBeside(askedBy(new Error().stack ?? ''))) calls++
    return kinds
  })
  const world = await checkout.world(engine, nowAt)
  const found: { calls: number; ms: number }[] = []
  for (let at = 0; at < count; at++) {
    await world.receive(next++)
    const fromMs = performance.now()
    calls = 0
    noted.length = 0
    await world.stream.settle()
    const [first] = noted
    if (first) found.push({ calls: first.calls, ms: first.atMs - fromMs })
  }
  await world.stream.stop()
  await engine.stop()
  Error.stackTraceLimit = stackTraceLimit
  return { calls: median(found.map((one) => one.calls)), ms: median(found.map(({ ms }) => ms)) }
}

const longCharacters = 10_000

async function suggestions(): Promise<Told['suggest']> {
  const file = pathToFileURL(resolve(folder, 'programme/suggest-from-words.ts')).href
  const { suggestFromWords } = (await import(file)) as { suggestFromWords: (text: string) => unknown }
  const prose = texts.join('. ')
  const long = prose.repeat(Math.ceil(longCharacters / prose.length)).slice(0, longCharacters)
  const took = (run: () => void): number => {
    const fromMs = performance.now()
    run()
    return (performance.now() - fromMs) * 1000
  }
  const of = (all: readonly string[]) => () => {
    for (const text of all) suggestFromWords(text)
  }
  const each = Array.from({ length: 20 }, () => took(of(texts)) / texts.length)
  return { text: median(each), long: median(Array.from({ length: 5 }, () => took(of([long])))) }
}

const atOnce = 32
let living: World | null = null

/** Lives begun within so many seconds and followed to their end, by the second. */
async function lives(seconds: number): Promise<Told['lives']> {
  living ??= await checkout.world(await checkout.benchEngine({ file: true, stream: true }), nowAt)
  const world = living
  const fromMs = performance.now()
  const seen = nobody()
  const one = async () => {
    while (performance.now() - fromMs < seconds * 1000) await lifecycle(world, next++, seen)
  }
  await Promise.all(Array.from({ length: atOnce }, one))
  const { slow, ended, givenUp } = seen
  return { perSecond: (ended / (performance.now() - fromMs)) * 1000, slow, givenUp }
}

async function answer(asked: Asked): Promise<Partial<Told>> {
  if (asked.is === 'life') return { phases: await life() }
  if (asked.is === 'receipts') return { receipts: await receipts(asked.count) }
  if (asked.is === 'suggest') return { suggest: await suggestions() }
  return { lives: await lives(asked.seconds) }
}

process.on('message', (asked) => {
  void answer(asked as Asked).then((told) => process.send?.(told))
})
process.on('disconnect', () => process.exit(0))
