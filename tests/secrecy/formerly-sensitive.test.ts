import { expect, test } from 'vitest'
import { bothDoors, toTheStub } from '../support/functions/both-doors.ts'
import { woman } from '../support/functions/phone.ts'
import { withJaabi } from '../support/functions/services.ts'

const newJaabi = await withJaabi()
const gao = { system: 'cod-2021', code: 'ML07' }
const open = async () => bothDoors(await newJaabi())
const trace = /S1|S2|protection|integrity|"P"/

/** A case that was an S case for a while, and what each reader is shown of it. */
async function lowered() {
  const office = await open()
  const reference = await office.phones.says(woman, 'Le forage du village est en panne')
  await office.takes(
    reference,
    ['focal-point', 'note', { text: 'vue au marché' }],
    ['focal-point', 'assess', { level: 'S2', place: gao, reason: 'menace possible' }],
    ['protection', 'assess', { level: 'N1', place: gao, category: 'AID-RET', reason: 'aucun danger, vérifié' }],
  )
  await office.phones.says(woman, `${reference} toujours en panne`)
  await office.takes(reference, ['second', 'confirm', {}], ['focal-point', 'assign', { organisation: 'ong-sante-gao' }])
  return { ...office, reference }
}

test('a case lowered to N shows the region, the authority and the partner one neutral line for what was S', async () => {
  const { call, reference } = await lowered()
  for (const who of ['gao', 'authority', 'partner']) {
    const { json } = await call(who, `/cases/${reference}`)
    expect(json.history?.map(({ what, by }) => `${what} by ${by.role}`)).toEqual([
      'received by complainant',
      'noted by focal-point',
      'read by focal-point',
      'handled by system',
      'message-added by complainant',
      'assessed by system',
      'assigned by focal-point',
    ])
    expect(JSON.stringify(json)).not.toMatch(trace)
    expect(JSON.stringify(json)).not.toMatch(/menace possible|aucun danger/)
    // What the person said meanwhile is part of the case they now handle.
    expect(JSON.stringify(json)).toContain('toujours en panne')
    expect(json).toMatchObject({ level: 'N1', category: 'AID-RET' })
  }
})

test('nor does anybody learn of it from what was written since they looked', async () => {
  const { call, reference } = await lowered()
  const { status, json } = await call('partner', `/cases/${reference}/note`, { text: 'vu', version: 1 })
  expect([status, json.since?.at(-1)?.what]).toEqual([409, 'assigned'])
  expect(JSON.stringify(json)).not.toMatch(trace)
})

test('the focal point, who may open S1, keeps the lines of an S1 case found ordinary; of S2 they do not', async () => {
  const { call, phones, takes } = await open()
  const reference = await phones.says(woman, 'Le moulin est cassé')
  await takes(
    reference,
    ['focal-point', 'assess', { level: 'S1', place: gao }],
    ['integrity', 'assess', { level: 'N1', place: gao, reason: 'rien de tel' }],
    ['focal-point', 'confirm', {}],
  )
  const own = JSON.stringify((await call('focal-point', `/cases/${reference}`)).json.history)
  expect(own).toMatch(/S1.*integrity.*rien de tel/)
  expect(JSON.stringify((await call('gao', `/cases/${reference}`)).json)).not.toMatch(trace)
  const s2 = await lowered()
  const { json } = await s2.call('focal-point', `/cases/${s2.reference}`)
  expect(JSON.stringify(json.history)).not.toMatch(/S2|protection/)
  expect(json.history?.map(({ what }) => what)).toContain('handled')
})

test('words that suggested S and were found ordinary: the region does not learn that protection was alerted', async () => {
  const { jaabi, call, phones, takes } = await open()
  const reference = await phones.says(woman, 'un agent a violé une fille du camp')
  jaabi.clock.nowAt = '2027-06-07T14:00:00.000Z'
  await jaabi.sweep()
  await takes(reference, ['focal-point', 'assess', { level: 'N1', place: gao }])
  const { history } = (await call('gao', `/cases/${reference}`)).json
  expect(JSON.stringify(history)).not.toMatch(trace)
  expect(history?.map(({ what }) => what)).toEqual(['received', 'handled', 'assessed'])
  expect(JSON.stringify((await call('focal-point', `/cases/${reference}`)).json.history)).toContain(
    'protection-alerted',
  )
})

test('the stub of an S2 case is content-free: no place, category, person or danger for anybody, in no view and no list', async () => {
  const { jaabi, call, phones, takes } = await open()
  const session = await phones.dials(woman)
  await session.type('4', '1', '2', '2', '2', '1')
  await session.hangsUp()
  const [reference = ''] = await jaabi.references()
  const before = await jaabi.caseOf(reference)
  expect([before.lane, before.danger, before.person, before.place]).not.toContain(null)
  const detail = { level: 'S2', category: 'PRO-ENF', place: gao, named: ['organisation:ong-sante-gao'] }
  await takes(reference, ['protection', 'assess', detail], ...toTheStub)

  expect(await jaabi.caseOf(reference)).toMatchObject({ place: null, category: null, person: null, danger: null })
  for (const who of ['protection', 'second']) {
    const { status, json } = await call(who, `/cases/${reference}`)
    expect([status, json.status, json.level]).toEqual([200, 'closed', 'S2'])
    expect(JSON.stringify(json)).not.toMatch(/ML\d|PRO-|ong-sante|child"|danger-given|place-given|person-given|PE-12/)
    expect(json.history?.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['received', 'assessed', 'referred', 'receipt-confirmed', 'erased']),
    )
    expect((await call(who, '/queue')).json.cases).toEqual([])
  }
  // No row of it is left in any index: nothing is due any more.
  const [item = {}] = await jaabi.items('case')
  expect(Object.keys(item).filter((name) => /row|owner|region|due/.test(name))).toEqual([])
})

test('nor do the reasons given on the way stay in a stub, the one for ending it included', async () => {
  const { jaabi, phones, takes } = await open()
  const reference = await phones.says(woman, 'On frappe les enfants ici')
  await takes(reference, ['focal-point', 'assess', { level: 'S2' }], ...toTheStub.slice(0, 2))
  await takes(reference, ['second', 'confirm', { reason: 'les enfants sont à l’abri' }])
  expect((await jaabi.cases.load(reference))?.sealed).toMatchObject({ contact: null, words: {} })
})
