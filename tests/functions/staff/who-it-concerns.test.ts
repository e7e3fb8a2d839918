import { expect, test } from 'vitest'
import { build as publicWeb } from '../../../functions/public-web.ts'
import { bothDoors } from '../../support/functions/both-doors.ts'
import { seatOf } from '../../support/console/seat.ts'
import { form, woman } from '../../support/functions/phone.ts'
import { withJaabi } from '../../support/functions/services.ts'

const newJaabi = await withJaabi()
const text = 'On a oublié les familles logées chez nous'
const filing = { text, kind: 'complaint', channel: 'face' }
const plain = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0\u202f]+/g, ' ')

test('a displaced family hosted in somebody’s courtyard is told apart from one on a site, and stands in the figures', async () => {
  const { jaabi, call } = await bothDoors(await newJaabi())
  for (const displacement of ['host-family', 'site'])
    for (let n = 0; n < 6; n++) await call('focal-point', '/cases', { ...filing, displacement })
  await jaabi.drain()
  await jaabi.person('chef', { role: 'coordinator' })
  const page = plain(await (await (await seatOf(jaabi, 'chef')).get('/console/chiffres')).text())
  expect(page).toMatch(/Par situation de déplacement.*Déplacé en famille d’accueil 6/)
  const csv = await (await (await seatOf(jaabi, 'chef')).get('/console/chiffres.csv')).text()
  expect(csv).toContain('Déplacé en famille d’accueil')
})

test('age, displacement and the kind of facility are answers like any other: said once, read in words, gone at an S level', async () => {
  const { jaabi, call, phones, takes } = await bothDoors(await newJaabi())
  const said = { ageGroup: '60-up', displacement: 'host-family', facility: 'mobile-clinic' }
  const filed = await call('focal-point', '/cases', { ...filing, ...said })
  expect(await jaabi.caseOf(filed.json.reference ?? '')).toMatchObject(said)
  const page = plain(
    await (await (await seatOf(jaabi, 'focal-point')).get(`/console/cases/${filed.json.reference ?? ''}`)).text(),
  )
  for (const words of [
    'Âge 60 ans et plus',
    'Situation déplacé en famille d’accueil',
    'Structure de santé clinique mobile',
  ])
    expect(page).toContain(words)
  for (const [path, answer] of Object.entries({ ageGroup: 'old', displacement: 'moved', facility: 'hospital' }))
    expect((await call('focal-point', '/cases', { ...filing, [path]: answer })).status).toBe(400)

  const reference = await phones.says(woman, text)
  await takes(reference, ['focal-point', 'assess', { level: 'N1', ...said }])
  const history = plain(await (await (await seatOf(jaabi, 'focal-point')).get(`/console/cases/${reference}`)).text())
  expect(history).toMatch(
    /Évalué N1 · plainte ordinaire · 60 ans et plus · déplacé en famille d’accueil · clinique mobile/,
  )
  const other = await phones.says('+22370000002', text)
  await takes(other, ['focal-point', 'assess', { level: 'S1', ...said }])
  expect(JSON.stringify((await jaabi.caseOf(other)).history)).not.toMatch(/60-up|host-family|mobile-clinic/)
})

test('nobody is asked of a child under five whether they have difficulty walking: what is answered all the same is not kept', async () => {
  const { jaabi, call, phones, takes } = await bothDoors(await newJaabi())
  const answers = { ageGroup: '0-4', disability: 'yes' }
  expect((await call('focal-point', '/cases', { ...filing, ...answers })).json).toMatchObject({
    issues: [{ path: 'disability', code: 'not-of-age' }],
  })
  const seat = await seatOf(jaabi, 'focal-point')
  const fields = { ...filing, received: '2027-06-07T08:30', consent: 'none', requestId: 'child', ...answers }
  const reference = (await seat.post('/console/nouvelle', fields)).headers.get('location')?.slice(-10) ?? ''
  expect(await jaabi.caseOf(reference)).toMatchObject({ ageGroup: '0-4', disability: null })
  const other = await phones.says(woman, text)
  await takes(other, ['focal-point', 'assess', { level: 'N1', ...answers }])
  expect(await jaabi.caseOf(other)).toMatchObject({ ageGroup: '0-4', disability: null })
})

test('the public form asks after sending whether one had to leave home, and no answer is one', async () => {
  const jaabi = await newJaabi()
  const app = publicWeb(jaabi.servicesFor('public-web'))
  const posts = async (path: string, fields: Record<string, string>) =>
    (await app.request(path, { method: 'POST', headers: form, body: new URLSearchParams(fields).toString() })).text()
  const receipt = await posts('/plainte', { kind: 'complaint', consent: 'none', text, requestId: 'one' })
  expect(plain(receipt)).toContain('Avez-vous dû quitter votre village ou votre ville ?')
  expect(plain(receipt)).not.toContain('Son âge')
  const [, token = ''] = /name="token" value="([^"]+)"/.exec(receipt) ?? []
  const [reference = ''] = await jaabi.references()
  await posts('/recu', { token, displacement: '' })
  expect((await jaabi.caseOf(reference)).displacement).toBeNull()
  await posts('/recu', { token, displacement: 'host-family' })
  expect((await jaabi.caseOf(reference)).displacement).toBe('host-family')
})
