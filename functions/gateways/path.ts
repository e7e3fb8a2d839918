import type { Callback } from '../../adapters/gateways/gateway.ts'

/** Where a gateway calls us: its name, then the token that is the only proof of who calls. */
export const gatewayPath = (what: Callback): string => `/gateways/{gateway}/{token}/${what}`

/** A path of the manifest, `/a/{b}/{c+}`, as Hono writes it. */
export const honoPath = (path: string): string => path.replaceAll(/\{\w+\+\}/g, '*').replaceAll(/\{(\w+)\}/g, ':$1')
