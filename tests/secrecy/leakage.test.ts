import { paginateScan } from '@aws-sdk/client-dynamodb'
import { afterEach, expect, test, vi } from 'vitest'
import { build as optOut } from '../../functions/opt-out.ts'
import { build as publicWeb } from '../../functions/public-web.ts'
import { build as staffApi } from '../../functions/staff-api.ts'
import { build as ussd } from '../../functions/ussd.ts'
import { randomFaults } from '../../infra/local/stand-ins/fault-proxy.ts'
import { withJaabi } from '../support/functions/services.ts'
import { deliveryReport } from '../support/faults/delivery.ts'
import { callback, inTrouble, none, pathTo, sms, streamOf } from '../support/faults/trouble.ts'

const newJaabi = await withJaabi()
afterEach(() => {
  vi.restoreAllMocks()
})

/** Words and numbers nobody else writes. */
const canary = 'zebucanari'
const phone = '+22370000091'
const secret = /zebucanari|70000091/

/** Everything written to the two outputs from now on. */
function listening(): string[] {
  const lines: string[] = []
  for (const name of ['log', 'error', 'warn', 'info', 'debug'] as const)
    vi.spyOn(console, name).mockImplementation((...parts: unknown[]) => {
      lines.push(parts.map((part) => (part instanceof Error ? String(part.stack) : JSON.stringify(part))).join(' '))
    })
  return lines
}

test('words and numbers come in by every door while the table fails: none is in a log, a topic, a failure or an error page', async () => {
  const jaabi = await newJaabi()
  await jaabi.person('fatou', { role: 'focal-point' })
  const faults = ['drop-request', 'throttling', 'transaction-conflict', 'drop-reply'] as const
  const { services, trouble } = await inTrouble(jaabi, none)
  const stream = await streamOf(jaabi, { sending: services('send-notices') })
  const lines = listening()
  const refusals: string[] = []
  const words = `Le forage ${canary} est en panne`
  const json = (body: object) => ({
    method: 'POST',
    headers: { authorization: 'Bearer fatou', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const keepRefusal = async (reply: Response) => {
    if (reply.status >= 400) refusals.push(await reply.text())
  }

  for (const plan of [none, randomFaults({ seed: 5, share: 0.4, faults }), () => 'drop-request' as const]) {
    trouble.plan = plan
    for (const round of ['a', 'b', 'c']) {
      const id = `${round}-${lines.length}-${refusals.length}`
      const { text: reference } = await sms(services('inbound-sms'), phone, `${words} ${id}`, id)
      const hop = { sessionId: id, phoneNumber: phone, serviceCode: '*36061#', text: `1*${words}` }
      await keepRefusal(await ussd(services('ussd')).request(pathTo('ussd'), callback({ ...hop, text: '1' })))
      await keepRefusal(await ussd(services('ussd')).request(pathTo('ussd'), callback(hop)))
      const form = { text: words, phone, consent: 'sms', language: 'fr', requestId: id }
      // The form gives people back what they typed: that is no leak.
      await publicWeb(services('public-web')).request('/plainte', callback(form))
      const told = { token: `${canary}~2999~${canary}`, region: canary, person: words }
      await keepRefusal(await publicWeb(services('public-web')).request('/recu', callback(told)))
      const filing = {
        text: words,
        kind: 'complaint',
        channel: 'call',
        contact: { phone, consent: 'sms' },
        requestId: id,
      }
      await keepRefusal(await staffApi(services('staff-api')).request('/api/cases', json(filing)))
      const answer = { outcome: 'resolved', answer: words, requestId: `${id}-2`, version: 99 }
      await keepRefusal(
        await staffApi(services('staff-api')).request(`/api/cases/${reference || '1'}/answer`, json(answer)),
      )
      await deliveryReport(jaabi, id, 'Failed', phone, { services: services('delivery-report') })
      await optOut(services('opt-out')).request(pathTo('opt-out'), callback({ phoneNumber: phone, text: words }))
      await sms(services('inbound-sms'), phone, `SUIVI ${canary}`, `${id}-3`)
      await stream.drain()
    }
  }
  trouble.plan = none
  jaabi.clock.nowAt = '2027-07-12T09:00:00.000Z'
  await jaabi.sweep()
  await stream.drain()
  vi.restoreAllMocks()

  expect(lines.filter((line) => line.includes('callback-failed')).length).toBeGreaterThan(3)
  expect(refusals.length).toBeGreaterThan(3)
  expect(jaabi.published.length).toBeGreaterThan(0)
  expect(jaabi.sms.length).toBeGreaterThan(0)
  for (const text of [...lines, ...refusals, JSON.stringify(stream.failures), JSON.stringify(jaabi.published)])
    expect(text).not.toMatch(secret)
})

test('in the table itself words and numbers lie sealed: no item shows them, neither cases nor sessions nor senders', async () => {
  const jaabi = await newJaabi()
  await sms(jaabi.servicesFor('inbound-sms'), phone, `Le forage ${canary} est en panne`, 'AT-1')
  await sms(jaabi.servicesFor('inbound-sms'), phone, 'AIDE', 'AT-2')
  const hop = { sessionId: 'U-1', phoneNumber: phone, serviceCode: '*36061#' }
  for (const text of ['', '1', `1*le puits ${canary}`, `1*le puits ${canary}*1`])
    await ussd(jaabi.servicesFor('ussd')).request(pathTo('ussd'), callback({ ...hop, text }))
  await jaabi.drain()

  let items = 0
  for (const TableName of Object.values(jaabi.tables))
    for await (const { Items = [] } of paginateScan({ client: jaabi.client }, { TableName }))
      for (const item of Items) {
        items++
        expect(JSON.stringify(item)).not.toMatch(secret)
      }
  expect(items).toBeGreaterThan(6)
})
