import { expect, test } from 'vitest'
import { bothDoors } from '../../support/functions/both-doors.ts'
import { man, woman } from '../../support/functions/phone.ts'
import { withJaabi } from '../../support/functions/services.ts'

const newJaabi = await withJaabi()
const gao = { system: 'cod-2021', code: 'ML07' }
const open = async () => bothDoors(await newJaabi())
const assess = ['focal-point', 'assess', { level: 'N1', place: gao }] as const

for (const [how, step] of [
  ['offered', 'refer'],
  ['assigned', 'assign'],
] as const)
  test(`a message dismissed while it was ${how} goes back to who triages: nobody else could take its next step`, async () => {
    const { jaabi, phones, takes, call } = await open()
    const reference = await phones.says(woman, 'Le forage du village est en panne')
    const to = { organisation: 'ong-sante-gao', to: 'ong-sante-gao' }
    await takes(
      reference,
      assess,
      ['focal-point', step, to],
      ['focal-point', 'dismiss', { reason: 'un robot' }],
      ['deputy', 'reopen', { reason: 'ce n’en était pas un' }],
    )
    const { json } = await call('deputy', `/cases/${reference}`)
    expect(json).toMatchObject({ status: 'received', owner: 'focal-point', nextAction: 'assess', handOver: null })
    expect((await jaabi.caseOf(reference)).organisation).toBeNull()
    await takes(reference, assess, ['focal-point', step, to])
    expect((await call('partner', `/cases/${reference}`)).json).toMatchObject({ owner: 'organisation:ong-sante-gao' })
  })

test('a case handed to the body mandated for it is no longer to be lowered: what the second person confirms is the receipt', async () => {
  const { phones, takes, call } = await open()
  const reference = await phones.says(woman, 'Le moulin est cassé')
  await takes(
    reference,
    ['focal-point', 'assess', { level: 'S2', place: gao }],
    ['protection', 'assess', { level: 'N1', place: gao, reason: 'peut-être rien' }],
    ['second', 'refer', { to: 'child-protection' }],
    ['second', 'receipt', { body: 'child-protection', number: 'PE-12' }],
    ['protection', 'confirm', {}],
  )
  expect((await call('protection', `/cases/${reference}`)).json).toMatchObject({
    status: 'closed',
    level: 'S2',
    text: null,
  })
})

test('whoever is named where a lower level is proposed is shut out at once, and cannot be the second person', async () => {
  const { jaabi, phones, takes, call } = await open()
  const reference = await phones.says(woman, 'Le forage du village est en panne')
  const named = ['region:gao', 'organisation:ong-sante-gao']
  await takes(
    reference,
    ['focal-point', 'assess', { level: 'N2', place: gao }],
    ['focal-point', 'assign', { organisation: 'ong-sante-gao' }],
    ['focal-point', 'assess', { level: 'N1', place: gao, named, reason: 'moins urgent' }],
  )
  for (const who of ['gao', 'partner']) {
    expect((await call(who, `/cases/${reference}`)).status).toBe(404)
    expect((await call(who, `/cases/${reference}/confirm`, {})).status).toBe(404)
    expect((await call(who, '/queue')).json.cases).toEqual([])
  }
  const { json } = await call('deputy', `/cases/${reference}`)
  expect(json).toMatchObject({ level: 'N2', owner: 'focal-point', nextAction: 'confirm-level', organisation: null })
  await takes(reference, ['deputy', 'confirm', {}])
  expect(await jaabi.caseOf(reference)).toMatchObject({ level: 'N1', named })
})

test('of a case that was possibly S no alert to the pair stands among its notices for who could not open it then', async () => {
  const { jaabi, phones, takes, call } = await open()
  const reference = await phones.says(man, 'Un agent a violé une fille')
  expect((await jaabi.caseOf(reference)).lane).toBe('P')
  jaabi.clock.nowAt = '2027-06-07T14:00:00.000Z'
  await jaabi.sweep()
  await jaabi.drain()
  await takes(reference, ['focal-point', 'assess', { level: 'N1', place: gao, category: 'AID-RET' }])
  const seen = (await call('gao', `/cases/${reference}`)).json.notices ?? []
  expect(seen.filter(({ to }) => to !== 'complainant')).toEqual([])
  const all = (await call('focal-point', `/cases/${reference}`)).json.notices ?? []
  expect(all.map(({ template }) => template)).toContain('attention')
})

test('a number copied with letters for digits, or in groups, is that number at the API too', async () => {
  const { phones, takes, call } = await open()
  const [lead, other] = [
    await phones.says(woman, 'Le forage est en panne'),
    await phones.says(man, 'La pompe est en panne'),
  ]
  const copied = lead
    .replaceAll('0', 'O')
    .replaceAll('1', 'l')
    .replace(/^(.{4})(.{4})/, '$1 $2, ')
  expect((await call('focal-point', `/cases/${encodeURIComponent(copied)}`)).json).toMatchObject({ reference: lead })
  for (const one of [lead, other]) await takes(one, ['focal-point', 'assess', { level: 'N1', place: gao }])
  await takes(other, ['focal-point', 'merge', { lead: copied }])
  expect((await call('focal-point', `/cases/${other}`)).json).toMatchObject({ mergedInto: lead })
})
