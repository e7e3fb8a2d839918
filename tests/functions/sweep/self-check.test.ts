import { UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { expect, test } from 'vitest'
import { dynamoFiguresAudit } from '../../../adapters/dynamodb/figures/figures-audit.ts'
import { practising } from '../../../core/operations/practice/practice.ts'
import { recount } from '../../../core/operations/figures/recount.ts'
import { dutyRounds } from '../../../core/operations/sweep/duty-rounds.ts'
import { selfCheck } from '../../../core/operations/sweep/self-check.ts'
import { sweep } from '../../../core/operations/sweep/sweep.ts'
import { build as deadlineSweep } from '../../../functions/deadline-sweep.ts'
import { needsOf } from '../../../functions/wiring/services.ts'
import { caseFileOf } from '../../../core/case/fold.ts'
import * as cases from '../../support/case-builder.ts'
import { phonesOf } from '../../support/functions/phone.ts'
import { type Jaabi, withJaabi } from '../../support/functions/services.ts'

const newJaabi = await withJaabi()

/** The check at an hour of a day in June 2027; null when it was done already. */
function checkAt(jaabi: Jaabi, day: number, time = '09:00') {
  jaabi.clock.nowAt = `2027-06-${String(day).padStart(2, '0')}T${time}:00.000Z`
  return selfCheck({ ...jaabi.servicesFor('deadline-sweep'), now: jaabi.clock.nowAt })
}
async function sweepPractice(jaabi: Jaabi, day: number, time: string): Promise<void> {
  jaabi.clock.nowAt = `2027-06-${String(day).padStart(2, '0')}T${time}:00.000Z`
  const services = jaabi.servicesFor('deadline-sweep')
  await sweep(practising(needsOf(services), services.practice))
}

test('two sweeps at once check once a day, and the day begins at three', async () => {
  const jaabi = await newJaabi()
  const both = await Promise.all([checkAt(jaabi, 7), checkAt(jaabi, 7)])
  expect(both.filter((one) => one !== null)).toHaveLength(1)
  expect(await checkAt(jaabi, 8, '02:59')).toBeNull()
  expect(await checkAt(jaabi, 8, '03:00')).not.toBeNull()
})

test('every live case is on the agenda, notices are not taken for cases, and one that fell off it is missed', async () => {
  const jaabi = await newJaabi()
  const phones = phonesOf(jaabi)
  const reference = await phones.says('+22370000001', 'Pas de médicaments au CSCom')
  await phones.says('+22370000002', 'La pompe est cassée')
  expect(await checkAt(jaabi, 7)).toMatchObject({ rows: 2, live: 2, difference: 0 })

  const Key = { pk: { S: `ml#case#${reference}` }, sk: { S: 'case' } }
  await jaabi.client.send(
    new UpdateItemCommand({ TableName: jaabi.tables.cases, Key, UpdateExpression: 'REMOVE dueKey, dueSort' }),
  )
  expect(await checkAt(jaabi, 8)).toMatchObject({ rows: 1, live: 2, difference: -1 })

  const { client, tables, programme, figures } = jaabi
  const audit = dynamoFiguresAudit({ client, tables, programme: programme.id })
  expect(await recount({ programme, figures, audit })).toMatchObject({ offAgenda: [reference], missed: [] })
})

test('where agenda and figures differ, the check looks once more a minute later, and only then something is wrong', async () => {
  const jaabi = await newJaabi()
  const reference = await phonesOf(jaabi).says('+22370000001', 'Pas de médicaments au CSCom')
  const Key = { pk: { S: `ml#case#${reference}` }, sk: { S: 'case' } }
  await jaabi.client.send(
    new UpdateItemCommand({ TableName: jaabi.tables.cases, Key, UpdateExpression: 'REMOVE dueKey, dueSort' }),
  )
  const said: Record<string, unknown>[] = []
  const round = { mayGoOn: () => true, ready: () => Promise.resolve() }
  const rounds = dutyRounds((duty, says) => said.push({ duty, ...says }))
  const services = jaabi.servicesFor('deadline-sweep')
  for (let minute = 0; minute < 4; minute++) await rounds('before-cases', { ...services, ...needsOf(services) }, round)
  expect(said).toMatchObject([
    { duty: 'self-check', difference: -1, again: true, failed: false },
    { duty: 'self-check', difference: -1, failed: true },
  ])
})

test('the canary is visited by the sweep of practice, sends nothing, and is missed where nobody looks', async () => {
  const jaabi = await newJaabi()
  expect(await checkAt(jaabi, 7)).toMatchObject({ canary: 'none' })
  await sweepPractice(jaabi, 7, '09:04')
  expect(await checkAt(jaabi, 8)).toMatchObject({ canary: 'visited' })
  expect(await checkAt(jaabi, 9)).toMatchObject({ canary: 'missed' })
  // Yesterday's never stay on the agenda: one row, today's.
  const { practice } = jaabi.servicesFor('deadline-sweep')
  const { due } = await practice.stores.cases.due('2028-01-01T00:00:00.000Z', { after: null, limit: 100 })
  expect(due.map((item) => item.is === 'case' && item.reference)).toEqual(['canary-2027-06-09'])

  await jaabi.drain()
  expect([jaabi.sms, jaabi.published, await jaabi.items('figures'), await jaabi.items('notice')]).toEqual([
    [],
    [],
    [],
    [],
  ])
})

test('the deployed sweep looks after both: the canary it set is visited an hour later', async () => {
  const jaabi = await newJaabi()
  const services = jaabi.servicesFor('deadline-sweep')
  const sweepOn = deadlineSweep(services)
  const { cases: practised } = services.practice.stores
  const erased = async () => (await practised.load('canary-2027-06-07'))?.caseFile.erased
  await sweepOn()
  await sweepOn()
  expect(await erased()).toEqual([])

  jaabi.clock.nowAt = '2027-06-07T10:00:00.000Z'
  await sweepOn()
  expect(await erased()).toContain('words')
  expect(await practised.nextDueAt()).toBeNull()
})

test('a minute in which nothing is due asks the agenda and nothing else', async () => {
  const jaabi = await newJaabi()
  const services = jaabi.servicesFor('deadline-sweep')
  let read = 0
  const refreshProgramme = () => {
    read++
    return Promise.resolve()
  }
  const sweepOn = deadlineSweep({ ...services, refreshProgramme })
  await sweepOn()
  expect(read).toBe(1)
  await sweepOn()
  expect(read).toBe(1)
  await phonesOf(jaabi).says('+22370000001', 'Pas de médicaments au CSCom')
  jaabi.clock.nowAt = '2027-06-09T14:00:00.000Z'
  await sweepOn()
  await sweepOn()
  expect(read).toBe(2)
})

test('a canary of before, left in mid-session, is missed and taken off the agenda', async () => {
  const jaabi = await newJaabi()
  await checkAt(jaabi, 7)
  const { practice } = jaabi.servicesFor('deadline-sweep')
  const received = cases.opened({ channel: 'ussd', inSession: true, receivedAt: '2027-06-07T09:00:00.000Z' }).history
  const old = (on: number) => caseFileOf(practice.id, `canary-2027-06-0${on}`, received)
  const sealed = { scope: 'general', contact: null, words: {} } as const
  await practice.stores.cases.commit({ open: { caseFile: old(8), sealed } })
  await checkAt(jaabi, 8)
  expect(await checkAt(jaabi, 9)).toMatchObject({ canary: 'missed' })
  const { due } = await practice.stores.cases.due('2028-01-01T00:00:00.000Z', { after: null, limit: 100 })
  expect(due.map((item) => item.is === 'case' && item.reference)).not.toContain('canary-2027-06-08')
})
