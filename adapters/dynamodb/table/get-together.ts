import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'
import { type Item, toItem } from './item.ts'
import { itemsAt } from './items-at.ts'
import { canBe, type Key } from './layout.ts'

const idOf = (pk = '', sk = ''): string => `${pk} ${sk}`

async function one(client: DynamoDBClient, TableName: string, key: Key, sure: boolean): Promise<Item | null> {
  const { Item } = await client.send(new GetItemCommand({ TableName, Key: toItem(key), ConsistentRead: sure }))
  return Item ?? null
}

async function read(client: DynamoDBClient, TableName: string, keys: readonly Key[]): Promise<Item[]> {
  const [only] = keys
  if (!only || keys.length > 1) return itemsAt(client, TableName, keys, { consistent: true })
  const item = await one(client, TableName, only, true)
  return item ? [item] : []
}

/**
 * Items as they were last written, null where there is none. Those asked for in one breath, by whomever, are read in one call. Not `sure`: each by
 * itself, perhaps as it was a moment ago.
 */
export function getTogether(
  client: DynamoDBClient,
  TableName: string,
): (key: Key, sure?: boolean) => Promise<Item | null> {
  let asked = new Map<string, Key>()
  let answer: Promise<Map<string, Item>> | null = null

  async function all(): Promise<Map<string, Item>> {
    // Whoever asks in the same breath has asked by then.
    await Promise.resolve()
    const keys = [...asked.values()]
    asked = new Map()
    answer = null
    const items = await read(client, TableName, keys)
    return new Map(items.map((item) => [idOf(item.pk?.S, item.sk?.S), item]))
  }

  return async (key, sure = true) => {
    // It would spoil the call of everybody who asks with it.
    if (!canBe(key)) return null
    if (!sure) return one(client, TableName, key, sure)
    const id = idOf(key.pk, key.sk)
    asked.set(id, key)
    answer ??= all()
    return (await answer).get(id) ?? null
  }
}
