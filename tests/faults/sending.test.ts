import { expect, test } from 'vitest'
import type { Notice } from '../../core/notices/notice.ts'
import type { SmsGateway } from '../../core/ports/gateway.ts'
import type { GatewayMode } from '../../infra/local/stand-ins/fake-gateway.ts'
import { type Jaabi, withJaabi } from '../support/functions/services.ts'
import { deliveryReport } from '../support/faults/delivery.ts'
import { phone, sending } from '../support/faults/sending-station.ts'
import { sms } from '../support/faults/trouble.ts'

const newJaabi = await withJaabi()

/** What becomes of a receipt when the gateway goes through these modes at these times, and how many SMS left. */
const runs: Record<string, { modes: [GatewayMode, string?][]; ends: object; left: number }> = {
  'ok, no report for a day': {
    modes: [['ok'], ['ok', '08T09:01']],
    ends: { state: 'delivered', reason: 'unconfirmed' },
    left: 1,
  },
  '500 for a while': { modes: [['500'], ['ok', '07T09:05']], ends: { state: 'sent', resent: false }, left: 1 },
  '500 for hours': {
    modes: [
      ['500'],
      ...['10', '15', '25', '45', '59'].map((m): [GatewayMode, string] => ['500', `07T09:${m}`]),
      ['500', '07T11:00'],
    ],
    ends: { state: 'by-hand', reason: 'gateway-fault' },
    left: 0,
  },
  'no reply, nothing left': {
    modes: [['timeout'], ['ok', '07T15:00'], ['ok', '07T15:01']],
    ends: { state: 'sent', resent: true },
    left: 1,
  },
  'the reply lost': { modes: [['lost'], ['ok', '07T15:00']], ends: { state: 'sent', resent: true }, left: 2 },
  'the reply lost twice': {
    modes: [['lost'], ['lost', '07T15:00'], ['ok', '07T21:01'], ['ok', '08T09:00']],
    ends: { state: 'by-hand', resent: true, reason: 'broken-connection' },
    left: 2,
  },
  'our name unknown': { modes: [['unknown-sender']], ends: { state: 'by-hand', reason: 'invalid-sender' }, left: 0 },
  'this recipient refused for now': { modes: [['partial'], ['partial', '07T09:05']], ends: { state: 'sent' }, left: 1 },
  'the person blocked us': { modes: [['blacklist']], ends: { state: 'failed', reason: 'opted-out' }, left: 0 },
}

test.each(Object.entries(runs))('%s', async (_, { modes, ends, left }) => {
  const run = await sending(newJaabi)
  let reference = ''
  for (const [mode, at] of modes) {
    run.fake.setMode(mode)
    if (at) await run.later(at)
    else reference = await run.hears('Le forage est en panne')
  }

  expect(await run.notice(reference)).toMatchObject(ends)
  expect(run.left()).toHaveLength(left)
  expect(await run.flaws()).toEqual([])
})

test('however much waits: on its way is what the gateway is asked for in this moment, eight at most; a crash puts no more in doubt', async () => {
  const asked: { open: number; claimed: number }[] = []
  let atOnce = Promise.withResolvers<undefined>()
  let open = 0
  const run = await sending(newJaabi, ({ gateways }) => ({
    gateways: new Map(
      [...gateways].map(([name, gateway]): [string, SmsGateway] => [
        name,
        {
          async send(to) {
            open++
            // Nobody gets an answer before as many ask as ever will together.
            if (open < 8) await atOnce.promise
            else {
              const states = (await run.jaabi.items('notice')).map(({ notice }) => (notice as Notice).state)
              asked.push({ open, claimed: states.filter((state) => state === 'claimed').length })
              atOnce.resolve(undefined)
              atOnce = Promise.withResolvers()
              open = 0
            }
            return gateway.send(to)
          },
        },
      ]),
    ),
  }))
  const intake = run.jaabi.servicesFor('inbound-sms')
  for (let n = 0; n < 24; n++)
    await sms(intake, `+223700001${String(n).padStart(2, '0')}`, `Le forage ${n}`, `AT-w${n}`)

  await run.stream.drain()

  expect(asked[0]).toEqual({ open: 8, claimed: 8 })
  expect(asked.filter(({ claimed }) => claimed > 8)).toEqual([])
  expect(run.fake.sent()).toHaveLength(24)
})

test('nothing is asked between the claim and the gateway, and its answer is kept before anything else', async () => {
  const calls: string[] = []
  const run = await sending(newJaabi, ({ gateways, notices }) => ({
    notices: new Proxy(notices, {
      get:
        (store, name: keyof typeof notices) =>
        (...all: Parameters<(typeof notices)['replace']>) => {
          calls.push(name === 'replace' ? `${name} ${all[1].state}` : name)
          return (store[name] as (...rest: unknown[]) => unknown)(...all)
        },
    }),
    gateways: new Map(
      [...gateways].map(([name, gateway]): [string, SmsGateway] => [
        name,
        {
          send(to) {
            calls.push('gateway')
            return gateway.send(to)
          },
        },
      ]),
    ),
  }))
  await run.hears('Le forage est en panne')

  const at = calls.indexOf('gateway')
  expect(calls.slice(at - 1, at + 3)).toEqual(['replace claimed', 'gateway', 'joinDelivery', 'replace sent'])
})

test('an SMS that left while its reply was lost is settled by its report, and never sent again', async () => {
  const run = await sending(newJaabi)
  run.fake.setMode('lost')
  const reference = await run.hears('Le forage est en panne')
  run.fake.setMode('ok')

  await run.reported(run.left()[0]?.messageId ?? '', 'Success')
  await run.later('07T16:00')

  expect(await run.notice(reference)).toMatchObject({ state: 'delivered', resent: false, attempts: 1 })
  expect(run.left()).toHaveLength(1)
})

test('a report that comes while its SMS waits to be sent again spares the person the second one', async () => {
  const run = await sending(newJaabi)
  run.fake.setMode('lost')
  const reference = await run.hears('Le forage est en panne')
  run.fake.setMode('ok')
  run.at('07T15:00')
  await run.jaabi.sweep()
  expect(await run.notice(reference)).toMatchObject({ state: 'ready', resent: true })

  expect(await deliveryReport(run.jaabi, run.left()[0]?.messageId ?? '', 'Success', phone)).toBe(200)
  await run.stream.drain()

  expect(await run.notice(reference)).toMatchObject({ state: 'delivered' })
  expect(run.left()).toHaveLength(1)
})

test.each([
  [
    'its doubt ends in a report',
    async (run: Awaited<ReturnType<typeof sending>>) => run.reported(run.left()[0]?.messageId ?? '', 'Success'),
  ],
  ['its doubt ends in the list of a person', () => Promise.resolve()],
])('while one SMS to a phone is in doubt the next waits; it leaves once %s', async (_, settle) => {
  const run = await sending(newJaabi)
  run.fake.setMode('lost')
  await run.hears('AIDE')
  run.fake.setMode('ok')
  const reference = await run.hears('Le forage est en panne')
  expect(await run.notice(reference)).toMatchObject({ state: 'waiting' })

  await settle(run)
  await run.later('07T15:01')
  await run.later('07T15:35')

  expect(await run.notice(reference)).toMatchObject({ state: 'sent', resent: false })
  expect(run.left()).toHaveLength(2)
})

test('a report of an SMS that is none of ours is answered and changes nothing', async () => {
  const run = await sending(newJaabi)
  const reference = await run.hears('Le forage est en panne')
  const before = await run.notice(reference)

  await run.reported('ATXid_foreign', 'Success')

  expect(await run.notice(reference)).toEqual(before)
})

test('a delivery report before our own note of the send: told once, one attempt', async () => {
  let jaabi: Jaabi | null = null
  const telling = (gateway: SmsGateway): SmsGateway => ({
    async send(to) {
      const result = await gateway.send(to)
      if (jaabi && result.outcome === 'accepted') await deliveryReport(jaabi, result.gatewayMessageId, 'Success', phone)
      return result
    },
  })
  const run = await sending(newJaabi, ({ gateways }) => ({
    gateways: new Map([...gateways].map(([name, gateway]) => [name, telling(gateway)])),
  }))
  const reference = await run.hears('Le forage est en panne')
  jaabi = run.jaabi

  await run.answered(reference)
  await run.later('07T10:00')

  expect(await run.notice(reference, 'answer')).toMatchObject({ state: 'delivered', attempts: 1 })
  const { history } = await run.jaabi.caseOf(reference)
  expect(history.filter(({ what }) => what === 'told')).toHaveLength(1)
  expect(run.left()).toHaveLength(2)
})

test('an answer that fails is tried on three days, however often each failure is reported; then a person must go', async () => {
  const run = await sending(newJaabi)
  const reference = await run.hears('Le forage est en panne')
  await run.answered(reference)
  for (const [day, next] of [
    ['07', '08'],
    ['08', '09'],
    ['09', '10'],
  ]) {
    const id = run.left().at(-1)?.messageId ?? ''
    for (let again = 0; again < 3; again++) await run.reported(id, 'Failed', 'DeliveryFailure')
    expect((await run.notice(reference, 'answer')).attempts).toBe(Number(day) - 6)
    await run.later(`${next}T09:00`)
  }

  expect(run.left()).toHaveLength(1 + 3)
  const { status, unreachableAt, history } = await run.jaabi.caseOf(reference)
  expect({ status, unreachable: unreachableAt !== null }).toEqual({ status: 'answered', unreachable: true })
  expect(history.filter(({ what }) => what === 'unreachable')).toHaveLength(1)
})

test('START after the operator said the person blocked us stays, whatever the sweep looks at again', async () => {
  const run = await sending(newJaabi)
  run.fake.setMode('blacklist')
  const reference = await run.hears('Le forage est en panne')
  expect((await run.jaabi.caseOf(reference)).optedOut).toBe(true)
  run.fake.setMode('ok')
  run.at('07T09:10')
  await run.hears('START')

  for (const day of ['08', '09', '15']) await run.later(`${day}T10:00`)

  const { optedOut, history } = await run.jaabi.caseOf(reference)
  expect({ optedOut, times: history.filter(({ what }) => what === 'opted-out').length }).toEqual({
    optedOut: false,
    times: 1,
  })
})

test('who may call is asked once: told, a later "1" is no second answer to it, whatever the sweep looks at again', async () => {
  const run = await sending(newJaabi)
  const reference = await run.hears('RAPPEL')
  await run.reported(run.left()[0]?.messageId ?? '', 'Success')
  await run.hears('1')
  await run.later('08T10:00')
  await run.later('10T10:00')

  await run.hears('1')

  const { history } = await run.jaabi.caseOf(reference)
  expect(history.filter(({ what }) => what === 'consent-given')).toHaveLength(1)
})

test('1,000 reports, shuffled and repeated: each SMS ends in its first final one, none goes back', async () => {
  const run = await sending(newJaabi)
  const references: string[] = []
  const phoneOf = (n: number) => `+223700001${String(n).padStart(2, '0')}`
  for (let n = 0; n < 25; n++) references.push(await run.hears(`Le forage ${n} est en panne`, phoneOf(n)))
  const ids = new Map(run.fake.sent().map(({ message, messageId }) => [/\d{10}/.exec(message)?.[0] ?? '', messageId]))
  const kinds = ['Sent', 'Submitted', 'Buffered', 'Success', 'Failed']
  const reports = references.flatMap((reference) =>
    Array.from({ length: 40 }, (_, n) => ({ reference, status: kinds[n % kinds.length] ?? '' })),
  )
  const random = run.jaabi.servicesFor('ussd').random
  const order = reports.map((report) => ({ report, at: random() })).sort((a, b) => a.at - b.at)
  const first = new Map<string, string>()
  for (const { report } of order)
    if (report.status === 'Success' || report.status === 'Failed')
      first.set(report.reference, first.get(report.reference) ?? report.status)

  const lanes = Map.groupBy(order, ({ report }) => report.reference)
  await Promise.all(
    [...lanes.values()].map(async (lane) => {
      for (const { report } of lane)
        await deliveryReport(
          run.jaabi,
          ids.get(report.reference) ?? '',
          report.status,
          phoneOf(references.indexOf(report.reference)),
        )
    }),
  )
  await run.stream.drain()

  for (const reference of references)
    expect((await run.notice(reference)).state).toBe(first.get(reference) === 'Success' ? 'delivered' : 'failed')
})
