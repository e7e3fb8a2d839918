import { askedBy, frames, kindsOf } from '../life/asked.ts'
import { checkoutAt } from '../life/checkout.ts'
import { meter, shownUnits, sumOf, type Units } from '../tools/meter.ts'
import type { Section } from '../tools/section.ts'
import { isOutside, wholeLife } from '../life/whole-life.ts'

/** Of one life, here or in another checkout: who asked the database for what, the dearest first. */
export const profile: Section = async ({ beside }) => {
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = frames
  let rows = new Map<string, Units>()
  await wholeLife(await checkoutAt(beside ?? '.'), (client, phase) => {
    rows = meter(client, (command, input) =>
      isOutside(phase())
        ? ''
        : `${askedBy(new Error().stack ?? '')} · ${command.replace('Command', '')} ${kindsOf(input)}`,
    )
  })
  Error.stackTraceLimit = stackTraceLimit
  rows.delete('')
  const line = (what: string, units: Units) => ({ section: 'profile', what, figure: shownUnits(units) })
  const dearest = [...rows].sort(([, a], [, b]) => b.write - a.write || b.read - a.read || b.calls - a.calls)
  return [...dearest.map(([what, units]) => line(what, units)), line('one case, whole life', sumOf([...rows.values()]))]
}
