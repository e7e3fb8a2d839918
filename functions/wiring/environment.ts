import * as z from 'zod/mini'
import { Front } from './front.ts'
import { perTable, type TableName, tableNames, type Tables } from '../../adapters/dynamodb/table/table.ts'

/** A JSON value in an environment variable. */
const json = <T extends z.ZodMiniType>(schema: T) => z.pipe(z.pipe(z.string(), z.transform(parseJson)), schema)

/** The parser's own complaint would quote what it choked on, and the log is no place for a key. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Error('a variable of the environment should be JSON and is not')
  }
}

type TableVariable = `${Uppercase<TableName>}_TABLE`
const variableOf = (name: TableName) => `${name.toUpperCase()}_TABLE` as TableVariable
const perVariable = <T>(valueOf: (name: TableName) => T) =>
  Object.fromEntries(tableNames.map((name) => [variableOf(name), valueOf(name)])) as Record<TableVariable, T>

/** The variables that name the tables, and the tables they name. */
export const variablesOf = (tables: Tables): Record<TableVariable, string> => perVariable((name) => tables[name])
export const tablesIn = (environment: Readonly<Record<TableVariable, string>>): Tables =>
  perTable((name) => environment[variableOf(name)])

/**
 * What every deployed function reads from its environment, once, at start. Secrets come as Secrets Manager references that
 * CloudFormation resolves.
 */
export const Environment = z.object({
  ...perVariable(() => z.string()),
  PROGRAMME_ID: z.string(),
  /** Whose name is on mail to staff; empty: none is offered. */
  MAIL_FROM: z.string(),
  GENERAL_KEY_ID: z.string(),
  PROTECTION_KEY_ID: z.string(),
  /** A KMS HMAC key per generation, newest first, comma separated. */
  FINGERPRINT_KEY_IDS: z.string(),
})
export type Environment = z.infer<typeof Environment>

const further = {
  /** Two tokens at most, comma separated: the one in use and the one being rotated out. */
  GATEWAY_TOKENS: z.string(),
  /** Accounts by the name of their gateway, each read by that gateway's own folder. */
  GATEWAY_CREDENTIALS: json(z.record(z.string(), z.unknown())),
  TOPIC_ARNS: json(z.record(z.string(), z.string())),
  ISSUERS: json(z.array(z.object({ issuer: z.string(), clientId: z.string(), restricted: z.boolean() }))),
  /** What stands before the pages (`front.ts`). */
  FRONT: json(Front),
  /** For the first of each pair, and until when; null where a deployment drew none (docs/deploy.md). One door of the console takes them. */
  FIRST_PAIR_CODES: z.optional(
    json(z.nullable(z.object({ protection: z.string(), integrity: z.string(), until: z.iso.datetime() }))),
  ),
  /** `off`: no SMS and no alert leaves, notices wait (after a restore, until a person allows it). Absent means `on`. */
  SENDS: z.optional(z.enum(['on', 'off'])),
}
type Further = { [Name in keyof typeof further]: z.infer<(typeof further)[Name]> }

/**
 * One of those that only some functions read; the manifest says which. Throws where it is not set or cannot be read: a function
 * without it must not start and look well.
 */
export const variable = <Name extends keyof Further>(name: Name): Further[Name] =>
  z.parse(z.object({ [name]: further[name] }), process.env)[name] as Further[Name]
