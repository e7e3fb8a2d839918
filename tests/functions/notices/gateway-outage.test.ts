import { expect, test } from 'vitest'
import type { GatewayChoice, SendResult } from '../../../core/notices/gateway.ts'
import { switchSends } from '../../../core/operations/notices/gateways/switch-sends.ts'
import { policyOf } from '../../../core/deadlines/rulebook.ts'
import { runningClocks } from '../../../core/deadlines/clock.ts'
import { listQueue } from '../../../core/operations/lists/list-queue.ts'
import { needsOf } from '../../../functions/wiring/services.ts'
import type { SmsGateway } from '../../../core/ports/gateway.ts'
import { mali } from '../../../programme/mali.ts'
import { deskOf } from '../../support/functions/desk.ts'
import { phonesOf } from '../../support/functions/phone.ts'
import { type Jaabi, withJaabi } from '../../support/functions/services.ts'

const newJaabi = await withJaabi()

/** The operator's own gateway, and one that reaches everybody. */
const gateways: GatewayChoice = {
  byPrefix: { '+22370': 'operator' },
  otherwise: 'general',
  carries: { operator: ['+22370'], general: ['+223'] },
  unnamed: null,
}
const complaint = 'Le forage est en panne'
const away: SendResult = { outcome: 'refused', retry: true, reason: 'unreachable' }
const silent: SendResult = { outcome: 'undecided', reason: 'time-out' }
const focalPoint = {
  person: 'focal-1',
  role: 'focal-point',
  region: null,
  organisation: null,
  supervises: [],
} as const
const minutesOn = (jaabi: Jaabi, minutes: number) => {
  jaabi.clock.nowAt = new Date(Date.parse(jaabi.clock.nowAt) + minutes * 60_000).toISOString()
}
const theirs = (at: number) => `+223700000${String(at).padStart(2, '0')}`

/** Two gateways, of which the operator's may be made to answer otherwise; and some way to let time pass. */
async function twoGateways(choice: GatewayChoice = gateways) {
  const way: { says: SendResult | null } = { says: null }
  const left: { to: string; by: string; text: string }[] = []
  const carrier = (by: string): SmsGateway => ({
    send({ to, text }) {
      if (by === 'operator' && way.says) return Promise.resolve(way.says)
      left.push({ to, by, text })
      return Promise.resolve({ outcome: 'accepted', gateway: by, gatewayMessageId: `${by}-${left.length}` })
    },
  })
  const carriers = { operator: carrier('operator'), general: carrier('general') }
  const jaabi = await newJaabi({ programme: { gateways: choice }, carriers })
  async function later(minutes: number): Promise<void> {
    minutesOn(jaabi, minutes)
    await jaabi.sweep()
    await jaabi.drain()
  }
  return { jaabi, way, left, later, phones: phonesOf(jaabi) }
}
const whats = async ({ gatewayWatch }: Jaabi) => (await gatewayWatch.events(20)).map(({ what }) => what).toReversed()

test('a gateway dies: its operator’s people have their receipts by the other one, each once, and by their own again when it answers', async () => {
  const { jaabi, way, left, later, phones } = await twoGateways()
  await phones.says(theirs(1), complaint)
  expect(left).toMatchObject([{ to: theirs(1), by: 'operator' }])

  way.says = away
  for (const at of [2, 3, 4, 5]) await phones.says(theirs(at), complaint)
  await later(5)
  await later(10)
  const receipts = left.filter(({ to }) => to.startsWith('+223700000'))
  expect(receipts.map(({ to, by }) => [to, by]).toSorted()).toEqual([
    [theirs(1), 'operator'],
    ...[2, 3, 4, 5].map((at) => [theirs(at), 'general']),
  ])
  expect(jaabi.published.filter(({ topic }) => topic === 'coordination')).toHaveLength(1)

  way.says = null
  await later(60)
  for (const at of [6, 7]) await phones.says(theirs(at), complaint)
  expect(left.slice(-2).map(({ by }) => by)).toEqual(['operator', 'operator'])
  expect(await whats(jaabi)).toEqual(['failing', 'answers'])
  expect(new Set(left.map(({ to }) => to)).size).toBe(left.length)
})

test('what may have left by a gateway that never answered is sent by no other', async () => {
  const { jaabi, way, left, later, phones } = await twoGateways()
  way.says = silent
  const references: string[] = []
  for (const at of [1, 2, 3]) references.push(await phones.says(theirs(at), complaint))
  await phones.says(theirs(4), complaint)
  expect(left.map(({ to }) => to)).toEqual([theirs(4)])
  // Six hours on a receipt, which carries a date, is sent once more: by the gateway it was given to.
  way.says = null
  await later(6 * 60 + 5)
  expect(
    left
      .slice(1)
      .map(({ to, by }) => [to, by])
      .toSorted(),
  ).toEqual([1, 2, 3].map((at) => [theirs(at), 'operator']))
  for (const reference of references)
    expect(await jaabi.noticesOf(reference)).toMatchObject([{ state: 'sent', resent: true, gateway: 'operator' }])
})

test('what a gateway refuses for want of credit is sent by another one, not by hand', async () => {
  const { way, left, later, phones } = await twoGateways()
  way.says = { outcome: 'refused', retry: false, reason: 'insufficient-balance' }
  await phones.says(theirs(1), complaint)
  await phones.says(theirs(2), complaint)
  await later(5)
  expect(left.map(({ to, by }) => [to, by]).toSorted()).toEqual([1, 2].map((at) => [theirs(at), 'general']))
})

/** As its page does it. */
async function turned(jaabi: Jaabi, gateway: string, off: boolean) {
  const { programme, gatewayWatch, clock } = jaabi
  const viewer = { person: 'somebody', role: 'coordinator', region: null, organisation: null, supervises: [] } as const
  const body = { gateway, to: off ? 'off' : 'on', reason: 'outage' }
  expect(await switchSends(viewer, body, { programme, gatewayWatch, now: clock.nowAt })).toBe('done')
  minutesOn(jaabi, 1)
}

test('turned off by a person, a gateway sends nothing; the next one does, and where there is none the SMS waits until it is on', async () => {
  const { jaabi, left, later, phones } = await twoGateways()
  await turned(jaabi, 'operator', true)
  await phones.says(theirs(1), complaint)
  expect(left).toMatchObject([{ to: theirs(1), by: 'general' }])

  await turned(jaabi, 'general', true)
  await phones.says(theirs(2), complaint)
  await later(20)
  expect(left).toHaveLength(1)
  await turned(jaabi, 'operator', false)
  await later(20)
  expect(left.slice(1)).toMatchObject([{ to: theirs(2), by: 'operator' }])
})

test('past its use-by no text leaves when sending is possible again, and an answer nobody could send is to be said by a person', async () => {
  const { jaabi, left, later, phones } = await twoGateways()
  const reference = await phones.says(theirs(1), complaint)
  await turned(jaabi, 'operator', true)
  await turned(jaabi, 'general', true)
  await (await deskOf(jaabi)).answers(reference, 'Le forage sera réparé lundi.')
  const before = left.length
  await later(15 * 24 * 60)
  await turned(jaabi, 'operator', false)
  await later(20)
  const answer = (await jaabi.noticesOf(reference)).find(({ template }) => template === 'answer')
  expect(answer).toMatchObject({ state: 'by-hand', reason: 'use-by' })
  expect(left.slice(before).filter(({ text }) => text.includes('lundi'))).toEqual([])
  // It waits, late to be told, in the list of whoever has the case.
  const caseFile = await jaabi.caseOf(reference)
  expect(caseFile.told).toBeNull()
  const clocks = runningClocks(caseFile, policyOf(jaabi.programme, caseFile)).map(({ name }) => name)
  expect(clocks).toContain('tell')
  const { rows } = await listQueue(focalPoint, { after: null, limit: 9 }, needsOf(jaabi.servicesFor('console')))
  expect(rows).toMatchObject([{ reference, nextAction: 'tell' }])
  expect(rows.every(({ dueAt }) => dueAt < jaabi.clock.nowAt)).toBe(true)
})

test('reports that stop are told once, and that they are back is noted', async () => {
  const { jaabi, left, later, phones } = await twoGateways()
  const asks = async (from: number) => {
    for (const at of [0, 1, 2, 3, 4]) await phones.says(theirs(from + at), 'SUIVI')
  }
  const reported = async (from: number) => {
    for (const { to, by } of left.slice(from)) {
      const id = `${by}-${left.findIndex((one) => one.to === to) + 1}`
      await jaabi.notices.joinDelivery({ gateway: by, gatewayMessageId: id, state: 'delivered' })
    }
    await jaabi.drain()
  }
  await asks(10)
  await reported(0)
  await later(4 * 60)
  expect((await jaabi.gatewayWatch.reports()).map(({ state }) => state)).toEqual(['arriving'])

  await asks(20)
  await later(4 * 60)
  expect((await jaabi.gatewayWatch.reports()).map(({ state }) => state)).toEqual(['stopped'])
  await asks(30)
  await later(4 * 60)
  expect(jaabi.published.filter(({ topic }) => topic === 'coordination')).toHaveLength(1)

  const before = left.length
  await asks(40)
  await reported(before)
  await later(4 * 60)
  expect(await whats(jaabi)).toEqual(['reports-stopped', 'reports-back'])
})

test('whoever wrote is answered by the gateway they wrote by, receipt and reply alike, whatever the plan says of their number', async () => {
  const { otherwise: usual } = mali.gateways
  const choice = { ...gateways, carries: { ...gateways.carries, [usual]: ['+223'] } }
  const jaabi = await newJaabi({ programme: { gateways: choice } })
  const phones = phonesOf(jaabi)
  const reference = await phones.says('+22370000001', complaint)
  await phones.says('+22370000001', `SUIVI ${reference}`)
  expect(jaabi.sms.map(({ by }) => by)).toEqual([usual, usual])
  expect((await jaabi.gatewayWatch.states()).map(({ gateway, lastInAt }) => [gateway, lastInAt])).toEqual([
    [usual, jaabi.clock.nowAt],
  ])
})

test('what may have left by a gateway that is turned off since is passed on by hand, by no other gateway', async () => {
  const { jaabi, way, left, later, phones } = await twoGateways()
  way.says = silent
  const reference = await phones.says(theirs(1), complaint)
  await turned(jaabi, 'operator', true)
  await later(6 * 60 + 5)
  expect(await jaabi.noticesOf(reference)).toMatchObject([
    { state: 'by-hand', reason: 'turned-off', gateway: 'operator' },
  ])
  expect(left).toEqual([])
})
