import { expect, test, vi } from 'vitest'
import { deskOf } from '../../../support/functions/desk.ts'
import { phonesOf, woman } from '../../../support/functions/phone.ts'
import { type Jaabi, withJaabi } from '../../../support/functions/services.ts'
import { seatOf } from '../../../support/console/seat.ts'

const newJaabi = await withJaabi()
const at = '/console/annuaire'

async function staffed() {
  const jaabi = await newJaabi()
  await jaabi.person('admin-1', { role: 'administrator' })
  await jaabi.person('admin-2', { role: 'administrator' })
  await jaabi.person('focal-1', { role: 'focal-point' })
  return jaabi
}

const version = (page: string): string => /name="version" value="(\d+)"/.exec(page)?.[1] ?? ''
const textOf = async (answer: Response | Promise<Response>): Promise<string> => (await answer).text()
const plain = { name: 'ONG Nouvelle', kind: 'ngo', regions: 'gao', sectors: 'santé', languages: 'fr', active: 'oui' }

type Seat = Awaited<ReturnType<typeof seatOf>>
async function addsOrganisation(seat: Seat, fields: Record<string, string> = {}): Promise<Response> {
  const form = await textOf(seat.get(`${at}/organisations/nouvelle`))
  return seat.post(`${at}/organisations/nouvelle`, { version: version(form), ...plain, ...fields })
}
const person = { role: 'partner', name: 'Awa Exemple', organisation: 'ong-sante-gao', languages: 'fr', active: 'oui' }
async function changes(seat: Seat, id: string, fields: Record<string, string>): Promise<Response> {
  const form = await textOf(seat.get(`${at}/personnes/${id}`))
  return seat.post(`${at}/personnes/${id}`, { version: version(form), ...person, ...fields })
}

type Desk = Awaited<ReturnType<typeof deskOf>>
async function assessed(jaabi: Jaabi, desk: Desk): Promise<string> {
  const reference = await phonesOf(jaabi).says(woman, "Au CSCom d'Ansongo il n'y a plus de paracetamol")
  await desk.step(reference, 'assess', {
    level: 'N1',
    category: 'SAN-MEDIC',
    place: { system: 'cod-2021', code: 'ML0701' },
  })
  return reference
}

test('an organisation added in the console is offered where a case is assigned, and reminded on Mondays; an inactive one is offered no more, marked where it still has a case, and reminded until it has none', async () => {
  const jaabi = await staffed()
  const admin = await seatOf(jaabi, 'admin-1')
  expect((await addsOrganisation(admin)).status).toBe(303)
  const number = await admin.post(`${at}/organisations/ong-nouvelle/responsable`, { phone: '+223 70 00 00 91' })
  expect(number.status).toBe(303)
  const desk = await deskOf(jaabi)
  const reference = await assessed(jaabi, desk)
  const focal = await seatOf(jaabi, 'focal-1')
  expect(await textOf(focal.get(`/console/cases/${reference}`))).toContain('<option value="ong-nouvelle"')
  await desk.step(reference, 'assign', { organisation: 'ong-nouvelle' })
  expect(phonesOf(jaabi).received('+22370000091')).toHaveLength(1)

  const off = await textOf(admin.get(`${at}/organisations/ong-nouvelle`))
  await admin.post(`${at}/organisations/ong-nouvelle`, { version: version(off), ...plain, active: 'non' })
  const other = await assessed(jaabi, desk)
  expect(await textOf(focal.get(`/console/cases/${other}`))).not.toContain('<option value="ong-nouvelle"')
  await expect(desk.step(other, 'assign', { organisation: 'ong-nouvelle' })).rejects.toThrow(/organisation-inactive/)
  expect((await jaabi.caseOf(reference)).organisation).toBe('ong-nouvelle')
  const load = await textOf(focal.get('/console/charge'))
  expect(load).toMatch(/ONG Nouvelle[\s\S]*inactive[\s\S]*à reprendre et à confier à une autre/)
  const [, theirs = ''] = /href="(\/console\/recherche\?[^"]*)"/.exec(load) ?? []
  expect(await textOf(focal.get(theirs.replaceAll('&amp;', '&')))).toContain(`/console/cases/${reference}"`)

  const remindedOn = async (day: string): Promise<number> => {
    jaabi.clock.nowAt = `${day}T08:00:00.000Z`
    await jaabi.sweep()
    const keys = (await jaabi.items('notice')).map(({ pk, sk }) => `${String(pk)}${String(sk)}`)
    return keys.filter((key) => key.includes(`monday-${day}`) && key.includes('organisation:')).length
  }
  expect(await remindedOn('2027-06-14')).toBe(1)
  await desk.step(reference, 'revoke', {})
  expect(await remindedOn('2027-06-21')).toBe(0)
  expect(await textOf(focal.get('/console/charge'))).not.toContain('à reprendre et à confier')
})

test('of two administrators at once the second is told, keeps what was typed, and overwrites nothing', async () => {
  const jaabi = await staffed()
  const [one, two] = [await seatOf(jaabi, 'admin-1'), await seatOf(jaabi, 'admin-2')]
  const form = version(await textOf(one.get(`${at}/organisations/nouvelle`)))
  expect((await one.post(`${at}/organisations/nouvelle`, { version: form, ...plain })).status).toBe(303)
  const late = await two.post(`${at}/organisations/nouvelle`, { version: form, ...plain, name: 'ONG Autre' })
  expect(late.status).toBe(409)
  const page = await late.text()
  expect(page).toContain('vient de changer')
  expect(page).toContain('value="ONG Autre"')
  expect((await jaabi.directory.overlay()).organisations.map(({ name }) => name)).toEqual(['ONG Nouvelle'])
  const both = await Promise.all(
    [one, two].map(async (seat) => (await changes(seat, 'focal-1', { role: 'deputy', organisation: '' })).status),
  )
  expect(both.toSorted()).toEqual([303, 409])
})

test('nobody takes their own role away, and of two who close each other’s access one stays', async () => {
  const jaabi = await staffed()
  const [one, two] = [await seatOf(jaabi, 'admin-1'), await seatOf(jaabi, 'admin-2')]
  const own = await changes(one, 'admin-1', { role: 'focal-point', organisation: '' })
  expect(own.status).toBe(422)
  expect(await own.text()).toContain('son propre rôle')
  expect((await changes(one, 'admin-1', { role: 'administrator', active: 'non' })).status).toBe(422)
  await Promise.all([
    changes(one, 'admin-2', { role: 'administrator', organisation: '', active: 'non' }),
    changes(two, 'admin-1', { role: 'administrator', organisation: '', active: 'non' }),
  ])
  const members = await jaabi.directory.members()
  expect(members.filter(({ role, active }) => role === 'administrator' && active)).toHaveLength(1)
})

test('closing an access ends its sessions, and a role counts from the next page on', async () => {
  const jaabi = await staffed()
  const admin = await seatOf(jaabi, 'admin-1')
  const focal = await seatOf(jaabi, 'focal-1')
  expect((await changes(admin, 'focal-1', { role: 'deputy', organisation: '' })).status).toBe(303)
  expect(await textOf(focal.get('/console'))).toContain('Suppléance du point focal')
  jaabi.clock.nowAt = '2027-06-07T09:00:05.000Z'
  await changes(admin, 'focal-1', { role: 'deputy', organisation: '', active: 'non' })
  await changes(admin, 'focal-1', { role: 'deputy', organisation: '', active: 'oui' })
  expect((await focal.get('/console')).status).toBe(303)
})

test('the number of a responsible person is sealed, shown to nobody and logged nowhere', async () => {
  const jaabi = await staffed()
  const logged = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  const admin = await seatOf(jaabi, 'admin-1')
  const path = `${at}/organisations/ong-sante-gao`
  const wrong = await admin.post(`${path}/responsable`, { phone: '+223 70 00 00 9' })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).not.toContain('70 00 00 9')
  expect((await admin.post(`${path}/responsable`, { phone: '+223 70 00 00 92' })).status).toBe(303)
  const pages = await Promise.all([path, at, `${at}/journal`].map((page) => textOf(admin.get(page))))
  expect(pages[0]).toContain('••••••••')
  const seen = [...pages, JSON.stringify(logged.mock.calls), JSON.stringify(await jaabi.items('directory-audit'))]
  for (const text of seen) expect(text).not.toMatch(/7000009|70 00 00 9/)
  expect(JSON.stringify(await jaabi.items('responsible'))).not.toContain('70000092')
  await admin.post(`${path}/responsable`, { phone: '' })
  expect(await jaabi.directory.responsible('ong-sante-gao')).toBeNull()
  logged.mockRestore()
})

test('who may not read the directory finds nothing, and only an administrator changes it', async () => {
  const jaabi = await staffed()
  await jaabi.person('partner-1', { role: 'partner', organisation: 'ong-sante-gao' })
  await jaabi.person('gao-1', { role: 'regional-cluster', region: 'gao' })
  const reads = ['', '/organisations/ong-sante-gao', '/personnes', '/personnes/admin-1', '/presence', '/journal']
  for (const role of ['partner-1', 'gao-1']) {
    const seat = await seatOf(jaabi, role)
    for (const path of reads) expect((await seat.get(`${at}${path}`)).status, path).toBe(404)
    expect((await seat.get(`${at}/absences`)).status).toBe(200)
  }
  const partner = await seatOf(jaabi, 'partner-1')
  const nowhere = await textOf(partner.get('/console/nulle-part'))
  expect(await textOf(partner.get(`${at}/personnes`))).toBe(nowhere)
  const absence = { version: '1', fromOn: '2027-06-07', untilOn: '2027-06-08', deputy: 'focal-1' }
  expect((await partner.post(`${at}/absences`, absence)).status).toBe(404)
  const focal = await seatOf(jaabi, 'focal-1')
  for (const path of reads) expect((await focal.get(`${at}${path}`)).status, path).toBe(200)
  const writes = ['/organisations/nouvelle', '/organisations/ong-sante-gao', '/organisations/ong-sante-gao/responsable']
  for (const path of [...writes, '/personnes/admin-1', '/personnes/nouvelle', '/personnes/admin-1/absence'])
    expect((await focal.post(`${at}${path}`, { version: '0', ...plain, ...person })).status, path).toBe(404)
  const admin = await seatOf(jaabi, 'admin-1')
  const reference = await assessed(jaabi, await deskOf(jaabi))
  expect((await admin.get(`/console/cases/${reference}`)).status).toBe(404)
  expect(await textOf(admin.get('/console'))).not.toContain(reference)
})

test('every change is in the list of changes: who, what, before and after in words, by person and by organisation', async () => {
  const jaabi = await staffed()
  const admin = await seatOf(jaabi, 'admin-1')
  await addsOrganisation(admin)
  await changes(admin, 'focal-1', { role: 'deputy', organisation: '', name: 'Autre Nom' })
  const all = await textOf(admin.get(`${at}/journal`))
  expect(all).toMatch(/Point focal redevabilité → <b>Suppléance du point focal<\/b>/)
  expect(JSON.stringify(await jaabi.items('directory-audit'))).not.toContain('Autre Nom')
  const ofPerson = await textOf(admin.get(`${at}/journal?de=person:focal-1`))
  expect(ofPerson).toContain('<b>Suppléance du point focal</b>')
  expect(ofPerson).not.toContain('Organisation ajoutée')
  const ofOrganisation = await textOf(admin.get(`${at}/journal?de=organisation:ong-nouvelle`))
  expect(ofOrganisation).toContain('Organisation ajoutée')
  expect(ofOrganisation).not.toContain('<b>Suppléance du point focal</b>')
})

test('the day of an organisation’s last action is that of its people, not of others', async () => {
  const jaabi = await staffed()
  const desk = await deskOf(jaabi)
  const reference = await assessed(jaabi, desk)
  await desk.step(reference, 'assign', { organisation: 'ong-sante-gao' })
  expect(await jaabi.lastActions.all()).toEqual(new Map())
  await jaabi.person('partner-1', { role: 'partner', organisation: 'ong-sante-gao' })
  const partner = await seatOf(jaabi, 'partner-1')
  const note = { text: 'Vu sur place', requestId: 'r-1-note' }
  expect((await partner.post(`/console/cases/${reference}/note`, note)).status).toBe(303)
  await jaabi.drain()
  expect(await jaabi.lastActions.all()).toEqual(new Map([['ong-sante-gao', '2027-06-07']]))
})

test('the administration says in which languages somebody reads for others, and the audit tells; of a partner nobody says it', async () => {
  const jaabi = await staffed()
  const admin = await seatOf(jaabi, 'admin-1')
  const reads = { role: 'deputy', organisation: '', readerOf: 'taq' }
  expect((await changes(admin, 'focal-1', { ...reads, role: 'partner', organisation: 'ong-sante-gao' })).status).toBe(
    422,
  )
  expect((await changes(admin, 'focal-1', reads)).status).toBe(303)
  expect((await jaabi.directory.member('focal-1'))?.readerOf).toEqual(['taq'])
  expect(await textOf(admin.get(`${at}/personnes/focal-1`))).toMatch(/Lit pour les autres[\s\S]*tamasheq/)
  expect(await textOf(admin.get(`${at}/journal`))).toMatch(/Lit pour les autres[\s\S]*tamasheq/)
})
