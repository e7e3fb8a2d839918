import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SNSClient } from '@aws-sdk/client-sns'
import type { Role } from '../../core/case/actor.ts'
import type { SmsGateway } from '../../core/ports/gateway.ts'
import { gatewaysIn } from '../../core/notices/gateway.ts'
import { manifest } from '../../functions/manifest.ts'
import { random } from '../../functions/wiring/aws.ts'
import { servicesFor } from '../../infra/local/functions.ts'
import { putMember } from '../../infra/local/people.ts'
import { mali } from '../../programme/mali.ts'
import { token } from './callbacks.ts'
import { tables } from '../../infra/local/tables.ts'

export type AllServices = ReturnType<typeof servicesFor>

/** A gateway that takes everything at once and tells nobody. */
const silentGateway: SmsGateway = {
  send: () =>
    Promise.resolve({
      outcome: 'accepted',
      gateway: mali.gateways.otherwise,
      gatewayMessageId: `ATXid_${random().toString(36).slice(2)}`,
    }),
}

/**
 * What `npm start` builds the functions from: the real stores and vault, on a local engine. What is outside (gateway, topics) answers
 * at once, and a Bearer token is the id of the person, so that nobody's signature is measured.
 */
export function benchServices(options: {
  client: DynamoDBClient
  keyFile: string
  nowAt: () => string
  gateway?: SmsGateway
}): AllServices {
  const { client, keyFile, nowAt, gateway = silentGateway } = options
  const permissions = manifest.flatMap((entry) => entry.permissions)
  const outside = {
    gatewayAccounts: {},
    mails: { send: () => Promise.resolve('taken' as const) },
    sns: { client: new SNSClient({ region: 'local' }), arnOf: String },
    casesAt: tables.cases,
    maySend: () => true,
  }
  const machine = {
    client,
    tables,
    programme: mali,
    keyFile,
    nowAt,
    gatewayTokens: [token],
    issuers: [],
    firstCodes: null,
    ...outside,
  }
  return {
    ...servicesFor({ permissions }, machine),
    gateways: new Map(gatewaysIn(mali.gateways).map((name) => [name, gateway])),
    topics: { publish: () => Promise.resolve() },
    verify: (person) => Promise.resolve({ person, restricted: true }),
  }
}

/** Somebody of a role, signed in. */
export async function signIn({ directory }: AllServices, role: Role, region: string | null = null): Promise<string> {
  const id = region === null ? role : `${role}-${region}`
  await putMember(directory, { id, name: id, role, region })
  return `Bearer ${id}`
}
