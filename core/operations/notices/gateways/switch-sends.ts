import * as z from 'zod/mini'
import type { Viewer } from '../../../case/actor.ts'
import { gatewaysIn } from '../../../notices/gateway.ts'
import { type GatewayState, newGatewayState, SwitchReason } from '../../../notices/gateways/state.ts'
import { retry, untilWritten } from '../../needs.ts'
import { type GatewayPageNeeds, seesGateways } from './read-gateways.ts'

const Switch = z.object({ gateway: z.string(), to: z.enum(['on', 'off']), reason: SwitchReason })

/**
 * Keeps a gateway from sending, or lets it send again, with a reason; both are kept with who and when. What was given to it before is not
 * called back. Let on, it starts anew: what failed before counts no more. `stale`: somebody else did it meanwhile.
 */
export async function switchSends(
  viewer: Viewer,
  body: unknown,
  needs: Pick<GatewayPageNeeds, 'programme' | 'gatewayWatch' | 'now'>,
): Promise<'done' | 'unknown' | 'invalid' | 'stale'> {
  const { programme, gatewayWatch, now } = needs
  if (!seesGateways(viewer)) return 'unknown'
  const read = z.safeParse(Switch, body)
  if (!read.success) return 'invalid'
  const { gateway, to, reason } = read.data
  return untilWritten(async () => {
    const known = (await gatewayWatch.states()).find((one) => one.gateway === gateway)
    if (!known && !gatewaysIn(programme.gateways).includes(gateway)) return 'unknown'
    const before = known ?? newGatewayState(gateway, now)
    if ((before.off !== null) === (to === 'off')) return 'stale'
    const version = before.version + 1
    const off = { at: now, by: viewer.person, reason }
    const anew = { inARow: 0, failing: null, recent: { since: now, tried: 0, failed: 0 } }
    const after: GatewayState = to === 'off' ? { ...before, version, off } : { ...before, version, off: null, ...anew }
    const event = { at: now, gateway, what: to, reason, by: viewer.person }
    return (await gatewayWatch.saveState(before.version, after, event)) ? 'done' : retry
  })
}
