import {
  CreateTableCommand,
  ResourceInUseException,
  waitUntilTableExists,
  type CreateTableCommandInput,
  type DynamoDBClient,
} from '@aws-sdk/client-dynamodb'

/** Names of the two tables: what is kept, and what passes (sessions, limits). */
export interface Tables {
  cases: string
  traffic: string
}

/** Both tables have the same string keys. */
export const key = { partition: 'pk', sort: 'sk' } as const

/** Three sparse indexes on the cases table. An item is in one as long as it has both attributes. */
export const indexes = {
  owner: { partition: 'ownerKey', sort: 'ownerSort' },
  region: { partition: 'regionKey', sort: 'regionSort' },
  due: { partition: 'dueKey', sort: 'dueSort' },
} as const
export type IndexName = keyof typeof indexes

/** All that the indexes repeat beside the keys. */
export const projected = ['row'] as const

/** Epoch seconds after which an item may be deleted; read as gone from that second on. On either table, only items that carry it. */
export const timeToLive = 'expiresAt'

/** The kind of item, in every item: the stream filters on it. */
export const kindAttribute = 'is'

const string = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' as const })
const keySchema = ({ partition, sort }: { partition: string; sort: string }) => [
  { AttributeName: partition, KeyType: 'HASH' as const },
  { AttributeName: sort, KeyType: 'RANGE' as const },
]

/** What a local engine is told; `infra/aws` builds the same from the constants above. */
export function tableDefinitions(names: Tables): CreateTableCommandInput[] {
  return [
    {
      TableName: names.cases,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [key, ...Object.values(indexes)].flatMap(({ partition, sort }) => [
        string(partition),
        string(sort),
      ]),
      KeySchema: keySchema(key),
      GlobalSecondaryIndexes: Object.entries(indexes).map(([IndexName, attributes]) => ({
        IndexName,
        KeySchema: keySchema(attributes),
        Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: [...projected] },
      })),
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
    },
    {
      TableName: names.traffic,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [string(key.partition), string(key.sort)],
      KeySchema: keySchema(key),
    },
  ]
}

/** Creates the tables that are not there yet and waits until both can be used. */
export async function createTables(client: DynamoDBClient, names: Tables): Promise<void> {
  await Promise.all(
    tableDefinitions(names).map(async (definition) => {
      await client.send(new CreateTableCommand(definition)).catch((error: unknown) => {
        if (!(error instanceof ResourceInUseException)) throw error
      })
      await waitUntilTableExists(
        { client, maxWaitTime: 30, minDelay: 0.02, maxDelay: 1 },
        { TableName: definition.TableName },
      )
    }),
  )
}
