import { BatchWriteItemCommand, type DynamoDBClient, paginateScan, type WriteRequest } from '@aws-sdk/client-dynamodb'
import { createTables, streamsOn } from '../../../adapters/dynamodb/table/create-tables.ts'
import { tableNames, tableOf, type Tables } from '../../../adapters/dynamodb/table/table.ts'
import { inParallel } from '../../../core/operations/in-parallel.ts'

interface Place {
  client: DynamoDBClient
  tables: Tables
}

/** As many as one call may write, and how many calls at once. */
const batch = 25
const atOnce = 4

/** Throttled, an engine takes a part of what it was given. */
async function writeAll({ client }: Place, table: string, requests: readonly WriteRequest[]): Promise<void> {
  for (let left = [...requests]; left.length > 0;) {
    const { UnprocessedItems } = await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: left } }))
    left = UnprocessedItems?.[table] ?? []
  }
}

/**
 * Puts every item of the tables that are kept into new ones, as a restore on AWS does: indexes are built from the items, what expires by itself
 * stays empty, and nothing that waited in the stream comes along. Answers how many items.
 */
export async function restoreTables(from: Place, to: Place, onItems: (items: number) => void = () => undefined) {
  await createTables(to.client, to.tables, { streams: false })
  let items = 0
  for (const name of tableNames.filter((one) => tableOf(one).kept))
    for await (const page of paginateScan(from, { TableName: from.tables[name], ConsistentRead: true })) {
      const requests = (page.Items ?? []).map((Item): WriteRequest => ({ PutRequest: { Item } }))
      const batches = Array.from({ length: Math.ceil(requests.length / batch) }, (_, at) =>
        requests.slice(at * batch, (at + 1) * batch),
      )
      await inParallel(batches, atOnce, (some) => writeAll(to, to.tables[name], some))
      items += requests.length
      onItems(items)
    }
  await streamsOn(to.client, to.tables)
  return items
}
