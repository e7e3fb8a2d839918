import type { GatewayChoice } from '../core/notices/gateway.ts'

/** Who sends to which numbers. Each needs an account among the credentials (docs/deploy.md). */
export const gateways: GatewayChoice = { byPrefix: {}, otherwise: 'africastalking', unnamed: 'africastalking' }
