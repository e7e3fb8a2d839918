import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CreateTableCommand, type DynamoDBClient, UpdateTimeToLiveCommand } from '@aws-sdk/client-dynamodb'
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda'
import { dynamoDirectory } from '../../adapters/dynamodb/directory/directory-store.ts'
import { dynamoClient } from '../../adapters/dynamodb/table/dynamo-client.ts'
import { perTable } from '../../adapters/dynamodb/table/table.ts'
import { mali } from '../../programme/mali.ts'
import { freePort } from '../local/free-port.ts'
import { layOutPeople } from '../local/people.ts'
import { startEngine } from '../local/stand-ins/engine.ts'
import { startStream } from '../local/stream/stream.ts'
import type { StreamConsumer, StreamFailure } from '../local/stream/stream-delivery.ts'
import { type Deployed, type Deployment, deploymentIn, type Mapping } from './deployed.ts'
import { entrance } from './entrance.ts'
import { type Execution, startExecution, writeRuntime } from './execution.ts'
import { type Gate, startGate } from './gate.ts'
import { outsideAt, startOutside, type Surroundings } from './outside.ts'
import { resolver } from './resolve.ts'
import { synthesized } from './template.ts'

/** One line of a function's log. */
export interface Logged {
  by: string
  line: string
}

/** What deploys, running: each function in a process of its own, with the environment and the rights of the synthesized template. */
export interface Rehearsal extends Pick<Surroundings, 'gateway' | 'topics' | 'kms'> {
  deployment: Deployment
  /** Start of every address of ours. */
  origin: string
  /** In the path of every callback. */
  token: string
  /** Where sign-in providers answer, and `POST /local/sign-in` hands out tokens. */
  outside: string
  gate: Pick<Gate, 'endpoint' | 'called' | 'refused'>
  logs: readonly Logged[]
  /** Asks the HTTP API; functions start when they are first asked. */
  ask: (request: Request) => Promise<Response>
  /** Once a minute: whatever a schedule starts. */
  tick: () => Promise<unknown>
  /** Resolves when all that follows from what was written has happened. */
  settle: () => Promise<void>
  /** Sequence numbers that functions said they failed at. */
  reported: readonly string[]
  /** Records of the stream that were given up. */
  givenUp: () => readonly StreamFailure[]
  /** Runs a function as the template has it, or otherwise: to see what it then does. */
  start: (fn: Deployed) => Promise<Execution>
  /** The functions that run by now, by name. */
  running: ReadonlyMap<string, Promise<Execution>>
  stop: () => Promise<void>
}

const origin = 'https://jaabi.example'
const elsewhere = { region: 'local', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }

/** Makes a table of the engine as CloudFormation would. */
async function createTables(client: DynamoDBClient, { tables }: Deployment): Promise<void> {
  for (const { definition, expiry } of tables) {
    await client.send(new CreateTableCommand(definition))
    await client.send(new UpdateTimeToLiveCommand({ TableName: definition.TableName, TimeToLiveSpecification: expiry }))
  }
}

/** Does a record fit the pattern of an event filter, so far as patterns here go: lists of values, in objects. */
const fits = (pattern: unknown, value: unknown): boolean =>
  Array.isArray(pattern)
    ? pattern.includes(value)
    : Object.entries(pattern as object).every(([name, inner]) =>
        fits(inner, (value as Partial<Record<string, unknown>> | undefined)?.[name]),
      )

type Invoke = (event: unknown) => Promise<unknown>

function consumerOf(mapping: Mapping, name: string, invoke: Invoke): StreamConsumer {
  const patterns = mapping.FilterCriteria.Filters.map(({ Pattern }): unknown => JSON.parse(Pattern))
  const reports = mapping.FunctionResponseTypes.includes('ReportBatchItemFailures')
  return {
    name,
    batchSize: mapping.BatchSize,
    maxAttempts: mapping.MaximumRetryAttempts + 1,
    filter: (record: DynamoDBRecord) => patterns.some((pattern) => fits(pattern, record)),
    async handle(event) {
      const answer = (await invoke(event)) as DynamoDBBatchResponse
      return reports ? answer : undefined
    },
  }
}

/** As EventBridge Scheduler starts a function for which nothing else was said. */
const scheduled = (account: string, region: string) => ({
  version: '0',
  id: randomBytes(16).toString('hex'),
  'detail-type': 'Scheduled Event',
  source: 'aws.scheduler',
  account,
  time: new Date().toISOString(),
  region,
  resources: [`arn:aws:scheduler:${region}:${account}:schedule/default/rehearsal`],
  detail: '{}',
})

/** Synthesizes, bundles, and puts up everything around the functions; `context` as for CDK. */
export async function rehearse(context: Record<string, unknown> = {}): Promise<Rehearsal> {
  const folder = mkdtempSync(join(tmpdir(), 'jaabi-rehearsal-'))
  const template = synthesized(join(folder, 'cdk.out'), { consoleUrl: `${origin}/console`, ...context })
  const { account, region, prefix } = template
  const [engine, port] = [await startEngine(), await freePort()]
  const token = randomBytes(24).toString('hex')
  const deployment = deploymentIn(template, resolver(template, outsideAt(port, token)))
  const client = dynamoClient({ endpoint: engine.endpoint })
  await createTables(client, deployment)

  const tables = perTable((name) => `${prefix}${name}`)
  const directory = dynamoDirectory({ client, tables, programme: mali.id, languages: mali.languages })
  await layOutPeople(directory, { on: new Date().toISOString().slice(0, 10), pairs: true })
  const { backTo } = deployment
  const outside = await startOutside({ port, folder, backTo, directory, region, account })
  const services = { dynamodb: engine.endpoint, kms: outside.kms.endpoint, sns: outside.snsEndpoint }
  const gate = await startGate({ services, deployment, account })

  const runtime = writeRuntime(folder)
  const logs: Logged[] = []
  const started: Promise<Execution>[] = []
  const running = new Map<string, Promise<Execution>>()
  const start = (fn: Deployed): Promise<Execution> => {
    const onLog = (line: string) => logs.push({ by: fn.name, line })
    const execution = startExecution({ runtime, fn, region, endpoint: gate.endpoint, onLog })
    started.push(execution)
    return execution
  }
  /** By ARN or name. */
  function invoking(which: string): Invoke {
    const fn = deployment.functions.find(({ arn, functionName }) => which === arn || which === functionName)
    if (!fn) throw new Error(`${which} is no function of the template`)
    return async (event) => {
      const execution = running.get(fn.name) ?? start(fn)
      running.set(fn.name, execution)
      return (await execution).invoke(event)
    }
  }

  const [table, ...others] = new Set(
    deployment.mappings.map(({ EventSourceArn }) => EventSourceArn.split('/')[1] ?? ''),
  )
  if (table === undefined || others.length > 0) throw new Error('one table has the stream')
  const reported: string[] = []
  /** Those that a function says it failed at are noted on their way. */
  const noting =
    (invoke: Invoke): Invoke =>
    async (event) => {
      const answer = (await invoke(event)) as DynamoDBBatchResponse
      reported.push(...answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier))
      return answer
    }
  const stream = await startStream({
    client: new DynamoDBStreamsClient({ ...elsewhere, endpoint: engine.endpoint }),
    table,
    consumers: deployment.mappings.map((one) =>
      consumerOf(one, one.FunctionName.slice(prefix.length), noting(invoking(one.FunctionName))),
    ),
  })

  return {
    deployment,
    origin,
    token,
    outside: outside.snsEndpoint,
    gateway: outside.gateway,
    topics: outside.topics,
    kms: outside.kms,
    gate,
    logs,
    running,
    start,
    ask: entrance({ account, routes: new Map([...deployment.routes].map(([route, arn]) => [route, invoking(arn)])) }),
    tick: () => Promise.all(deployment.scheduled.map((arn) => invoking(arn)(scheduled(account, region)))),
    settle: stream.settle,
    reported,
    givenUp: stream.failures,
    async stop() {
      await stream.stop()
      await Promise.all(started.map(async (one) => (await one).stop()))
      await gate.stop()
      await outside.stop()
      client.destroy()
      await engine.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
