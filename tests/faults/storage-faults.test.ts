import { expect, test } from 'vitest'
import { build as publicWeb } from '../../functions/public-web.ts'
import { build as ussd } from '../../functions/ussd.ts'
import { randomFaults } from '../../infra/local/stand-ins/fault-proxy.ts'
import { wrongReferences } from '../support/functions/phone.ts'
import { type Jaabi, withJaabi } from '../support/functions/services.ts'
import { deliveryReport } from '../support/faults/delivery.ts'
import { flawsOf, historyFlaws, readLedger } from '../support/faults/history-check.ts'
import { callback, inTrouble, next, none, pathTo, sms, staffStep, writes } from '../support/faults/trouble.ts'

const newJaabi = await withJaabi()
const phone = '+22370000001'
const words = 'Le forage de Bourem est en panne depuis lundi'

/** A case that was answered; its person got the SMS and may now say 1 or 3. */
async function answered(jaabi: Jaabi): Promise<string> {
  await jaabi.person('fatou', { role: 'focal-point' })
  const staff = jaabi.servicesFor('staff-api')
  const { text: reference } = await sms(jaabi.servicesFor('inbound-sms'), phone, words, 'AT-0')
  await staffStep(staff, reference, 'assess', { level: 'N1', category: 'AID-KIT', requestId: 'r1' })
  await staffStep(staff, reference, 'answer', { outcome: 'resolved', answer: 'le forage marche', requestId: 'r2' })
  await jaabi.drain()
  const answer = jaabi.sms.find(({ text }) => text.includes('le forage marche'))
  expect(await deliveryReport(jaabi, answer?.messageId ?? '', 'Success', phone)).toBe(200)
  await jaabi.drain()
  return reference
}

const said = ({ history }: { history: readonly { what: string }[] }) => history.map(({ what }) => what)

const messages = {
  'a complaint that joins nothing': { text: 'un agent demande de l argent', adds: { cases: 1, entries: [], sms: 1 } },
  'words on the answer': { text: 'Les kits sont incomplets', adds: { cases: 0, entries: ['message-added'], sms: 1 } },
  'a "1"': { text: '1', adds: { cases: 0, entries: ['satisfied'], sms: 1 } },
  'a "3"': { text: '3', adds: { cases: 0, entries: ['satisfied', 'reopened'], sms: 1 } },
  'a STOP': { text: 'STOP', adds: { cases: 0, entries: ['opted-out'], sms: 1 } },
  'the same words once more': { text: words, adds: { cases: 0, entries: ['message-added'], sms: 1 } },
}
/** The gateway hears nothing, or the SDK's own second try saves it. */
const lost = [1, 3]

test.each(Object.entries(messages).flatMap(([name, message]) => lost.map((calls) => [name, calls, message] as const)))(
  '%s whose acknowledgement is lost after the commit, %i times: the repeat gets the old answer, nothing happens twice',
  async (_, calls, { text, adds }) => {
    const jaabi = await newJaabi()
    const reference = await answered(jaabi)
    const before = { ...(await jaabi.caseOf(reference)), sms: jaabi.sms.length }
    const { services, trouble } = await inTrouble(jaabi, none)
    const intake = services('inbound-sms')

    trouble.plan = next(calls, 'drop-reply', writes)
    const first = await sms(intake, phone, text, 'AT-1')
    const again = [await sms(intake, phone, text, 'AT-1'), await sms(intake, phone, text, 'AT-1')]
    await jaabi.drain()

    expect(first.status).toBe(calls === 1 ? 200 : 503)
    expect(again.map(({ status }) => status)).toEqual([200, 200])
    expect(new Set([...again, ...(calls === 1 ? [first] : [])].map((reply) => reply.text)).size).toBe(1)
    expect(await jaabi.references()).toHaveLength(1 + adds.cases)
    expect(said(await jaabi.caseOf(reference)).slice(before.history.length)).toEqual(adds.entries)
    expect(jaabi.sms).toHaveLength(before.sms + adds.sms)
    // Answered with the same when it comes again much later, whatever happened since.
    jaabi.clock.nowAt = '2027-06-08T10:00:00.000Z'
    expect(await sms(intake, phone, text, 'AT-1')).toEqual(again[0])
  },
)

test('throttled, in conflict or still running at every fifth call: 200 messages and the work on them, 0 lost, 0 twice', async () => {
  const jaabi = await newJaabi()
  await jaabi.person('fatou', { role: 'focal-point' })
  const { services, trouble, proxy } = await inTrouble(jaabi, none)
  const faults = ['throttling', 'throughput-exceeded', 'transaction-conflict', 'transaction-in-progress'] as const
  // A plain read meets no transaction: it is only throttled.
  const reads = randomFaults({ seed: 7, share: 0.2, faults: faults.slice(0, 2) })
  const changes = randomFaults({ seed: 8, share: 0.2, faults })
  trouble.plan = (call) => (writes.includes(call.operation) ? changes(call) : reads(call))
  const intake = services('inbound-sms')
  const staff = services('staff-api')
  const acknowledged: { id: string; reference: string }[] = []

  /** As a gateway does: again until it is answered 200. */
  async function deliver(n: number): Promise<void> {
    const from = `+223700000${String(n % 100).padStart(2, '0')}`
    const id = `AT-${n}`
    for (let tries = 0; tries < 20; tries++) {
      const { status, text: reference } = await sms(intake, from, `Plainte ${n}: le forage est en panne`, id)
      if (status === 200) return void acknowledged.push({ id, reference })
    }
  }
  async function work(reference: string, n: number): Promise<void> {
    for (const [name, body] of [
      ['assess', { level: 'N1', category: 'AID-KIT' }],
      ['answer', { outcome: 'resolved', answer: `reponse ${n}` }],
    ] as const)
      for (let tries = 0; tries < 20; tries++)
        if ((await staffStep(staff, reference, name, { ...body, requestId: `${name}-${n}` })) === 200) break
  }
  const queue = Array.from({ length: 200 }, (_, n) => n).values()
  await Promise.all(
    Array.from({ length: 40 }, async () => {
      for (const n of queue) {
        await deliver(n)
        if (n % 10 === 0) await work(acknowledged.find(({ id }) => id === `AT-${n}`)?.reference ?? '', n)
      }
    }),
  )
  await jaabi.drain()

  expect(proxy.seen.filter(({ fault }) => fault).length).toBeGreaterThan(proxy.seen.length / 8)
  expect(new Set(acknowledged.map(({ reference }) => reference)).size).toBe(200)
  const ledger = await readLedger(jaabi.client, jaabi.tables)
  expect(historyFlaws(ledger, { acknowledged, left: jaabi.sms })).toEqual([])
  expect(ledger.cases).toHaveLength(200)
  expect(ledger.cases.filter(({ status }) => status === 'answered')).toHaveLength(20)
  expect(jaabi.sms).toHaveLength(220)
})

test.each(['drop-request', 'no-answer'] as const)(
  'the database away (%s): the gateway is asked to come again, phone and browser are told in words, nothing is said to be kept',
  async (fault) => {
    const jaabi = await newJaabi()
    const { services } = await inTrouble(jaabi, () => fault, { callbackMs: 3_000 })

    const [message, screen] = await Promise.all([
      sms(services('inbound-sms'), phone, words, 'AT-1'),
      ussd(services('ussd')).request(
        pathTo('ussd'),
        callback({ sessionId: 'U-1', phoneNumber: phone, serviceCode: '*36061#', text: '1' }),
      ),
    ])

    expect(message).toEqual({ status: 503, text: '' })
    expect(screen.status).toBe(200)
    expect(await screen.text()).toMatch(/^END /)
    const web = publicWeb(services('public-web'))
    const typed = { text: words, consent: 'none', kind: 'protection' }
    // What never answers is the same to a page, only longer.
    const pages = [
      ['/plainte', { ...callback(typed) }],
      ['/danger', { ...callback(typed) }],
      [`/suivi?reference=${wrongReferences(1).join('')}`, {}],
      ['/?kind=protection', {}],
      ['/', {}],
    ] as const
    for (const [path, asked] of fault === 'drop-request' ? pages : []) {
      const page = await web.request(path, asked)
      expect([path, page.status]).toEqual([path, path.startsWith('/?') || path === '/' ? 200 : 503])
      expect(await page.text(), path).toMatch(/<h1/)
    }
    expect(await jaabi.references()).toEqual([])
    expect((await sms(jaabi.servicesFor('inbound-sms'), phone, words, 'AT-1')).status).toBe(200)
    expect(await jaabi.references()).toHaveLength(1)
  },
)

test('a reference that is taken is drawn again: two complaints, two references', async () => {
  const jaabi = await newJaabi()
  const intake = jaabi.servicesFor('inbound-sms')
  const first = Array.from({ length: 8 }, (_, n) => n / 10)
  const drawing = (numbers: number[]) => () => numbers.shift() ?? 0.9
  await sms({ ...intake, random: drawing([...first]) }, phone, words, 'AT-1')

  const second = await sms({ ...intake, random: drawing([...first, ...first]) }, '+22370000002', words, 'AT-2')

  const [one, other] = await jaabi.references()
  expect(new Set([one, other]).size).toBe(2)
  expect([one, other]).toContain(second.text)
})

test('two people write on one version: one wins, the other is told who changed what; without a version both count', async () => {
  const jaabi = await newJaabi()
  await jaabi.person('fatou', { role: 'focal-point' })
  const staff = jaabi.servicesFor('staff-api')
  const { text: reference } = await sms(jaabi.servicesFor('inbound-sms'), phone, words, 'AT-1')
  await staffStep(staff, reference, 'assess', { level: 'N1', requestId: 'r1' })
  const { version } = await jaabi.caseOf(reference)
  const note = (requestId: string, seen?: number) =>
    staffStep(staff, reference, 'note', { text: 'vu', requestId, ...(seen ? { version: seen } : {}) })

  expect((await Promise.all([note('a', version), note('b', version)])).sort()).toEqual([200, 409])
  expect(await Promise.all([note('c'), note('d'), note('c')])).toEqual([200, 200, 200])

  const caseFile = await jaabi.caseOf(reference)
  expect(caseFile.version).toBe(version + 3)
  expect(flawsOf(caseFile)).toEqual([])
})

test('two messages of one phone a millisecond apart are two cases, each with its receipt', async () => {
  const jaabi = await newJaabi()
  const intake = jaabi.servicesFor('inbound-sms')

  const replies = await Promise.all(
    ['Les kits sont incomplets', words].map((text, n) => sms(intake, phone, text, `AT-${n}`)),
  )
  await jaabi.drain()

  expect(new Set(replies.map(({ text }) => text))).toEqual(new Set(await jaabi.references()))
  expect(jaabi.sms).toHaveLength(2)
})
