import {
  CreateTableCommand,
  ResourceInUseException,
  UpdateTableCommand,
  waitUntilTableExists,
  type CreateTableCommandInput,
  type DynamoDBClient,
} from '@aws-sdk/client-dynamodb'
import { key, projected, type TableName, tableNames, tableOf, type Tables } from './table.ts'

const string = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' as const })
const keySchema = ({ partition, sort }: { partition: string; sort: string }) => [
  { AttributeName: partition, KeyType: 'HASH' as const },
  { AttributeName: sort, KeyType: 'RANGE' as const },
]

/** What a local engine is told of one table; `infra/aws` builds the same from the same row. */
export function tableDefinition(name: TableName, TableName: string): CreateTableCommandInput {
  const { indexes, stream } = tableOf(name)
  const placed = Object.entries(indexes)
  return {
    TableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [key, ...Object.values(indexes)].flatMap(({ partition, sort }) => [
      string(partition),
      string(sort),
    ]),
    KeySchema: keySchema(key),
    ...(placed.length > 0
      ? {
          GlobalSecondaryIndexes: placed.map(([IndexName, attributes]) => ({
            IndexName,
            KeySchema: keySchema(attributes),
            Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: [...projected] },
          })),
        }
      : {}),
    ...(stream ? { StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' } } : {}),
  }
}

/**
 * Creates the tables that are not there yet and waits until all can be used. Without `streams` they are filled in a quarter of the time,
 * and what fills them starts nothing.
 */
export async function createTables(client: DynamoDBClient, tables: Tables, { streams = true } = {}): Promise<void> {
  await Promise.all(
    tableNames.map(async (name) => {
      const TableName = tables[name]
      const { StreamSpecification, ...definition } = tableDefinition(name, TableName)
      const made = { ...definition, ...(streams && StreamSpecification ? { StreamSpecification } : {}) }
      await client.send(new CreateTableCommand(made)).catch((error: unknown) => {
        if (!(error instanceof ResourceInUseException)) throw error
      })
      await waitUntilTableExists({ client, maxWaitTime: 30, minDelay: 0.02, maxDelay: 1 }, { TableName })
    }),
  )
}

/** From now on the changes of tables made without streams start what they should. */
export async function streamsOn(client: DynamoDBClient, tables: Tables): Promise<void> {
  for (const name of tableNames) {
    const { TableName, StreamSpecification } = tableDefinition(name, tables[name])
    if (StreamSpecification) await client.send(new UpdateTableCommand({ TableName, StreamSpecification }))
  }
}
