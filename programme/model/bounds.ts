import type { Bounds } from '../../core/routing/model/judge.ts'

/**
 * Where the model begins to speak, chosen by leaving out one hand after the other (docs/suggestions.md): S as often as a tenth of ordinary
 * texts allows, danger as a thirtieth does; a category rather none than wrong.
 */
export const bounds: Bounds = {
  sensitive: { most: 1, against: 1, from: -0.16 },
  danger: 0.05,
  category: { listed: 0.09, lead: 1.4, from: 0.82 },
  kind: 0,
}
