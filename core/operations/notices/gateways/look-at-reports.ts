import { addHours } from '../../../deadlines/calendar.ts'
import { judged, newReports, ripeHours } from '../../../notices/gateways/reports.ts'
import type { GatewayEvent, GatewayState } from '../../../notices/gateways/state.ts'
import { sending } from '../../../notices/notice-steps.ts'
import type { GatewayWatch } from '../../../ports/gateway-watch.ts'
import { type Needs, retry, untilWritten } from '../../needs.ts'
import { tellTopic } from '../tell-topic.ts'

type LookNeeds = Needs & { gatewayWatch: GatewayWatch }

const pageSize = 100

/** What still waits for its report an hour's SMS stand by on the agenda, a day after they left: of each gateway how many. */
async function stillWaiting(hour: string, { cases, notices }: LookNeeds): Promise<Map<string, number>> {
  const startsAt = `${hour}:00:00.000Z`
  const from = addHours(startsAt, sending.unconfirmedHours)
  const until = addHours(from, 1)
  const found = new Map<string, number>()
  let after: string | null = from
  while (after !== null) {
    const page = await cases.due(until, { after, limit: pageSize })
    for (const item of page.due) {
      if (item.is !== 'notice' || item.at >= until) continue
      const notice = (await notices.get(item.reference, item.key, false))?.notice
      if (notice?.state === 'sent' && notice.gateway !== null)
        found.set(notice.gateway, (found.get(notice.gateway) ?? 0) + 1)
    }
    after = page.next
  }
  return found
}

/** Takes the hours that were looked at off the state: they are judged once. */
const withoutHours = (state: GatewayState, hours: readonly string[]): GatewayState => ({
  ...state,
  version: state.version + 1,
  awaited: Object.fromEntries(Object.entries(state.awaited).filter(([hour]) => !hours.includes(hour))),
})

/**
 * Compares, for each gateway, the SMS that should have been reported by now with those that were, hour by hour. The coordination hears once that
 * reports stopped; that they are back its page says. Nothing is written for a report: what nobody reported still stands on the agenda.
 */
export async function lookAtReports(needs: LookNeeds): Promise<{ stopped: number }> {
  const { gatewayWatch, now } = needs
  // Whoever takes an hour reads it again.
  const ripe = (await gatewayWatch.states(false)).flatMap((state) => {
    const hours = ripeHours(state, now)
    return hours.length > 0 ? [{ state, hours }] : []
  })
  if (ripe.length === 0) return { stopped: 0 }
  const waiting = new Map<string, Map<string, number>>()
  for (const hour of new Set(ripe.flatMap(({ hours }) => hours))) waiting.set(hour, await stillWaiting(hour, needs))
  const known = new Map((await gatewayWatch.reports()).map((one) => [one.gateway, one]))
  let stopped = 0
  for (const { state, hours } of ripe) {
    const { gateway } = state
    const looked = hours.map((hour) => {
      const expected = state.awaited[hour] ?? 0
      return { hour, expected, seen: Math.max(0, expected - (waiting.get(hour)?.get(gateway) ?? 0)) }
    })
    if (!(await taken(state, hours, needs))) continue
    const before = known.get(gateway) ?? newReports(gateway, now)
    const { after, turned } = judged(before, looked, now)
    const what = turned === 'stopped' ? 'reports-stopped' : 'reports-back'
    const event: GatewayEvent | null = turned && { at: now, gateway, what, reason: null, by: null }
    await gatewayWatch.saveReports(before.version, after, event)
    if (turned !== 'stopped') continue
    stopped += 1
    await tellTopic('coordination', { key: `reports-${gateway}-${now}`, template: 'gateways', counts: {} }, needs)
  }
  return { stopped }
}

/** True for whoever takes these hours first. */
const taken = (state: GatewayState, hours: readonly string[], { gatewayWatch }: LookNeeds): Promise<boolean> =>
  untilWritten<boolean>(async () => {
    const current = (await gatewayWatch.states()).find(({ gateway }) => gateway === state.gateway)
    if (!current || !hours.every((hour) => current.awaited[hour] === state.awaited[hour])) return false
    return (await gatewayWatch.saveState(current.version, withoutHours(current, hours))) || retry
  })
