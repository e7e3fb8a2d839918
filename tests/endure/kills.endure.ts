import { test } from 'vitest'
import { row } from '../support/endure/rig.ts'
import { survives } from '../support/faults/killing.ts'

test.each([
  [7, 'the whole process', 200],
  [8, 'the engine alone', 30],
] as const)('fault %i: %s killed %i times', async (fault, what, kills) => {
  const { acknowledged, sent, resent } = await survives(what, kills)
  row(
    fault,
    `${what} killed ${kills} times`,
    `${acknowledged} messages acknowledged, 0 lost; ${sent} SMS, ${resent} marked as sent again, 0 more`,
  )
})
