import { kmsCalls } from '../../adapters/vault/kms-calls.ts'
import { awsServices, toPhone } from './aws.ts'
import { variable } from './environment.ts'
import type { GatewayServices } from './services.ts'

/** For what gateways call. */
export const gatewayServices = (): GatewayServices => ({
  ...awsServices(kmsCalls()),
  toPhone,
  gatewayTokens: variable('GATEWAY_TOKENS')
    .split(',')
    .filter((token) => token !== ''),
})
