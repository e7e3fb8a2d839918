import { randomInt, randomUUID } from 'node:crypto'
import {
  type AttributeValue,
  type DynamoDBClient,
  GetItemCommand,
  paginateScan,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb'
import { Hono } from 'hono'
import { build as inboundSms } from '../../functions/inbound-sms.ts'
import { tables } from '../../infra/local/tables.ts'
import { benchEngine } from './engine.ts'
import { formOf, phoneOf, smsFields, smsPath } from './callbacks.ts'
import { benchServices } from './services.ts'
import { texts } from './texts.ts'

type Item = Record<string, AttributeValue>

/** The two items our own intake writes for one message, as they lie in the table. */
export interface Pair {
  sender: Item
  case: Item
}

/** One pair per text, made by our own function on an engine of its own: what the bare handler writes is ours to the byte, indexes included. */
export async function samplePairs(): Promise<Pair[]> {
  const engine = await benchEngine({ file: false, stream: false })
  const { client, keyFile } = engine
  const app = inboundSms(benchServices({ client, keyFile, nowAt: () => new Date().toISOString() }))
  const references: string[] = []
  for (const [n, text] of texts.entries())
    references.push(await (await app.request(smsPath, formOf(smsFields(phoneOf(n), text, `sample-${n}`)))).text())
  const items: Item[] = []
  for await (const { Items } of paginateScan({ client }, { TableName: tables.cases })) items.push(...(Items ?? []))
  await engine.stop()
  return references.map((reference) => ({
    sender: found(items, 'sender', reference),
    case: found(items, 'case', reference),
  }))
}

function found(items: readonly Item[], is: string, reference: string): Item {
  const item = items.find((one) => one['is']?.S === is && JSON.stringify(one).includes(reference))
  if (!item) throw new Error(`no ${is} item of a sample`)
  return item
}

/** `2027-06-07T09:00:00.000Z#4829137996` with another reference. */
const resorted = (sort: AttributeValue | undefined, reference: string) =>
  sort?.S === undefined ? {} : { S: `${sort.S.slice(0, sort.S.indexOf('#'))}#${reference}` }

const sortKeys = ['ownerSort', 'regionSort', 'dueSort'] as const

/**
 * What accepting an SMS durably costs at least: read the form, one consistent GetItem, one transaction of two conditional puts.
 * The items are ready made; only their keys change. The client is configured exactly as the product's.
 */
export function bareIntake(client: DynamoDBClient, pairs: readonly Pair[]): Hono {
  const app = new Hono()
  const TableName = tables.cases
  let n = 0
  app.post('/sms', async (c) => {
    const fields = new URLSearchParams(await c.req.text())
    const pair = pairs[n++ % pairs.length]
    if (!pair || !fields.get('text')) return c.text('', 400)
    const Key = { pk: { S: `ml#sender#${fields.get('from') ?? ''}` }, sk: { S: 'sender' } }
    const { Item } = await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }))
    if (Item) return c.text('known')
    const reference = String(randomInt(1e11, 1e12))
    const moved = sortKeys.filter((name) => pair.case[name]).map((name) => [name, resorted(pair.case[name], reference)])
    const condition = { ConditionExpression: 'attribute_not_exists(pk)' }
    const opened = { ...pair.case, ...(Object.fromEntries(moved) as Item), pk: { S: `ml#case#${reference}` } }
    const puts = [{ ...pair.sender, ...Key }, opened]
    await client.send(
      new TransactWriteItemsCommand({
        TransactItems: puts.map((item) => ({ Put: { TableName, Item: item, ...condition } })),
        ClientRequestToken: randomUUID(),
      }),
    )
    return c.text(reference)
  })
  return app
}
