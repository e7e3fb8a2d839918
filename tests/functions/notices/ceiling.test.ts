import { expect, test } from 'vitest'
import { homes } from '../../../infra/local/people.ts'
import { mali } from '../../../programme/mali.ts'
import { seatOf } from '../../support/console/seat.ts'
import { deskOf } from '../../support/functions/desk.ts'
import { man, phonesOf, woman } from '../../support/functions/phone.ts'
import { withJaabi } from '../../support/functions/services.ts'

const newJaabi = await withJaabi()
const said = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/[\s\u00a0\u202f]+/g, ' ')
const gateways = { ...mali.gateways, prices: { perSegment: {}, otherwise: 0.25, currency: 'USD', confirmed: true } }

test('near the month’s ceiling nobody is thanked for a verdict; answers and receipts leave beyond it; staff hear once, and see what was given up', async () => {
  const jaabi = await newJaabi({ programme: { gateways }, settings: { smsCeilingAMonth: 1 } })
  const phones = phonesOf(jaabi)
  const desk = await deskOf(jaabi)
  const lives = async (phone: string, text: string) => {
    const reference = await phones.says(phone, text)
    await desk.answers(reference, 'la pompe est réparée')
    await phones.report(phone)
    await phones.says(phone, '1')
    return reference
  }
  // A receipt and an answer are half of it, and thanks the third quarter; from then on 80 % are reached by what must leave.
  await lives(woman, 'Le forage est en panne')
  expect(phones.received(woman)).toHaveLength(3)
  const second = await lives(man, 'Le forage du quartier est cassé aussi')
  expect(phones.received(man)).toHaveLength(2)
  const [thanks] = (await jaabi.notices.list(second)).filter(({ template }) => template === 'thanksForVerdict')
  expect(thanks).toMatchObject({ state: 'expired', reason: 'ceiling' })
  await lives('+22370000003', 'Le puits du marché est à sec')
  expect(phones.received('+22370000003')).toHaveLength(2)

  const told = jaabi.published.filter(({ topic, subject }) => topic === 'coordination' && subject.includes('plafond'))
  expect(told).toHaveLength(1)
  const seat = await seatOf(jaabi, await jaabi.person('top', { role: 'coordinator', ...homes.coordinator }))
  const page = said(await (await seat.get('/console/passerelles')).text())
  expect(page).toContain('SMS partis ce mois-ci : 1,750 USD, pour un plafond de 1 USD.')
  expect(page).toMatch(/Pas partis pour tenir le plafond : .*, 2 fois\./)

  // The next month begins anew.
  jaabi.clock.nowAt = '2027-07-01T09:00:00.000Z'
  await lives('+22370000004', 'La latrine de l’école est bouchée')
  expect(phones.received('+22370000004')).toHaveLength(3)
})
