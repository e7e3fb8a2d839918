import { gatewayPath } from '../../../functions/gateways/path.ts'
import { callbacksOf } from '../functions/phone.ts'
import { gatewayToken, type Jaabi } from '../functions/services.ts'
import type { Call, Said, Spoken, Told } from './spoken.ts'

/** A gateway that calls this Jaabi; what follows of a call that was taken is done when it is answered, unless it `drains` nothing. */
export function callingAs(gateway: Spoken, jaabi: Jaabi, { drains = true } = {}) {
  const apps = callbacksOf(jaabi)
  async function call(what: 'sms' | 'delivery' | 'ussd', unsigned: Call, token = gatewayToken) {
    const { query, ...init } = gateway.sign?.(unsigned, jaabi.clock.nowAt) ?? unsigned
    const path = gatewayPath(what).replace('{gateway}', gateway.name).replace('{token}', token)
    const answer = await apps[what].request(query === undefined ? path : `${path}?${query}`, init)
    if (answer.ok && drains) await jaabi.drain()
    return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() }
  }
  const bring = (
    what: 'sms' | 'delivery',
    fields: Record<string, string>,
    { token, headers }: { token?: string; headers?: Record<string, string> } = {},
  ) => {
    const usual = gateway.carry(fields)
    return call(what, { ...usual, headers: { ...usual.headers, ...headers } }, token)
  }
  return {
    call,
    bring,
    sms: (said: Said) => bring('sms', gateway.sms(said)),
    report: (told: Told) => bring('delivery', gateway.delivery(told)),
  }
}
