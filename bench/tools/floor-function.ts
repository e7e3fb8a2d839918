import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { Hono } from 'hono'
import * as z from 'zod'
import { httpEntry } from '../../functions/wiring/lambda.ts'

/** The least a function like ours is made of: Hono, zod and the DynamoDB client. Bundled as ours are, it is what they are weighed against. */
const Body = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sms'), text: z.string() }),
  z.object({ kind: z.literal('ussd'), text: z.string() }),
])

function build(): Hono {
  const client = new DynamoDBClient({})
  const app = new Hono()
  app.post('/', async (c) => {
    const { kind, text } = Body.parse(await c.req.json())
    await client.send(new PutItemCommand({ TableName: 'cases', Item: { pk: { S: kind }, text: { S: text } } }))
    return c.text('')
  })
  return app
}

export const handler = httpEntry(build)
