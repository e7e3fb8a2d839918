import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import * as z from 'zod/mini'
import type { Viewer } from '../../core/case/actor.ts'
import type { Lane } from '../../core/case/level.ts'
import { readReference } from '../../core/channel/read-reference.ts'
import { type Step, steps } from '../../core/case/status.ts'
import { listQueue } from '../../core/operations/lists/list-queue.ts'
import { takeStep, type StepOutcome } from '../../core/operations/casework/take-step.ts'
import { openForReading, readCase } from '../../core/operations/casework/read-case.ts'
import { log } from '../wiring/log.ts'
import { needsOf, type StaffServices } from '../wiring/services.ts'
import { viewerOf } from './viewer.ts'
import { caseWithNames, withNames } from './with-names.ts'

export interface StaffRoutes {
  /** `/api` or `/api/protection`: the same shapes behind both. */
  base: string
  /** Which lanes may be opened through this door. */
  opens: (lane: Lane) => boolean
  /** Who may come through it at all; anybody else finds nothing here. */
  admits: (viewer: Viewer) => boolean
  /** What this door takes beside them. */
  also?: (app: Hono<StaffEnv>) => void
}

export type StaffEnv = { Variables: { viewer: Viewer } }

const PageQuery = z.object({
  next: z.optional(z.string().check(z.maxLength(100))),
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100)), 50),
})

/** The longest text that may be filed, each of its letters escaped, and what stands around it; what is longer is not read. */
const maxBodyBytes = 160 * 1024
const limited = bodyLimit({ maxSize: maxBodyBytes, onError: (c) => c.json({ error: 'too-large' }, 413) })

const isStep = (name: string): name is Step => (steps as readonly string[]).includes(name)
/** One body for everything this viewer may not know of. */
const unknown = { error: 'unknown' } as const

/** A number as somebody copied it from an SMS, with letters for digits or in groups. */
const asReference = (typed: string): string => readReference(typed) ?? typed

const statusOf = { done: 200, unknown: 404, invalid: 400, refused: 409, stale: 409 } as const satisfies Record<
  StepOutcome['is'],
  number
>

/** The staff routes over the operations: who asks is settled first, what they may see in the operation itself. */
export function staffRoutes(services: StaffServices, { base, opens, admits, also }: StaffRoutes): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>()

  app.use(`${base}/*`, async (c, next) => {
    const viewer = await viewerOf(c.req.header('authorization'), services)
    if (!viewer) return c.json({ error: 'sign-in' }, 401)
    if (!admits(viewer)) return c.json(unknown, 404)
    c.set('viewer', viewer)
    c.header('cache-control', 'no-store')
    return next()
  })

  app.use(`${base}/*`, limited)

  also?.(app)

  app.get(`${base}/queue`, async (c) => {
    const query = z.safeParse(PageQuery, c.req.query())
    if (!query.success) return c.json({ error: 'invalid', issues: issuesOf(query.error) }, 400)
    const { next = null, limit } = query.data
    const page = await listQueue(c.get('viewer'), { after: next, limit }, needsOf(services))
    const { programme } = services
    return c.json({ cases: page.rows.map((row) => withNames(row, programme)), next: page.next })
  })

  app.get(`${base}/cases/:reference`, async (c) => {
    const viewer = c.get('viewer')
    const needs = needsOf(services)
    const stored = await openForReading(viewer, asReference(c.req.param('reference')), needs, opens)
    return stored
      ? c.json(caseWithNames(await readCase(viewer, stored, needs), services.programme))
      : c.json(unknown, 404)
  })

  app.post(`${base}/cases/:reference/:step`, async (c) => {
    const viewer = c.get('viewer')
    const { reference: typed, step } = c.req.param()
    const reference = asReference(typed)
    if (!isStep(step)) return c.json(unknown, 404)
    const body: unknown = await c.req.json().catch(() => null)
    const needs = needsOf(services)
    const given = typeof body === 'object' && body !== null ? { requestId: newRequestId(services), ...body } : body
    const { directory } = services
    const asking = { ...needs, members: () => directory.members() }
    const outcome = await takeStep(viewer, { reference, step, body: given }, asking, opens)
    if (outcome.is !== 'done') return c.json(refusalBody(outcome, services), statusOf[outcome.is])
    const after = await openForReading(viewer, reference, needs, opens, outcome.after)
    return c.json({
      ...(after ? caseWithNames(await readCase(viewer, after, needs), services.programme) : { reference, done: true }),
      ...(outcome.lint?.length ? { lint: outcome.lint } : {}),
      ...(outcome.reveals ? { reveals: outcome.reveals } : {}),
    })
  })

  app.notFound((c) => c.json(unknown, 404))
  app.onError((error, c) => {
    log('staff-route-failed', { error })
    return c.json({ error: 'trouble' }, 500)
  })
  return app
}

const issuesOf = ({ issues }: z.core.$ZodError) => issues.map(({ path, code }) => ({ path: path.join('.'), code }))

/** A caller who sends no `requestId` cannot repeat safely, but is not turned away for it. */
const newRequestId = ({ random }: StaffServices): string => `r-${random().toString(36).slice(2)}`

function refusalBody(outcome: Exclude<StepOutcome, { is: 'done' }>, { programme }: StaffServices) {
  if (outcome.is === 'unknown') return unknown
  if (outcome.is === 'invalid') return { error: 'invalid', issues: outcome.issues }
  if (outcome.is === 'refused') return { error: 'refused', why: outcome.why }
  const since = outcome.since.map(({ schema: _, requestId: __, ...line }) => withNames(line, programme))
  return { error: 'stale', version: outcome.version, since }
}
