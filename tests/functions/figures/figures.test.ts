import { expect, test } from 'vitest'
import { dynamoFiguresAudit } from '../../../adapters/dynamodb/figures/figures-audit.ts'
import { recount } from '../../../core/operations/figures/recount.ts'
import { build as staffApi } from '../../../functions/staff-api.ts'
import { streamOf } from '../../support/faults/trouble.ts'
import { fieldsIn, readCounters } from '../../support/read-counters.ts'
import { seeded } from '../../support/functions/outside.ts'
import { phonesOf } from '../../support/functions/phone.ts'
import { type Jaabi, withJaabi } from '../../support/functions/services.ts'

const newJaabi = await withJaabi()

const auditOf = ({ client, tables, programme }: Jaabi) =>
  dynamoFiguresAudit({ client, tables, programme: programme.id })
const recounted = (jaabi: Jaabi, options = {}) =>
  recount({ programme: jaabi.programme, figures: jaabi.figures, audit: auditOf(jaabi) }, options)

const level = ['N0', 'N1', 'N1', 'N2', 'S1', 'S2']
const place = ['ML07', 'ML05', 'ML01'].map((code) => ({ system: 'cod-2021', code }))
const category = ['SAN-MEDIC', 'SAN-ACCUEIL']
const organisation = ['ong-sante-gao', 'ong-sante-mopti', 'csref-gao']
const outcome = ['resolved', 'refused']

/** Anything staff may do to a case, in any order; what its status refuses, it refuses. */
const steps: Record<string, (pick: <T>(from: readonly T[]) => T | undefined) => object> = {
  assess: (pick) => ({ level: pick(level), place: pick(place), category: pick(category), disability: pick(['yes', 'no', undefined]), reason: 'confirmé' }), // prettier-ignore
  assign: (pick) => ({ organisation: pick(organisation) }),
  refer: (pick) => ({ to: pick(organisation) }),
  accept: () => ({}),
  answer: (pick) => ({ outcome: pick(outcome), answer: 'Le stock est de retour.' }),
  told: () => ({ how: 'call' }),
  reopen: () => ({ reason: 'pas réglé' }),
  dismiss: () => ({ reason: 'robot' }),
}
/** Most lives go this way, not all of them to the end. */
const rounds = [
  ['assess'],
  ['assign', 'refer', 'refer'],
  ['accept', 'answer', 'answer', 'dismiss'],
  ['answer', 'told', 'reopen'],
]

async function staffOf(jaabi: Jaabi) {
  const app = staffApi(jaabi.servicesFor('staff-api'))
  const token = await jaabi.person('awa', { role: 'focal-point' })
  let ids = 0
  return async (reference: string, step: string, body: object): Promise<number> => {
    const response = await app.request(`/api/cases/${reference}/${step}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ requestId: `r${(ids += 1)}`, ...body }),
    })
    return response.status
  }
}

async function received(jaabi: Jaabi, count: number, first = 0): Promise<string[]> {
  const { sms } = phonesOf(jaabi)
  const texts = [
    'Pas de médicaments au CSCom de Gao',
    'Merci beaucoup',
    'Un agent demande de l argent',
    'Quand vient le vaccin ?',
  ]
  const references: string[] = []
  for (let at = first; at < first + count; at++)
    references.push(
      await sms(`+223700000${String(at % 50).padStart(2, '0')}`, `${texts[at % 4] ?? ''} ${at}`, `AT-${at}`),
    )
  return references
}

const laterBy = (jaabi: Jaabi, hours: number): string =>
  (jaabi.clock.nowAt = new Date(Date.parse(jaabi.clock.nowAt) + hours * 3_600_000).toISOString())

test('through lives in any order the counts are what a recount of the cases finds, and a replay changes nothing', async () => {
  const jaabi = await newJaabi()
  const stream = await streamOf(jaabi)
  const staff = await staffOf(jaabi)
  const random = seeded(7)
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)]
  const references = await received(jaabi, 14)
  const taken = new Set<string>()
  for (const [round, path] of rounds.entries()) {
    for (const reference of references) {
      const step = pick(path) ?? ''
      if ((await staff(reference, step, steps[step]?.(pick) ?? {})) === 200) taken.add(step)
    }
    await stream.drain()
    laterBy(jaabi, 24 * (round === 3 ? 20 : 3))
    await jaabi.sweep()
    await stream.drain()
  }
  const { cases, missed, differences } = await recounted(jaabi)
  const { length: count } = await jaabi.references()

  expect({ cases, missed, differences }).toEqual({ cases: count, missed: [], differences: [] })
  expect(stream.failures).toEqual([])
  // The lives were lives: every step was taken.
  expect([...taken].sort()).toEqual(Object.keys(steps).sort())
  const counters = () => readCounters(auditOf(jaabi))
  const before = await counters()
  const fields = fieldsIn(before)
  for (const field of ['received', 'answeredInTime', 'lateOpen', 'reopened', 'climbed', 'promisesKept'])
    expect(fields).toContain(field)

  await stream.replay(37)
  expect(await counters()).toEqual(before)
})

test('a record that was lost is in the next change of its case', async () => {
  const jaabi = await newJaabi()
  const staff = await staffOf(jaabi)
  const services = jaabi.servicesFor('case-changes')
  const { figures } = services
  let losing = false
  const forgetful: typeof figures = {
    ...figures,
    recount: (...change) => (losing ? Promise.resolve(true) : figures.recount(...change)),
  }
  const stream = await streamOf(jaabi, { changes: { ...services, figures: forgetful } })
  const [lost = ''] = await received(jaabi, 2)
  await stream.drain()

  losing = true
  await staff(lost, 'assess', { level: 'N1', place: place[0], category: 'SAN-MEDIC' })
  await stream.drain()
  expect((await recounted(jaabi)).missed).toEqual([lost])

  losing = false
  await staff(lost, 'assign', { organisation: 'ong-sante-gao' })
  await stream.drain()
  expect(await recounted(jaabi)).toMatchObject({ missed: [], differences: [] })
  expect(await jaabi.figures.counter({ group: 'live', name: 'region:gao' })).toMatchObject({ listed: 1 })
  const open = { group: 'open:region:gao', name: 'now#with:ong-sante-gao' }
  expect(await jaabi.figures.counter(open)).toEqual({ open: 1 })
})

test('a recount names what is wrong and, asked to, sets it right', async () => {
  const jaabi = await newJaabi()
  await received(jaabi, 3)
  await jaabi.drain()
  const [uncounted = ''] = await received(jaabi, 1, 3)
  const wrong = { group: 'region:triage', name: '2027-06', field: 'received', add: 5 }
  const { received: there = 0 } = await jaabi.figures.counter(wrong)
  await jaabi.figures.repair([wrong])

  const found = await recounted(jaabi, { repair: true })
  expect(found.missed).toEqual([uncounted])
  expect(found.differences).toContainEqual({ ...wrong, add: -4 })
  expect(await recounted(jaabi)).toMatchObject({ missed: [], differences: [] })
  expect((await jaabi.figures.counter(wrong)).received).toBe(there + 1)
})
