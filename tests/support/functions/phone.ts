import { checkDigits } from '../../../core/channel/read-reference.ts'
import type { Callback } from '../../../adapters/gateways/gateway.ts'
import { build as deliveryReport } from '../../../functions/delivery-report.ts'
import type { gatewayRoute } from '../../../functions/gateways/route.ts'
import { build as inboundCall } from '../../../functions/inbound-call.ts'
import { build as inboundSms } from '../../../functions/inbound-sms.ts'
import { build as optOut } from '../../../functions/opt-out.ts'
import { build as ussd } from '../../../functions/ussd.ts'
import { build as ussdEnd } from '../../../functions/ussd-end.ts'
import { gatewayToken, type Jaabi } from './services.ts'

export const woman = '+22370000001'
export const man = '+22370000002'
const serviceCode = '*384*123#'

/** The callbacks of the gateway, each by the function that answers it. */
export function callbacksOf(jaabi: Jaabi): Record<Callback, ReturnType<typeof gatewayRoute>> {
  return {
    sms: inboundSms(jaabi.servicesFor('inbound-sms')),
    delivery: deliveryReport(jaabi.servicesFor('delivery-report')),
    'opt-out': optOut(jaabi.servicesFor('opt-out')),
    ussd: ussd(jaabi.servicesFor('ussd')),
    'ussd-end': ussdEnd(jaabi.servicesFor('ussd-end')),
    voice: inboundCall(jaabi.servicesFor('inbound-call')),
  }
}

export const form = { 'content-type': 'application/x-www-form-urlencoded' }
export const pathOf = (what: Callback, token = gatewayToken): string => `/gateways/africastalking/${token}/${what}`

/** Phones, as the gateway brings them to us. */
export function phonesOf(jaabi: Jaabi) {
  const apps = callbacksOf(jaabi)
  let ids = 0
  async function post(what: Callback, fields: Record<string, string>) {
    const body = new URLSearchParams(fields).toString()
    const response = await apps[what].request(pathOf(what), { method: 'POST', headers: form, body })
    return { status: response.status, text: await response.text() }
  }
  /** An SMS with an id of its own, or the one given. Answers what the gateway is answered: the reference, if there is one. */
  async function sms(from: string, text: string, id = `AT-${(ids += 1)}`): Promise<string> {
    const { status, text: reference } = await post('sms', { from, text, id, to: '36019', date: '2027-06-07 09:00:00' })
    if (status !== 200) throw new Error(`an SMS was answered ${String(status)}`)
    return reference
  }
  return {
    post,
    sms,
    /** As `sms`, then whatever follows from it. */
    async says(from: string, text: string, id?: string): Promise<string> {
      const reference = await sms(from, text, id)
      await jaabi.drain()
      return reference
    },
    /** Rings, and nobody picks up; answers what the gateway is told to do. Then whatever follows from it. */
    async rings(from: string, session = `ATVId_${(ids += 1)}`, rest: Record<string, string> = {}): Promise<string> {
      const fields = { isActive: '1', sessionId: session, direction: 'Inbound', callerNumber: from, ...rest }
      const { status, text } = await post('voice', { destinationNumber: '+22320000000', ...fields })
      if (status !== 200) throw new Error(`a call was answered ${String(status)}`)
      await jaabi.drain()
      return text
    },
    /** Every SMS this phone has received, oldest first. */
    received: (phone: string): string[] => jaabi.sms.filter(({ to }) => to === phone).map(({ text }) => text),
    /** The operator says what became of the last SMS to this phone. */
    async report(phone: string, status = 'Success', rest: Record<string, string> = {}): Promise<void> {
      const last = jaabi.sms.findLast(({ to }) => to === phone)
      await post('delivery', { id: last?.messageId ?? '', status, phoneNumber: phone, ...rest })
      await jaabi.drain()
    },
    /** A keypad in one session: dials at once; `type` gives one answer and returns the next screen. */
    async dials(phone: string, sessionId = `ATUid_${(ids += 1)}`) {
      const typed: string[] = []
      const hop = async (text: string, rest: Record<string, string> = {}): Promise<string> => {
        const fields = { sessionId, phoneNumber: phone, serviceCode, text, networkCode: '61002', ...rest }
        const { status, text: screen } = await post('ussd', fields)
        if (status !== 200) throw new Error(`a hop was answered ${String(status)}`)
        return screen
      }
      const home = await hop('')
      return {
        sessionId,
        home,
        /** Sends exactly this cumulative text. */
        hop,
        async type(...answers: string[]): Promise<string> {
          let screen = ''
          for (const answer of answers) {
            typed.push(answer)
            screen = await hop(typed.join('*'))
          }
          return screen
        },
        async hangsUp(status = 'Incomplete'): Promise<void> {
          await post('ussd-end', { sessionId, status, phoneNumber: phone, serviceCode, input: typed.join('*') })
          await jaabi.drain()
        },
      }
    },
  }
}

/** The reference an SMS or a screen shows. */
export const referenceIn = (text: string): string => /\b\d{10}\b/.exec(text)?.[0] ?? ''

/** Numbers with right check digits that are nobody's. */
export const wrongReferences = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => {
    const eight = String(99_000_000 + at)
    return eight + checkDigits(eight)
  })
