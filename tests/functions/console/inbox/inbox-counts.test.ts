import { expect, test } from 'vitest'
import { dynamoFiguresAudit } from '../../../../adapters/dynamodb/figures/figures-audit.ts'
import { recount } from '../../../../core/operations/figures/recount.ts'
import type { Member } from '../../../../core/directory/member.ts'
import { filed } from '../../../support/functions/filing.ts'
import { deskOf } from '../../../support/functions/desk.ts'
import { type Jaabi, withJaabi } from '../../../support/functions/services.ts'
import { seatOf } from '../../../support/console/seat.ts'

const newJaabi = await withJaabi()
const ansongo = { system: 'cod-2021', code: 'ML0701' } as const
const mopti = { system: 'cod-2021', code: 'ML05' } as const
const n1 = { level: 'N1', category: 'SAN-FRAIS', place: ansongo }
const filters = ['', 'late', 'today', 'week', 'mine', 'new', 'unassigned', 'waiting', 'third-party', 'reopened', 'silent=7', 'visit'] // prettier-ignore

type Who = Omit<Partial<Member>, 'id'> & Pick<Member, 'role'> & { id?: string }

/** The count beside each filter, and how many cases it shows. */
async function countsOf(jaabi: Jaabi, { id = 'somebody', ...person }: Who) {
  await jaabi.person(id, person)
  const protects = person.role === 'protection'
  const { get } = await seatOf(jaabi, id, protects ? 'protection-console' : 'console')
  const inbox = `/console${protects ? '/protection' : ''}/inbox`
  const counted: Record<string, number | undefined> = {}
  const shown: Record<string, number> = {}
  for (const filter of filters) {
    const page = await (await get(`${inbox}${filter && `?${filter}`}`)).text()
    shown[filter] = [...page.matchAll(/data-case/g)].length
    const chip = [...page.matchAll(/href="([^"]*)"[^>]*>[^<]*<span class="count">(\d+)</g)]
    const own = chip.find(([, href]) => href === `${inbox}${filter && `?${filter}`}`)
    counted[filter] = own && Number(own[2])
  }
  return { counted, shown }
}

/** Cases in every state, some of which name somebody, some possibly or certainly S. */
async function country(jaabi: Jaabi) {
  const desk = await deskOf(jaabi)
  const assessed = async (over: object = {}, words: object = {}) => {
    const reference = await filed(jaabi, words)
    await desk.step(reference, 'assess', { ...n1, ...over })
    return reference
  }
  const given = async (over: object = {}) => {
    const reference = await assessed(over)
    await desk.step(reference, 'assign', { organisation: 'ong-sante-gao' })
    return reference
  }
  await filed(jaabi)
  await filed(jaabi, { lane: 'S2', words: null })
  await filed(jaabi, { lane: 'S1' })
  await filed(jaabi, { words: 'Un agent demande du sexe pour donner les vivres' })
  await assessed()
  await assessed({ place: mopti })
  await assessed({ named: ['person:awa'] })
  await assessed({ named: ['region:gao'] })
  await given({ named: ['organisation:csref-gao', 'person:awa'] })
  const naming = await given()
  await desk.step(naming, 'assess', { ...n1, named: ['organisation:ong-sante-gao'] })
  const waiting = await given()
  await desk.step(waiting, 'wait', { for: 'complainant', reason: 'lequel ?' })
  await desk.step(await given(), 'wait', { for: 'third-party', reason: 'commandé' })
  const again = await assessed()
  await desk.step(again, 'answer', { outcome: 'resolved', answer: 'Le puits est réparé.' })
  await desk.step(again, 'reopen', { reason: 'pas réglé' })
  const offered = await assessed()
  await desk.step(offered, 'refer', { to: 'ong-sante-gao' })
  await jaabi.drain()
}

const readers: Who[] = [
  { role: 'focal-point' },
  { id: 'awa', role: 'deputy' },
  { role: 'regional-cluster', region: 'gao' },
  { id: 'awa', role: 'regional-cluster', region: 'gao' },
  { role: 'regional-cluster', region: 'mopti' },
  { role: 'partner', organisation: 'ong-sante-gao' },
  { role: 'coordinator' },
  { role: 'protection' },
  { role: 'integrity' },
]
const name = ({ id, role, region, organisation }: Who) => [role, region ?? organisation, id].filter(Boolean).join(' ')

test('each count is what its filter finds for this person, on the first day, when dates have passed and after silence', async () => {
  const jaabi = await newJaabi()
  await country(jaabi)
  const late: Record<string, number | undefined> = {}
  for (const now of ['2027-06-07T10:00:00.000Z', '2027-06-21T18:00:00.000Z', '2027-07-20T09:00:00.000Z']) {
    jaabi.clock.nowAt = now
    // One rung a visit: until nothing more is due.
    for (let visit = 0; visit < 3; visit++) {
      await jaabi.sweep()
      await jaabi.drain()
    }
    for (const who of readers) {
      const { counted, shown } = await countsOf(jaabi, who)
      expect(counted, `${name(who)} at ${now}`).toEqual(shown)
      late[name(who)] = (late[name(who)] ?? 0) + (counted['late'] ?? 0)
    }
  }
  expect(late['focal-point']).toBeGreaterThan(0)
  const { programme, client, tables, figures } = jaabi
  const audit = dynamoFiguresAudit({ client, tables, programme: programme.id })
  expect(await recount({ programme, figures, audit })).toMatchObject({ missed: [], differences: [] })
})

test('early in March, what was done in February is not forgotten: a month is shorter than the days looked back on', async () => {
  const jaabi = await newJaabi()
  jaabi.clock.nowAt = '2027-02-26T10:00:00.000Z'
  await filed(jaabi)
  await jaabi.drain()
  jaabi.clock.nowAt = '2027-03-01T10:00:00.000Z'
  const { counted, shown } = await countsOf(jaabi, { role: 'focal-point' })
  expect(shown).toMatchObject({ '': 1, 'silent=7': 0 })
  expect(counted).toEqual(shown)
})

test('whom a case names learns nothing of it from a count, and an authority is shown none', async () => {
  const jaabi = await newJaabi()
  const partner = { role: 'partner', organisation: 'ong-sante-gao' } as const
  const desk = await deskOf(jaabi)
  for (const named of [[], ['organisation:ong-sante-gao']]) {
    const reference = await filed(jaabi)
    await desk.step(reference, 'assess', n1)
    await desk.step(reference, 'assign', { organisation: 'ong-sante-gao' })
    await desk.step(reference, 'assess', { ...n1, named })
  }
  expect((await countsOf(jaabi, partner)).counted['']).toBe(1)
  expect((await countsOf(jaabi, { role: 'focal-point' })).counted['']).toBe(2)
  const authority = await countsOf(jaabi, { role: 'authority', region: 'gao', organisation: 'drs-gao' })
  expect(authority.counted['']).toBeUndefined()
  expect(authority.shown['']).toBe(2)
})
