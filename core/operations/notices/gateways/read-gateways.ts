import type { Viewer } from '../../../case/actor.ts'
import { addHours } from '../../../deadlines/calendar.ts'
import { gatewaysIn } from '../../../notices/gateway.ts'
import type { GatewayReports } from '../../../notices/gateways/reports.ts'
import type { GatewayEvent, GatewayState } from '../../../notices/gateways/state.ts'
import type { Notice } from '../../../notices/notice.ts'
import type { MonthsMoney } from '../../../notices/policy/ceiling.ts'
import type { GatewayWatch } from '../../../ports/gateway-watch.ts'
import { inParallel } from '../../in-parallel.ts'
import type { Needs } from '../../needs.ts'
import { monthsMoney } from './months-money.ts'

export type GatewayPageNeeds = Pick<Needs, 'cases' | 'notices' | 'memory' | 'programme' | 'now'> & {
  gatewayWatch: GatewayWatch
}

/** Whose it is to see how SMS leave, and to stop them. */
export const seesGateways = ({ role, standsFor }: Pick<Viewer, 'role' | 'standsFor'>): boolean =>
  role === 'coordinator' || (standsFor?.ownRole ?? role) === 'administrator'

export interface GatewayLine {
  gateway: string
  state: GatewayState | null
  reports: GatewayReports | null
  /** SMS that it was asked to send and that wait to be tried again. */
  queue: number
}

export interface GatewaysRead {
  lines: readonly GatewayLine[]
  /** SMS that no gateway has been asked to send yet. */
  unasked: number
  /** There are more of them than were counted. */
  more: boolean
  events: readonly GatewayEvent[]
  money: MonthsMoney | null
}

const eventsShown = 20
/** As far ahead as a refused SMS is tried again. */
const queueHours = 2
const pageSize = 100
/** Of a very long queue it is enough to know that it is one. */
const mostRows = 1_000
const atOnce = 8

const isSms = ({ recipient: { to } }: Notice): boolean => to !== 'topic' && to !== 'member'

/** SMS that wait to leave, by the gateway that was last asked; those nobody was asked for under null. */
async function queues({ cases, notices, now }: GatewayPageNeeds) {
  const byGateway = new Map<string | null, number>()
  let after: string | null = null
  let rows = 0
  do {
    const page = await cases.due(addHours(now, queueHours), { after, limit: pageSize })
    rows += page.due.length
    await inParallel(page.due, atOnce, async (item) => {
      const notice = item.is === 'notice' ? (await notices.get(item.reference, item.key, false))?.notice : undefined
      if (!notice || !isSms(notice) || (notice.state !== 'waiting' && notice.state !== 'ready')) return
      const gateway = notice.attemptAt === null ? null : notice.gateway
      byGateway.set(gateway, (byGateway.get(gateway) ?? 0) + 1)
    })
    after = page.next
  } while (after !== null && rows < mostRows)
  return { byGateway, more: after !== null }
}

/** How many do not send, or tell no more what became of what they sent. */
export async function troubledGateways({ gatewayWatch }: Pick<GatewayPageNeeds, 'gatewayWatch'>): Promise<number> {
  const [states, reports] = await Promise.all([gatewayWatch.states(), gatewayWatch.reports()])
  const silent = reports.filter(({ state }) => state === 'stopped').map(({ gateway }) => gateway)
  const down = states.filter(({ off, failing }) => off !== null || failing !== null).map(({ gateway }) => gateway)
  return new Set([...silent, ...down]).size
}

/** Every gateway the programme names or that ever sent; null for whoever may not look. */
export async function readGateways(viewer: Viewer, needs: GatewayPageNeeds): Promise<GatewaysRead | null> {
  if (!seesGateways(viewer)) return null
  const { gatewayWatch, programme } = needs
  const [states, reports, events, { byGateway, more }, money] = await Promise.all([
    gatewayWatch.states(),
    gatewayWatch.reports(),
    gatewayWatch.events(eventsShown),
    queues(needs),
    monthsMoney(needs),
  ])
  const names = [...new Set([...gatewaysIn(programme.gateways), ...states.map(({ gateway }) => gateway)])]
  const lines = names.map((gateway): GatewayLine => ({
    gateway,
    state: states.find((one) => one.gateway === gateway) ?? null,
    reports: reports.find((one) => one.gateway === gateway) ?? null,
    queue: byGateway.get(gateway) ?? 0,
  }))
  return { lines, unasked: byGateway.get(null) ?? 0, more, events, money }
}
