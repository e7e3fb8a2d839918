import type { Context, Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { failureKind } from '../../../core/notices/gateways/faults.ts'
import { priceOf } from '../../../core/notices/policy/cost.ts'
import { readGateways } from '../../../core/operations/notices/gateways/read-gateways.ts'
import { switchSends } from '../../../core/operations/notices/gateways/switch-sends.ts'
import { gatewaysBody, type GatewaysView } from '../../../web/console/gateways/page.ts'
import { type ConsoleServices, needsOf } from '../../wiring/services.ts'
import { page } from '../frame/page.ts'
import type { ConsoleEnv, Door } from '../frame/scene.ts'

type Ctx = Context<ConsoleEnv>

/** `/console/passerelles`: how each gateway stands, and its sends on or off; for the coordination and administrators, nobody else finds it. */
export function gatewayRoutes(app: Hono<ConsoleEnv>, services: ConsoleServices, door: Door): void {
  const at = `${door.base}/passerelles`
  const needs = () => ({ ...needsOf(services), gatewayWatch: services.gatewayWatch })

  async function show(
    c: Ctx,
    returned: GatewaysView['returned'],
    { status = 200, flash }: { status?: ContentfulStatusCode; flash?: { tone: 'done' | 'careful'; text: string } } = {},
  ) {
    const { viewer, texts, csrf } = c.var
    const read = await readGateways(viewer, needs())
    if (!read) return c.notFound()
    const { called = {}, prices } = services.programme.gateways
    const name = (gateway: string) => called[gateway] ?? gateway
    const members = new Map((await services.directory.members()).map((one) => [one.id, one.name]))
    const who = (person: string) => members.get(person) ?? person
    const view: GatewaysView = {
      ...c.var.at,
      at,
      csrf,
      gateways: read.lines.map((line) => ({
        ...line,
        name: name(line.gateway),
        fails: line.state?.failing ? failureKind(line.state.failing.reason) : null,
        days: (line.state?.days ?? []).map(({ failures, ...day }) => ({
          ...day,
          failures: Object.entries(failures).map(([code, count]) => ({ code, count, kind: failureKind(code) })),
        })),
        price: priceOf(line.gateway, 1, services.programme.gateways)?.micros ?? 0,
      })),
      unasked: read.unasked,
      more: read.more,
      currency: prices?.currency ?? '',
      unconfirmed: prices?.confirmed !== true,
      money: read.money,
      events: read.events.map((event) => ({
        ...event,
        name: name(event.gateway),
        who: event.by === null ? null : who(event.by),
        fails: event.what === 'failing' ? failureKind(event.reason ?? '') : null,
      })),
      who,
      returned,
    }
    const { title } = texts.gateways
    return page(
      c,
      { door },
      { title, here: null, body: gatewaysBody(view, texts), status, ...(flash ? { flash } : {}) },
    )
  }

  app.get(at, (c) => {
    const done = c.req.query('fait') !== undefined
    return show(c, null, done ? { flash: { tone: 'done', text: c.var.texts.gateways.done } } : {})
  })
  app.post(at, async (c) => {
    const { viewer, texts } = c.var
    const { csrf: _, ...body } = await c.req.parseBody()
    const outcome = await switchSends(viewer, body, needs())
    if (outcome === 'unknown') return c.notFound()
    if (outcome === 'done') return c.redirect(`${at}?fait`, 303)
    const { stale, problems } = texts.gateways
    if (outcome === 'stale') return show(c, null, { status: 409, flash: { tone: 'careful', text: stale } })
    const gateway = typeof body['gateway'] === 'string' ? body['gateway'] : ''
    return show(c, { gateway, state: { values: {}, flaws: { reason: problems.reason } } }, { status: 422 })
  })
}
