import type { GatewayChoice } from '../core/notices/gateway.ts'
import { smsPrice } from './settings.ts'

/** Who sends to which numbers. Each needs an account among the credentials (docs/deploy.md). */
export const gateways: GatewayChoice = {
  byPrefix: {},
  otherwise: 'africastalking',
  unnamed: 'africastalking',
  called: {
    africastalking: 'Africa’s Talking',
    android: 'Android',
    generichttp: 'HTTP',
    kannel: 'Kannel',
    orangesms: 'Orange SMS',
  },
  // Nobody stands in for the only one: with a second account, `{ africastalking: ['+223'], kannel: ['+22370', …] }` (docs/gateways.md).
  carries: {},
  prices: {
    perSegment: {},
    otherwise: smsPrice.perSegment,
    currency: smsPrice.currency,
    confirmed: smsPrice.confirmed,
  },
  fields: {
    /** As RapidPro's external channel names them (docs/gateways.md); others, in their place. */
    generichttp: {
      sms: { from: ['from', 'sender'], to: ['to'], text: ['text'], id: ['id'], date: ['date', 'time'] },
      delivery: {
        id: ['id'],
        phone: ['to'],
        state: ['state'],
        states: { sent: 'sent', delivered: 'delivered', failed: 'failed' },
      },
    },
  },
}
