import { expect, test } from 'vitest'
import { deskOf } from '../../../support/functions/desk.ts'
import { phonesOf, woman } from '../../../support/functions/phone.ts'
import { type Jaabi, withJaabi } from '../../../support/functions/services.ts'
import { seatOf } from '../../../support/console/seat.ts'

const newJaabi = await withJaabi()
const at = '/console/annuaire'

async function staffed() {
  const jaabi = await newJaabi()
  await jaabi.person('focal-1', { role: 'focal-point', name: 'Awa' })
  await jaabi.person('gao-1', { role: 'regional-cluster', region: 'gao', name: 'Issa' })
  await jaabi.person('partner-1', { role: 'partner', organisation: 'ong-sante-gao' })
  await jaabi.person('partner-2', { role: 'partner', organisation: 'ong-sante-gao' })
  await jaabi.person('partner-3', { role: 'partner', organisation: 'ong-sante-mopti' })
  await jaabi.person('health-1', { role: 'authority', region: 'gao', organisation: 'drs-gao' })
  for (const id of ['admin-1', 'admin-2']) await jaabi.person(id, { role: 'administrator' })
  for (const role of ['protection', 'integrity'] as const)
    for (const id of [`${role}-1`, `${role}-2`]) await jaabi.person(id, { role })
  return jaabi
}
const textOf = async (answer: Response | Promise<Response>): Promise<string> => (await answer).text()

async function away(
  jaabi: Jaabi,
  person: string,
  deputy: string,
  days = { fromOn: '2027-06-07', untilOn: '2027-06-09' },
) {
  const version = String((await jaabi.directory.member(person))?.version)
  // Whoever is in a pair says it themselves.
  if (person.startsWith('protection')) {
    const own = await seatOf(jaabi, person, 'protection-console')
    return own.post('/console/protection/annuaire/absences', { version, ...days, deputy })
  }
  const admin = await seatOf(jaabi, 'admin-1')
  return admin.post(`${at}/personnes/${person}/absence`, { version, ...days, deputy })
}

async function complaint(jaabi: Jaabi): Promise<string> {
  const reference = await phonesOf(jaabi).says(woman, "Au CSCom d'Ansongo il n'y a plus de paracetamol")
  await jaabi.drain()
  return reference
}

test('whoever was named works as the absent one under their own name, until the last day', async () => {
  const jaabi = await staffed()
  const reference = await complaint(jaabi)
  const deputy = await seatOf(jaabi, 'gao-1')
  expect((await deputy.get(`/console/cases/${reference}`)).status).toBe(404)
  expect((await deputy.post(`${at}/remplacement`, { absent: 'focal-1' })).status).toBe(404)

  const focal = await seatOf(jaabi, 'focal-1')
  const version = String((await jaabi.directory.member('focal-1'))?.version)
  const days = { fromOn: '2027-06-07', untilOn: '2027-06-09' }
  expect((await focal.post(`${at}/absences`, { version, ...days, deputy: 'gao-1' })).status).toBe(303)
  expect(await textOf(deputy.get(`${at}/absences`))).toContain('Je remplace Awa')
  const stands = await deputy.post(`${at}/remplacement`, { absent: 'focal-1' })
  expect(stands.headers.get('location')).toBe(`${at}/passation`)
  const handOver = await textOf(deputy.get(`${at}/passation`))
  expect(handOver).toContain('Issa, pour Awa')
  expect(handOver).toMatch(/<b>1<\/b>dossiers ouverts/)
  expect(handOver).toContain(reference.slice(0, 4))

  const form = { level: 'N1', category: 'SAN-MEDIC', place: 'cod-2021 ML0701', requestId: 'r-1-assess' }
  expect((await deputy.post(`/console/cases/${reference}/assess`, form)).status).toBe(303)
  const step = (await jaabi.caseOf(reference)).history.find(({ what }) => what === 'assessed')
  expect(step?.by).toEqual({ person: 'gao-1', role: 'focal-point' })

  jaabi.clock.nowAt = '2027-06-10T00:00:00.000Z'
  const again = await seatOf(jaabi, 'gao-1')
  expect((await again.post(`${at}/remplacement`, { absent: 'focal-1' })).status).toBe(404)
})

test('a replacement ends with the absence at once, in the session that goes on', async () => {
  const jaabi = await staffed()
  const reference = await complaint(jaabi)
  expect((await away(jaabi, 'focal-1', 'gao-1')).status).toBe(303)
  const deputy = await seatOf(jaabi, 'gao-1')
  await deputy.post(`${at}/remplacement`, { absent: 'focal-1' })
  expect((await deputy.get(`/console/cases/${reference}`)).status).toBe(200)
  const admin = await seatOf(jaabi, 'admin-1')
  const version = String((await jaabi.directory.member('focal-1'))?.version)
  await admin.post(`${at}/personnes/focal-1/absence`, { version, fin: 'oui' })
  expect((await deputy.get(`/console/cases/${reference}`)).status).toBe(404)
  expect((await deputy.get(`${at}/passation`)).status).toBe(404)

  await away(jaabi, 'focal-1', 'gao-1')
  expect((await deputy.get(`/console/cases/${reference}`)).status).toBe(200)
  await deputy.post(`${at}/remplacement`)
  expect((await deputy.get(`/console/cases/${reference}`)).status).toBe(404)
})

test('whoever works for a focal point does so with cases: the directory is theirs only as far as it was before', async () => {
  const jaabi = await staffed()
  await jaabi.person('deputy-1', { role: 'deputy' })
  const pages = ['/personnes', '/presence', '/journal', '/organisations/ong-sante-gao']
  for (const [person, status] of [
    ['gao-1', 404],
    ['deputy-1', 200],
  ] as const) {
    await away(jaabi, 'focal-1', person)
    const seat = await seatOf(jaabi, person)
    await seat.post(`${at}/remplacement`, { absent: 'focal-1' })
    expect((await seat.get('/console/charge')).status).toBe(200)
    for (const path of pages) expect((await seat.get(at + path)).status, `${person} ${path}`).toBe(status)
    // The menu of a focal point leads to where whoever stands in may go back from.
    const menu = await seat.get(at)
    expect(menu.headers.get('location') ?? menu.status).toBe(status === 404 ? `${at}/absences` : 200)
  }
})

test('a deputy stays shut out of what names them, their organisation or the absent person', async () => {
  const jaabi = await staffed()
  await jaabi.person('seconded-1', { role: 'deputy', organisation: 'ong-sante-gao' })
  await away(jaabi, 'focal-1', 'seconded-1')
  const desk = await deskOf(jaabi)
  const deputy = await seatOf(jaabi, 'seconded-1')
  await deputy.post(`${at}/remplacement`, { absent: 'focal-1' })
  for (const named of ['organisation:ong-sante-gao', 'person:seconded-1', 'person:focal-1']) {
    const reference = await phonesOf(jaabi).says(woman, `Il n'y a plus de paracetamol, ${named}`)
    expect((await deputy.get(`/console/cases/${reference}`)).status).toBe(200)
    await desk.step(reference, 'assess', { level: 'N1', category: 'SAN-MEDIC', named: [named] })
    expect((await deputy.get(`/console/cases/${reference}`)).status, named).toBe(404)
  }
})

test('a partner, an authority or a relay reads the cases of nobody but a colleague, absent or not', async () => {
  const jaabi = await staffed()
  for (const [absent, deputy] of [
    ['focal-1', 'partner-1'],
    ['focal-1', 'health-1'],
    ['gao-1', 'health-1'],
    ['partner-1', 'partner-3'],
    ['health-1', 'partner-1'],
  ] as const)
    expect((await away(jaabi, absent, deputy)).status, `${absent} by ${deputy}`).toBe(422)
  expect((await away(jaabi, 'partner-1', 'partner-2')).status).toBe(303)
  expect((await away(jaabi, 'partner-3', 'focal-1')).status).toBe(303)
})

test('a pair is replaced from the other pair only: nobody confirms their own step', async () => {
  const jaabi = await staffed()
  for (const [absent, deputy] of [
    ['protection-1', 'protection-2'],
    ['protection-1', 'focal-1'],
    ['protection-1', 'admin-2'],
    ['focal-1', 'admin-2'],
    ['focal-1', 'focal-1'],
    ['admin-2', 'focal-1'],
  ] as const)
    expect((await away(jaabi, absent, deputy)).status, `${absent} by ${deputy}`).toBe(422)
  expect((await away(jaabi, 'protection-1', 'integrity-1')).status).toBe(303)

  const reference = await complaint(jaabi)
  const desk = await deskOf(jaabi)
  await desk.step(reference, 'assess', { level: 'S1', category: 'INT-ARGENT' })
  const integrity = await seatOf(jaabi, 'integrity-1')
  const raised = { level: 'S2', category: 'PRO-SEA', requestId: 'r-1-assess' }
  expect((await integrity.post(`/console/cases/${reference}/assess`, raised)).status).toBe(200)
  const moved = await integrity.post(`${at}/remplacement`, { absent: 'protection-1' })
  expect(moved.headers.get('location')).toBe('/console/protection/annuaire/passation')

  const services = jaabi.servicesFor('protection-console')
  const { build } = await import('../../../../functions/protection-console.ts')
  const app = build(services)
  const origin = 'https://jaabi.example'
  const post = (path: string, fields: Record<string, string>) =>
    app.request(`${origin}/console/protection${path}`, {
      method: 'POST',
      headers: { cookie: integrity.cookie, origin, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ csrf: integrity.csrf, ...fields }).toString(),
    })
  const steps = `/cases/${reference}`
  expect((await post(`${steps}/refer`, { to: 'psea-network', requestId: 'r-2-refer' })).status).toBe(303)
  const receipt = { body: 'psea-network', number: 'RX-1', requestId: 'r-3-receipt' }
  expect((await post(`${steps}/receipt`, receipt)).status).toBe(303)
  // As themselves or as the absent one, it is the same person.
  expect((await post(`${steps}/confirm`, { requestId: 'r-4-confirm' })).status).toBe(409)
  const entered = (await jaabi.caseOf(reference)).history.find(({ what }) => what === 'receipt-entered')
  expect(entered?.by).toEqual({ person: 'integrity-1', role: 'protection' })
  const second = await seatOf(jaabi, 'protection-2', 'protection-console')
  const confirms = await second.post(`/console/protection${steps}/confirm`, { requestId: 'r-5-confirm' })
  expect([200, 303]).toContain(confirms.status)
  expect((await jaabi.caseOf(reference)).status).toBe('closed')
})

test('where who was chosen is away too, also when that is said later, somebody else does the work, and the page says who', async () => {
  const jaabi = await staffed()
  await jaabi.person('gao-2', { role: 'regional-cluster', region: 'gao', name: 'Mariam' })
  const reference = await complaint(jaabi)
  await away(jaabi, 'focal-1', 'gao-1')
  const chosen = await seatOf(jaabi, 'gao-1')
  await chosen.post(`${at}/remplacement`, { absent: 'focal-1' })
  expect((await away(jaabi, 'gao-1', 'gao-2', { fromOn: '2027-06-07', untilOn: '2027-06-08' })).status).toBe(303)
  expect((await chosen.get(`/console/cases/${reference}`)).status).toBe(404)

  const next = await seatOf(jaabi, 'gao-2')
  expect(await textOf(next.get(`${at}/absences`))).toContain('Je remplace Awa')
  await next.post(`${at}/remplacement`, { absent: 'focal-1' })
  expect((await next.get(`/console/cases/${reference}`)).status).toBe(200)
  const own = await textOf((await seatOf(jaabi, 'focal-1')).get(`${at}/absences`))
  expect(own).toMatch(/Issa n’est pas là non plus.*Mariam remplace/)
  const people = await textOf((await seatOf(jaabi, 'admin-1')).get(`${at}/personnes`))
  expect(people).toMatch(/Issa n’est pas là non plus.*Mariam remplace/)
})
