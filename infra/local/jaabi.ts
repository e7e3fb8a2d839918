import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import { SNSClient } from '@aws-sdk/client-sns'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import * as z from 'zod/mini'
import { dynamoStores } from '../../adapters/dynamodb/stores.ts'
import { dynamoClient } from '../../adapters/dynamodb/table/dynamo-client.ts'
import { dynamoDirectory } from '../../adapters/dynamodb/directory/directory-store.ts'
import { createTables } from '../../adapters/dynamodb/table/create-tables.ts'
import { tableNames, tableOf, timeToLive } from '../../adapters/dynamodb/table/table.ts'
import { isPair } from '../../core/directory/seat.ts'
import type { FirstCodes } from '../../core/operations/directory/first-code.ts'
import type { Swept } from '../../core/operations/sweep/sweep.ts'
import { log } from '../../functions/wiring/log.ts'
import { secured } from '../../functions/wiring/secured.ts'
import { random } from '../../functions/wiring/aws.ts'
import { mali } from '../../programme/mali.ts'
import { localPhone, phonePlace } from './stand-ins/phone-with-sim.ts'
import { localClock } from './stand-ins/clock.ts'
import { controls } from './control.ts'
import { ownPagesOnly } from './serving/own-pages.ts'
import { closed, listening } from './serving/server.ts'
import { everyMinute } from './stand-ins/schedule.ts'
import { patience } from './patience.ts'
import { firstCodesIn } from './state/first-codes.ts'
import { openState } from './state/state-folder.ts'
import { maySendIn, restoredIn } from './state/restored.ts'
import { readState, writeState } from './state/state-file.ts'
import { desk, ownFrames } from './desk.ts'
import { keptEngine } from './stand-ins/kept-engine.ts'
import { fakeGateway, gatewayPlace, localAccounts, localGateways } from './stand-ins/fake-gateway.ts'
import { leftNoter, type Machine, mountFunctions, servicesFor, streamConsumers, sweeper } from './functions.ts'
import { issuersAt, localSignIn, signingKeyIn } from './stand-ins/sign-in.ts'
import { exampleResponsible, layOutPeople } from './people.ts'
import { signInProviders } from './stand-ins/sign-in-provider.ts'
import { simulator } from './simulator.ts'
import { startStream } from './stream/stream.ts'
import { sweepTtl } from './stream/sweep-ttl.ts'
import { tables } from './tables.ts'
import { markOf, tally } from './tally.ts'
import { localMailFrom, localMails } from './stand-ins/mails.ts'
import { localTopics } from './stand-ins/topics.ts'

export interface Jaabi {
  base: string
  /** For the first of each pair, where they were drawn at this start: to be shown once. */
  firstCodes: FirstCodes | null
  stop: () => Promise<void>
}

interface Starting {
  port: number
  state: string
  /** Begin with nobody in the pairs: the first of each is let in by a code, as on a deployment. */
  emptyPairs?: boolean
  /** Told when the database engine has ended and cannot be started again: nothing can be kept any more. */
  onGone?: (error: unknown) => void
  /** Where the functions reach the engine that listens there: a rehearsal puts something between. */
  reachedAt?: (endpoint: string) => Promise<string>
  /** Where somebody else stands in for the gateway and the topics: what they keep is then none of this process's memory. */
  outsideAt?: string
}

/** Bytes of what this machine's own pages and programs send, a list of what left among them. */
const mostOfLocal = 16 * 1024 * 1024

const endsAll = (error: unknown): never => {
  throw error
}

const local = { region: 'local', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }

/** 24 bytes: nobody guesses it, and half of it is no secret. */
const Secret = z.string().check(z.minLength(32))

/** A secret made once for this state folder; a kill leaves none or a whole one. */
function secretIn(file: string): string {
  const made = readState(file, (text) => Secret.parse(text.trim()))
  if (made !== undefined) return made
  const secret = randomBytes(24).toString('base64url')
  writeState(file, secret, 0o600)
  return secret
}

/** Everything on one machine: the deployed functions with their own triggers, around an embedded engine and fakes of what is outside. */
export async function startJaabi({
  port,
  state,
  emptyPairs = false,
  onGone = endsAll,
  reachedAt,
  outsideAt,
}: Starting): Promise<Jaabi> {
  openState(state)
  const inState = (name: string) => join(state, name)
  const base = `http://127.0.0.1:${port}`
  const outside = outsideAt ?? base
  // A file that is not as we wrote it is named before anything runs.
  const clock = localClock({ file: inState('clock.json') })
  const { nowAt } = clock
  const gateway = fakeGateway({ file: inState('sms.jsonl'), now: nowAt })
  const mails = localMails({ file: inState('mails.jsonl'), now: nowAt })
  const topics = localTopics({ file: inState('topics.jsonl'), now: nowAt })
  const gatewayToken = secretIn(inState('gateway-token'))
  const cookieSecret = secretIn(inState('sign-in-cookies'))
  const jwk = await signingKeyIn(inState('sign-in.json'))

  const dbPath = inState('table.db')
  // Nobody's attempts at a record count while there is nothing to write to.
  let whileAway = { pause: () => undefined as unknown, resume: () => undefined as unknown }
  const engine = await keptEngine(
    { dbPath, pidFile: inState('engine.pid') },
    {
      onAway: () => {
        log('engine-ended')
        void whileAway.pause()
      },
      onBack: () => {
        log('engine-back')
        whileAway.resume()
      },
      onGone,
    },
  )
  const endpoint = (await reachedAt?.(engine.endpoint)) ?? engine.endpoint
  const client = dynamoClient({ endpoint, requestMs: patience.requestMs })
  await createTables(client, tables)

  const store = { client, tables, programme: mali.id, random }
  const directory = dynamoDirectory({ ...store, languages: mali.languages })
  const peopled = (await directory.members()).some(({ role }) => isPair(role))
  const { codes: firstCodes, drawn } = firstCodesIn({
    file: inState('first-pair.json'),
    now: nowAt(),
    empty: emptyPairs,
    peopled,
  })
  const machine: Machine = {
    client,
    tables,
    programme: {
      ...mali,
      gateways: localGateways,
      settings: { ...mali.settings, mailFrom: localMailFrom, consoleLink: `${base}/console` },
    },
    keyFile: inState('keys.json'),
    nowAt,
    gatewayTokens: [gatewayToken],
    gatewayAccounts: localAccounts(outside),
    mails: mails.mails,
    sns: { client: new SNSClient({ ...local, endpoint: `${outside}/local/sns` }), arnOf: topics.topicArn },
    issuers: issuersAt(base),
    casesAt: restoredIn(state)?.restoredAt ?? tables.cases,
    maySend: () => maySendIn(state),
    firstCodes,
  }
  const { cases } = dynamoStores({ ...store, rulebook: mali, now: nowAt })

  const stream = await startStream({
    client: new DynamoDBStreamsClient({ ...local, endpoint: engine.endpoint }),
    table: tables.cases,
    consumers: streamConsumers(machine),
    positionFile: inState('stream.json'),
    failuresFile: inState('stream-failures.jsonl'),
    dbPath,
    onTrouble: (error) => {
      log('stream-in-trouble', { error })
    },
  })
  whileAway = stream
  const runSweep = sweeper(machine)
  let last: Swept | null = null
  const sweep = async (): Promise<Swept> => (last = await runSweep())

  await exampleResponsible(directory, machine.keyFile)
  await layOutPeople(directory, { on: nowAt().slice(0, 10), pairs: firstCodes === null })
  const app = new Hono()
  app.use(secured)
  app.use('/local/*', ownPagesOnly(port), bodyLimit({ maxSize: mostOfLocal }))
  app.use(ownFrames(async () => markOf(await tally({ client, tables, clock }))))
  const settle = () => stream.settle()
  const lastSweep = () => last
  const noteLeft = leftNoter(machine)
  const watched = { clock, cases, client, tables, gateway, topics, gatewayToken }
  app.route('/', controls({ ...watched, runSweep: sweep, lastSweep, settle, noteLeft }))
  app.route('/', await localSignIn({ jwk, base, directory }))
  app.route('/', desk(servicesFor({ permissions: [] }, machine)))
  app.route(
    '/',
    signInProviders({
      issuers: machine.issuers,
      key: jwk,
      cookieSecret,
      backTo: [base, base.replace('127.0.0.1', 'localhost')].map((host) => `${host}/console/retour`),
      directory,
    }),
  )
  app.route(gatewayPlace, gateway.app)
  app.route(phonePlace, localPhone({ base, token: gatewayToken, nowAt }).app)
  app.route('/local/sns', topics.app)
  app.route('/local/mails', mails.app)
  app.route('/', await simulator())
  mountFunctions(app, machine)

  const server = await listening(app, { port }).catch(async (error: unknown) => {
    await stream.stop()
    await engine.stop()
    throw error
  })
  const stopSchedule = everyMinute(nowAt, async () => {
    await sweep()
    const seconds = Math.floor(Date.parse(nowAt()) / 1000)
    // Who is signed in to the console goes by the machine's own time: what passes by both clocks is swept.
    const passed = Math.min(seconds, Math.floor(Date.now() / 1000))
    for (const name of tableNames) {
      if (!tableOf(name).kept) await sweepTtl(client, tables[name], timeToLive, passed)
      // All of the cases to find a flooder's few: once an hour.
      else if (nowAt().slice(14, 16) === '00') await sweepTtl(client, tables[name], timeToLive, seconds)
    }
  })

  return {
    base,
    firstCodes: drawn ? firstCodes : null,
    stop: async () => {
      stopSchedule()
      await closed(server)
      await stream.stop()
      await engine.stop()
    },
  }
}
