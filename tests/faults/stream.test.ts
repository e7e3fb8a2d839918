import { expect, test } from 'vitest'
import { randomFaults } from '../../infra/local/stand-ins/fault-proxy.ts'
import { type Jaabi, withJaabi } from '../support/functions/services.ts'
import { deliveryReport } from '../support/faults/delivery.ts'
import { historyFlaws, readLedger } from '../support/faults/history-check.ts'
import { inTrouble, sms, staffStep, streamOf } from '../support/faults/trouble.ts'

const newJaabi = await withJaabi()
const phones = ['+22370000001', '+22370000002', '+22370000003']

/** Three people write, one is answered and content, one says STOP; `follow` after each step. */
async function story(jaabi: Jaabi, follow: () => Promise<void>): Promise<string[]> {
  await jaabi.person('fatou', { role: 'focal-point' })
  const intake = jaabi.servicesFor('inbound-sms')
  const references: string[] = []
  for (const [n, phone] of phones.entries())
    references.push((await sms(intake, phone, `Plainte ${n}: le forage est en panne`, `AT-${n}`)).text)
  await follow()
  for (const [step, body] of [
    ['assess', { level: 'N1', category: 'AID-KIT', place: { system: 'cod-2021', code: 'ML0702' } }],
    ['assign', { organisation: 'ong-sante-gao' }],
    ['answer', { outcome: 'resolved', answer: 'le forage marche' }],
  ] as const)
    await staffStep(jaabi.servicesFor('staff-api'), references[0] ?? '', step, { ...body, requestId: step })
  await follow()
  const [answer] = jaabi.sms.filter(({ text }) => text.includes('le forage marche'))
  await deliveryReport(jaabi, answer?.messageId ?? '', 'Success', phones[0] ?? '')
  await follow()
  await sms(intake, phones[0] ?? '', '1', 'AT-8')
  await sms(intake, phones[1] ?? '', 'STOP', 'AT-9')
  await follow()
  return references
}

const left = ({ sms, published }: Jaabi) => ({ sms: sms.map(({ to, text }) => `${to} ${text}`), published })
const keys = async (jaabi: Jaabi) => {
  const { notices } = await readLedger(jaabi.client, jaabi.tables)
  return notices.map(({ key, state }) => `${key} ${state}`).sort()
}

test.each([100, 7, 1])('a stream read twice, %i records at a time: the same notices, no second SMS', async (size) => {
  const jaabi = await newJaabi()
  const stream = await streamOf(jaabi)
  await story(jaabi, stream.drain)
  const before = { left: structuredClone(left(jaabi)), keys: await keys(jaabi) }
  expect(before.left.sms).toHaveLength(6)
  expect(before.left.published).toHaveLength(0)

  await stream.replay(size)
  await stream.drain()

  expect({ left: left(jaabi), keys: await keys(jaabi) }).toEqual(before)
  expect(stream.failures).toEqual([])
  expect(historyFlaws(await readLedger(jaabi.client, jaabi.tables), { left: jaabi.sms })).toEqual([])
})

test('batches halved and half done behind a table that fails at every fourth call: what leaves is the same', async () => {
  const calm = await newJaabi()
  await story(calm, (await streamOf(calm)).drain)
  const jaabi = await newJaabi()
  const faults = ['drop-request', 'drop-reply', 'transaction-conflict'] as const
  const { services } = await inTrouble(jaabi, randomFaults({ seed: 3, share: 0.25, faults }))
  const stream = await streamOf(jaabi, { changes: services('case-changes'), sending: services('send-notices') })

  await story(jaabi, stream.drain)
  // What was given up or cut off is taken up by the sweep, and what may have left only once its doubt is over.
  for (const hours of [1, 8, 9]) {
    jaabi.clock.nowAt = `2027-06-07T${String(9 + hours).padStart(2, '0')}:00:00.000Z`
    await jaabi.sweep()
    await stream.drain()
  }

  const ledger = await readLedger(jaabi.client, jaabi.tables)
  expect(historyFlaws(ledger, { left: jaabi.sms })).toEqual([])
  const anyReference = (text: string) => text.replaceAll(/\d{10}/g, '#')
  const kinds = (one: Jaabi) => new Set(left(one).sms.map(anyReference))
  expect(kinds(jaabi)).toEqual(kinds(calm))
})

test('a record that always fails is set aside after five tries; the others go on; the sweep makes up for it', async () => {
  const jaabi = await newJaabi()
  const services = jaabi.servicesFor('case-changes')
  let poison = ''
  const create: typeof services.notices.create = (notices) =>
    notices.some(({ reference }) => reference === poison)
      ? Promise.reject(new Error('poison'))
      : services.notices.create(notices)
  const stream = await streamOf(jaabi, { changes: { ...services, notices: { ...services.notices, create } } })
  const intake = jaabi.servicesFor('inbound-sms')
  poison = (await sms(intake, phones[0] ?? '', 'Le forage est en panne', 'AT-1')).text
  await sms(intake, phones[1] ?? '', 'Les kits sont incomplets', 'AT-2')

  await stream.drain()

  expect(stream.failures).toMatchObject([{ consumer: 'case-changes', attempts: 5 }])
  expect(JSON.stringify(stream.failures)).not.toMatch(/forage|7000/)
  expect(jaabi.sms.map(({ to }) => to)).toEqual([phones[1]])
  // The sweep's first look at the case is at its first reminder.
  jaabi.clock.nowAt = (await jaabi.cases.nextDueAt()) ?? ''
  while (!(await jaabi.noticesOf(poison)).length) {
    await jaabi.sweep()
    jaabi.clock.nowAt = (await jaabi.cases.nextDueAt()) ?? ''
  }
  await jaabi.sweep()
  await stream.drain()
  expect(jaabi.sms.filter(({ to, text }) => to === phones[0] && text.includes(poison))).toHaveLength(1)
})

test('a notice nobody can write a text for is set aside unclaimed; the others leave', async () => {
  const jaabi = await newJaabi()
  const stream = await streamOf(jaabi)
  const { text: reference } = await sms(jaabi.servicesFor('inbound-sms'), phones[0] ?? '', 'Le forage', 'AT-1')
  await stream.drain()
  const [receipt] = await jaabi.noticesOf(reference)
  if (!receipt) throw new Error('no receipt')
  const ready = { ...receipt, version: 1, state: 'ready', gatewayMessageId: null, attempts: 0 } as const
  await jaabi.notices.create([
    { ...ready, key: `${reference}#0#none#complainant`, template: 'none' },
    { ...ready, key: `${reference}#1#delay#complainant`, template: 'delay' },
  ])

  await stream.drain()

  expect(stream.failures).toMatchObject([{ consumer: 'send-notices', attempts: 5 }])
  expect(jaabi.sms).toHaveLength(2)
  const states = (await jaabi.noticesOf(reference)).map(({ template, state }) => [template, state])
  expect(Object.fromEntries(states)).toEqual({ acknowledgement: 'sent', none: 'ready', delay: 'sent' })
})

test('a stream that comes late tells in order: the receipt before the answer', async () => {
  const jaabi = await newJaabi()
  const stream = await streamOf(jaabi)

  const [reference = ''] = await story(jaabi, () => Promise.resolve())
  await stream.drain()

  const told = jaabi.sms.filter(({ to }) => to === phones[0]).map(({ text }) => text)
  expect(told.slice(0, 2)).toEqual([
    expect.stringContaining(`noté, No ${reference}`),
    expect.stringContaining('marche'),
  ])
})
