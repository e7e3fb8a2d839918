import { expect, test } from 'vitest'
import { atCase, filed } from '../../../support/console/case-desk.ts'
import { seatOf } from '../../../support/console/seat.ts'
import { withJaabi } from '../../../support/functions/services.ts'

const newJaabi = await withJaabi()
const words = 'الماء مقطوع منذ ثلاثة أيام'
const meaning = 'Le forage est en panne depuis trois jours'

test('who cannot read the words asks a reader by the form, and finds what they mean beside them', async () => {
  const jaabi = await newJaabi()
  await jaabi.person('awa', { role: 'focal-point', name: 'Awa Diarra' })
  await jaabi.person('issouf', {
    role: 'coordinator',
    name: 'Issouf Ag Mohamed',
    readerOf: ['ar'],
    pseaOn: '2027-03-01',
  })
  const reference = await filed(jaabi, { words, channel: 'sms' })
  const [awa, issouf] = [
    atCase(await seatOf(jaabi, 'awa'), reference),
    atCase(await seatOf(jaabi, 'issouf'), reference),
  ]
  expect((await issouf.open()).status).toBe(404)

  const before = await awa.open()
  expect(before.page).toMatch(/<option value="ar" +selected/)
  const asked = await awa.does('ask-reader', { language: 'ar' })
  expect(asked.text).toContain('C’est demandé.')
  expect(asked.text).toContain('Lecture demandée : arabe')

  const open = await issouf.open()
  expect(open.text).toContain(words)
  expect([...open.page.matchAll(/id="geste-([\w-]+)"/g)].map(([, step]) => step)).toEqual(['say-meaning'])
  expect((await issouf.does('say-meaning', { meaning })).text).toContain(meaning)

  const told = await awa.open()
  expect(told.text).toContain(`Selon Issouf Ag Mohamed, qui lit cette langue (arabe)`)
  expect(told.text).toContain(meaning)
  await awa.does('assess', { level: 'N1', category: 'EHA-EAU' })
  expect((await issouf.open()).status).toBe(404)
})
