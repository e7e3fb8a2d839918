import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { samplePairs } from '../tools/bare.ts'
import { child, type Child } from '../tools/child.ts'
import { benchEngine, trimStream } from '../tools/engine.ts'
import type { LoadJob, LoadResult } from '../tools/load-worker.ts'
import type { Section } from '../tools/section.ts'
import { smsPath, ussdPath } from '../tools/callbacks.ts'
import { median, percentile } from '../tools/stats.ts'
import type { Figure } from '../tools/table.ts'

type Side = 'ours' | 'bare'
interface Round {
  perSecond: number
  /** Processor time of the app's process for one request, in microseconds. */
  cpuUs: number
  p50: number
  p99: number
}

type Taken = LoadResult & { cpuUs: number }

const barePath = '/sms'
const round = ({ perSecond, cpuUs }: Taken, latencies: readonly number[]): Round => ({
  perSecond,
  cpuUs,
  p50: percentile(latencies, 0.5),
  p99: percentile(latencies, 0.99),
})
const all = ({ latencies }: LoadResult): number[] => Object.values(latencies).flat()

/** The median over the rounds of ours against bare in the same round: what drifts with the machine falls out. */
const ratioOf = (ours: readonly Round[], bare: readonly Round[], of: (round: Round) => number): number =>
  median(ours.map((one, at) => of(one) / of(bare[at] ?? one)))
const ms = (rounds: readonly Round[], of: (round: Round) => number): string => `${median(rounds.map(of)).toFixed(1)} ms`

const micros = (rounds: readonly Round[]): string => `${median(rounds.map(({ cpuUs }) => cpuUs)).toFixed(0)} µs`

/** An engine on a file with its stream on and trimmed, our functions and the bare handler each in a process beside it. */
async function stage() {
  const engine = await benchEngine({ file: true, stream: true })
  const stopTrimming = trimStream(engine)
  const folder = mkdtempSync(join(tmpdir(), 'jaabi-bench-'))
  const pairsFile = join(folder, 'pairs.json')
  writeFileSync(pairsFile, JSON.stringify(await samplePairs()))
  const servers = { ours: server('ours'), bare: server('bare') }
  const load: Child<LoadResult> = child('./load-worker.ts')
  const ports = { ours: (await servers.ours.ask()).port ?? 0, bare: (await servers.bare.ask()).port ?? 0 }
  const cpuOf = async (side: Side) => (await servers[side].ask({ tell: 'cpu' })).cpuUs ?? 0
  let from = 0
  function server(side: Side): Child<{ port?: number; cpuUs?: number }> {
    return child('./app-server.ts', [side, engine.endpoint, engine.keyFile, pairsFile])
  }
  return {
    run: async (side: Side, job: Pick<LoadJob, 'script' | 'connections' | 'seconds'>): Promise<Taken> => {
      const path = side === 'bare' ? barePath : job.script === 'sms' ? smsPath : ussdPath
      const beforeUs = await cpuOf(side)
      const result = await load.ask({ ...job, port: ports[side], path, from } satisfies LoadJob)
      const usedUs = (await cpuOf(side)) - beforeUs
      from += 100_000
      if (result.failed > 0) throw new Error(`${result.failed} requests failed (${side}, ${job.script})`)
      return { ...result, cpuUs: usedUs / Object.values(result.latencies).flat().length }
    },
    stop: async () => {
      for (const one of [servers.ours, servers.bare, load]) one.stop()
      await stopTrimming()
      await engine.stop()
      rmSync(folder, { recursive: true })
    },
  }
}

const bareName = 'bare Hono handler, same calls'

/** Accepting one SMS durably. Rounds of both sides take turns, the second of a pair first in the next. */
export const intake: Section = async ({ quick, say }) => {
  const { run, stop } = await stage()
  const [rounds, seconds] = quick ? [3, 1] : [7, 2.5]
  const figures: Figure[] = []
  try {
    for (const side of ['ours', 'bare'] as const) await run(side, { script: 'sms', connections: 8, seconds: 2 })
    for (const connections of [1, 8, 32]) {
      const taken: Record<Side, Round[]> = { ours: [], bare: [] }
      for (let at = 0; at < rounds; at++)
        for (const side of at % 2 ? (['bare', 'ours'] as const) : (['ours', 'bare'] as const)) {
          const result = await run(side, { script: 'sms', connections, seconds })
          taken[side].push(round(result, all(result)))
        }
      const { ours, bare } = taken
      const what = `SMS intake, ${connections} connection${connections === 1 ? '' : 's'}`
      const perSecond = (of: readonly Round[]) => median(of.map((one) => one.perSecond)).toFixed(0)
      figures.push(
        {
          section: 'intake',
          what: `${what}: throughput`,
          over: bareName,
          budget: { atLeast: 0.8 },
          figure: `${perSecond(ours)} /s against ${perSecond(bare)} /s`,
          ratio: ratioOf(ours, bare, (one) => one.perSecond),
        },
        {
          section: 'intake',
          what: `${what}: p99`,
          over: bareName,
          budget: { atMost: 1.5 },
          figure: `${ms(ours, ({ p99 }) => p99)} against ${ms(bare, ({ p99 }) => p99)}`,
          ratio: ratioOf(ours, bare, ({ p99 }) => p99),
        },
        {
          section: 'intake',
          what: `${what}: processor time`,
          over: bareName,
          figure: `${micros(ours)} against ${micros(bare)} a message`,
          ratio: ratioOf(ours, bare, ({ cpuUs }) => cpuUs),
        },
      )
      say(`${what}: done`)
    }
    return figures
  } finally {
    await stop()
  }
}

const hops = ['dial', 'menu', 'words', 'consent'] as const

/** One USSD hop against the same bare SMS handler, at the same number of connections. */
export const ussd: Section = async ({ quick }) => {
  const { run, stop } = await stage()
  const [rounds, seconds, connections] = quick ? [3, 1.5, 8] : [7, 3, 8]
  const bare: Round[] = []
  const ours = Object.fromEntries(hops.map((hop) => [hop, [] as Round[]]))
  try {
    await run('bare', { script: 'sms', connections, seconds: 2 })
    await run('ours', { script: 'ussd', connections, seconds: 2 })
    for (let at = 0; at < rounds; at++) {
      const result = await run('ours', { script: 'ussd', connections, seconds })
      for (const hop of hops) ours[hop]?.push(round(result, result.latencies[hop] ?? []))
      const floor = await run('bare', { script: 'sms', connections, seconds })
      bare.push(round(floor, all(floor)))
    }
  } finally {
    await stop()
  }
  return hops.map((hop): Figure => {
    const rounds = ours[hop] ?? []
    return {
      section: 'ussd',
      what: `USSD ${hop} hop, ${connections} connections: p99`,
      over: bareName,
      figure: `${ms(rounds, ({ p99 }) => p99)} against ${ms(bare, ({ p99 }) => p99)}; p50 ${ms(rounds, ({ p50 }) => p50)}`,
      ratio: ratioOf(rounds, bare, ({ p99 }) => p99),
      budget: { atMost: 1.5 },
    }
  })
}
