import type { Callback } from '../../adapters/gateways/gateway.ts'
import { receivers } from '../../adapters/gateways/receivers.ts'

/** Where a gateway calls us: its name, then the token that is the only proof of who calls. */
export const gatewayPath = (what: Callback): string => `/gateways/{gateway}/{token}/${what}`

/** One route for each method that some gateway with this callback calls by. */
export function gatewayRoutes(what: Callback): string[] {
  const methods = new Set(receivers.flatMap((one) => (one[what] ? [one.by] : [])))
  return [...methods].map((method) => `${method} ${gatewayPath(what)}`)
}

/** A path of the manifest, `/a/{b}/{c+}`, as Hono writes it. */
export const honoPath = (path: string): string => path.replaceAll(/\{\w+\+\}/g, '*').replaceAll(/\{(\w+)\}/g, ':$1')
