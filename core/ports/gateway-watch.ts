import type { GatewayReports } from '../notices/gateways/reports.ts'
import type { GatewayDay, GatewayEvent, GatewayState } from '../notices/gateways/state.ts'

/** Of which gateway a day is. */
export type DayOf = GatewayDay & { gateway: string }

/** What is written with a state, all or nothing: what happened to the gateway, and a day that is over. */
export interface Beside {
  event?: GatewayEvent | null
  over?: GatewayDay | null
}

/** What is known of the gateways themselves. */
export interface GatewayWatch {
  /** Of those of which anything is known. Not `sure`: perhaps as they were a moment ago. */
  states(sure?: boolean): Promise<GatewayState[]>
  /** False where somebody wrote since version `before`, 0 where there was nothing. */
  saveState(before: number, after: GatewayState, beside?: Beside): Promise<boolean>
  reports(): Promise<GatewayReports[]>
  /** As `saveState`. */
  saveReports(before: number, after: GatewayReports, event: GatewayEvent | null): Promise<boolean>
  /** The latest, newest first. */
  events(count: number): Promise<GatewayEvent[]>
  /** Days that are over, from this one on, newest first. */
  days(from: string): Promise<DayOf[]>
}
