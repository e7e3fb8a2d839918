import { expect, test, vi } from 'vitest'
import { build as publicWeb } from '../../../functions/public-web.ts'
import { form, phonesOf, woman } from '../../support/functions/phone.ts'
import { type Jaabi, withJaabi } from '../../support/functions/services.ts'
import { doorsOf } from '../../support/functions/staff-doors.ts'

const newJaabi = await withJaabi()

/** Forms as anybody may post them. */
function formsOf(jaabi: Jaabi) {
  const app = publicWeb(jaabi.servicesFor('public-web'))
  return async (fields: Record<string, string>): Promise<number> => {
    const body = new URLSearchParams({ consent: 'sms', phone: woman, ...fields }).toString()
    return (await app.request('/plainte', { method: 'POST', headers: form, body })).status
  }
}

const hours = async (jaabi: Jaabi, count: number) => {
  jaabi.clock.nowAt = new Date(Date.parse(jaabi.clock.nowAt) + count * 3_600_000).toISOString()
  await jaabi.sweep()
  await jaabi.drain()
}

test('after STOP nothing goes to that phone, by whichever door its number comes', async () => {
  const jaabi = await newJaabi()
  const phones = phonesOf(jaabi)
  const posts = formsOf(jaabi)
  const { call: asks } = await doorsOf(jaabi)
  // Nobody of us ever knew the number before.
  await phones.says(woman, 'STOP')
  const told = phones.received(woman).length

  await posts({ text: 'Le moulin est cassé' })
  await posts({ text: 'On nous a demandé de payer', kind: 'integrity' })
  await posts({ text: 'Appelez-moi', consent: 'call' })
  await posts({ text: 'Le moulin est cassé' })
  const filed = { text: 'La pompe est cassée', kind: 'complaint', contact: { phone: woman, consent: 'sms' } }
  for (const channel of ['call', 'box', 'face'])
    expect((await asks('focal-point', '/cases', { ...filed, channel, requestId: channel })).status).toBe(201)
  await jaabi.drain()
  for (const span of [1, 24, 24 * 20]) await hours(jaabi, span)
  expect(phones.received(woman).slice(told)).toEqual([])
})

test('twenty forms at once with one typed number, however it is written: three SMS that day, three the next', async () => {
  const jaabi = await newJaabi()
  const phones = phonesOf(jaabi)
  const posts = formsOf(jaabi)
  const ways = ['70000001', '+223 70 00 00 01', '00223 70000001', '70-00-00-01']
  const all = Array.from({ length: 20 }, (_, n) => posts({ text: `Le puits ${n} est à sec`, phone: ways[n % 4] ?? '' }))
  expect(new Set(await Promise.all(all))).toEqual(new Set([200]))
  await jaabi.drain()
  expect(await jaabi.references()).toHaveLength(20)
  expect(phones.received(woman)).toHaveLength(3)
  await hours(jaabi, 25)
  for (let n = 0; n < 5; n++) await posts({ text: `La classe ${n} est fermée` })
  await jaabi.drain()
  expect(phones.received(woman)).toHaveLength(6)
})

test.each(['+19005550199', '+88216123456', '+33612345678', '+221771234567'])(
  'no SMS to %s, which is none of our calling codes, by whichever door',
  async (phone) => {
    const jaabi = await newJaabi()
    const posts = formsOf(jaabi)
    const { call: asks } = await doorsOf(jaabi)
    await posts({ text: 'Il manque des moustiquaires', phone })
    const filed = { text: 'La pompe est cassée', kind: 'complaint', channel: 'call', requestId: 'one' }
    await asks('focal-point', '/cases', { ...filed, contact: { phone, consent: 'sms' } })
    await jaabi.drain()
    await hours(jaabi, 24)
    expect(jaabi.sms).toEqual([])
  },
)

test('over the ceiling of an hour the rest waits, every one leaves, and the line that rings is written', async () => {
  const { settings } = (await newJaabi()).programme
  const jaabi = await newJaabi({ programme: { settings: { ...settings, typedSmsAnHour: 3 } } })
  const posts = formsOf(jaabi)
  const lines = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  const typed = Array.from({ length: 10 }, (_, n) => `+223700000${String(10 + n)}`)
  for (const phone of typed) await posts({ text: `Le puits est à sec, dit ${phone.slice(-2)}`, phone })
  await jaabi.drain()
  expect(jaabi.sms).toHaveLength(3)
  expect(lines.mock.calls.flat().filter((line) => String(line).includes('typed-sms-held'))).toHaveLength(7)
  lines.mockRestore()
  for (let hour = 0; hour < 8; hour++) {
    const before = jaabi.sms.length
    await hours(jaabi, 1)
    expect(jaabi.sms.length - before).toBeLessThanOrEqual(3)
  }
  expect(jaabi.sms.map(({ to }) => to).toSorted()).toEqual(typed)
})
