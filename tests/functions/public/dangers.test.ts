import { expect, test } from 'vitest'
import { build as publicWeb } from '../../../functions/public-web.ts'
import { textOf } from '../../support/console/case-desk.ts'
import { seatOf } from '../../support/console/seat.ts'
import { filed } from '../../support/functions/filing.ts'
import { form, phonesOf, woman } from '../../support/functions/phone.ts'
import { type Jaabi, withJaabi } from '../../support/functions/services.ts'

const newJaabi = await withJaabi()

function dangersOf(jaabi: Jaabi) {
  const app = publicWeb(jaabi.servicesFor('public-web'))
  let forms = 0
  return async (from: string, fields: Record<string, string> = {}): Promise<number> => {
    const body = new URLSearchParams({ consent: 'none', requestId: `danger-${(forms += 1)}`, ...fields }).toString()
    return (await app.request('/danger', { method: 'POST', headers: { ...form, 'x-forwarded-for': from }, body }))
      .status
  }
}

async function pairReads(jaabi: Jaabi) {
  await jaabi.person('fanta', { role: 'protection' })
  const seat = await seatOf(jaabi, 'fanta', 'protection-console')
  const page = await (await seat.get('/console/protection/inbox')).text()
  const text = textOf(page).replaceAll(/[\u00a0\u202f]/g, ' ')
  return { seat, page, text, rows: page.match(/role="rowheader"/g)?.length ?? 0 }
}

test('many reports of one address are all taken, stand together with their number, and bury no other', async () => {
  const jaabi = await newJaabi()
  const reports = dangersOf(jaabi)
  const [counter = ''] = await jaabi.reader.fingerprints('forms:192.0.2.1')
  await Promise.all(Array.from({ length: 301 }, () => jaabi.limits.count(counter, '2027-06-07T09:00:00.000Z')))
  for (let n = 0; n < 6; n++) expect(await reports('192.0.2.1')).toBe(200)
  await reports('198.51.100.7')
  const { page, text, rows } = await pairReads(jaabi)
  expect(text).toContain('6 signalements d’un même téléphone ou d’une même adresse')
  expect(rows).toBe(1)
  // Each is opened by itself, and nothing on the page closes several.
  const references = await jaabi.references()
  expect(references).toHaveLength(7)
  for (const reference of references) expect(page).toContain(`/console/protection/cases/${reference}`)
  expect(page).not.toContain('type="checkbox" name="d"')
  expect(page).not.toContain('/ensemble')
  expect(page).not.toContain('/masse')
})

test('of one phone too, by keypad and by form; what is kept of it is a name that says nothing and a digest that expires', async () => {
  const jaabi = await newJaabi()
  const reports = dangersOf(jaabi)
  for (let n = 0; n < 3; n++) await (await phonesOf(jaabi).dials(woman, `session-${n}`)).type('4', '1', '1')
  await reports('192.0.2.1', { phone: woman, consent: 'call-woman' })
  const { text } = await pairReads(jaabi)
  expect(text).toContain('4 signalements d’un même téléphone ou d’une même adresse')
  expect(await jaabi.senderOf(woman)).toBeNull()
  const named = await jaabi.items('source', 'traffic')
  const written = JSON.stringify(named)
  for (const reference of await jaabi.references()) expect(written).not.toContain(reference)
  for (const { expiresAt } of named) expect(expiresAt).toBe(Date.parse('2027-06-08T00:00:00.000Z') / 1000)
})

test('many in one commune in little time stand together, the newest first; three, or those of a region, do not', async () => {
  const jaabi = await newJaabi()
  const at = (code: string) => ({ lane: 'S2', words: null, place: { system: 'cod-2021', code } }) as const
  const commune = jaabi.programme.gazetteer.list('cod-2021', 'commune')
  const [one, other] = [commune[0]?.ref.code ?? '', commune[1]?.ref.code ?? '']
  const references: string[] = []
  for (let n = 0; n < 4; n++) {
    jaabi.clock.nowAt = `2027-06-07T1${n}:00:00.000Z`
    references.push(await filed(jaabi, at(one)))
  }
  for (let n = 0; n < 3; n++) await filed(jaabi, at(other))
  for (let n = 0; n < 5; n++) await filed(jaabi, at('ML07'))
  const { page, text, rows } = await pairReads(jaabi)
  expect(text).toContain(`4 signalements à ${commune[0]?.name ?? ''}`)
  expect(rows).toBe(8)
  const order = references.map((reference) => page.indexOf(`/cases/${reference}`))
  expect(order).toEqual(order.toSorted((a, b) => b - a))
})
