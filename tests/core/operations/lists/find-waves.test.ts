import { expect, test } from 'vitest'
import { findWaves, type KnownWaves } from '../../../../core/operations/lists/find-waves.ts'
import { needsOf } from '../../../../functions/wiring/services.ts'
import { viewer } from '../../../support/case-builder.ts'
import { ansongo, filed } from '../../../support/console/case-desk.ts'
import { deskOf } from '../../../support/functions/desk.ts'
import { withJaabi } from '../../../support/functions/services.ts'

const newJaabi = await withJaabi()
const said = [
  'Au CSCom d’Ansongo on demande de payer 500 F',
  'Le forage d’Ansongo est en panne, pas d’eau',
  'Plus de médicaments au CSCom d’Ansongo',
  'La distribution de vivres est en retard à Ansongo',
]

test('the cases of a wave are read where the counters changed, and those of no subject that cannot be among the largest', async () => {
  const jaabi = await newJaabi()
  const references: string[] = []
  for (let at = 0; at < 3 * said.length; at++)
    references.push(await filed(jaabi, { words: said[at % said.length] ?? '', phone: `+22370003${String(100 + at)}` }))
  await jaabi.drain()
  const services = jaabi.servicesFor('console')
  const known: KnownWaves = new Map()
  let asked = 0
  const figures: typeof jaabi.figures = {
    ...jaabi.figures,
    found: (...about) => {
      asked++
      return jaabi.figures.found(...about)
    },
  }
  const look = async () => {
    asked = 0
    const waves = await findWaves(viewer('focal-point'), { ...needsOf(services), figures }, known)
    return [waves.map(({ rows }) => rows.length), asked]
  }
  expect(await look()).toEqual([[3, 3, 3], 3])
  expect(await look()).toEqual([[3, 3, 3], 0])

  const desk = await deskOf(jaabi)
  const [first = ''] = references
  await desk.step(first, 'assess', { level: 'N1', category: 'AUT-HORS', place: ansongo })
  await jaabi.drain()
  // Two are no wave: what is next in size stands in its place, and only that is asked for.
  expect(await look()).toEqual([[3, 3, 3], 1])

  jaabi.clock.nowAt = '2027-06-07T09:30:00.000Z'
  expect(await look()).toEqual([[3, 3, 3], 3])
})
