import { expect, test } from 'vitest'
import { caseFileOf } from '../../../../core/case/fold.ts'
import { factsOf } from '../../../../core/figures/case-facts.ts'
import { counterChanges } from '../../../../core/figures/counters.ts'
import { netted } from '../../../../core/lists/counter-change.ts'
import { findWaves, type KnownWaves } from '../../../../core/operations/lists/find-waves.ts'
import { needsOf } from '../../../../functions/wiring/services.ts'
import { assessed, gao, on, opened, viewer } from '../../../support/case-builder.ts'
import { ansongo, filed } from '../../../support/console/case-desk.ts'
import { deskOf } from '../../../support/functions/desk.ts'
import { type Jaabi, withJaabi } from '../../../support/functions/services.ts'

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
  const needs = { ...needsOf(services), figures: jaabi.figures }
  const cases: typeof needs.cases = {
    ...needs.cases,
    counted: (...about) => {
      asked++
      return needs.cases.counted(...about)
    },
  }
  const look = async () => {
    asked = 0
    const waves = await findWaves(viewer('focal-point'), { ...needs, ...needsOf(services), cases }, known)
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

/** So many counted cases of each of these subjects, all in one place, the later ones received later. */
async function counted({ figures, programme }: Jaabi, subjects: readonly string[], each: number): Promise<void> {
  const files = subjects.flatMap((category, subject) =>
    Array.from({ length: each }, (_, at) => {
      const receivedAt = on(`2027-06-0${1 + Math.floor((at * 6) / each)}`)
      const { history } = assessed(opened({ receivedAt }), 'N1', undefined, { category, place: gao })
      return caseFileOf(programme.id, String(6_000_000_000 + subject * 10_000 + at), history)
    }),
  )
  for (let at = 0; at < files.length; at += 50) {
    const those = files.slice(at, at + 50).map((file) => {
      const facts = factsOf(file, programme)
      return { facts, after: { reference: file.reference, version: file.version, facts } }
    })
    const changes = netted(those.flatMap(({ facts }) => counterChanges(null, facts)))
    await figures.recount(
      those.map(({ after }) => ({ before: null, after })),
      changes,
    )
  }
}

test('a first visit reads as many rows of three times as many cases, and the latest of them', async () => {
  const reads: number[] = []
  for (const each of [130, 390]) {
    const jaabi = await newJaabi()
    await counted(jaabi, ['SAN-FRAIS', 'SAN-MEDIC', 'AUT-HORS'], each)
    const needs = { ...needsOf(jaabi.servicesFor('console')), figures: jaabi.figures }
    let rows = 0
    const cases: typeof needs.cases = {
      ...needs.cases,
      async counted(...about) {
        const found = await needs.cases.counted(...about)
        rows += found.length
        return found
      },
    }
    const waves = await findWaves(viewer('focal-point'), { ...needs, cases })
    expect(waves).toHaveLength(3)
    for (const wave of waves) expect(wave.rows.at(-1)?.facts.receivedOn).toBe('2027-06-06')
    reads.push(rows)
  }
  const [few = 0, many = Infinity] = reads
  expect(many / few).toBe(1)
})
