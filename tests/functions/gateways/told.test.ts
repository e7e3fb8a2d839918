import { expect, test, vi } from 'vitest'
import type { Credit } from '../../../core/notices/gateway.ts'
import type { SmsGateway } from '../../../core/ports/gateway.ts'
import { mali } from '../../../programme/mali.ts'
import { streamOf } from '../../support/faults/trouble.ts'
import { phonesOf } from '../../support/functions/phone.ts'
import { withJaabi } from '../../support/functions/services.ts'

const newJaabi = await withJaabi()
const { otherwise: usual } = mali.gateways
type Sms = Parameters<SmsGateway['send']>[0]
const later = '2027-07-30T00:00:00.000Z'

/** What the log says of credit while these write, the gateway having so much left each time it is asked. */
async function saidOf(credits: (Credit | null)[], hours: readonly number[]) {
  const lines = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  const jaabi = await newJaabi()
  const services = jaabi.servicesFor('send-notices')
  let asked = 0
  const gateways = new Map(
    [...services.gateways].map(([name, gateway]) => [
      name,
      {
        send: (sms: Sms) => gateway.send(sms),
        credit: () => Promise.resolve(credits[Math.min(asked++, credits.length - 1)] ?? null),
      },
    ]),
  )
  const stream = await streamOf(jaabi, { sending: { ...services, nowAt: () => jaabi.clock.nowAt, gateways } })
  for (const [n, hour] of hours.entries()) {
    jaabi.clock.nowAt = `2027-06-07T${String(9 + hour).padStart(2, '0')}:00:00.000Z`
    await phonesOf(jaabi).sms(`+2237000000${String(n + 1)}`, 'Le forage est en panne')
    await stream.drain()
  }
  const said = lines.mock.calls.flat().filter((line) => String(line).includes('gateway-credit'))
  lines.mockRestore()
  return { said: said.map((line) => JSON.parse(String(line)) as unknown), asked, left: jaabi.sms.length }
}

test('a bundle that runs out is said while there is still some of it, once in six hours', async () => {
  const low = { left: 499, until: later, warnBelow: 500 }
  expect(await saidOf([low], [0, 1, 5, 7])).toEqual({
    said: [
      { event: 'gateway-credit', gateway: usual, left: 499 },
      { event: 'gateway-credit', gateway: usual, left: 499 },
    ],
    asked: 2,
    left: 4,
  })
})

test('one that ends within the week is said too; enough of it, or nobody who can say, is not', async () => {
  const enough = { left: 500, until: later, warnBelow: 500 }
  expect((await saidOf([{ ...enough, until: '2027-06-13T00:00:00.000Z' }], [0])).said).toHaveLength(1)
  expect((await saidOf([enough, null, { ...enough, until: null }], [0, 6, 12])).said).toEqual([])
})

test('an SMS refused because nothing is left is said at once, and stands in a person’s list', async () => {
  const lines = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  const jaabi = await newJaabi()
  jaabi.answers.push({ outcome: 'refused', retry: false, reason: 'insufficient-balance' })
  const reference = await phonesOf(jaabi).says('+22370000001', 'Le forage est en panne')
  const said = lines.mock.calls.flat().filter((line) => String(line).includes('gateway-credit'))
  lines.mockRestore()
  expect(said).toEqual([JSON.stringify({ event: 'gateway-credit', gateway: usual, left: 0 })])
  expect(await jaabi.noticesOf(reference)).toMatchObject([{ state: 'by-hand', reason: 'insufficient-balance' }])
})
