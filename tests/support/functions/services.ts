import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import { type AttributeValue, type DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { afterAll, expect, onTestFinished } from 'vitest'
import { dynamoClient } from '../../../adapters/dynamodb/table/dynamo-client.ts'
import { createTables } from '../../../adapters/dynamodb/table/create-tables.ts'
import { perTable, type Tables } from '../../../adapters/dynamodb/table/table.ts'
import { openIdSignIn } from '../../../adapters/openid/sign-in.ts'
import { phoneReader } from '../../../adapters/phone-number/phone-reader.ts'
import { fileVault } from '../../../adapters/vault/file-vault.ts'
import type { SenderRecord } from '../../../core/channel/sender-record.ts'
import type { CaseFile } from '../../../core/case/case-file.ts'
import type { Notice } from '../../../core/notices/notice.ts'
import { gatewaysIn } from '../../../core/notices/gateway.ts'
import { type Settings } from '../../../core/notices/settings.ts'
import type { FirstCodes } from '../../../core/operations/directory/first-code.ts'
import type { Programme } from '../../../core/operations/programme.ts'
import { type Swept } from '../../../core/operations/sweep/sweep.ts'
import type { Member } from '../../../core/directory/member.ts'
import { isPair } from '../../../core/directory/seat.ts'
import { build as caseChanges } from '../../../functions/case-changes.ts'
import { build as deadlineSweep } from '../../../functions/deadline-sweep.ts'
import { manifest } from '../../../functions/manifest.ts'
import { build as sendNotices } from '../../../functions/send-notices.ts'
import { choosing } from '../../../functions/wiring/choosing.ts'
import { reading } from '../../../functions/wiring/reading.ts'
import { livingProgramme } from '../../../functions/wiring/living-programme.ts'
import {
  type ConsoleServices,
  type GatewayServices,
  type ChoosesPlaces,
  type ReadsWords,
  type SendServices,
  type SweepServices,
} from '../../../functions/wiring/services.ts'
import { restoreTables } from '../../../infra/local/state/restore-tables.ts'
import { type FaultPlan, startFaultProxy } from '../../../infra/local/stand-ins/fault-proxy.ts'
import { putMember, readyMade } from '../../../infra/local/people.ts'
import {
  allInTheNameOf,
  recordingClient,
  recordingMails,
  recordingTopics,
  recordingVault,
  refused,
} from '../calls/recording.ts'
import { allStores } from './all-stores.ts'
import { recordedOutside, seeded } from './outside.ts'
import { streamTail } from './stream-tail.ts'
import { engineConfig, withEngine } from '../engine.ts'
import type { SmsGateway } from '../../../core/ports/gateway.ts'
import { mali } from '../../../programme/mali.ts'
import { peopleTextsFor } from '../../../languages/people.ts'
import { phonePlan } from '../../../programme/phones/phone-plan.ts'

export type AllServices = ReadsWords & GatewayServices & SendServices & ConsoleServices & SweepServices

interface Options {
  settings?: Partial<Settings>
  programme?: Partial<Programme>
  suggest?: ReadsWords['suggest']
  villages?: ChoosesPlaces['villages']
  seed?: number
  firstCodes?: FirstCodes
  /** What goes wrong between the functions and the table. */
  faults?: FaultPlan
  /** Another Jaabi, whose cases as they are at this moment are restored here; nothing leaves until `sends.allowed`. */
  restoredFrom?: Pick<Place, 'tables' | 'keyFile'>
  /** Gateways that really send, by name, in place of those that only record. */
  carriers?: Readonly<Record<string, SmsGateway>>
}

/** Monday 7 June 2027, nine o'clock: no feast for weeks. */
export const monday = '2027-06-07T09:00:00.000Z'
export const gatewayToken = 'a-long-random-token'
/**
 * A busy machine is no table that hangs, and a test has a limit of its own: where nothing is made to fail, nothing else is cut short. A
 * process that was stopped for a while finds every limit over at once that is shorter than its stop.
 */
const tenMinutes = 10 * 60_000
const longerThanTests = { commitMs: tenMinutes, callbackMs: tenMinutes, sendMs: tenMinutes }

/**
 * One engine in memory for a test file; call what it returns in a test for a Jaabi of its own (empty tables, its own clock).
 * Await it at the top of the file: `const newJaabi = await withJaabi()`.
 */
export async function withJaabi() {
  const { client, endpoint } = await withEngine()
  const streams = new DynamoDBStreamsClient(engineConfig(endpoint))
  const folder = mkdtempSync(join(tmpdir(), 'jaabi-keys-'))
  afterAll(() => {
    streams.destroy()
    rmSync(folder, { recursive: true })
    expect(refused(), 'called, and not granted by functions/manifest.ts').toEqual([])
  })
  let count = 0
  return async (options: Options = {}) => {
    count += 1
    const tables = perTable((name) => `${name}-${count}`)
    const { restoredFrom } = options
    if (restoredFrom) await restoreTables({ client, tables: restoredFrom.tables }, { client, tables })
    else await createTables(client, tables)
    const keyFile = restoredFrom?.keyFile ?? join(folder, `keys-${count}.json`)
    const proxy = options.faults && (await startFaultProxy({ target: endpoint, plan: options.faults }))
    const faulty = proxy && dynamoClient({ endpoint: proxy.endpoint })
    if (proxy)
      onTestFinished(async () => {
        faulty?.destroy()
        await proxy.stop()
      })
    return jaabi({ client: faulty ?? client, streams, tables, keyFile }, options)
  }
}
export type Jaabi = Awaited<ReturnType<Awaited<ReturnType<typeof withJaabi>>>>

interface Place {
  client: DynamoDBClient
  streams: DynamoDBStreamsClient
  tables: Tables
  keyFile: string
}

type Take = (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse>

/** A stream function with the filter its event source has. */
function consumer(name: string, take: Take) {
  const trigger = manifest.find((entry) => entry.name === name)?.trigger
  const kinds = trigger?.on === 'stream' ? trigger.items : []
  const wants = ({ dynamodb }: DynamoDBRecord) => kinds.includes(dynamodb?.NewImage?.['is']?.S ?? '')
  return { name, take, wants }
}

async function jaabi(
  { client, streams, tables, keyFile }: Place,
  {
    settings = {},
    programme: other = {},
    suggest = reading.suggest,
    villages = choosing.villages,
    seed = 1,
    firstCodes,
    faults,
    restoredFrom,
    carriers = {},
  }: Options,
) {
  const given = { ...mali.settings, ...settings }
  const programme: Programme = { ...mali, settings: given, ...peopleTextsFor(given, mali.languages), ...other }
  const clock = { nowAt: monday }
  const nowAt = () => clock.nowAt
  const random = seeded(seed)
  const waits = faults ? {} : longerThanTests
  const sends = { allowed: restoredFrom === undefined }
  const recording = recordingClient(client, tables)
  const { practice, practiceStores, ...stores } = allStores({
    client: recording,
    tables,
    programme,
    random,
    nowAt,
    ...waits,
  })
  const { cases, senders, notices, directory } = stores

  const { gatewayNamed, topics, mails, ...outside } = recordedOutside(nowAt)

  /** What a function of this name is given: its vault opens what its permissions let it open, no more. */
  function servicesFor(name: string): AllServices {
    const entry = manifest.find((one) => one.name === name)
    if (!entry) throw new Error(`${name} is not in the manifest`)
    const mayOpen = (['general', 'protection'] as const).filter((scope) => entry.permissions.includes(`${scope}:open`))
    const own = allInTheNameOf(name, stores)
    const living = livingProgramme(programme, own.directory)
    const gateways = new Map(gatewaysIn(programme.gateways).map((name) => [name, carriers[name] ?? gatewayNamed(name)]))
    const rest = {
      gateways,
      topics: recordingTopics(topics, name),
      mails: recordingMails(mails, name),
      gatewayTokens: [gatewayToken],
      toPhone: phoneReader(phonePlan),
      casesAt: tables.cases,
      ...waits,
    }
    // A sign-in as simple as can be: the token is the person's id.
    const verify = (token: string) => Promise.resolve({ person: token, restricted: true })
    return {
      ...rest,
      get sends() {
        return sends.allowed
      },
      ...living,
      suggest,
      villages,
      nowAt,
      random,
      ...own,
      practice: { id: practice.id, stores: allInTheNameOf(name, practice.stores) },
      practiceStores: (id) => allInTheNameOf(name, practiceStores(id)),
      // Nobody signs in through a provider here: `console/seat.ts` opens sessions.
      signIn: openIdSignIn([]),
      firstCodes: firstCodes ?? null,
      verify,
      vault: recordingVault(fileVault({ path: keyFile, mayOpen }), name),
    }
  }
  const reader = fileVault({ path: keyFile, mayOpen: ['general', 'protection'] })

  const newRecords = await streamTail(streams, tables.cases)
  const consumers = [
    consumer('case-changes', caseChanges(servicesFor('case-changes'))),
    consumer('send-notices', sendNotices(servicesFor('send-notices'))),
  ]

  /** Hands the stream to its consumers until nobody writes any more; throws where one reports a failure. */
  async function drain(): Promise<void> {
    for (let records = await newRecords(); records.length > 0; records = await newRecords()) {
      for (const { name, wants, take } of consumers) {
        const { batchItemFailures } = await take({ Records: records.filter(wants) })
        if (batchItemFailures.length > 0)
          throw new Error(`${name} failed at ${String(batchItemFailures[0]?.itemIdentifier)}`)
      }
    }
  }

  /** Every item of one kind (`is`) of the programme, as plain values. */
  async function items(is: string, table: keyof typeof tables = 'cases'): Promise<Record<string, unknown>[]> {
    const found: Record<string, AttributeValue>[] = []
    for await (const { Items = [] } of paginateScan({ client }, { TableName: tables[table], ConsistentRead: true }))
      found.push(...Items.filter(({ is: kind, pk }) => kind?.S === is && pk?.S?.startsWith(`${programme.id}#`)))
    return found.map((item) => unmarshall(item))
  }

  async function caseOf(reference: string): Promise<CaseFile> {
    const stored = await cases.load(reference)
    if (!stored) throw new Error(`no case ${reference}`)
    return stored.caseFile
  }

  return {
    programme,
    client,
    tables,
    keyFile,
    clock,
    sends,
    ...stores,
    servicesFor,
    drain,
    items,
    caseOf,
    reader,
    ...outside,
    sweep: (): Promise<Swept> => deadlineSweep(servicesFor('deadline-sweep'))(),
    references: async (): Promise<string[]> =>
      (await items('case')).map(({ pk }) => String(pk).split('#').at(-1) ?? ''),
    /** What is sealed under each history entry of a case, opened; `raw` where the body was kept. */
    async saidIn(reference: string): Promise<{ words: string; raw?: string }[]> {
      const { sealed } = (await cases.load(reference)) ?? { sealed: { scope: 'general', words: {} } as const }
      const texts = Object.values<string>(sealed.words)
      const opened = await Promise.all(texts.map((text) => reader.open(sealed.scope, reference, text)))
      return opened.map((text) => JSON.parse(text) as { words: string; raw?: string })
    },
    async senderOf(phone: string): Promise<SenderRecord | null> {
      return senders.find(await reader.fingerprints(`phone:${phone}`))
    },
    noticesOf: (reference: string): Promise<Notice[]> => notices.list(reference),
    /** Adds a person to the directory; their id is their Bearer token. */
    async person(id: string, rest: Omit<Partial<Member>, 'id'> & Pick<Member, 'role'>): Promise<string> {
      // Whoever they were before: nothing of it stays.
      const trained = isPair(rest.role) ? { pseaOn: '2027-06-01', inPair: readyMade } : {}
      await putMember(directory, { name: id, region: null, organisation: null, active: true, ...trained, ...rest, id })
      return id
    },
  }
}
