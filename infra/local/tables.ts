import { perTable } from '../../adapters/dynamodb/table/table.ts'

/** What the tables are called on this machine. */
export const tables = perTable((name) => `jaabi-${name}`)
