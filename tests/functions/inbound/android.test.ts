import { describe, expect, onTestFinished, test } from 'vitest'
import { android } from '../../../adapters/gateways/android/send.ts'
import { ownToken, signingKeys } from '../../../adapters/gateways/token.ts'
import { gatewayPath } from '../../../functions/gateways/path.ts'
import { patience } from '../../../infra/local/patience.ts'
import { closed, listening } from '../../../infra/local/serving/server.ts'
import {
  androidPhone,
  phoneAccount,
  type PhoneMode,
  phonePlace,
  phoneStandsFor,
} from '../../../infra/local/stand-ins/phone-with-sim.ts'
import { Hono } from 'hono'
import type { FaultPlan } from '../../../infra/local/stand-ins/fault-proxy.ts'
import type { SmsGateway } from '../../../core/ports/gateway.ts'
import { deskOf } from '../../support/functions/desk.ts'
import { callbacksOf, man, woman } from '../../support/functions/phone.ts'
import { gatewayToken, withJaabi } from '../../support/functions/services.ts'

const newJaabi = await withJaabi()
const addressOf = (what: 'sms' | 'delivery') =>
  gatewayPath(what).replace('{gateway}', phoneStandsFor).replace('{token}', ownToken(gatewayToken, phoneStandsFor))
const [rightKey = null] = signingKeys(phoneStandsFor, [gatewayToken])

/** A Jaabi of which all SMS come and go by one phone. */
async function withPhone({
  key = rightKey,
  twice = false,
  faults,
}: { key?: string | null; twice?: boolean; faults?: FaultPlan } = {}) {
  const carrier: { gateway?: SmsGateway } = {}
  const jaabi = await newJaabi({
    ...(faults ? { faults } : {}),
    programme: { gateways: { byPrefix: {}, otherwise: phoneStandsFor, unnamed: null } },
    carriers: {
      [phoneStandsFor]: { send: (sms) => carrier.gateway?.send(sms) ?? Promise.reject(new Error('no phone yet')) },
    },
  })
  const apps = callbacksOf(jaabi)
  const phone = androidPhone({
    key,
    twice,
    nowAt: () => jaabi.clock.nowAt,
    post: async (what, init) => (await apps[what].request(addressOf(what), { method: 'POST', ...init })).status,
  })
  const server = await listening(new Hono().route(phonePlace, phone.app), { port: 0 })
  onTestFinished(() => closed(server))
  const { port } = server.address() as { port: number }
  carrier.gateway = android.connect(phoneAccount(`http://127.0.0.1:${String(port)}`), patience.sendMs)
  const saidIn = async () => {
    const references = await jaabi.references()
    return Promise.all(references.map(async (one) => (await jaabi.saidIn(one)).map(({ words }) => words)))
  }
  const noticesTo = async (template: string) => {
    const [reference = ''] = await jaabi.references()
    return (await jaabi.noticesOf(reference)).filter((one) => one.template === template)
  }
  return { jaabi, phone, saidIn, noticesTo, texts: () => phone.sent.map(({ textMessage }) => textMessage.text) }
}

describe('an SMS that came by a phone', () => {
  test('is a case, and its receipt leaves by the phone and arrives', async () => {
    const { jaabi, phone, saidIn, texts, noticesTo } = await withPhone()
    expect(await phone.receives(woman, 'Le forage est en panne')).toBe(200)
    await jaabi.drain()
    expect(await saidIn()).toEqual([['Le forage est en panne']])
    await phone.works()
    await jaabi.drain()
    expect(texts()).toHaveLength(1)
    expect(phone.sent[0]?.phoneNumbers).toEqual([woman])
    expect(await noticesTo('acknowledgement')).toMatchObject([{ state: 'delivered', gateway: phoneStandsFor }])
  })

  test('brought twice under new ids, at once and later, is one case and one receipt; two people are two', async () => {
    const { jaabi, phone, saidIn, texts } = await withPhone({ twice: true })
    const at = '2027-06-07T08:59:58.000+00:00'
    await Promise.all([phone.receives(woman, 'Le forage est en panne', at), phone.receives(man, 'Pas de vivres', at)])
    await phone.receives(woman, 'Le forage est en panne', at)
    await jaabi.drain()
    await phone.works()
    expect((await saidIn()).flat().sort()).toEqual(['Le forage est en panne', 'Pas de vivres'])
    expect(texts()).toHaveLength(2)
  })

  test('long, with letters no alphabet of SMS has, comes whole and keeps each of them', async () => {
    const { jaabi, phone, saidIn } = await withPhone()
    const words = 'Dɔgɔtɔrɔso ka ji tɛ, n y’a fɔ « cɛ » 😀 '.repeat(9).trim()
    await phone.receives(woman, words)
    await jaabi.drain()
    expect(await saidIn()).toEqual([[words]])
  })

  test.each([
    ['signs with another key', 'another-key'],
    ['signs nothing', null],
  ])('is nobody’s where the phone %s: it is told so, and no case opens', async (_, key) => {
    const { jaabi, phone } = await withPhone({ key })
    expect(await phone.receives(woman, 'Le forage est en panne')).toBe(401)
    expect(await jaabi.references()).toEqual([])
  })

  test('while the table is away the phone is told to come again, and what it brings then is one case', async () => {
    let away = true
    const { phone, saidIn } = await withPhone({ faults: () => (away ? 'throttling' : undefined) })
    const at = '2027-06-07T08:59:58.000+00:00'
    expect(await phone.receives(woman, 'Le forage est en panne', at)).toBe(503)
    away = false
    expect(await phone.receives(woman, 'Le forage est en panne', at)).toBe(200)
    expect(await saidIn()).toEqual([['Le forage est en panne']])
  })
})

describe('what became of an SMS in several parts', () => {
  const id = '0123456789abcdef0123456789abcdef-3'
  /** As it is stored, an SMS of ours that the phone took. */
  const known = async () => {
    const all = await withPhone({ twice: true })
    const { notices } = all.jaabi.servicesFor('delivery-report')
    const arrives = (at: string) =>
      all.phone.tell('delivery', 'sms:delivered', {
        messageId: id,
        recipient: woman,
        deliveredAt: `2027-06-07T${at}+00:00`,
      })
    const state = async () => (await notices.joinDelivery({ gateway: phoneStandsFor, gatewayMessageId: id })).state
    return { ...all, arrives, state }
  }

  test('it has arrived when all have, each counted once however often it is told', async () => {
    const { arrives, state } = await known()
    await arrives('10:00:00.001')
    await arrives('10:00:00.001')
    await arrives('10:00:00.002')
    expect(await state()).toBe('sent')
    await arrives('10:00:00.003')
    expect(await state()).toBe('delivered')
  })

  test('side by side too', async () => {
    const { arrives, state } = await known()
    await Promise.all(['10:00:00.001', '10:00:00.002', '10:00:00.003'].map((at) => arrives(at)))
    expect(await state()).toBe('delivered')
  })

  test('one part that failed is a failure, whatever arrives of the others', async () => {
    const { phone, arrives, state } = await known()
    await arrives('10:00:00.001')
    await phone.tell('delivery', 'sms:failed', { messageId: id, recipient: woman, reason: 'Delivery result: 1' })
    for (const at of ['10:00:00.002', '10:00:00.003']) await arrives(at)
    expect(await state()).toBe('failed')
  })
})

describe('an answer in two parts', () => {
  const answered = async (mode: PhoneMode) => {
    const all = await withPhone()
    await all.phone.receives(woman, 'Le forage est en panne')
    await all.jaabi.drain()
    const [reference = ''] = await all.jaabi.references()
    all.phone.setMode(mode)
    await (await deskOf(all.jaabi)).answers(reference, 'Le forage marche de nouveau depuis ce matin. '.repeat(3).trim())
    await all.phone.works()
    await all.jaabi.drain()
    const { caseFile } = (await all.jaabi.cases.load(reference)) ?? {}
    return { parts: Number(all.phone.sent.at(-1)?.id.slice(-1)), told: caseFile?.told ?? null }
  }

  test('that both arrived is what tells the person', async () => {
    expect(await answered('ok')).toMatchObject({ parts: 2, told: { how: 'sms' } })
  })

  test('of which the second never arrived tells nobody', async () => {
    expect(await answered('part-lost')).toEqual({ parts: 2, told: null })
  })
})

describe('a phone without credit', () => {
  test('is nobody’s being out of reach: the SMS stands in a person’s list', async () => {
    const { jaabi, phone, noticesTo } = await withPhone()
    await phone.receives(woman, 'Le forage est en panne')
    await jaabi.drain()
    phone.setMode('no-credit')
    await phone.works()
    await jaabi.drain()
    expect(await noticesTo('acknowledgement')).toMatchObject([{ state: 'by-hand', reason: 'not-sent' }])
  })
})
