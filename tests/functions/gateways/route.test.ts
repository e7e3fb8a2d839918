import { expect, test } from 'vitest'
import type { Callback } from '../../../adapters/gateways/gateway.ts'
import { receivers } from '../../../adapters/gateways/receivers.ts'
import { gatewayPath } from '../../../functions/gateways/path.ts'
import { manifest } from '../../../functions/manifest.ts'
import { callbacksOf, form } from '../../support/functions/phone.ts'
import { gatewayToken, withJaabi } from '../../support/functions/services.ts'

const newJaabi = await withJaabi()
const callbacks: Callback[] = ['sms', 'delivery', 'opt-out', 'ussd', 'ussd-end', 'voice']
const callingBy = (what: Callback) => receivers.filter((one) => one[what])
const addressOf = (what: Callback, gateway: string, token = gatewayToken): string =>
  gatewayPath(what).replace('{gateway}', gateway).replace('{token}', token)
const methods = ['GET', 'POST', 'HEAD', 'PUT']

test.each(callbacks)('%s: only a gateway on the list, with the token, is at an address that exists', async (what) => {
  const app = callbacksOf(await newJaabi())[what]
  const asked = async (path: string, method: string) => {
    const body = method === 'POST' ? { body: 'phoneNumber=none' } : {}
    return (await app.request(path, { method, headers: form, ...body })).status
  }
  const [known] = callingBy(what)
  for (const method of methods) {
    // With the token, a call that its gateway would have signed is still nobody's.
    for (const { name, by, signed } of callingBy(what))
      expect(await asked(addressOf(what, name), method), name).toBe(method !== by ? 405 : signed ? 401 : 200)
    expect(await asked(addressOf(what, 'nobody'), method)).toBe(404)
    expect(await asked(addressOf(what, 'constructor'), method)).toBe(404)
    expect(await asked(addressOf(what, known?.name ?? '', 'not-the-token'), method)).toBe(404)
  }
})

test('a callback that a gateway does not have is at no address', async () => {
  for (const what of callbacks) {
    const app = callbacksOf(await newJaabi())[what]
    for (const { name } of receivers.filter((one) => !one[what])) {
      expect((await app.request(addressOf(what, name), { method: 'POST', headers: form })).status).toBe(404)
    }
  }
})

test('the manifest has each callback by each method that a gateway with it calls by', () => {
  const routes = manifest.flatMap(({ trigger }) => (trigger.on === 'http' ? trigger.routes : []))
  expect(routes.filter((route) => route.includes('{gateway}')).sort()).toEqual(
    callbacks
      .flatMap((what) => [...new Set(callingBy(what).map(({ by }) => by))].map((by) => `${by} ${gatewayPath(what)}`))
      .sort(),
  )
})

test('a body that breaks off is no case and no trouble: the gateway comes again, and a phone gets a screen', async () => {
  const jaabi = await newJaabi()
  for (const what of callbacks)
    for (const { name } of callingBy(what).filter(({ by }) => by === 'POST')) {
      const body = new ReadableStream<Uint8Array>({
        pull: (controller) => {
          controller.error(new Error('Le puits est à sec'))
        },
      })
      const sent = { method: 'POST', headers: form, body, duplex: 'half' as const }
      const answer = await callbacksOf(jaabi)[what].request(addressOf(what, name), sent)
      expect([name, what, answer.status]).toEqual([name, what, what === 'ussd' ? 200 : 503])
      expect(await answer.text()).toMatch(what === 'ussd' ? /^END / : /^$/)
    }
  expect(await jaabi.references()).toEqual([])
})

test.each(callbacks)('%s: every answer, also to who is not known, is read as what it says it is', async (what) => {
  const app = callbacksOf(await newJaabi())[what]
  for (const path of [addressOf(what, callingBy(what)[0]?.name ?? ''), addressOf(what, 'nobody'), '/elsewhere']) {
    const { headers } = await app.request(path, { method: 'POST', headers: form, body: 'phoneNumber=none' })
    expect(headers.get('x-content-type-options'), path).toBe('nosniff')
    expect(headers.get('strict-transport-security'), path).toContain('max-age=')
  }
})
