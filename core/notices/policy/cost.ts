import { type Cost, microsPerUnit } from '../../case/codes.ts'
import type { GatewayChoice } from '../gateway.ts'
import type { Notice } from '../notice.ts'

/** What one SMS of so many segments costs by a gateway; null where the programme names no price. */
export function priceOf(gateway: string, segments: number, { prices }: Pick<GatewayChoice, 'prices'>): Notice['price'] {
  if (!prices) return null
  const perSegment = prices.perSegment[gateway] ?? prices.otherwise
  return { currency: prices.currency, micros: Math.round(segments * perSegment * microsPerUnit) }
}

/** What was paid for these notices, by currency: each time a gateway took one. */
export function costsOf(notices: readonly Pick<Notice, 'price' | 'attempts' | 'segments'>[]): Cost[] {
  const costs = new Map<string, Cost>()
  for (const { price, attempts, segments } of notices) {
    if (!price || attempts === 0) continue
    const { currency } = price
    const before = costs.get(currency) ?? { currency, micros: 0, sms: 0, segments: 0 }
    costs.set(currency, {
      currency,
      micros: before.micros + attempts * price.micros,
      sms: before.sms + attempts,
      segments: before.segments + attempts * (segments ?? 1),
    })
  }
  return [...costs.values()]
}
