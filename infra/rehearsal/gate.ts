import { Agent, createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { forward } from '../local/stand-ins/forward.ts'
import { actionsOf, type TableCall } from './actions.ts'
import type { Deployed, Deployment } from './deployed.ts'
import { isAllowed } from './policies.ts'
import { closed, listening } from '../local/stand-ins/loopback.ts'

/** All that functions reach of AWS, at one address. */
export interface Gate {
  endpoint: string
  /** `<function> <action> <ARN>` of every kind of call that was let through. */
  called: ReadonlySet<string>
  /** The same of those that were refused. */
  refused: ReadonlySet<string>
  stop: () => Promise<void>
}

interface Behind {
  /** Addresses of what stands for each service, by the name under which calls to it are signed. */
  services: Readonly<Record<Service, string>>
  deployment: Deployment
  account: string
}

type Service = 'dynamodb' | 'kms' | 'sns'

/** Who signed a call, for which region and service (Signature Version 4). */
const signedBy = /Credential=([^/]+)\/\d{8}\/([^/]+)\/([^/]+)\/aws4_request/

interface Wanted {
  action: string
  resource: string
}

/** What one call wants to do to what. */
type Wants = (operation: string, body: Buffer, arn: (service: string, rest: string) => string) => Wanted[]

const wants: Record<Service, Wants> = {
  dynamodb: (operation, body, arn) =>
    actionsOf(operation, JSON.parse(body.toString()) as TableCall).map(({ action, table, index }) => ({
      action: `dynamodb:${action}`,
      resource: arn('dynamodb', index === undefined ? `table/${table}` : `table/${table}/index/${index}`),
    })),
  kms: (operation, body) => [
    { action: `kms:${operation}`, resource: (JSON.parse(body.toString()) as { KeyId: string }).KeyId },
  ],
  sns: (_, body) => {
    const form = new URLSearchParams(body.toString())
    return [{ action: `sns:${form.get('Action') ?? ''}`, resource: form.get('TopicArn') ?? '' }]
  },
}

/** What AWS does with the key of a table or a topic in the name of whoever calls it. */
const atRest: Partial<Record<Service, readonly string[]>> = {
  dynamodb: ['kms:Decrypt'],
  sns: ['kms:GenerateDataKey', 'kms:Decrypt'],
}

const denied = 'is not authorized to perform this: no policy of the template allows it'
const refusals: Record<Service, { status: number; type: string; body: string }> = {
  dynamodb: json('com.amazon.coral.service#AccessDeniedException'),
  kms: json('AccessDeniedException'),
  sns: {
    status: 403,
    type: 'text/xml',
    body: `<ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><Error><Type>Sender</Type><Code>AuthorizationError</Code><Message>${denied}</Message></Error></ErrorResponse>`,
  },
}
function json(type: string) {
  const body = JSON.stringify({ __type: type, message: denied, Message: denied })
  return { status: 400, type: 'application/x-amz-json-1.0', body }
}

const isService = (name: string | undefined): name is Service => name !== undefined && name in wants

/**
 * Lets through what the policies of the template allow to the role of the function that signed the call, and refuses the rest as AWS does.
 * A signature itself is not checked: nobody else knows this address.
 */
export async function startGate({ services, deployment, account }: Behind): Promise<Gate> {
  const { keyPolicies, keysAtRest } = deployment
  const functions = new Map(deployment.functions.map((one) => [one.functionName, one]))
  const agent = new Agent({ keepAlive: true })
  const called = new Set<string>()
  const refused = new Set<string>()

  function may({ role }: Deployed, { action, resource }: Wanted, via?: string): boolean {
    const context = {
      'aws:PrincipalArn': role.arn,
      'kms:CallerAccount': account,
      ...(via ? { 'kms:ViaService': via } : {}),
    }
    return isAllowed({ action, resource, context }, role.statements, keyPolicies.get(resource))
  }

  /** Who calls what, or null where it is nobody of the template. */
  function read({ headers }: IncomingMessage, body: Buffer) {
    const [, key = '', region = '', service] = signedBy.exec(headers.authorization ?? '') ?? []
    const fn = functions.get(key)
    // Credentials of a role are worth nothing without their token.
    if (!fn || !isService(service) || headers['x-amz-security-token'] === undefined) return null
    const operation = String(headers['x-amz-target']).split('.').at(-1) ?? ''
    const arn = (of: string, rest: string) => `arn:aws:${of}:${region}:${account}:${rest}`
    return { fn, service, via: `${service}.${region}.amazonaws.com`, wanted: wants[service](operation, body, arn) }
  }

  async function pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await buffer(incoming)
    const call = read(incoming, body)
    if (!call) {
      outgoing.writeHead(403).end()
      return
    }
    const { fn, service, via, wanted } = call
    const usesKey = wanted.flatMap(({ resource }) => {
      const key = keysAtRest.get(resource.replace(/\/index\/\w+$/, ''))
      return key === undefined ? [] : (atRest[service] ?? []).map((action) => ({ action, resource: key }))
    })
    const not = [...wanted.filter((one) => !may(fn, one)), ...usesKey.filter((one) => !may(fn, one, via))]
    const line = ({ action, resource }: Wanted) => `${fn.name} ${action} ${resource}`
    for (const one of not) refused.add(line(one))
    if (not.length > 0) {
      const { status, type, body: said } = refusals[service]
      outgoing.writeHead(status, { 'content-type': type }).end(said)
      return
    }
    for (const one of wanted) called.add(line(one))
    const { status, headers, body: said } = await forward(services[service], agent, incoming, body)
    outgoing.writeHead(status, headers).end(said)
  }

  const server = createServer((incoming, outgoing) => {
    pass(incoming, outgoing).catch(() => incoming.socket.destroy())
  })
  const port = await listening(server)
  return {
    endpoint: `http://127.0.0.1:${port}`,
    called,
    refused,
    async stop() {
      agent.destroy()
      await closed(server)
    },
  }
}
