import { receiveMessage } from '../core/operations/intake/receive-message.ts'
import { gatewayRoute } from './gateways/route.ts'
import { gatewayServices } from './wiring/aws-gateways.ts'
import { httpEntry } from './wiring/lambda.ts'
import { reading } from './wiring/reading.ts'
import { type GatewayServices, needsOf, type ReadsWords } from './wiring/services.ts'

/** An SMS arrives. It is in the table before the answer goes out. */
export const build = (services: GatewayServices & ReadsWords) =>
  gatewayRoute('sms', services, async (read, form) => {
    const { programme, toPhone, nowAt } = services
    const { smsShortCode } = programme.settings
    const ownNumbers = smsShortCode === null ? [] : [smsShortCode]
    const { fields } = programme.gateways
    const message = read(form, { arrivedAt: nowAt(), toPhone, fields, account: programme.id, ownNumbers })
    if (message === 'self-loop' || message === 'nothing') return ''
    const { reference } = await receiveMessage(message, needsOf(services))
    return reference ?? ''
  })

export const handler = httpEntry(() => build({ ...gatewayServices(), ...reading }))
