import { AsyncLocalStorage } from 'node:async_hooks'
import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { threadId } from 'node:worker_threads'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { tableNames, type Tables } from '../../../adapters/dynamodb/table/table.ts'
import type { Mails } from '../../../core/ports/mails.ts'
import type { Topics } from '../../../core/ports/topics.ts'
import type { Vault } from '../../../core/ports/vault.ts'
import { actionsOf, type TableCall } from '../../../infra/rehearsal/actions.ts'
import { grantedByManifest } from './granted.ts'

/** Names the folder where the calls of all workers are collected. */
export const callsFolder = 'JAABI_CALLS'

const noted = new Set<string>()

/** What was called in this process and the manifest does not grant. */
export const refused = (): string[] => [...noted].filter((line) => !grantedByManifest.has(line)).toSorted()

/** One line a kind of call: `<function> <action> <what it is on>`. */
function note(name: string, action: string, on: string): void {
  const line = `${name} ${action} ${on}`
  if (noted.has(line)) return
  noted.add(line)
  const folder = process.env[callsFolder]
  if (folder !== undefined) appendFileSync(join(folder, `${process.pid}-${threadId}`), `${line}\n`)
}

const calling = new AsyncLocalStorage<string>()

/** The same client, with every call noted that is made in the name of a function. */
export function recordingClient(client: DynamoDBClient, tables: Tables): DynamoDBClient {
  const nameOf = (table: string) => tableNames.find((one) => tables[one] === table) ?? table
  const send = (command: { constructor: { name: string }; input: TableCall }, ...rest: unknown[]): unknown => {
    const name = calling.getStore()
    if (name !== undefined)
      for (const { action, table, index } of actionsOf(command.constructor.name.replace(/Command$/, ''), command.input))
        note(name, `dynamodb:${action}`, index === undefined ? nameOf(table) : `${nameOf(table)}/${index}`)
    return (client.send as (...all: unknown[]) => unknown).call(client, command, ...rest)
  }
  return Object.create(client, { send: { value: send } }) as DynamoDBClient
}

/** A store, the same for all functions, as this one calls it. */
export const inTheNameOf = <T extends object>(name: string, store: T): T =>
  new Proxy(store, {
    get(target, property) {
      const method: unknown = Reflect.get(target, property)
      return typeof method === 'function'
        ? (...given: unknown[]): unknown => calling.run(name, () => Reflect.apply(method, target, given) as unknown)
        : method
    },
  })

/** The same of several. */
export const allInTheNameOf = <T extends object>(name: string, stores: T): T =>
  Object.fromEntries(Object.entries(stores).map(([is, store]) => [is, inTheNameOf(name, store as object)])) as T

/** What a vault or a topic is asked is a call of KMS or SNS where it is deployed (`kms-vault.test.ts` says which). */
export const recordingVault = (vault: Vault, name: string): Vault => ({
  seal(scope, ...rest) {
    note(name, scope === 'general' ? 'kms:GenerateDataKey' : 'kms:Encrypt', scope)
    return vault.seal(scope, ...rest)
  },
  open(scope, ...rest) {
    note(name, 'kms:Decrypt', scope)
    return vault.open(scope, ...rest)
  },
  fingerprints(value) {
    note(name, 'kms:GenerateMac', 'fingerprint')
    return vault.fingerprints(value)
  },
})

export const recordingTopics = (topics: Topics, name: string): Topics => ({
  publish(...message) {
    note(name, 'sns:Publish', 'topics')
    return topics.publish(...message)
  },
})

export const recordingMails = (mails: Mails, name: string): Mails => ({
  send(mail) {
    note(name, 'ses:SendEmail', 'mail')
    note(name, 'ses:SendRawEmail', 'mail')
    return mails.send(mail)
  },
})
