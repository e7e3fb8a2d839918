import { expect, test } from 'vitest'
import type { Role } from '../../../../core/case/actor.ts'
import { homes } from '../../../../infra/local/people.ts'
import { seatOf } from '../../../support/console/seat.ts'
import { deskOf } from '../../../support/functions/desk.ts'
import { filed } from '../../../support/functions/filing.ts'
import { man, phonesOf, woman } from '../../../support/functions/phone.ts'
import { type Jaabi, withJaabi } from '../../../support/functions/services.ts'

const newJaabi = await withJaabi()

const said = (html: string): string =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/[\s\u00a0\u202f]+/g, ' ')
    .trim()

async function callsFor(jaabi: Jaabi, role: Role) {
  const person = await jaabi.person(`somebody-${role}`, { role, ...homes[role] })
  const response = await (await seatOf(jaabi, person)).get('/console/appels')
  const page = await response.text()
  const [, body = ''] = /<tbody[^>]*>([\s\S]*?)<\/tbody>/.exec(page) ?? []
  const rows = [...body.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)].map(([, row = '']) => said(row))
  return { status: response.status, rows, page: said(page.slice(page.indexOf('<main'))) }
}

test('who is to be called, the most pressing first: by when, in which language, by whom, why, and what was tried', async () => {
  const jaabi = await newJaabi()
  const phones = phonesOf(jaabi)
  const desk = await deskOf(jaabi)
  const answered = await filed(jaabi, { channel: 'call', phone: man, consent: 'call-man' })
  await desk.answers(answered, 'la pompe est réparée')
  await phones.rings(woman)
  await phones.report(woman)
  await phones.says(woman, '2')
  const asked = (await jaabi.references()).find((one) => one !== answered) ?? ''
  await desk.step(asked, 'told', { how: 'call', result: 'nobody' })
  const { status, rows } = await callsFor(jaabi, 'focal-point')
  expect(status).toBe(200)
  expect(rows).toHaveLength(2)
  expect(rows.find((row) => row.includes('a demandé un appel'))).toMatch(
    /Français appel par une femme a demandé un appel 1 jours? sur 3, le dernier le lun\. 7 juin/,
  )
  expect(rows.find((row) => row.includes('la réponse est à dire'))).toMatch(/appel par un homme .* aucun essai$/)
})

test('nothing is said of whom somebody may not open, and who calls nobody has no such page', async () => {
  const jaabi = await newJaabi()
  await phonesOf(jaabi).rings(woman)
  expect((await callsFor(jaabi, 'regional-cluster')).rows).toEqual([])
  expect((await callsFor(jaabi, 'coordinator')).page).toContain('Personne n’attend un appel.')
  for (const role of ['authority', 'relay', 'administrator'] as const)
    expect((await callsFor(jaabi, role)).status).toBe(404)
})

test('a language that nobody of those who call speaks is named, until somebody does', async () => {
  const jaabi = await newJaabi()
  const phones = phonesOf(jaabi)
  await phones.says(woman, 'bambara')
  await phones.rings(woman)
  expect((await callsFor(jaabi, 'focal-point')).page).toContain('Bambara : 1 à appeler, et personne')
  await jaabi.person('who-calls', { role: 'deputy', languages: ['bm'] })
  expect((await callsFor(jaabi, 'focal-point')).page).not.toContain('Bambara : 1')
})

test('the hours somebody named stand beside who is called, and no number that stood among them', async () => {
  const jaabi = await newJaabi()
  const phones = phonesOf(jaabi)
  const desk = await deskOf(jaabi)
  await phones.says(woman, 'Rappelez-moi demain après 15 h 70000009')
  await phones.rings(man)
  await phones.report(man)
  const when = async () => (await callsFor(jaabi, 'focal-point')).rows.map((row) => /quand : « (.*) »/.exec(row)?.[1])
  expect(await when()).toEqual(['Rappelez-moi demain après 15 h …', undefined])
  // What is said last holds: who may call, and when.
  await phones.says(man, '2 femme, vendredi matin')
  expect(await when()).toContain('2 femme, vendredi matin')
  // Words that say more than when open with the case.
  const talks = await phones.says('+22370000003', 'Rappelez-moi, le forage est en panne')
  await desk.answers(talks, 'la pompe est réparée')
  expect((await callsFor(jaabi, 'focal-point')).page).not.toContain('forage')
})
