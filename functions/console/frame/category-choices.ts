import { type Chain, labelIn } from '../../../core/language.ts'
import type { Programme } from '../../../core/operations/programme.ts'
import type { Group } from '../../../web/console/frame/choices.ts'

/** Every category under its line. */
export function categoriesOf({ categories }: Programme, chain: Chain): Group[] {
  return (['N', 'S1', 'S2'] as const).map((lane) => ({
    label: lane === 'N' ? 'N0–N2' : lane,
    options: categories
      .filter((category) => category.lane === lane)
      .map(({ code, label }) => ({ value: code, label: labelIn(label, chain) })),
  }))
}
