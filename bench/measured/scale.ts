import { build as consolePages } from '../../functions/console.ts'
import { build as deadlineSweep } from '../../functions/deadline-sweep.ts'
import { build as inboundSms } from '../../functions/inbound-sms.ts'
import { build as staffApi } from '../../functions/staff-api.ts'
import { addHours } from '../../core/deadlines/calendar.ts'
import { benchEngine, type BenchEngine } from '../tools/engine.ts'
import { dueAfterHours, dueTogether, fill, fillDue, multiply } from '../tools/fill.ts'
import type { Section } from '../tools/section.ts'
import { meter, type Units } from '../tools/meter.ts'
import { formOf, phoneOf, smsFields, smsPath } from '../tools/callbacks.ts'
import { type AllServices, benchServices, signIn } from '../tools/services.ts'
import { median } from '../tools/stats.ts'
import type { Figure } from '../tools/table.ts'
import { textOf } from '../tools/texts.ts'
import { lifecycle, nobody, world } from '../life/world.ts'

/** A Monday in working hours. */
const startAt = '2027-06-07T10:00:00.000Z'

/** Loaded as the product writes them. */
const fewCases = 1_000

interface Side {
  engine: BenchEngine
  services: AllServices
  move: (to: string) => void
  sweep: ReturnType<typeof deadlineSweep>
  focal: string
  region: string
  /** A session of the focal point at the console. */
  cookie: string
  consumed: Map<string, Units>
  /** What is consumed from here on counts under this name. */
  measure: (what: string) => void
}

async function side(count: number, groups: number): Promise<Side> {
  const engine = await benchEngine({ file: true, stream: false })
  let now = startAt
  const services = benchServices({ client: engine.client, keyFile: engine.keyFile, nowAt: () => now })
  const idle = fewCases - groups * dueTogether
  await fill(engine, services, { count: idle, at: startAt })
  if (count > fewCases) multiply(engine, Math.round((count - fewCases + idle) / idle))
  await fillDue(engine, services, { groups, at: startAt })
  const sweep = deadlineSweep(services)
  // The first of a day also checks the table against itself.
  await sweep()
  const focal = await signIn(services, 'focal-point')
  const region = await signIn(services, 'regional-cluster', 'gao')
  const session = await services.sessions.open({ person: 'focal-point', restricted: false }, null)
  let measured = ''
  const consumed = meter(engine.client, () => measured)
  const cookie = `__Host-jaabi=${session}`
  const measure = (what: string) => (measured = what)
  return { engine, services, move: (to) => (now = to), sweep, focal, region, cookie, consumed, measure }
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const startMs = performance.now()
  await run()
  return performance.now() - startMs
}

type Measured = (side: Side) => (round: number) => Promise<void>

async function expectSwept({ sweep }: Side, seen: number): Promise<void> {
  const swept = await sweep()
  // A notice of an earlier round may be looked at too.
  const isRight = swept.done === swept.seen && swept.seen >= seen && swept.seen <= seen * 1.05
  if (!isRight) throw new Error(`swept ${swept.done} of ${swept.seen}, not ${seen}`)
}

const page =
  (who: 'focal' | 'region'): Measured =>
  (at) => {
    const app = staffApi(at.services)
    return async () => {
      const answer = await app.request('/api/queue?limit=50', { headers: { authorization: at[who] } })
      const { cases } = (await answer.json()) as { cases: unknown[] }
      if (cases.length !== 50) throw new Error(`a page of ${cases.length} rows`)
    }
  }

/** A page of the console, `holds` of the cases on it. */
const consolePage =
  (path: string, holds: number): Measured =>
  (at) => {
    const app = consolePages(at.services)
    return async () => {
      const answer = await app.request(`https://bench.example${path}`, { headers: { cookie: at.cookie } })
      const shown = (await answer.text()).match(/href="\/console\/cases\/\d{10}"/g)?.length ?? 0
      if (answer.status !== 200 || shown < holds) throw new Error(`${path}: ${answer.status}, ${shown} cases`)
    }
  }
const aMonth = '/console/recherche?du=2027-06-01&au=2027-06-30'

let created = 1_000_000
const create: Measured = ({ services }) => {
  const app = inboundSms(services)
  return async () => {
    const n = created++
    const answer = await app.request(smsPath, formOf(smsFields(phoneOf(n), textOf(n), `create-${n}`)))
    if (answer.status !== 200) throw new Error(`create answered ${answer.status}`)
  }
}

/** In this order: nothing is due until the clock has been moved. */
const measures: readonly { what: string; rounds: [quick: number, full: number]; run: Measured }[] = [
  { what: 'sweep, nothing due', rounds: [60, 200], run: (at) => () => expectSwept(at, 0) },
  { what: 'queue page of 50, focal point', rounds: [40, 120], run: page('focal') },
  { what: 'queue page of 50, region', rounds: [40, 120], run: page('region') },
  { what: 'console: inbox', rounds: [20, 60], run: consolePage('/console', 50) },
  { what: 'console: a month by category', rounds: [20, 60], run: consolePage(`${aMonth}&sujet=SAN-FRAIS`, 20) },
  {
    what: 'console: a month by organisation',
    rounds: [20, 60],
    run: consolePage(`${aMonth}&organisation=ong-sante-gao`, 20),
  },
  { what: 'console: figures', rounds: [20, 60], run: consolePage('/console/chiffres', 0) },
  { what: `create (SMS intake, in process)`, rounds: [80, 400], run: create },
  {
    what: `sweep, ${dueTogether} due`,
    rounds: [3, 5],
    run: (at) => (round) => {
      at.move(addHours(startAt, dueAfterHours + round / 3600))
      return expectSwept(at, dueTogether)
    },
  },
]

/** The same at 1,000 and at 100,000 open cases, by turns; then whole lives in an empty table and beside 100,000 cases. */
export const scale: Section = async ({ quick, say }) => {
  const size = quick ? 20_000 : 100_000
  const groups = measures.at(-1)?.rounds[quick ? 0 : 1] ?? 0
  const few = await side(fewCases, groups)
  const many = await side(size, groups)
  say(`${size} cases are in`)
  const figures: Figure[] = []
  const over = 'at 1,000 cases'
  for (const { what, rounds, run } of measures) {
    const sides = { few, many }
    const ways = { few: run(few), many: run(many) }
    const times = { few: [] as number[], many: [] as number[] }
    for (let round = 0; round < rounds[quick ? 0 : 1]; round++)
      for (const at of round % 2 ? (['many', 'few'] as const) : (['few', 'many'] as const)) {
        sides[at].measure(what)
        times[at].push(await timed(() => ways[at](round)))
      }
    const [fewMs, manyMs] = [median(times.few), median(times.many)]
    figures.push({
      section: 'scale',
      what: `${what}, ${size.toLocaleString('en')} cases`,
      over,
      budget: { atMost: 1.2 },
      figure: `${manyMs.toFixed(1)} ms against ${fewMs.toFixed(1)} ms`,
      ratio: manyMs / fewMs,
    })
    if (what.startsWith('console')) {
      const [fewUnits, manyUnits] = [few, many].map(
        ({ consumed }) => (consumed.get(what)?.read ?? 0) / rounds[quick ? 0 : 1],
      )
      figures.push({
        section: 'scale',
        what: `${what}: read units, ${size.toLocaleString('en')} cases`,
        over,
        budget: { atMost: 1.2 },
        figure: `${(manyUnits ?? 0).toFixed(1)} RRU against ${(fewUnits ?? 0).toFixed(1)}`,
        ratio: (manyUnits ?? 0) / (fewUnits ?? 1),
      })
    }
    say(what)
  }
  await few.engine.stop()
  figures.push(...(await lives(many.engine, size, quick, say)))
  await many.engine.stop()
  return figures
}

const atOnce = 32

async function lives(full: BenchEngine, size: number, quick: boolean, say: (line: string) => void): Promise<Figure[]> {
  const empty = await benchEngine({ file: true, stream: true })
  await full.streamOn()
  const startMs = performance.now()
  // After everything the table holds was written, and still in working hours.
  const nowAt = () => addHours(startAt, dueAfterHours + 1 + (performance.now() - startMs) / 3_600_000)
  const worlds = { empty: await world(empty, nowAt), full: await world(full, nowAt) }
  const perSecond = { empty: [] as number[], full: [] as number[] }
  const [warm, seconds, rounds] = quick ? [2, 5, 2] : [4, 12, 3]
  let next = 3_000_000
  const seen = nobody()
  /** Lives begun within so many seconds and followed to their end, by the second. */
  const run = async (name: 'empty' | 'full', forSeconds: number): Promise<number> => {
    const untilMs = performance.now() + forSeconds * 1000
    const before = seen.ended
    const tookMs = await timed(() =>
      Promise.all(
        Array.from({ length: atOnce }, async () => {
          while (performance.now() < untilMs) await lifecycle(worlds[name], next++, seen)
        }),
      ),
    )
    return ((seen.ended - before) / tookMs) * 1000
  }
  for (const name of ['empty', 'full'] as const) await run(name, warm)
  for (let round = 0; round < rounds; round++)
    for (const name of round % 2 ? (['full', 'empty'] as const) : (['empty', 'full'] as const))
      perSecond[name].push(await run(name, seconds))
  say('whole lives')
  for (const { stream } of Object.values(worlds)) {
    if (stream.failures().length > 0) throw new Error('the stream gave records up')
    await stream.stop()
  }
  await empty.stop()
  const [atEmpty, atFull] = [median(perSecond.empty), median(perSecond.full)]
  const what = `full lifecycles, ${size.toLocaleString('en')} cases`
  const atLeast = 37
  return [
    { section: 'scale', what: 'full lifecycles, empty table', figure: `${atEmpty.toFixed(1)} /s` },
    { section: 'scale', what, figure: `${atFull.toFixed(1)} /s` },
    { section: 'scale', what: 'answers too slow, asked again', figure: `${seen.slow} of ${next - 3_000_000} lives` },
    { section: 'scale', what: 'lives given up as too slow', figure: String(seen.givenUp) },
    {
      section: 'scale',
      what: `${what}: per second`,
      over: 'plain figure',
      budget: { atLeast },
      figure: `${atFull.toFixed(1)} /s`,
      ratio: atFull,
    },
    {
      section: 'scale',
      what: `${what}: flat`,
      over: 'empty table',
      budget: { atLeast: 0.83 },
      figure: `${atFull.toFixed(1)} /s against ${atEmpty.toFixed(1)} /s`,
      ratio: atFull / atEmpty,
    },
  ]
}
