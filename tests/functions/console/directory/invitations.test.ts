import { describe, expect, test } from 'vitest'
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

async function invited(consoleLink: string | null = link, mailFrom: string | null = null) {
  const jaabi = await newJaabi({ settings: { consoleLink, mailFrom } })
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
const calls = (jaabi: Jaabi, ...names: string[]) => presses(jaabi, names)
const presses = async (jaabi: Jaabi, names: readonly string[], button: string[][] = []) => {
  const { send, csrf } = await seatOf(jaabi, 'admin-1')
  const ids = await Promise.all(names.map((name) => idOf(jaabi, name)))
  const response = await send(at, new URLSearchParams([['csrf', csrf], ...button, ...ids.map((id) => ['invited', id])]))
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

describe('by e-mail, where Jaabi sends mail', () => {
  const from = 'jaabi@example.org'
  const byMail = [['par', 'courriel']]
  const mailsTo = (jaabi: Jaabi, name: string) => jaabi.mailed.filter(({ to }) => to === `${name}@ong.example`)

  test('who has no number is told by e-mail, where to sign in and nothing that opens anything; the page says that it left', async () => {
    const { jaabi, phones } = await invited(link, from)
    expect(await said(jaabi)).toMatch(/Awa Exemple .*pas encore prévenue par SMS .*Coumba Exemple .*pas encore prévenue par courriel/) // prettier-ignore
    await calls(jaabi, 'Awa Exemple', 'Coumba Exemple', 'Djeneba Exemple')
    expect(phones.received(awaPhone)).toHaveLength(1)
    expect(mailsTo(jaabi, 'awa')).toEqual([])
    const [mail, ...more] = mailsTo(jaabi, 'coumba')
    expect(more).toEqual([])
    expect(mail?.subject).toBe('Jaabi : un compte de travail vous attend')
    expect(mail?.body).toContain(`Ouvrez ${link} avec cette adresse e-mail`)
    expect(mail?.body).not.toMatch(/Coumba|ONG|\d{4}|mot de passe est/)
    // Her organisation has no protocol.
    expect(mailsTo(jaabi, 'djeneba')).toEqual([])
    expect(await said(jaabi)).toMatch(/Coumba Exemple .*courriel parti demandé/)
    expect(JSON.stringify([await jaabi.items('invitation'), await jaabi.items('notice'), await jaabi.items('directory-audit')])).not.toMatch(/ong\.example|70000011/) // prettier-ignore
  })

  test('by choice it goes to whoever has a number too; pressed again, both ways, it is one message, and three in all', async () => {
    const { jaabi, phones } = await invited(link, from)
    await Promise.all([presses(jaabi, ['Awa Exemple'], byMail), calls(jaabi, 'Awa Exemple')])
    await presses(jaabi, ['Awa Exemple'], byMail)
    expect(phones.received(awaPhone).length + mailsTo(jaabi, 'awa').length).toBe(1)
    for (const day of ['08', '09', '10', '11']) {
      jaabi.clock.nowAt = `2027-06-${day}T10:00:00.000Z`
      await presses(jaabi, ['Awa Exemple'], byMail)
    }
    expect(phones.received(awaPhone).length + mailsTo(jaabi, 'awa').length).toBe(3)
  })

  test('a phone that said STOP is not written to, and its person may be told by e-mail at once', async () => {
    const { jaabi, phones } = await invited(link, from)
    await phones.says(awaPhone, 'STOP')
    const before = phones.received(awaPhone).length
    await calls(jaabi, 'Awa Exemple')
    expect(await said(jaabi)).toMatch(/Awa Exemple .*ce téléphone a dit STOP demandé/)
    jaabi.clock.nowAt = '2027-06-08T10:00:00.000Z'
    await calls(jaabi, 'Awa Exemple')
    expect([phones.received(awaPhone).length, mailsTo(jaabi, 'awa').length]).toEqual([before, 1])
  })

  test('without mail of its own Jaabi keeps no address; turned off later, nothing leaves and a slip is offered', async () => {
    const without = await invited()
    expect((await without.jaabi.items('invitation')).map(({ sealedMail }) => sealedMail ?? null)).toEqual([null, null, null]) // prettier-ignore
    expect(await said(without.jaabi)).not.toContain('courriel')
    await presses(without.jaabi, ['Awa Exemple', 'Coumba Exemple'], byMail)
    expect(without.jaabi.mailed).toEqual([])
  })

  test('whoever signs in is written to no more, and the address goes with the invitation', async () => {
    const { jaabi } = await invited(link, from)
    jaabi.clock.nowAt = '2027-06-07T22:00:00.000Z'
    await calls(jaabi, 'Coumba Exemple')
    const needs = { directory: jaabi.directory, vault: jaabi.reader, programme: jaabi.programme, now: jaabi.clock.nowAt } // prettier-ignore
    await takeInvitation({ account: 'sub-coumba', mail: 'coumba@ong.example' }, needs)
    expect((await jaabi.items('invitation')).length).toBe(3)
    jaabi.clock.nowAt = '2027-06-08T08:00:00.000Z'
    await jaabi.sweep()
    await jaabi.drain()
    expect(jaabi.mailed).toEqual([])
  })
})

test('only whoever administers finds it', async () => {
  const { jaabi } = await invited()
  const { get, post } = await seatOf(jaabi, 'focal-1')
  for (const path of [at, `${at}/fiches`]) expect((await get(path)).status).toBe(404)
  expect((await post(at, { invited: await idOf(jaabi, 'Awa Exemple') })).status).toBe(404)
})
