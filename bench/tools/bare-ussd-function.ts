import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'

/** The least a function can do before its first reply: one GetItem. Bundled and started as ours are, it is what their cold start is weighed against. */
const client = new DynamoDBClient({})

export const handler = async () => {
  const Key = { pk: { S: 'ml#ussd#bare' }, sk: { S: 'session' } }
  const { Item } = await client.send(new GetItemCommand({ TableName: process.env['TRAFFIC_TABLE'], Key }))
  return { statusCode: 200, headers: { 'content-type': 'text/plain' }, body: Item ? 'END' : 'CON' }
}
