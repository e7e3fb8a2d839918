import type { GatewayReports } from '../notices/gateways/reports.ts'
import type { GatewayEvent, GatewayState } from '../notices/gateways/state.ts'

/** What is known of the gateways themselves. */
export interface GatewayWatch {
  /** Of those of which anything is known. Not `sure`: perhaps as they were a moment ago. */
  states(sure?: boolean): Promise<GatewayState[]>
  /** With what happened to the gateway, if anything did. False where somebody wrote since version `before`, 0 where there was nothing. */
  saveState(before: number, after: GatewayState, event?: GatewayEvent | null): Promise<boolean>
  reports(): Promise<GatewayReports[]>
  /** As `saveState`. */
  saveReports(before: number, after: GatewayReports, event: GatewayEvent | null): Promise<boolean>
  /** The latest, newest first. */
  events(count: number): Promise<GatewayEvent[]>
}
