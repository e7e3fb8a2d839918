import { expect, test } from 'vitest'
import { dynamoFiguresAudit } from '../../../adapters/dynamodb/figures/figures-audit.ts'
import { recount } from '../../../core/operations/figures/recount.ts'
import { homes } from '../../../infra/local/people.ts'
import { seatOf } from '../../support/console/seat.ts'
import { deskOf } from '../../support/functions/desk.ts'
import { man, phonesOf, woman } from '../../support/functions/phone.ts'
import { type Jaabi, withJaabi } from '../../support/functions/services.ts'
import { mali } from '../../../programme/mali.ts'

const newJaabi = await withJaabi()
const gateways = {
  ...mali.gateways,
  prices: { perSegment: { africastalking: 0.01 }, otherwise: 1, currency: 'USD', confirmed: true },
}

async function passes(jaabi: Jaabi, days: number): Promise<void> {
  for (let day = 0; day < days; day += 1) {
    jaabi.clock.nowAt = new Date(Date.parse(jaabi.clock.nowAt) + 24 * 3_600_000).toISOString()
    await jaabi.sweep()
    await jaabi.drain()
  }
}

const said = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/[\s\u00a0\u202f]+/g, ' ')

/** From the first word to the end of the appeal: an acknowledgement, an answer of two SMS, thanks for the verdict. */
async function lives(jaabi: Jaabi, phone: string, language?: string) {
  const phones = phonesOf(jaabi)
  if (language) await phones.says(phone, `LANGUE ${language}`)
  const reference = await phones.says(phone, `Le forage est en panne chez nous, ${phone.slice(-2)}`)
  await (await deskOf(jaabi)).answers(reference, `La pompe est réparée. ${'Un comité la garde. '.repeat(5)}`)
  await phones.report(phone)
  await phones.says(phone, '1')
  return reference
}

test('what each SMS cost stands on its notice, is summed on the page of the case, and of what the operator refused nothing is', async () => {
  const jaabi = await newJaabi({ programme: { gateways } })
  const reference = await lives(jaabi, woman)
  const notices = (await jaabi.notices.list(reference)).filter(({ recipient: { to } }) => to === 'complainant')
  expect(Object.fromEntries(notices.map(({ template, segments, price }) => [template, { segments, price }]))).toEqual({
    acknowledgement: { segments: 1, price: { currency: 'USD', micros: 10_000 } },
    answer: { segments: 2, price: { currency: 'USD', micros: 20_000 } },
    thanksForVerdict: { segments: 1, price: { currency: 'USD', micros: 10_000 } },
  })
  const seat = await seatOf(jaabi, await jaabi.person('somebody', { role: 'focal-point', ...homes['focal-point'] }))
  const page = said(await (await seat.get(`/console/cases/${reference}`)).text())
  expect(page).toContain('Coût des SMS partis : 0,040 USD, au prix du programme. Envois : 3 ; SMS facturés : 4')
  jaabi.answers.push({ outcome: 'refused', retry: false, reason: 'invalid-number' })
  const other = await phonesOf(jaabi).says(man, 'Il manque des bidons à la distribution')
  const unpaid = said(await (await seat.get(`/console/cases/${other}`)).text())
  expect(unpaid).not.toContain('Coût des SMS')
})

test('once a case is closed the figures know what it cost: the median, the total, by language and by month, in the file too', async () => {
  const jaabi = await newJaabi({ programme: { gateways } })
  const first = await lives(jaabi, woman)
  await lives(jaabi, man, 'bm')
  await passes(jaabi, 32)
  const closed = (await jaabi.caseOf(first)).history.find(({ what }) => what === 'closed')
  expect(closed).toMatchObject({ cost: { currency: 'USD', micros: 40_000, sms: 3, segments: 4 } })
  const seat = await seatOf(jaabi, await jaabi.person('somebody', { role: 'focal-point', ...homes['focal-point'] }))
  const page = said(await (await seat.get('/console/chiffres')).text())
  expect(page).toMatch(/SMS d’un dossier entier, en USD médiane 0,040 · total 0,0\d0 n = 2 · dossiers fermés, avec SMS/)
  expect(page).toMatch(/Français · USD médiane 0,040/)
  expect(page).toMatch(/Bambara · USD médiane 0,0\d0/)
  // Of two cases nothing is handed on.
  const file = await (await seat.get('/console/chiffres.csv')).text()
  expect(file).toContain('SMS d’un dossier entier, en USD')
  expect(file).not.toContain('médiane 0,040')

  // The last SMS is in it when the number goes; counting all again finds the same.
  await passes(jaabi, 31)
  const erased = (await jaabi.caseOf(first)).history.find(({ what }) => what === 'erased')
  expect(erased).toMatchObject({ part: 'contact', cost: { micros: 50_000, sms: 4, segments: 5 } })
  const { client, tables, programme, figures } = jaabi
  const audit = dynamoFiguresAudit({ client, tables, programme: programme.id })
  expect(await recount({ programme, figures, audit })).toMatchObject({ missed: [], differences: [] })
})
