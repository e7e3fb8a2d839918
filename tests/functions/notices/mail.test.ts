import { describe, expect, test } from 'vitest'
import { type MailKind, mailKinds } from '../../../core/directory/mailbox.ts'
import { saveMailWish } from '../../../core/operations/directory/save-mailbox.ts'
import type { Role } from '../../../core/case/actor.ts'
import type { Member } from '../../../core/directory/member.ts'
import { deskOf } from '../../support/functions/desk.ts'
import { phonesOf, woman } from '../../support/functions/phone.ts'
import { type Jaabi, withJaabi } from '../../support/functions/services.ts'

const newJaabi = await withJaabi()
const withMail = { settings: { mailFrom: 'jaabi@example.org', consoleLink: 'https://jaabi.example.org/c' } }

async function reads(
  jaabi: Jaabi,
  id: string,
  role: Role,
  given: { kinds?: readonly MailKind[]; more?: Partial<Member>; language?: string } = {},
) {
  const { kinds = mailKinds, more = {}, language = 'fr' } = given
  await jaabi.person(id, { role, ...more })
  const { vault, programme, directory } = jaabi.servicesFor('console')
  const viewer = { person: id, role, region: null, organisation: null, supervises: [] }
  const wish = { address: `${id}@example.org`, kinds: [...kinds] }
  return saveMailWish(viewer, { wish, language }, { vault, programme, directory })
}
const to = (jaabi: Jaabi, id: string) => jaabi.mailed.filter((mail) => mail.to === `${id}@example.org`)
const at = async (jaabi: Jaabi, now: string) => {
  jaabi.clock.nowAt = now
  await jaabi.sweep()
  await jaabi.drain()
}
const abuse = "Un agent m'a demandé des faveurs sexuelles pour être sur la liste"

describe('what a team hears, whoever of it asked for mail is mailed', () => {
  test('counts and the start page: no number, no words, no place; one subject for every lane', async () => {
    const jaabi = await newJaabi(withMail)
    await reads(jaabi, 'focal-1', 'focal-point')
    await reads(jaabi, 'protection-1', 'protection')
    await phonesOf(jaabi).says(woman, abuse)
    await jaabi.drain()
    const [focal] = to(jaabi, 'focal-1')
    expect(focal?.body).toMatch(/1 dossier à traiter.*dont 0 en retard/)
    expect(focal?.body).toContain('https://jaabi.example.org/c')
    const keypad = await phonesOf(jaabi).dials('+22370000009')
    await keypad.type('4', '1', '1', '2', '1', '1', '1')
    await jaabi.drain()
    const [protection] = to(jaabi, 'protection-1')
    expect(protection?.subject).toBe(focal?.subject)
    expect(protection?.body.replace(/\d+ dossiers?/, '')).toBe(focal?.body.replace(/\d+ dossiers?/, ''))
    for (const { subject, body } of jaabi.mailed)
      expect(subject + body).not.toMatch(/\d{10}|faveur|abus|protection|liste|Gao/i)
  })

  test('once an hour at most, however much arrives, and again in the next', async () => {
    const jaabi = await newJaabi(withMail)
    await reads(jaabi, 'focal-1', 'focal-point')
    for (const who of ['1', '2', '3']) await phonesOf(jaabi).says(`+2237000010${who}`, `${abuse} ${who}`)
    await jaabi.drain()
    expect(to(jaabi, 'focal-1')).toHaveLength(1)
    jaabi.clock.nowAt = '2027-06-07T10:05:00.000Z'
    await phonesOf(jaabi).says('+22370000104', `${abuse} 4`)
    await jaabi.drain()
    expect(to(jaabi, 'focal-1').map(({ body }) => /\d+ dossiers?/.exec(body)?.[0])).toEqual(['1 dossier', '4 dossiers'])
  })

  test('members of an organisation are mailed what its phone is told, though it has none', async () => {
    const jaabi = await newJaabi(withMail)
    await reads(jaabi, 'partner-1', 'partner', { more: { organisation: 'ong-sante-gao' } })
    await reads(jaabi, 'partner-2', 'partner', { more: { organisation: 'ong-eau-mopti' } })
    const desk = await deskOf(jaabi)
    const reference = await phonesOf(jaabi).says(woman, "Au CSCom d'Ansongo il n'y a plus de paracetamol")
    await desk.step(reference, 'assess', { level: 'N1', category: 'SAN-MEDIC' })
    await desk.step(reference, 'assign', { organisation: 'ong-sante-gao' })
    expect(to(jaabi, 'partner-1')).toHaveLength(1)
    expect(to(jaabi, 'partner-2')).toEqual([])
  })

  test('not at night: it waits for the morning', async () => {
    const jaabi = await newJaabi(withMail)
    await reads(jaabi, 'focal-1', 'focal-point')
    jaabi.clock.nowAt = '2027-06-08T06:30:00.000Z'
    await phonesOf(jaabi).says(woman, abuse)
    await jaabi.drain()
    expect(jaabi.mailed).toEqual([])
    await at(jaabi, '2027-06-08T07:00:00.000Z')
    expect(to(jaabi, 'focal-1')).toHaveLength(1)
  })
})

describe('the kinds', () => {
  test('each working morning one, where something waits; none on a Sunday, and none to whom nothing waits for', async () => {
    const jaabi = await newJaabi(withMail)
    await reads(jaabi, 'focal-1', 'focal-point', { kinds: ['digest'] })
    await reads(jaabi, 'coordinator-1', 'coordinator', { kinds: ['digest'] })
    await phonesOf(jaabi).says(woman, 'Le forage est en panne')
    await jaabi.drain()
    for (const now of ['2027-06-08T08:00:00.000Z', '2027-06-08T08:01:00.000Z', '2027-06-08T15:00:00.000Z'])
      await at(jaabi, now)
    expect(jaabi.mailed.map((mail) => mail.to)).toEqual(['focal-1@example.org'])
    await at(jaabi, '2027-06-13T09:00:00.000Z')
    expect(to(jaabi, 'focal-1')).toHaveLength(1)
  })

  test('Mondays are another kind: who wants that alone hears of nothing else', async () => {
    const jaabi = await newJaabi(withMail)
    await reads(jaabi, 'protection-1', 'protection', { kinds: ['reminder'] })
    await phonesOf(jaabi).says(woman, abuse)
    await jaabi.drain()
    await at(jaabi, '2027-06-08T08:00:00.000Z')
    expect(jaabi.mailed).toEqual([])
    await at(jaabi, '2027-06-14T08:00:00.000Z')
    expect(to(jaabi, 'protection-1')).toHaveLength(1)
  })

  test('in the language in which somebody asked for it', async () => {
    const jaabi = await newJaabi(withMail)
    await reads(jaabi, 'focal-1', 'focal-point', { language: 'en' })
    await phonesOf(jaabi).says(woman, abuse)
    await jaabi.drain()
    expect(to(jaabi, 'focal-1')[0]).toMatchObject({ subject: 'Jaabi: work is waiting for you' })
  })
})

describe('nobody is mailed', () => {
  const called = async (jaabi: Jaabi) => {
    await phonesOf(jaabi).says(woman, abuse)
    await jaabi.drain()
    return jaabi.mailed
  }

  test('who switched a kind off, also between the call for it and its leaving', async () => {
    const jaabi = await newJaabi(withMail)
    await reads(jaabi, 'focal-1', 'focal-point', { kinds: ['digest', 'reminder'] })
    expect(await called(jaabi)).toEqual([])
  })

  test('who is not there any more: their address is forgotten', async () => {
    const jaabi = await newJaabi(withMail)
    await reads(jaabi, 'focal-1', 'focal-point')
    jaabi.clock.nowAt = '2027-06-07T22:00:00.000Z'
    expect(await called(jaabi)).toEqual([])
    await jaabi.person('focal-1', { role: 'focal-point', active: false })
    await at(jaabi, '2027-06-08T07:00:00.000Z')
    expect(jaabi.mailed).toEqual([])
    expect(await jaabi.directory.mailbox('focal-1')).toBeNull()
  })

  test.each(mailKinds)('who left before anything was called for, whatever they wanted: %s', async (kind) => {
    const jaabi = await newJaabi(withMail)
    await reads(jaabi, 'focal-1', 'focal-point', { kinds: [kind] })
    await jaabi.person('focal-1', { role: 'focal-point', active: false })
    expect(await called(jaabi)).toEqual([])
    await at(jaabi, '2027-06-14T08:00:00.000Z')
    expect(jaabi.mailed).toEqual([])
    expect(await jaabi.directory.mailbox('focal-1')).toBeNull()
  })

  test('who has other work now, of which nothing is counted: no page offers them to take their address back', async () => {
    const jaabi = await newJaabi(withMail)
    await reads(jaabi, 'coordinator-1', 'coordinator', { kinds: ['digest'] })
    await jaabi.person('coordinator-1', { role: 'administrator' })
    await at(jaabi, '2027-06-08T08:00:00.000Z')
    expect(await jaabi.directory.mailbox('coordinator-1')).toBeNull()
  })

  test('where the deployment has no sender of its own', async () => {
    const jaabi = await newJaabi()
    expect(await reads(jaabi, 'focal-1', 'focal-point')).toBe('unknown')
    expect(await called(jaabi)).toEqual([])
  })
})

test('an address stands nowhere in the clear', async () => {
  const jaabi = await newJaabi(withMail)
  expect(await reads(jaabi, 'focal-1', 'focal-point')).toBe('done')
  await phonesOf(jaabi).says(woman, abuse)
  await jaabi.drain()
  const stored = JSON.stringify(await Promise.all(['mailbox', 'notice', 'person'].map((kind) => jaabi.items(kind))))
  expect(stored).toContain('focal-1')
  expect(stored).not.toContain('example.org')
})
