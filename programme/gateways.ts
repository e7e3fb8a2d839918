import type { GatewayChoice } from '../core/notices/gateway.ts'

/** Who sends to which numbers. Each needs an account among the credentials (docs/deploy.md). */
export const gateways: GatewayChoice = {
  byPrefix: {},
  otherwise: 'africastalking',
  unnamed: 'africastalking',
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
