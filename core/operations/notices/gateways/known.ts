import type { GatewayState } from '../../../notices/gateways/state.ts'

/** What a process last read of the gateways. */
export interface KnownGateways {
  readAt: string | null
  states: Map<string, GatewayState>
}

export const knowsNoGateway = (): KnownGateways => ({ readAt: null, states: new Map() })
