interface Table {
  /** Its changes start functions. */
  stream: boolean
  /** Sparse: an item is in one as long as it has both attributes. */
  indexes: Readonly<Record<string, { partition: string; sort: string }>>
  /** Can be brought back to any second of five weeks, and nobody deletes it. Of the others all expires: nothing to restore. */
  kept: boolean
  /** What who may read or write it does with it, in DynamoDB's words; a transaction needs those of its parts. Indexes are asked by who may each of them. */
  reads: readonly ('GetItem' | 'Query')[]
  writes: readonly ('PutItem' | 'UpdateItem' | 'DeleteItem')[]
}

/** Every table: one more is a row here, and the manifest says who may. */
export const tables = {
  cases: {
    stream: true,
    indexes: {
      owner: { partition: 'ownerKey', sort: 'ownerSort' },
      region: { partition: 'regionKey', sort: 'regionSort' },
      due: { partition: 'dueKey', sort: 'dueSort' },
    },
    kept: true,
    reads: ['GetItem', 'Query'],
    writes: ['PutItem', 'UpdateItem', 'DeleteItem'],
  },
  /** Sessions, limits and drafts. */
  traffic: { stream: false, indexes: {}, kept: false, reads: ['GetItem'], writes: ['PutItem', 'UpdateItem'] },
} as const satisfies Record<string, Table>

export type TableName = keyof typeof tables
export const tableNames = Object.keys(tables) as TableName[]
/** One row, of whichever table. */
export const tableOf = (name: TableName): Table => tables[name]

/** What the tables are called where they are. */
export type Tables = Readonly<Record<TableName, string>>
export const perTable = <T>(make: (name: TableName) => T): Record<TableName, T> =>
  Object.fromEntries(tableNames.map((name) => [name, make(name)])) as Record<TableName, T>

/** All have the same string keys. */
export const key = { partition: 'pk', sort: 'sk' } as const

export const { indexes } = tables.cases
export type IndexName = keyof typeof indexes
export const perIndex = <T>(make: (name: IndexName) => T): Record<IndexName, T> =>
  Object.fromEntries((Object.keys(indexes) as IndexName[]).map((name) => [name, make(name)])) as Record<IndexName, T>

/** All that the indexes repeat beside the keys. */
export const projected = ['row'] as const

/** Epoch seconds after which an item may be deleted; read as gone from that second on. In any table, only items that carry it. */
export const timeToLive = 'expiresAt'

/** The kind of item, in every item: the stream filters on it. */
export const kindAttribute = 'is'
