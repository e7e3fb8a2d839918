import { receiveMessage } from '../core/operations/intake/receive-message.ts'
import { gatewayRoute } from './gateways/route.ts'
import { gatewayServices } from './wiring/aws-gateways.ts'
import { httpEntry } from './wiring/lambda.ts'
import { log } from './wiring/log.ts'
import { reading } from './wiring/reading.ts'
import { type GatewayServices, needsOf, type ReadsWords } from './wiring/services.ts'

/** Somebody rings and nobody picks up: « rappelez-moi », without credit. Whoever hides the number cannot be called back. */
export const build = (services: GatewayServices & ReadsWords) =>
  gatewayRoute('voice', services, async (read, form) => {
    const { programme, toPhone, nowAt } = services
    const { callBackNumber } = programme.settings
    const ownNumbers = callBackNumber === null ? [] : [callBackNumber]
    const { call, answer } = read(form, { arrivedAt: nowAt(), toPhone, account: programme.id, ownNumbers })
    if (call?.sender.is === 'phone') await receiveMessage(call, needsOf(services))
    else if (call) log('call-without-number', {})
    return answer
  })

export const handler = httpEntry(() => build({ ...gatewayServices(), ...reading }))
