import type { Hono } from 'hono'
import type { DynamoDBStreamEvent } from 'aws-lambda'
import { gatewaysOf } from '../../adapters/gateways/senders.ts'
import { dynamoStores } from '../../adapters/dynamodb/stores.ts'
import { dynamoConsoleSessions } from '../../adapters/dynamodb/console/console-sessions.ts'
import { dynamoDirectory } from '../../adapters/dynamodb/directory/directory-store.ts'
import { dynamoImportDrafts } from '../../adapters/dynamodb/directory/import-drafts.ts'
import { dynamoIntakePoints } from '../../adapters/dynamodb/directory/intake-points.ts'
import { dynamoLastActions } from '../../adapters/dynamodb/directory/last-actions.ts'
import { dynamoFiguresStore } from '../../adapters/dynamodb/figures/figures-store.ts'
import { dynamoNoticeStore } from '../../adapters/dynamodb/notices/notice-store.ts'
import { dynamoGatewayWatch } from '../../adapters/dynamodb/notices/gateway-watch.ts'
import { dynamoLeftovers } from '../../adapters/dynamodb/notices/leftovers.ts'
import { dynamoSelfCheckStore } from '../../adapters/dynamodb/cases/self-check-store.ts'
import { bearerVerifier, type Issuer } from '../../adapters/openid/bearer-verifier.ts'
import { openIdSignIn } from '../../adapters/openid/sign-in.ts'
import { snsTopics } from '../../adapters/sns/topics.ts'
import { fileVault } from '../../adapters/vault/file-vault.ts'
import type { FirstCodes } from '../../core/operations/directory/first-code.ts'
import type { Programme } from '../../core/operations/programme.ts'
import type { Scope } from '../../core/ports/vault.ts'
import { build as caseChanges } from '../../functions/case-changes.ts'
import { build as consolePages } from '../../functions/console.ts'
import { build as deadlineSweep } from '../../functions/deadline-sweep.ts'
import { build as deliveryReport } from '../../functions/delivery-report.ts'
import { honoPath } from '../../functions/gateways/path.ts'
import { build as inboundCall } from '../../functions/inbound-call.ts'
import { build as inboundSms } from '../../functions/inbound-sms.ts'
import { type FunctionEntry, manifest } from '../../functions/manifest.ts'
import { build as optOut } from '../../functions/opt-out.ts'
import { build as protectionApi } from '../../functions/protection-api.ts'
import { build as protectionConsole } from '../../functions/protection-console.ts'
import { build as publicWeb } from '../../functions/public-web.ts'
import { build as sendNotices, noting } from '../../functions/send-notices.ts'
import { build as staffApi } from '../../functions/staff-api.ts'
import { build as ussdEnd } from '../../functions/ussd-end.ts'
import { build as ussd } from '../../functions/ussd.ts'
import { random, toPhone } from '../../functions/wiring/aws.ts'
import { choosing } from '../../functions/wiring/choosing.ts'
import { reading } from '../../functions/wiring/reading.ts'
import { livingProgramme } from '../../functions/wiring/living-programme.ts'
import {
  practiceKeptHours,
  practiceOf,
  type ConsoleServices,
  type GatewayServices,
  type ReadsWords,
  type SendServices,
  type Services,
  type SweepServices,
} from '../../functions/wiring/services.ts'
import { patience } from './patience.ts'
import type { Tables } from '../../adapters/dynamodb/table/table.ts'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { SNSClient } from '@aws-sdk/client-sns'
import type { Mails } from '../../core/ports/mails.ts'

/** What stands on this machine for what AWS provides. */
export interface Machine {
  client: DynamoDBClient
  tables: Tables
  programme: Programme
  keyFile: string
  nowAt: () => string
  gatewayTokens: readonly string[]
  gatewayAccounts: Readonly<Record<string, unknown>>
  sns: { client: SNSClient; arnOf: (topic: string) => string }
  mails: Mails
  issuers: readonly Issuer[]
  /** Names this table of cases: another one after a restore. */
  casesAt: string
  /** False after a restore, until a person allows sending again. */
  maySend: () => boolean
  firstCodes: FirstCodes | null
}

type All = ReadsWords & GatewayServices & SendServices & ConsoleServices & SweepServices

/** What one function is given here: the vault opens no more than its permissions on AWS would let it. */
export function servicesFor({ permissions }: Pick<FunctionEntry, 'permissions'>, machine: Machine): All {
  const { client, tables, nowAt, keyFile } = machine
  const store = { client, tables, programme: machine.programme.id, random, commitMs: patience.commitMs }
  const directory = dynamoDirectory({ ...store, languages: machine.programme.languages })
  const { programme, refreshProgramme } = livingProgramme(machine.programme, directory)
  const practice = practiceOf(programme.id)
  const mayOpen = (['general', 'protection'] as const).filter((scope: Scope) => permissions.includes(`${scope}:open`))
  return {
    programme,
    ...reading,
    ...choosing,
    nowAt,
    random,
    toPhone,
    ...dynamoStores({ ...store, rulebook: programme, now: nowAt }),
    notices: dynamoNoticeStore({ ...store, unnamed: programme.gateways.unnamed, now: nowAt }),
    directory,
    points: dynamoIntakePoints(store),
    lastActions: dynamoLastActions(store),
    importDrafts: dynamoImportDrafts({ ...store, now: nowAt }),
    refreshProgramme,
    figures: dynamoFiguresStore(store),
    selfCheck: dynamoSelfCheckStore(store),
    leftovers: dynamoLeftovers({ ...store, now: nowAt }),
    gatewayWatch: dynamoGatewayWatch(store),
    practice: {
      id: practice,
      stores: dynamoStores({ ...store, programme: practice, rulebook: programme, now: nowAt }),
    },
    practiceStores: (id) =>
      dynamoStores({ ...store, programme: id, rulebook: programme, now: nowAt, keptHours: practiceKeptHours }),
    vault: fileVault({ path: keyFile, mayOpen }),
    gatewayTokens: machine.gatewayTokens,
    callbackMs: patience.callbackMs,
    gateways: gatewaysOf(machine.gatewayAccounts, patience.sendMs),
    topics: snsTopics(machine.sns),
    mails: machine.mails,
    get sends() {
      return machine.maySend()
    },
    casesAt: machine.casesAt,
    verify: bearerVerifier(machine.issuers),
    // Who is signed in follows the machine's own time: moving the product's clock signs nobody out.
    sessions: dynamoConsoleSessions({ ...store, now: () => new Date().toISOString() }),
    signIn: openIdSignIn(machine.issuers),
    firstCodes: machine.firstCodes,
  }
}

const http: Record<string, (services: All) => Pick<Hono, 'fetch'>> = {
  'inbound-sms': inboundSms,
  'inbound-call': inboundCall,
  'delivery-report': deliveryReport,
  'opt-out': optOut,
  ussd,
  'ussd-end': ussdEnd,
  'public-web': publicWeb,
  'staff-api': staffApi,
  'protection-api': protectionApi,
  console: consolePages,
  'protection-console': protectionConsole,
}
const streams: Record<string, typeof caseChanges | typeof sendNotices> = {
  'case-changes': caseChanges,
  'send-notices': sendNotices,
}

function builderOf<T>(builders: Record<string, T>, name: string): T {
  const builder = builders[name]
  if (!builder) throw new Error(`functions/${name}.ts is in the manifest but not built here`)
  return builder
}

/** The path of `GET /a/{b}`. */
const pathOf = (route: string): string => honoPath(route.split(' ')[1] ?? route)
/** The longer of two addresses is the narrower: it goes first here, as AWS takes it. */
const narrowestFirst = (a: { path: string }, b: { path: string }): number => b.path.length - a.path.length

/** Mounts every HTTP function of the manifest on its routes; the function itself answers a wrong method. */
export function mountFunctions(app: Hono, machine: Machine): void {
  const routes = manifest.flatMap((entry) => {
    if (entry.trigger.on !== 'http') return []
    const built = builderOf(http, entry.name)(servicesFor(entry, machine))
    return [...new Set(entry.trigger.routes.map(pathOf))].map((path) => ({ path, built }))
  })
  for (const { path, built } of routes.toSorted(narrowestFirst)) app.all(path, (c) => built.fetch(c.req.raw))
}

/** The manifest's stream functions as consumers, with the filters their event source mapping has on AWS. */
export function streamConsumers(machine: Machine) {
  return manifest.flatMap((entry) => {
    const { trigger, name } = entry
    if (trigger.on !== 'stream') return []
    const handle = builderOf(streams, name)(servicesFor(entry, machine) satisfies Services)
    return [
      {
        name,
        handle: (event: DynamoDBStreamEvent) => handle(event),
        filter: ({ dynamodb }: DynamoDBStreamEvent['Records'][number]) =>
          trigger.items.includes(dynamodb?.NewImage?.['is']?.S ?? ''),
      },
    ]
  })
}

/** Takes a gateway's list of what left (docs/restore.md). */
export function leftNoter(machine: Machine) {
  const entry = manifest.find(({ name }) => name === 'send-notices')
  return noting(servicesFor(entry ?? { permissions: [] }, machine))
}

export function sweeper(machine: Machine) {
  const entry = manifest.find(({ trigger }) => trigger.on === 'schedule')
  if (!entry) throw new Error('nothing in the manifest runs on a schedule')
  return deadlineSweep(servicesFor(entry, machine))
}
