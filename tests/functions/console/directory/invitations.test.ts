import { expect, test } from 'vitest'
import { takeInvitation } from '../../../../core/operations/directory/take-invitation.ts'
import { phonesOf } from '../../../support/functions/phone.ts'
import { type Jaabi, withJaabi } from '../../../support/functions/services.ts'
import { seatOf } from '../../../support/console/seat.ts'
import { textOf } from '../../../support/console/case-desk.ts'

const newJaabi = await withJaabi()
const list = '/console/annuaire/personnes/liste'
const at = '/console/annuaire/personnes/invitations'
const awaPhone = '+22370000011'
const link = 'jaabi.example/c'

/** A list of four: two with a number, one without, one whose organisation comes with the list and has no protocol. */
const contacts = [
  'Organisation;Nom et prénom;Fonction;Région;Téléphone;E-mail',
  'ONG Santé Gao;Awa Exemple;;Gao;70 00 00 11;awa@ong.example',
  'ONG Santé Gao;Binta Exemple;;Gao;70 00 00 12;binta@ong.example',
  'ONG Santé Gao;Coumba Exemple;;Gao;;coumba@ong.example',
  'ONG Neuve;Djeneba Exemple;;Gao;70 00 00 13;djeneba@ong.example',
].join('\n')

async function invited(consoleLink: string | null = link) {
  const jaabi = await newJaabi({ settings: { consoleLink } })
  await jaabi.person('admin-1', { role: 'administrator' })
  await jaabi.person('focal-1', { role: 'focal-point' })
  await imports(jaabi, contacts)
  return { jaabi, phones: phonesOf(jaabi) }
}

async function imports(jaabi: Jaabi, text: string): Promise<void> {
  const { upload, post } = await seatOf(jaabi, 'admin-1')
  const looked = await upload(list, { file: new File([text], 'contacts.csv'), adds: 'oui' })
  const written = await post(looked.headers.get('location') ?? '')
  expect(written.status).toBe(303)
}

const said = async (jaabi: Jaabi, path = at) => textOf(await (await (await seatOf(jaabi, 'admin-1')).get(path)).text())
const idOf = async (jaabi: Jaabi, name: string) =>
  (await jaabi.directory.members()).find((one) => one.name === name)?.id ?? ''
const calls = async (jaabi: Jaabi, ...names: string[]) => {
  const { send, csrf } = await seatOf(jaabi, 'admin-1')
  const ids = await Promise.all(names.map((name) => idOf(jaabi, name)))
  const response = await send(at, new URLSearchParams([['csrf', csrf], ...ids.map((id) => ['invited', id])]))
  await jaabi.drain()
  return response
}

test('an invitation leaves as an SMS to the number of the list, says where to sign in and nothing that opens anything, and its arrival is told', async () => {
  const { jaabi, phones } = await invited()
  expect(await said(jaabi)).toMatch(/Awa Exemple .*pas encore prévenue.*Binta Exemple .*pas encore prévenue/)
  const answer = await calls(jaabi, 'Awa Exemple')
  expect(answer.headers.get('location')).toBe(`${at}?partis=1`)
  expect(phones.received(awaPhone)).toEqual([
    `Jaabi: un compte de travail vous attend. Ouvrez ${link} avec votre e-mail de travail. STOP: plus de SMS.`,
  ])
  expect(phones.received('+22370000012')).toEqual([])
  expect(await said(jaabi)).toMatch(/Awa Exemple .*SMS parti demandé/)
  await phones.report(awaPhone)
  expect(await said(jaabi)).toMatch(/Awa Exemple .*SMS arrivé/)
  expect(JSON.stringify([await jaabi.items('invitation'), await jaabi.items('notice'), await jaabi.items('directory-audit')])).not.toContain('70000011') // prettier-ignore
})

test('pressed again, or by two at once, it is one SMS; a day later one may be sent again, three times in all', async () => {
  const { jaabi, phones } = await invited()
  await Promise.all([calls(jaabi, 'Awa Exemple'), calls(jaabi, 'Awa Exemple')])
  await calls(jaabi, 'Awa Exemple')
  expect(phones.received(awaPhone)).toHaveLength(1)
  await phones.report(awaPhone, 'Failed')
  expect(await said(jaabi)).toMatch(/Awa Exemple .*SMS pas arrivé/)
  for (const [day, many] of [
    ['08', 2],
    ['09', 3],
    ['10', 3],
  ] as const) {
    jaabi.clock.nowAt = `2027-06-${day}T10:00:00.000Z`
    await calls(jaabi, 'Awa Exemple')
    await phones.report(awaPhone)
    expect(phones.received(awaPhone), day).toHaveLength(many)
  }
})

test('no SMS goes to a phone that said STOP, nor in the night', async () => {
  const { jaabi, phones } = await invited()
  await phones.says(awaPhone, 'STOP')
  const before = phones.received(awaPhone).length
  jaabi.clock.nowAt = '2027-06-07T22:00:00.000Z'
  await calls(jaabi, 'Awa Exemple', 'Binta Exemple')
  expect([phones.received(awaPhone).length, phones.received('+22370000012').length]).toEqual([before, 0])
  jaabi.clock.nowAt = '2027-06-08T08:00:00.000Z'
  await jaabi.sweep()
  await jaabi.drain()
  expect([phones.received(awaPhone).length, phones.received('+22370000012').length]).toEqual([before, 1])
  expect(await said(jaabi)).toMatch(/Awa Exemple .*ce téléphone a dit STOP demandé .* une fiche à remettre/)
})

test('who waits for a protocol is not written to; who has no number gets a slip to hand over; without an address to sign in at nothing leaves', async () => {
  const { jaabi, phones } = await invited()
  expect(await said(jaabi)).toMatch(/Djeneba Exemple .*attend le protocole de son organisation Noter le protocole/)
  await calls(jaabi, 'Djeneba Exemple', 'Coumba Exemple')
  expect(phones.received('+22370000013')).toEqual([])
  expect(await said(jaabi)).toMatch(/Coumba Exemple .*une fiche à remettre/)
  const slips = await said(jaabi, `${at}/fiches`)
  expect(slips).toContain('Pour Coumba Exemple, ONG Santé Gao')
  expect(slips).toContain(link)
  expect(slips).not.toMatch(/Awa|Djeneba/)

  const without = await invited(null)
  expect(await said(without.jaabi)).toContain('L’adresse où se connecter n’est pas fixée')
  await calls(without.jaabi, 'Awa Exemple')
  expect(without.phones.received(awaPhone)).toEqual([])
  expect(await said(without.jaabi, `${at}/fiches`)).toMatch(/Pour Awa Exemple.*Pour Binta Exemple.*Pour Coumba Exemple/)
  expect(await said(without.jaabi, '/console/accueil')).not.toContain('prévenue')
})

test('whoever signs in has taken it up: the number goes, and nothing more is sent', async () => {
  const { jaabi, phones } = await invited()
  jaabi.clock.nowAt = '2027-06-07T22:00:00.000Z'
  await calls(jaabi, 'Awa Exemple')
  const needs = { directory: jaabi.directory, vault: jaabi.reader, programme: jaabi.programme, now: jaabi.clock.nowAt }
  await takeInvitation({ account: 'sub-awa', mail: 'Awa@ong.example' }, needs)
  expect((await jaabi.items('invitation')).length).toBe(2)
  jaabi.clock.nowAt = '2027-06-08T08:00:00.000Z'
  await jaabi.sweep()
  await jaabi.drain()
  expect(phones.received(awaPhone)).toEqual([])
  expect(await said(jaabi)).toMatch(/Awa Exemple .*compte ouvert/)
})

test('a corrected number may be written to at once; the same list again changes nothing', async () => {
  const { jaabi, phones } = await invited()
  await calls(jaabi, 'Awa Exemple')
  await phones.report(awaPhone, 'Failed')
  await imports(jaabi, contacts)
  await calls(jaabi, 'Awa Exemple')
  expect(phones.received(awaPhone)).toHaveLength(1)
  await imports(jaabi, contacts.replace('70 00 00 11', '70 00 00 19'))
  await calls(jaabi, 'Awa Exemple')
  expect(phones.received('+22370000019')).toHaveLength(1)
})

test('whoever administers is told first whom nobody has told yet, and who waits for a protocol', async () => {
  const { jaabi } = await invited()
  const start = () => said(jaabi, '/console/accueil')
  expect(await start()).toMatch(
    /2 personnes invitées ne sont pas encore prévenues.*1 personne invitée attend le protocole/,
  )
  await calls(jaabi, 'Awa Exemple')
  expect(await start()).toContain('1 personne invitée n’est pas encore prévenue')
  await calls(jaabi, 'Binta Exemple')
  expect(await start()).not.toContain('prévenue')
})

test('only whoever administers finds it', async () => {
  const { jaabi } = await invited()
  const { get, post } = await seatOf(jaabi, 'focal-1')
  for (const path of [at, `${at}/fiches`]) expect((await get(path)).status).toBe(404)
  expect((await post(at, { invited: await idOf(jaabi, 'Awa Exemple') })).status).toBe(404)
})
