import { expect, test } from 'vitest'
import type { Callback } from '../../../adapters/gateways/gateway.ts'
import { receivers } from '../../../adapters/gateways/receivers.ts'
import { gatewayPath } from '../../../functions/gateways/path.ts'
import { manifest } from '../../../functions/manifest.ts'
import { callbacksOf, form } from '../../support/functions/phone.ts'
import { gatewayToken, withJaabi } from '../../support/functions/services.ts'

const newJaabi = await withJaabi()
const callbacks: Callback[] = ['sms', 'delivery', 'opt-out', 'ussd', 'ussd-end']
const [known = ''] = receivers.map(({ name }) => name)
const addressOf = (what: Callback, gateway: string, token = gatewayToken): string =>
  gatewayPath(what).replace('{gateway}', gateway).replace('{token}', token)

test.each(callbacks)('%s: only a gateway on the list, with the token, is at an address that exists', async (what) => {
  const app = callbacksOf(await newJaabi())[what]
  const asked = async (path: string, method = 'POST') => {
    const body = method === 'POST' ? { body: 'phoneNumber=none' } : {}
    return (await app.request(path, { method, headers: form, ...body })).status
  }
  expect(await asked(addressOf(what, known))).toBe(200)
  expect(await asked(addressOf(what, known), 'GET')).toBe(405)
  for (const method of ['POST', 'GET']) {
    expect(await asked(addressOf(what, 'nobody'), method)).toBe(404)
    expect(await asked(addressOf(what, 'constructor'), method)).toBe(404)
    expect(await asked(addressOf(what, known, 'not-the-token'), method)).toBe(404)
  }
})

test('the manifest has each callback once', () => {
  const routes = manifest.flatMap(({ trigger }) => (trigger.on === 'http' ? trigger.routes : []))
  expect(routes.filter((route) => route.includes('{gateway}'))).toEqual(
    callbacks.map((what) => `POST ${gatewayPath(what)}`),
  )
})
