import { expect, test } from 'vitest'
import { deskOf } from '../../../support/functions/desk.ts'
import { filed } from '../../../support/functions/filing.ts'
import { withJaabi } from '../../../support/functions/services.ts'
import { textOf } from '../../../support/console/case-desk.ts'
import { seatOf } from '../../../support/console/seat.ts'

const newJaabi = await withJaabi()

test('why the inbox has more than the figures is said, in numbers that add up, to whoever may open the difference', async () => {
  const jaabi = await newJaabi()
  const desk = await deskOf(jaabi)
  const ansongo = { system: 'cod-2021', code: 'ML0701' } as const
  for (let at = 0; at < 3; at++) await filed(jaabi)
  const answered = await filed(jaabi)
  await desk.step(answered, 'assess', { level: 'N1', category: 'SAN-FRAIS', place: ansongo, named: [] })
  await desk.step(answered, 'answer', { outcome: 'resolved', answer: 'Le CSCom a affiché les prix.' })
  await filed(jaabi, { words: 'On a demandé à ma fille de coucher pour recevoir la carte' })
  await jaabi.drain()
  await jaabi.person('coordinator', { role: 'coordinator' })
  await jaabi.person('gao', { role: 'regional-cluster', region: 'gao' })
  const said = async (id: string, path = '/console/chiffres') => textOf(await (await (await seatOf(jaabi, id)).get(path)).text()) // prettier-ignore
  expect(await said('focal-1')).toContain('La boîte en montre 5 : 3 ouverts + 1 déjà répondus et pas encore fermés, ou proposés + 1 lus à part') // prettier-ignore
  expect(await said('focal-1', '/console')).toMatch(/Tous 5 .*|Pourquoi les chiffres en comptent moins/)
  expect(await said('gao')).toContain('La boîte en montre 1 : 0 ouverts + 1 déjà répondus')
  for (const [id, path] of [['coordinator', '/console/chiffres'], ['focal-1', '/console/chiffres?diffusion']] as const) expect(await said(id, path)).not.toContain('La boîte en montre') // prettier-ignore
})

test('dismissed cases stand beside those received, and are in no other number', async () => {
  const jaabi = await newJaabi()
  const desk = await deskOf(jaabi)
  const references = [await filed(jaabi), await filed(jaabi), await filed(jaabi)]
  await desk.step(references[0] ?? '', 'dismiss', { reason: 'robot' })
  await jaabi.drain()
  const page = textOf(await (await (await seatOf(jaabi, 'focal-1')).get('/console/chiffres')).text())
  expect(page).toMatch(/Reçus 2 .*Écartés 1 /)
  const file = await (await (await seatOf(jaabi, 'focal-1')).get('/console/chiffres.csv')).text()
  expect(file).toMatch(/"Écartés";;;"<5"/)
})
