import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'

export type Item = Record<string, AttributeValue>

/** The schema of the items written today. */
export const itemSchema = 1

/**
 * An object as DynamoDB keeps it; what is undefined is left out. Strings, numbers, booleans, null, lists and maps are all we
 * write: `marshall`, which knows every type, takes six times as long.
 */
export function toItem(value: object): Item {
  const item: Item = {}
  for (const [name, part] of Object.entries(value) as [string, unknown][])
    if (part !== undefined) item[name] = toAttribute(part)
  return item
}

function toAttribute(value: unknown): AttributeValue {
  if (typeof value === 'string') return { S: value }
  if (value === null) return { NULL: true }
  if (typeof value === 'number' && Number.isFinite(value)) return { N: String(value) }
  if (typeof value === 'boolean') return { BOOL: value }
  if (Array.isArray(value)) return { L: value.map(toAttribute) }
  if (typeof value === 'object') return { M: toItem(value) }
  throw new TypeError(`a ${typeof value} has no place in an item`)
}

/** What `toItem` made an item of. Throws on what we never write. */
export const fromItem = (item: Item): Record<string, unknown> =>
  Object.fromEntries(Object.entries(item).map(([name, attribute]) => [name, fromAttribute(attribute)]))

function fromAttribute({ S, N, BOOL, NULL, L, M }: AttributeValue): unknown {
  if (S !== undefined) return S
  if (N !== undefined) return Number(N)
  if (BOOL !== undefined) return BOOL
  if (NULL) return null
  if (L) return L.map(fromAttribute)
  if (M) return fromItem(M)
  throw new TypeError('an attribute of a type we never write')
}

/** Reads an item into what `schema` says. Throws where it is something else: better loud than half read. */
export const readItem = <T>(schema: z.ZodMiniType<T>, item: Item): T => z.parse(schema, fromItem(item))

/** Reads one attribute, and only that one. */
export const readAttribute = <T>(schema: z.ZodMiniType<T>, item: Item, name: string): T =>
  z.parse(schema, item[name] && fromAttribute(item[name]))

/** The second at which an item is gone, `hours` after an instant. */
export const expiryOf = (at: string, hours: number): number => Math.floor(Date.parse(at) / 1000) + hours * 3600

/** DynamoDB deletes late, and the local engine not at all: what has expired is gone, whether it still lies there or not. */
export const hasExpired = (item: Item, now: string): boolean =>
  item.expiresAt?.N !== undefined && Number(item.expiresAt.N) <= Date.parse(now) / 1000
