import { Hono } from 'hono'
import * as z from 'zod/mini'
import type { CaseStore } from '../../core/ports/cases.ts'
import type { Swept } from '../../core/operations/sweep/sweep.ts'
import { bodyUpTo } from '../../functions/wiring/body.ts'
import { gatewayPath, honoPath } from '../../functions/gateways/path.ts'
import { ClockGoesBackError, type LocalClock } from './stand-ins/clock.ts'
import { LeftList } from '../../functions/send-notices.ts'
import type { leftNoter } from './functions.ts'
import { durationMs } from './duration.ts'
import { type FakeGateway, GatewayMode, standsFor } from './stand-ins/fake-gateway.ts'
import { markOf, tally } from './tally.ts'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { LocalTopics } from './stand-ins/topics.ts'

const ClockMove = z.union([z.object({ advance: z.string() }), z.object({ set: z.iso.datetime({ offset: true }) })])
const Mode = z.object({ mode: GatewayMode })

interface Controls {
  clock: LocalClock
  cases: CaseStore
  client: DynamoDBClient
  tables: { cases: string }
  gateway: FakeGateway
  topics: LocalTopics
  gatewayToken: string
  runSweep: () => Promise<Swept>
  lastSweep: () => Swept | null
  noteLeft: ReturnType<typeof leftNoter>
  /** Stream, sender and what they start: resolves when all is still. */
  settle: () => Promise<void>
}

/** At once, in milliseconds: a slip of the keyboard would run for hours, and the clock does not come back. */
const mostAhead = 10 * 366 * 86_400_000

/** A clock that would not stop: more due instants than a move can hold. */
const maxMoves = 50_000

/** Local-only control routes (design §7). They are in no deployed function. */
export function controls(machine: Controls): Hono {
  const { clock, cases, gateway, topics, gatewayToken } = machine
  const app = new Hono()
  let moving: Promise<unknown> = Promise.resolve()

  /** Everything due by now happens, and what follows from it. */
  async function comeToRest(): Promise<void> {
    await machine.settle()
    for (let round = 0; round < 20; round++) {
      const { seen } = await machine.runSweep()
      await machine.settle()
      if (seen === 0) return
    }
  }

  /** From due instant to due instant, so that everything happens when it would have happened. */
  async function moveTo(target: string): Promise<void> {
    await comeToRest()
    for (let moves = 0; moves < maxMoves; moves++) {
      const next = await cases.nextDueAt()
      if (!next || next > target) break
      const now = clock.nowAt()
      // What stays due however often it is looked at must not hold the clock.
      const stuck = next <= now
      const to = stuck ? new Date(Date.parse(now) + 60_000).toISOString() : next
      if (to > target) break
      clock.set(to)
      await comeToRest()
    }
    if (clock.nowAt() < target) clock.set(target)
    await comeToRest()
  }

  app.post('/local/clock', async (c) => {
    const move = z.safeParse(ClockMove, await c.req.json().catch(() => null))
    if (!move.success) return c.json({ error: 'advance (PT26H) or set (…Z)' }, 400)
    const wanted = move.data
    const ms = 'advance' in wanted ? durationMs(wanted.advance) : 0
    if (ms === null) return c.json({ error: 'advance: an ISO 8601 duration such as P15D or PT26H' }, 400)
    const goesTo = 'set' in wanted ? Date.parse(wanted.set) : Date.parse(clock.nowAt()) + ms
    if (!(goesTo <= Date.parse(clock.nowAt()) + mostAhead))
      return c.json({ error: 'no more than ten years at once' }, 400)
    const turn = moving.then(async () => {
      const now = clock.nowAt()
      const target = 'set' in wanted ? new Date(wanted.set).toISOString() : new Date(Date.parse(now) + ms).toISOString()
      if (target >= now) return moveTo(target)
      const { cases: count } = await tally(machine)
      if (count > 0) throw new ClockGoesBackError(`The clock stands at ${now} and there are cases: it does not go back`)
      clock.set(target, { mayGoBack: true })
    })
    moving = turn.catch(() => undefined)
    try {
      await turn
      return c.json({ now: clock.nowAt() })
    } catch (error) {
      if (error instanceof ClockGoesBackError) return c.json({ error: error.message }, 409)
      throw error
    }
  })

  // The operator told us what became of an SMS: `/local/sms` shows it too.
  app.use(honoPath(gatewayPath('delivery')), async (c, next) => {
    const told = new URLSearchParams((await bodyUpTo(c.req.raw.clone(), 64 * 1024)).text)
    await next()
    const [id, status] = [told.get('id'), told.get('status')]
    if (c.res.status === 200 && id && status) gateway.markStatus(id, status)
  })
  app.get('/local/sms', (c) => c.json(gateway.sent(c.req.query('to'))))
  app.get('/local/topics', (c) => c.json(topics.published(c.req.query('topic'))))
  app.get('/local/config', (c) =>
    c.json({ gateway: standsFor, gatewayToken, now: clock.nowAt(), mode: gateway.mode() }),
  )
  app.post('/local/left', async (c) => {
    const list = z.safeParse(LeftList, await c.req.json().catch(() => null))
    return list.success
      ? c.json(await machine.noteLeft(list.data))
      : c.json({ error: 'gateway, sms (docs/restore.md)' }, 400)
  })
  app.post('/local/gateway', async (c) => {
    const body = z.safeParse(Mode, await c.req.json().catch(() => null))
    if (!body.success) return c.json({ error: 'mode', modes: GatewayMode.options }, 400)
    gateway.setMode(body.data.mode)
    return c.json({ mode: gateway.mode() })
  })
  app.get('/local/health', async (c) => {
    const last = machine.lastSweep()
    const counts = await tally(machine)
    return c.json({
      ...counts,
      mark: markOf(counts),
      lastSweep: last ? `swept ${last.done} of ${last.seen}` : null,
      now: clock.nowAt(),
    })
  })
  return app
}
