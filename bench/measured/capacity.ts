import { checkoutAt } from '../life/checkout.ts'
import type { Section } from '../tools/section.ts'
import { meter, shownUnits, sumOf, type Units } from '../tools/meter.ts'
import type { Figure } from '../tools/table.ts'
import { isOutside, quietSweep, wholeLife } from '../life/whole-life.ts'

/** DynamoDB on demand in eu-west-3, US dollars per million units, price list read in September 2026. */
const usdPerMillion = { write: 0.7423, read: 0.1487 } as const
export const usd = ({ write, read }: Units): number => (write * usdPerMillion.write + read * usdPerMillion.read) / 1e6

/** One ordinary case through its whole life, by phase. */
export const capacity: Section = async () => {
  let phases = new Map<string, Units>()
  await wholeLife(await checkoutAt('.'), (client, phase) => (phases = meter(client, phase)))
  const ofLife = [...phases].filter(([name]) => !isOutside(name))
  const swept = phases.get(quietSweep) ?? sumOf([])
  const all = sumOf(ofLife.map(([, units]) => units))
  const line = (what: string, figure: string): Figure => ({ section: 'capacity', what, figure })
  return [
    ...ofLife.map(([name, units]) => line(name, shownUnits(units))),
    line('one case, whole life', shownUnits(all)),
    line('1,000 cases', `${(usd(all) * 1000).toFixed(3)} USD`),
    line('sweep with nothing due', shownUnits(swept)),
    line('a month of sweeps, one a minute', `${(usd(swept) * 60 * 24 * 30).toFixed(3)} USD`),
  ]
}
