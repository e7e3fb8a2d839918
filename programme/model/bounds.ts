import type { Bounds } from '../../core/routing/model/judge.ts'

/**
 * Where the model begins to speak, chosen by leaving out one hand after the other (docs/suggestions.md): S as often as a tenth of ordinary
 * texts allows, danger as a thirtieth does; a category rather none than wrong.
 */
export const bounds: Bounds = {
  sensitive: { most: 1.5, against: 1, from: -0.42 },
  danger: 0.07,
  category: { listed: 0.05, sensitive: 0.3, lead: 3, from: 1.8 },
  kind: 0,
}
