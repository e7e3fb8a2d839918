import { describe, expect, test } from 'vitest'
import type { Callback } from '../../../adapters/gateways/gateway.ts'
import { receivers } from '../../../adapters/gateways/receivers.ts'
import { ownToken } from '../../../adapters/gateways/token.ts'
import { mali } from '../../../programme/mali.ts'
import { man, woman } from '../../support/functions/phone.ts'
import { gatewayToken, withJaabi } from '../../support/functions/services.ts'
import { callingAs } from '../../support/gateways/calling.ts'
import { inOtherNames, otherNames, spoken, type Spoken, type Told } from '../../support/gateways/spoken.ts'

const newJaabi = await withJaabi()

/** A Jaabi that sends by this gateway, and the gateway as it calls. */
async function onLine(gateway: Spoken, sendsBy = gateway.name) {
  const fields = gateway === inOtherNames ? { [gateway.name]: otherNames } : mali.gateways.fields
  const choice = { byPrefix: {}, otherwise: sendsBy, unnamed: null }
  const jaabi = await newJaabi({ programme: { gateways: fields ? { ...choice, fields } : choice } })
  return { jaabi, ...callingAs(gateway, jaabi) }
}
type Line = Awaited<ReturnType<typeof onLine>>

const saidIn = async ({ jaabi }: Line) =>
  (await Promise.all((await jaabi.references()).map((one) => jaabi.saidIn(one)))).flat()
const wordsIn = async (line: Line) => (await saidIn(line)).map(({ words }) => words)
const text = 'Le forage est en panne – « ɲɛ » & 100 %'
const message = { from: woman, text, id: 'one' }

test('every gateway that calls us is held to it', () => {
  expect(spoken.map(({ name }) => name).sort()).toEqual(receivers.map(({ name }) => name).sort())
})

const all = [...spoken.map((one) => [one.name, one] as const), ['generichttp, in JSON', inOtherNames] as const]

describe.each(all)('%s', (_, gateway) => {
  test('brings an SMS: one case to the letter, one receipt, and the answer is a plain 200', async () => {
    const line = await onLine(gateway)
    const answer = await line.sms(message)
    expect(answer.status).toBe(200)
    expect(answer.type).toMatch(/^text\/plain; ?charset=UTF-8$/i)
    expect(await saidIn(line)).toEqual([{ words: text }])
    expect(answer.text).toBe(gateway.answeredNothing ? '' : (await line.jaabi.references())[0])
    expect(line.jaabi.sms.map(({ to, by }) => ({ to, by }))).toEqual([{ to: woman, by: gateway.name }])
  })

  test.each([
    ['under one id', 'one'],
    ['without an id', null],
  ])('brings the same a hundred times %s: one case, one receipt', async (_, id) => {
    const line = await onLine(gateway)
    for (let round = 0; round < 4; round += 1)
      await Promise.all(Array.from({ length: 25 }, () => line.sms({ ...message, id })))
    expect(await wordsIn(line)).toEqual([text])
    expect(line.jaabi.sms).toHaveLength(1)
  })

  test('brings two texts under one id, and one text under two ids to two phones: nothing is lost', async () => {
    const line = await onLine(gateway)
    await line.sms(message)
    await line.sms({ ...message, text: 'Il manque aussi des bidons' })
    await line.sms({ ...message, from: man, id: 'two' })
    expect((await wordsIn(line)).sort()).toEqual(['Il manque aussi des bidons', text, text])
  })

  test('leaves a field out, empties it, or fills it oddly: taken, and what was written is kept', async () => {
    const line = await onLine(gateway)
    const fields = gateway.sms(message)
    const odd = [undefined, '', 'None', '2027-02-30T25:61:00Z', 'x'.repeat(300), '\u0000😀\uFFFF', '{"a":1}']
    const changed = Object.keys(fields)
      .filter((name) => name !== gateway.textIn && !['C', 'c', 'u'].includes(name))
      .flatMap((name) => odd.map((value) => ({ name, value })))
    for (const [n, { name, value }] of changed.entries()) {
      const { [name]: _, ...others } = { ...fields, [gateway.textIn]: `${text} ${String(n)}` }
      const answer = await line.bring('sms', value === undefined ? others : { ...others, [name]: value })
      expect(answer.status, `${name} = ${String(value)}`).toBe(200)
    }
    const kept = (await saidIn(line)).map(({ words }) => words).sort()
    expect(kept).toEqual(changed.map((_, n) => `${text} ${String(n)}`).sort())
  })

  test('adds fields of its own: they change nothing', async () => {
    const line = await onLine(gateway)
    const more = { linkId: 'x', 'a.b.c.d': '1', __proto__x: 'y', constructor: 'z', cost: 'XOF 20' }
    expect((await line.bring('sms', { ...gateway.sms(message), ...more })).status).toBe(200)
    expect(await saidIn(line)).toEqual([{ words: text }])
  })

  test('brings no text: a case, and the call as it came beside it', async () => {
    const line = await onLine(gateway)
    const { [gateway.textIn]: _, ...others } = gateway.sms(message)
    expect((await line.bring('sms', others)).status).toBe(200)
    expect(await saidIn(line)).toEqual([{ words: '', raw: expect.any(String) as string }])
  })

  test('brings nothing at all: nothing, and no trouble', async () => {
    const line = await onLine(gateway)
    for (const what of ['sms', 'delivery'] as const) expect((await line.bring(what, {})).status).toBe(200)
    expect(await line.jaabi.references()).toEqual([])
  })

  test('brings more than anybody can write: what was read is kept', async () => {
    const line = await onLine(gateway)
    const length = gateway.carry({}).method === 'GET' ? 50_000 : 2_000_000
    // The sender first, as every gateway writes it.
    expect((await line.sms({ ...message, text: `${text} ${'a'.repeat(length)}` })).status).toBe(200)
    const [said] = await wordsIn(line)
    expect(said?.startsWith(`${text} aaaa`)).toBe(true)
    expect(said?.length).toBeLessThanOrEqual(64 * 1024)
    const told = { ...gateway.delivery({ id: 'x', to: woman, state: 'delivered' }), more: 'a'.repeat(length) }
    expect((await line.bring('delivery', told)).status).toBe(200)
  })

  test('labels its call wrongly: read all the same', async () => {
    const labels = [
      '',
      'text/plain',
      'application/octet-stream',
      'multipart/form-data',
      'text/html; charset=ISO-8859-1',
    ]
    const line = await onLine(gateway)
    for (const [n, label] of labels.entries()) {
      const fields = gateway.sms({ ...message, text: `${text} ${String(n)}`, id: String(n) })
      expect((await line.bring('sms', fields, { headers: { 'content-type': label } })).status, label).toBe(200)
    }
    expect((await wordsIn(line)).sort()).toEqual(labels.map((_, n) => `${text} ${String(n)}`))
  })

  test('says JSON of what is none, or brings JSON that is broken', async () => {
    const line = await onLine(gateway)
    const headers = { 'content-type': 'application/json' }
    if (gateway.carry({}).method === 'GET') return
    const bodies = [
      'text=bonjour1',
      '{"text":"bonjour2',
      '{"text":bonjour3}',
      '"bonjour4"',
      '[',
      '{}}',
      'null',
      '\uFEFF{"a":1}',
    ]
    for (const body of bodies)
      expect((await line.call('sms', { method: 'POST', headers, body })).status, body).toBe(gateway.mislabelled)
    if (gateway.mislabelled === 415) return
    const kept = JSON.stringify(await saidIn(line))
    for (let n = 1; n <= 4; n += 1) expect(kept).toContain(`bonjour${String(n)}`)
  })

  test('writes with another secret: its address does not exist', async () => {
    const line = await onLine(gateway)
    const other = spoken.find(({ name }) => name !== gateway.name)?.name ?? ''
    const wrong = ['not-the-token', `${gatewayToken}x`, gatewayToken.toUpperCase(), ownToken(gatewayToken, other)]
    for (const what of ['sms', 'delivery'] satisfies Callback[]) {
      for (const token of wrong) expect((await line.bring(what, gateway.sms(message), { token })).status).toBe(404)
    }
    expect(await line.jaabi.references()).toEqual([])
    const own = ownToken(gatewayToken, gateway.name)
    expect((await line.bring('sms', gateway.sms(message), { token: own })).status).toBe(200)
    expect(await line.jaabi.references()).toHaveLength(1)
  })

  const stateOf = async ({ jaabi }: Line) => {
    const [reference = ''] = await jaabi.references()
    return (await jaabi.noticesOf(reference)).map(({ state }) => state)
  }
  const orders: Told['state'][][] = [
    ['sent', 'delivered', 'failed', 'sent', 'delivered'],
    ['failed', 'delivered', 'sent', 'failed'],
    ['delivered', 'sent', 'sent', 'failed', 'delivered'],
  ]

  test('reports late, shuffled and again: the first end stands', async () => {
    for (const order of orders) {
      const line = await onLine(gateway)
      await line.sms(message)
      const id = line.jaabi.sms[0]?.messageId ?? ''
      expect(await stateOf(line)).toEqual(['sent'])
      for (const [n, state] of order.entries()) {
        expect((await line.report({ id, to: woman, state })).status).toBe(200)
        const end = order.slice(0, n + 1).find((one) => one !== 'sent') ?? 'sent'
        expect(await stateOf(line), order.slice(0, n + 1).join()).toEqual([end])
      }
    }
  })

  test('reports a state that nobody has published: nothing changes', async () => {
    const line = await onLine(gateway)
    await line.sms(message)
    const id = line.jaabi.sms[0]?.messageId ?? ''
    const told = Object.entries(gateway.delivery({ id, to: woman, state: 'failed' }))
    for (const odd of ['', 'Queued', 'constructor', '__proto__', '99', '-1']) {
      const fields = Object.fromEntries(told.map(([key, value]) => [key, value === id ? id : odd]))
      expect((await line.bring('delivery', fields)).status).toBe(200)
    }
    expect(await stateOf(line)).toEqual(['sent'])
  })

  test('reports an SMS of another gateway, or of nobody: nothing changes', async () => {
    const line = await onLine(gateway, spoken.find(({ name }) => name !== gateway.name)?.name)
    await line.sms(message)
    const id = line.jaabi.sms[0]?.messageId ?? ''
    for (const one of [id, 'nobody', '', ' ', 'x'.repeat(5_000)])
      expect((await line.report({ id: one, to: woman, state: 'failed' })).status).toBe(200)
    expect(await stateOf(line)).toEqual(['sent'])
  })
})
