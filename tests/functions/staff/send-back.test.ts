import { expect, test } from 'vitest'
import { build as staffApi } from '../../../functions/staff-api.ts'
import { deskOf } from '../../support/functions/desk.ts'
import { phonesOf, woman } from '../../support/functions/phone.ts'
import { type Jaabi, withJaabi } from '../../support/functions/services.ts'

const newJaabi = await withJaabi()
const ansongo = { system: 'cod-2021', code: 'ML0701' } as const

async function regionOf(jaabi: Jaabi, region = 'gao') {
  const api = staffApi(jaabi.servicesFor('staff-api'))
  const token = await jaabi.person(`${region}-1`, { role: 'regional-cluster', region })
  let requests = 0
  return async (reference: string, body: object = { reason: 'Le centre n’a pas été appelé.' }) => {
    const response = await api.request(`/api/cases/${reference}/send-back`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ requestId: `back-${(requests += 1)}`, ...body }),
    })
    await jaabi.drain()
    return { status: response.status, json: (await response.json()) as { why?: string } }
  }
}

async function sweptAt(jaabi: Jaabi, now: string): Promise<void> {
  jaabi.clock.nowAt = now
  await jaabi.sweep()
  await jaabi.drain()
}

/** A case with an organisation, left until it climbed to Gao. */
async function escalated(jaabi: Jaabi): Promise<string> {
  const desk = await deskOf(jaabi)
  const reference = await phonesOf(jaabi).says(woman, "Au CSCom d'Ansongo il n'y a plus de paracetamol")
  await desk.step(reference, 'assess', { level: 'N1', category: 'SAN-MEDIC', place: ansongo })
  await desk.step(reference, 'assign', { organisation: 'ong-sante-gao' })
  for (let day = 8; day < 31 && (await jaabi.caseOf(reference)).escalationLevel === 0; day++)
    await sweptAt(jaabi, `2027-06-${String(day).padStart(2, '0')}T10:00:00.000Z`)
  return reference
}

test('a region sends what climbed back with a reason: the organisation has it again, with time of its own, then it climbs again', async () => {
  const jaabi = await newJaabi()
  const reference = await escalated(jaabi)
  expect((await jaabi.caseOf(reference)).escalationLevel).toBe(1)
  const back = await regionOf(jaabi)
  const before = await jaabi.caseOf(reference)
  expect((await back(reference)).status).toBe(200)

  const sent = await jaabi.caseOf(reference)
  expect(sent).toMatchObject({ escalationLevel: 0, organisation: 'ong-sante-gao', rungAt: jaabi.clock.nowAt })
  expect(JSON.stringify(sent.history)).not.toContain('appelé')
  expect((await jaabi.saidIn(reference)).map(({ words }) => words)).toContain('Le centre n’a pas été appelé.')
  // Who was promised a nearer date is told of the new one, and of none when it did not move.
  const told = (await jaabi.noticesOf(reference)).filter(({ template }) => template === 'delay')
  expect(told).toHaveLength(sent.promisedAt === before.promisedAt ? 0 : 1)
  expect((sent.promisedAt ?? '') >= (before.promisedAt ?? '')).toBe(true)

  await sweptAt(jaabi, new Date(Date.parse(jaabi.clock.nowAt) + 3_600_000).toISOString())
  expect((await jaabi.caseOf(reference)).escalationLevel).toBe(0)
  await sweptAt(jaabi, new Date(Date.parse(jaabi.clock.nowAt) + 30 * 86_400_000).toISOString())
  expect((await jaabi.caseOf(reference)).escalationLevel).toBe(1)
  expect(await back(reference)).toMatchObject({ status: 409, json: { why: 'sent-back-already' } })
})

test('not without a reason, not what has not climbed, not by another region', async () => {
  const jaabi = await newJaabi()
  const desk = await deskOf(jaabi)
  const fresh = await phonesOf(jaabi).says(woman, "Au CSCom d'Ansongo il n'y a plus de savon")
  await desk.step(fresh, 'assess', { level: 'N1', category: 'SAN-MEDIC', place: ansongo })
  const gao = await regionOf(jaabi)
  expect(await gao(fresh)).toMatchObject({ status: 409, json: { why: 'not-climbed' } })
  expect((await gao(fresh, {})).status).toBe(400)
  expect((await (await regionOf(jaabi, 'mopti'))(fresh)).status).toBe(404)
})
