import { describe, expect, test } from 'vitest'
import { man, woman } from '../../support/functions/phone.ts'
import { withJaabi } from '../../support/functions/services.ts'
import { callingAs } from '../../support/gateways/calling.ts'
import { inOtherNames, nested, otherNames, type Said, spoken, type Spoken } from '../../support/gateways/spoken.ts'

const newJaabi = await withJaabi()

const inJson: readonly Spoken[] = [
  ...spoken.filter(({ name }) => name === 'android' || name === 'orangesms'),
  inOtherNames,
]

/** A Jaabi, and a gateway that brings several things in one call: a list of what it usually brings one by one. */
async function onLine(gateway: Spoken) {
  const choice = { byPrefix: {}, otherwise: gateway.name, unnamed: null, fields: { generichttp: otherNames } }
  const jaabi = await newJaabi({ programme: { gateways: choice } })
  const { call } = callingAs(gateway, jaabi)
  const together = (what: 'sms' | 'delivery', all: readonly Record<string, string>[]) =>
    call(what, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(all.map((fields) => nested(fields))),
    })
  const saidIn = async () => (await Promise.all((await jaabi.references()).map((one) => jaabi.saidIn(one)))).flat()
  return { jaabi, together, sms: (all: readonly Said[]) => together('sms', all.map(gateway.sms)), saidIn }
}

const brought: readonly Said[] = [
  { from: woman, text: 'Le forage est en panne', id: 'one' },
  { from: man, text: 'Il manque des bidons', id: 'two' },
  { from: woman, text: 'La distribution de vivres a été annulée', id: 'three' },
]
const texts = brought.map(({ text }) => text).sort()

describe.each(inJson.map((one) => [one.name, one] as const))('%s brings several SMS in one call', (_, gateway) => {
  test('each is a case of its own with a receipt, beside none lie the words of another, and the answer is a plain 200', async () => {
    const { jaabi, sms, saidIn } = await onLine(gateway)
    expect(await sms(brought)).toMatchObject({ status: 200, text: '' })
    expect((await saidIn()).map(({ words }) => words).sort()).toEqual(texts)
    expect((await saidIn()).flatMap(({ raw }) => raw ?? [])).toEqual([])
    expect(jaabi.sms.map(({ to }) => to).sort()).toEqual([woman, woman, man].sort())
  })

  test('brought again, alone and in another order, all are known', async () => {
    const { jaabi, sms, saidIn } = await onLine(gateway)
    await sms(brought)
    await sms([...brought].reverse())
    for (const one of brought) await sms([one])
    expect((await saidIn()).map(({ words }) => words).sort()).toEqual(texts)
    expect(jaabi.sms).toHaveLength(3)
  })

  test('and several reports: each reaches its SMS', async () => {
    const { jaabi, sms, together } = await onLine(gateway)
    await sms(brought)
    const told = jaabi.sms.map(({ messageId, to }) => gateway.delivery({ id: messageId, to, state: 'delivered' }))
    expect((await together('delivery', told)).status).toBe(200)
    const notices = await Promise.all((await jaabi.references()).map((one) => jaabi.notices.list(one)))
    expect(
      notices
        .flat()
        .filter(({ recipient: { to } }) => to === 'complainant')
        .map(({ state }) => state),
    ).toEqual(['delivered', 'delivered', 'delivered'])
  })
})

test('where the table fails between two the call is answered 503; brought again nothing is lost and nothing doubled', async () => {
  let writes = 0
  // The second message's transaction, with every try of it.
  const jaabi = await newJaabi({
    faults: ({ operation }) => {
      if (operation !== 'TransactWriteItems') return undefined
      writes += 1
      return writes >= 2 && writes <= 60 ? 'throttling' : undefined
    },
    programme: { gateways: { byPrefix: {}, otherwise: 'orangesms', unnamed: null } },
  })
  const [orange] = inJson.filter(({ name }) => name === 'orangesms')
  if (!orange) throw new Error('Orange is spoken no more')
  const { call } = callingAs(orange, jaabi, { drains: false })
  const body = JSON.stringify(brought.map((one) => nested(orange.sms(one))))
  const bring = () => call('sms', { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  expect((await bring()).status).toBe(503)
  writes = 1_000
  expect((await bring()).status).toBe(200)
  const said = await Promise.all((await jaabi.references()).map((one) => jaabi.saidIn(one)))
  expect(
    said
      .flat()
      .map(({ words }) => words)
      .sort(),
  ).toEqual(texts)
})
