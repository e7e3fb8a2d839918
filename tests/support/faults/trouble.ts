import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
} from '@aws-sdk/client-dynamodb-streams'
import type { DynamoDBRecord } from 'aws-lambda'
import { afterEach } from 'vitest'
import { dynamoStores } from '../../../adapters/dynamodb/stores.ts'
import { dynamoClient } from '../../../adapters/dynamodb/table/dynamo-client.ts'
import { dynamoDirectory } from '../../../adapters/dynamodb/directory/directory-store.ts'
import { dynamoNoticeStore } from '../../../adapters/dynamodb/notices/notice-store.ts'
import { build as caseChanges } from '../../../functions/case-changes.ts'
import { build as inboundSms } from '../../../functions/inbound-sms.ts'
import { build as staffApi } from '../../../functions/staff-api.ts'
import { build as sendNotices } from '../../../functions/send-notices.ts'
import type { CountServices } from '../../../functions/wiring/services.ts'
import { patience } from '../../../infra/local/patience.ts'
import { type Fault, type FaultPlan, startFaultProxy } from '../../../infra/local/stand-ins/fault-proxy.ts'
import { deliverBatch, type StreamConsumer, type StreamFailure } from '../../../infra/local/stream/stream-delivery.ts'
import { streamRecord } from '../../../infra/local/stream/stream-record.ts'
import { allInTheNameOf, recordingClient } from '../calls/recording.ts'
import { engineConfig } from '../engine.ts'
import { type AllServices, gatewayToken, type Jaabi } from '../functions/services.ts'

const toClose: (() => unknown)[] = []
afterEach(async () => {
  await Promise.all(toClose.splice(0).map((close) => close()))
})
/** Closed after the test. */
export const closing = (close: () => unknown): number => toClose.push(close)

async function endpointOf({ client }: Jaabi): Promise<string> {
  const { protocol, hostname, port } = (await client.config.endpoint?.()) ?? { protocol: '', hostname: '', port: 0 }
  return `${protocol}//${hostname}:${port}`
}

/**
 * One Jaabi's tables reached through a proxy that lets go wrong what the plan says; `plan` may be changed between calls. A
 * busy machine is waited for, unless the test is about giving up.
 */
export async function inTrouble(jaabi: Jaabi, first: FaultPlan, waits: Partial<typeof patience> = {}) {
  const { requestMs, commitMs, callbackMs } = { ...patience, ...waits }
  const trouble = { plan: first }
  const proxy = await startFaultProxy({ target: await endpointOf(jaabi), plan: (call) => trouble.plan(call) })
  const client = dynamoClient({ endpoint: proxy.endpoint, requestMs })
  closing(async () => {
    client.destroy()
    await proxy.stop()
  })
  const { tables, programme, clock } = jaabi
  const now = () => clock.nowAt
  function services(name: string): AllServices {
    const given = jaabi.servicesFor(name)
    const store = {
      client: recordingClient(client, tables),
      tables,
      programme: programme.id,
      random: given.random,
      commitMs,
    }
    return {
      ...given,
      callbackMs,
      ...allInTheNameOf(name, {
        ...dynamoStores({ ...store, rulebook: programme, now }),
        notices: dynamoNoticeStore({ ...store, unnamed: programme.gateways.unnamed, now }),
        directory: dynamoDirectory({ ...store, languages: programme.languages }),
      }),
    }
  }
  return { trouble, proxy, services }
}

export const none: FaultPlan = () => undefined
/** The next `count` calls of these operations get the fault. */
export function next(count: number, fault: Fault, operations: readonly string[]): FaultPlan {
  let left = count
  return ({ operation }) => (operations.includes(operation) && left-- > 0 ? fault : undefined)
}
export const writes = ['PutItem', 'UpdateItem', 'DeleteItem', 'TransactWriteItems']

/** A callback of the gateway, as it posts it. */
export const callback = (fields: Record<string, string>) => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams(fields).toString(),
})
export const pathTo = (what: string): string => `/gateways/africastalking/${gatewayToken}/${what}`

/** An SMS arrives at this function; the answer's status and text. */
export async function sms(
  services: AllServices,
  from: string,
  text: string,
  id: string,
  rest: Record<string, string> = {},
) {
  const reply = await inboundSms(services).request(pathTo('sms'), callback({ from, to: '36061', text, id, ...rest }))
  return { status: reply.status, text: await reply.text() }
}

/** A step taken by the focal point Fatou; the answer's status. */
export async function staffStep(services: AllServices, reference: string, step: string, body: object): Promise<number> {
  const reply = await staffApi(services).request(`/api/cases/${reference}/${step}`, {
    method: 'POST',
    headers: { authorization: 'Bearer fatou', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return reply.status
}

/** The stream of one Jaabi as Lambda hands it out, to consumers whose services the test may choose. */
export async function streamOf(jaabi: Jaabi, own: { changes?: CountServices; sending?: AllServices } = {}) {
  const streams = new DynamoDBStreamsClient(engineConfig(await endpointOf(jaabi)))
  closing(() => {
    streams.destroy()
  })
  const { Streams: [stream] = [] } = await streams.send(new ListStreamsCommand({ TableName: jaabi.tables.cases }))
  const StreamArn = stream?.StreamArn ?? ''
  const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn }))
  const ShardId = StreamDescription?.Shards?.[0]?.ShardId
  const from = { StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' } as const
  let iterator = (await streams.send(new GetShardIteratorCommand(from))).ShardIterator
  const is =
    (...kinds: string[]) =>
    (record: DynamoDBRecord) =>
      kinds.includes(record.dynamodb?.NewImage?.['is']?.S ?? '')
  const consumers: StreamConsumer[] = [
    {
      name: 'case-changes',
      handle: caseChanges(own.changes ?? jaabi.servicesFor('case-changes')),
      filter: is('case', 'delivery'),
    },
    {
      name: 'send-notices',
      handle: sendNotices(own.sending ?? jaabi.servicesFor('send-notices')),
      filter: is('notice'),
    },
  ]
  /** Every record so far, oldest first. */
  const all: DynamoDBRecord[] = []
  const failures: StreamFailure[] = []
  const end = { done: () => undefined, failed: (one: StreamFailure) => failures.push(one) }
  const deliver = async (records: readonly DynamoDBRecord[]) => {
    for (const consumer of consumers)
      await deliverBatch(consumer, records, { ...end, beforeRetry: () => Promise.resolve(true) })
  }
  /** Delivers what is new until nothing follows any more. */
  const drain = async (): Promise<void> => {
    for (;;) {
      const page = await streams.send(new GetRecordsCommand({ ShardIterator: iterator, Limit: 1_000 }))
      iterator = page.NextShardIterator
      const records = (page.Records ?? []).map((record) => streamRecord(record, StreamArn))
      if (records.length === 0) return
      all.push(...records)
      await deliver(records)
    }
  }
  /** Everything once more from the beginning, `size` records at a time. */
  const replay = async (size: number): Promise<void> => {
    const records = [...all]
    for (let at = 0; at < records.length; at += size) await deliver(records.slice(at, at + size))
  }
  return { drain, replay, failures }
}
