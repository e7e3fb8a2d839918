import { type DynamoDBClient, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb'
import { expect, test } from 'vitest'
import { sweepTtl } from '../../../../infra/local/stream/sweep-ttl.ts'
import { withEngine } from '../../../support/engine.ts'
import { createTable } from '../../../support/create-table.ts'

const { client } = await withEngine((engine) => createTable(engine, 'traffic'))

test('sessions past their time go; those to come, without time, or with one that is no number stay', async () => {
  const now = 1_800_000_000
  const items = {
    past: { N: String(now - 1) },
    'just-now': { N: String(now) },
    'to-come': { N: String(now + 1) },
    'not-a-number': { S: String(now - 1) },
    none: undefined,
  }
  for (const [pk, expires] of Object.entries(items))
    await client.send(
      new PutItemCommand({ TableName: 'traffic', Item: { pk: { S: pk }, ...(expires && { expires }) } }),
    )

  expect(await sweepTtl(client, 'traffic', 'expires', now)).toBe(2)

  const { Items = [] } = await client.send(new ScanCommand({ TableName: 'traffic' }))
  expect(Items.map((item) => item.pk?.S).toSorted()).toEqual(['none', 'not-a-number', 'to-come'])
  expect(await sweepTtl(client, 'traffic', 'expires', now)).toBe(0)
})

test('more sessions than fit one page all go', async () => {
  const filler = { S: 'x'.repeat(60_000) }
  for (let index = 0; index < 40; index++)
    await client.send(
      new PutItemCommand({ TableName: 'traffic', Item: { pk: { S: `old-${index}` }, expires: { N: '1' }, filler } }),
    )

  let [open, most] = [0, 0]
  const counting = async (command: unknown) => {
    most = Math.max(most, ++open)
    return (client.send as (one: unknown) => Promise<unknown>).call(client, command).finally(() => open--)
  }
  const counted = Object.create(client, { send: { value: counting } }) as DynamoDBClient
  expect(await sweepTtl(counted, 'traffic', 'expires', 2)).toBe(40)
  // However many have expired: thousands of calls at once are held in memory.
  expect(most).toBe(16)
})
