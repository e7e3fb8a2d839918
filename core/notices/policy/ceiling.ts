import type { GatewayState } from '../gateways/state.ts'
import type { GatewayChoice } from '../gateway.ts'
import { priceOf } from './cost.ts'
import { shedIn } from './purposes.ts'

/** A month's ceiling, what was spent of it, in millionths of the currency, and what was given up for it, by template. */
export interface MonthsMoney {
  ceiling: number
  spent: number
  givenUp: Readonly<Record<string, number>>
}

/** From which part of the month's money on each turn is given up: satisfaction first, then reminders. Answers and receipts have no turn. */
const shedFrom = { 1: 0.8, 2: 1 } as const

/** What left in a month (`2027-06`) by these gateways cost so far, in millionths of the currency. */
export const spentIn = (
  of: string,
  gateways: readonly Pick<GatewayState, 'gateway' | 'month'>[],
  choice: Pick<GatewayChoice, 'prices'>,
): number =>
  gateways
    .filter(({ month }) => month.of === of)
    .reduce((sum, { gateway, month }) => sum + (priceOf(gateway, month.segments, choice)?.micros ?? 0), 0)

/** Is it given up, once so much of the ceiling is spent? Both in the same unit. */
export function isShed(template: string, spent: number, ceiling: number): boolean {
  const turn = shedIn(template)
  return turn !== null && spent >= shedFrom[turn] * ceiling
}
