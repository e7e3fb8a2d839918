import { type GatewayChoice, senderFor } from '../gateway.ts'
import type { GatewayState } from './state.ts'

/** Every gateway that may write to this number, the cheapest first. */
function mayCarry(phone: string, { carries = {}, prices }: GatewayChoice): string[] {
  const price = (gateway: string) => prices?.perSegment[gateway] ?? prices?.otherwise ?? 0
  return Object.entries(carries)
    .filter(([, starts]) => starts.some((start) => phone.startsWith(start)))
    .map(([gateway]) => gateway)
    .toSorted((a, b) => price(a) - price(b))
}

/**
 * Who is asked to write to this number, in this order: the gateway the person last wrote by (a number may have moved to another operator, and the
 * thread on their phone is there), the one of the plan, then the others that may, by price.
 */
export function carriersFor(phone: string, lastBy: string | null, choice: GatewayChoice): string[] {
  const planned = senderFor(phone, choice)
  const others = mayCarry(phone, choice)
  const first = lastBy !== null && others.includes(lastBy) ? [lastBy] : []
  return [...new Set([...first, planned, ...others])]
}

export interface Picked {
  gateway: string
  /** It fails, and this SMS finds out whether it still does. */
  trial: boolean
}

type Known = (gateway: string) => Pick<GatewayState, 'failing' | 'off'> | undefined

/**
 * Of these the first that nobody turned off and that does not fail, or whose next trial has come; where all fail the first of them, which somebody
 * must be. Null where all are off. An answer is no trial: were it lost on the way, nobody would know for hours.
 */
export function pick(
  order: readonly string[],
  known: Known,
  { now, mayTry }: { now: string; mayTry: boolean },
): Picked | null {
  const on = order.filter((gateway) => !known(gateway)?.off)
  for (const gateway of on) {
    const failing = known(gateway)?.failing
    if (!failing) return { gateway, trial: false }
    if (mayTry && failing.trialAt <= now) return { gateway, trial: true }
  }
  const [first] = on
  return first === undefined ? null : { gateway: first, trial: false }
}
