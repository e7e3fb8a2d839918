import { test } from 'vitest'
import { ofWhole, row } from '../support/endure/rig.ts'
import { survives } from '../support/faults/killing.ts'

test.each([
  ['the whole process', 200, '7: the whole process killed 200 times'],
  ['the engine alone', 30, '8: the engine alone killed 30 times under 16 writers'],
] as const)('%s killed %i times', async (what, kills, name) => {
  const { acknowledged, sent, resent } = await survives(what, ofWhole(kills))
  row(name, `${acknowledged} messages acknowledged, 0 lost; ${sent} SMS, ${resent} marked as sent again, 0 more`)
})
