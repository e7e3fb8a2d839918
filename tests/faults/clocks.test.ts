import { expect, test } from 'vitest'
import { build as deadlineSweep } from '../../functions/deadline-sweep.ts'
import { build as deliveryReport } from '../../functions/delivery-report.ts'
import { woman } from '../support/functions/phone.ts'
import { type AllServices, type Jaabi, withJaabi } from '../support/functions/services.ts'
import { callback, pathTo, sms, staffStep, streamOf } from '../support/faults/trouble.ts'

const newJaabi = await withJaabi()

/** The services of one function on a machine whose clock is so many minutes ahead, or behind. */
const onNode = (jaabi: Jaabi, name: string, minutes: number): AllServices => ({
  ...jaabi.servicesFor(name),
  nowAt: () => new Date(Date.parse(jaabi.clock.nowAt) + minutes * 60_000).toISOString(),
})

/** A whole life whose functions run on two machines in turn; `first` is how far ahead the first of them is. */
async function lifeOn(first: number) {
  const jaabi = await newJaabi()
  await jaabi.person('fatou', { role: 'focal-point' })
  const nodes = [onNode(jaabi, 'inbound-sms', first), onNode(jaabi, 'inbound-sms', -first)]
  const stream = await streamOf(jaabi, {
    changes: onNode(jaabi, 'case-changes', -first),
    sending: onNode(jaabi, 'send-notices', first),
  })
  const laterBy = (hours: number) =>
    (jaabi.clock.nowAt = new Date(Date.parse(jaabi.clock.nowAt) + hours * 3_600_000).toISOString())
  const sweep = async (minutes: number) => {
    await deadlineSweep(onNode(jaabi, 'deadline-sweep', minutes))()
    await stream.drain()
  }
  const [here, there] = nodes as [AllServices, AllServices]

  const { text: reference } = await sms(here, woman, 'Le forage du village est en panne', 'AT-1')
  await stream.drain()
  expect((await sms(there, woman, 'Le forage du village est en panne', 'AT-1')).text).toBe(reference)
  const staff = (minutes: number) => onNode(jaabi, 'staff-api', minutes)
  for (const [at, step, body] of [
    [-first, 'assess', { level: 'N1', category: 'SAN-FRAIS', place: { system: 'cod-2021', code: 'ML07' } }],
    [first, 'assign', { organisation: 'ong-sante-gao' }],
    [-first, 'answer', { outcome: 'resolved', answer: 'La pompe est réparée.' }],
  ] as const) {
    expect(await staffStep(staff(at), reference, step, body), step).toBe(200)
    await stream.drain()
  }
  await sweep(first)
  const answer = jaabi.sms.findLast(({ to }) => to === woman)
  const report = callback({ id: answer?.messageId ?? '', status: 'Success', phoneNumber: woman })
  await deliveryReport(onNode(jaabi, 'delivery-report', -first)).request(pathTo('delivery'), report)
  await stream.drain()
  await sms(there, woman, '1', 'AT-2')
  await stream.drain()
  laterBy(24 * 40)
  for (const minutes of [first, -first]) await sweep(minutes)
  return { jaabi, reference, caseFile: await jaabi.caseOf(reference) }
}

test.each([5, -5])(
  'two machines five minutes apart (%i): one case, told once, closed, its history in order',
  async (first) => {
    const { jaabi, caseFile } = await lifeOn(first)
    const instants = caseFile.history.map(({ at }) => at)

    expect(instants).toEqual(instants.toSorted())
    expect(caseFile).toMatchObject({ status: 'closed', satisfaction: 1 })
    expect(await jaabi.references()).toHaveLength(1)
    const texts = jaabi.sms.filter(({ to }) => to === woman).map(({ text }) => text)
    expect(new Set(texts).size).toBe(texts.length)
  },
)

test('a clock set back by an hour in the middle of a case writes nothing before what is there', async () => {
  const jaabi = await newJaabi()
  await jaabi.person('fatou', { role: 'focal-point' })
  const services = jaabi.servicesFor('staff-api')
  const { text: reference } = await sms(jaabi.servicesFor('inbound-sms'), woman, 'Le moulin est cassé', 'AT-1')
  await jaabi.drain()
  const before = (await jaabi.caseOf(reference)).lastAt
  const back = { ...services, nowAt: () => new Date(Date.parse(before) - 3_600_000).toISOString() }
  expect(await staffStep(back, reference, 'assess', { level: 'N1', category: 'SAN-FRAIS' })).toBe(200)
  await sms(onNode(jaabi, 'inbound-sms', -60), woman, `${reference} il est encore cassé`, 'AT-2')
  await jaabi.drain()

  const stored = (await jaabi.items('case')).map(({ history }) => (history as { at: string }[]).map(({ at }) => at))
  expect(stored).toEqual([stored[0]?.map(() => before)])
  expect((await jaabi.caseOf(reference)).status).toBe('assessed')
})

test.each([1, 24])(
  'a clock set back by %i h between two starts locks nobody out, and brings nothing forward',
  async (hours) => {
    const jaabi = await newJaabi()
    const inbound = (minutes: number) => onNode(jaabi, 'inbound-sms', minutes)
    const heard = () => jaabi.sms.filter(({ to }) => to === woman).length
    const references: string[] = []
    for (const n of [1, 2, 3, 4]) {
      references.push((await sms(inbound(0), woman, `Le puits ${n} du quartier est à sec`, `AT-${n}`)).text)
      await jaabi.drain()
    }
    expect(heard()).toBe(3)
    const [first = ''] = references
    const before = await jaabi.caseOf(first)

    jaabi.clock.nowAt = new Date(Date.parse(jaabi.clock.nowAt) - hours * 3_600_000).toISOString()
    const { text: since } = await sms(inbound(0), woman, 'La pompe du marché est cassée', 'AT-5')
    await jaabi.drain()
    // Its three of this hour are its own, whatever the clock of before has noted.
    expect(heard()).toBe(4)
    expect((await jaabi.caseOf(since)).receivedAt).toBe(jaabi.clock.nowAt)
    expect((await sms(inbound(0), woman, 'Le puits 1 du quartier est à sec', 'AT-1')).text).toBe(first)
    await jaabi.sweep()
    await jaabi.drain()
    expect(await jaabi.caseOf(first)).toEqual(before)
    expect(heard()).toBe(4)
  },
)

test.each([
  ['2099-01-01 00:00:00', ['future-date']],
  ['1970-01-01 00:00:00', undefined],
  ['31/02/2027 25:61', ['odd-date']],
  ['%00%ff', ['odd-date']],
  ['9'.repeat(40), ['odd-date']],
])('a gateway that dates %s: it came when it came, and what is owed runs from then', async (date, flags) => {
  const jaabi = await newJaabi()
  const inbound = jaabi.servicesFor('inbound-sms')
  const plain = await sms(inbound, woman, 'Le puits est à sec', 'AT-1')
  const odd = await sms(inbound, woman, 'La pompe est cassée', 'AT-2', { date })
  const [one, other] = [await jaabi.caseOf(plain.text), await jaabi.caseOf(odd.text)]
  expect(other).toMatchObject({ receivedAt: one.receivedAt, promisedAt: one.promisedAt })
  expect(other.history[0]).toMatchObject({ at: jaabi.clock.nowAt, ...(flags ? { flags } : {}) })
  await jaabi.drain()
  for (const { to, messageId } of jaabi.sms) {
    const report = callback({ id: messageId, status: 'Success', phoneNumber: to, date, deliveredAt: date })
    const { status } = await deliveryReport(jaabi.servicesFor('delivery-report')).request(pathTo('delivery'), report)
    expect(status).toBe(200)
  }
  const notices = await Promise.all([plain, odd].map(({ text }) => jaabi.noticesOf(text)))
  expect(notices.map((all) => all.map(({ state }) => state))).toEqual([['delivered'], ['delivered']])
})
