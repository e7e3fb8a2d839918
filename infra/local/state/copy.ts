import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import * as z from 'zod/mini'
import { dynamoClient } from '../../../adapters/dynamodb/table/dynamo-client.ts'
import { startEngine } from '../stand-ins/engine.ts'
import { tables } from '../tables.ts'
import { restoreTables } from './restore-tables.ts'
import { holdSends } from './restored.ts'
import { readState, StartError, writeState } from './state-file.ts'

/** What comes with the cases: which keys they need, what time it is here, and the address the gateway knows. The keys lie apart. */
const withTheCases = ['state.json', 'clock.json', 'gateway-token']
const Copied = z.object({ copiedAt: z.string() })
/** Nobody waits for an answer here. */
const requestMs = 10 * 60_000

const isThere = (folder: string, name: string): boolean => existsSync(join(folder, name))

/** Copies the cases as they are at this moment, whole, while Jaabi may be running. Throws StartError where there are none, or `to` holds some. */
export function copyState(state: string, to: string, nowAt: string): void {
  if (!isThere(state, 'table.db')) throw new StartError(`There are no cases in ${state}.`)
  if (isThere(to, 'table.db')) throw new StartError(`${to} holds a copy already: name an empty folder.`)
  mkdirSync(to, { recursive: true })
  const database = new DatabaseSync(join(state, 'table.db'), { timeout: 60_000 })
  database.prepare('VACUUM INTO ?').run(join(to, 'table.db'))
  database.close()
  for (const name of withTheCases) if (isThere(state, name)) copyFileSync(join(state, name), join(to, name))
  writeState(join(to, 'copy.json'), `${JSON.stringify({ copiedAt: nowAt })}\n`)
}

/** Makes new tables of the copy in a folder without any, and holds back everything that would leave. Answers how many items they have. */
export async function restoreState(copy: string, state: string, onItems?: (items: number) => void): Promise<number> {
  const made = readState(join(copy, 'copy.json'), (text) => Copied.parse(JSON.parse(text)))
  if (!made || !isThere(copy, 'table.db')) throw new StartError(`${copy} is no copy.`)
  if (isThere(state, 'table.db')) throw new StartError(`There are cases in ${state} already: name an empty folder.`)
  mkdirSync(state, { recursive: true })
  // Held before there is anything to send.
  holdSends(state, { ...made, restoredAt: new Date().toISOString() })
  // An engine writes into whatever file it opens; a copy stays as it is.
  const [opened, filled] = [join(state, 'copied.db'), join(state, 'filled.db')]
  const clear = (file: string) => {
    for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true })
  }
  for (const file of [opened, filled]) clear(file)
  copyFileSync(join(copy, 'table.db'), opened)
  const items = await between(opened, filled, onItems)
  clear(opened)
  const database = new DatabaseSync(filled)
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  database.close()
  for (const name of withTheCases) if (isThere(copy, name)) copyFileSync(join(copy, name), join(state, name))
  // Whole or not there: half of the cases must not look like all.
  renameSync(filled, join(state, 'table.db'))
  return items
}

async function between(opened: string, filled: string, onItems?: (items: number) => void): Promise<number> {
  const engines = [await startEngine({ dbPath: opened }), await startEngine({ dbPath: filled })] as const
  const [from, to] = engines.map(({ endpoint }) => dynamoClient({ endpoint, requestMs })) as [Client, Client]
  try {
    return await restoreTables({ client: from, tables }, { client: to, tables }, onItems)
  } finally {
    from.destroy()
    to.destroy()
    await Promise.all(engines.map((engine) => engine.stop()))
  }
}
type Client = ReturnType<typeof dynamoClient>
