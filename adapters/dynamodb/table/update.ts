import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { toItem } from './item.ts'

/** One change to one attribute, by its path. */
export type Change =
  | { path: readonly string[]; set: unknown }
  | { path: readonly string[]; append: readonly unknown[] }
  | { remove: readonly string[] }

/** The part of an update request that the changes make. */
export interface Expressions {
  UpdateExpression: string
  ConditionExpression: string
  ExpressionAttributeNames: Record<string, string>
  ExpressionAttributeValues: Record<string, AttributeValue>
}

/**
 * Changes on condition that the item still has `version`. Every name goes through a placeholder, since DynamoDB reserves
 * hundreds of words (`row` is one).
 */
export function updateOf(version: number, changes: readonly Change[]): Expressions {
  const names: Record<string, string> = { '#version': 'version' }
  const values: Record<string, unknown> = { ':version': version }
  const sets: string[] = []
  const removes: string[] = []
  const named = (path: readonly string[]): string => path.map((part) => name(part)).join('.')
  const name = (part: string): string => {
    names[`#${part}`] = part
    return `#${part}`
  }
  const valued = (value: unknown): string => {
    const placeholder = `:v${sets.length}`
    values[placeholder] = value
    return placeholder
  }
  for (const change of changes) {
    if ('remove' in change) removes.push(named(change.remove))
    else {
      const path = named(change.path)
      sets.push(
        'append' in change
          ? `${path} = list_append(${path}, ${valued(change.append)})`
          : `${path} = ${valued(change.set)}`,
      )
    }
  }
  return {
    UpdateExpression: [
      sets.length ? `SET ${sets.join(', ')}` : '',
      removes.length ? `REMOVE ${removes.join(', ')}` : '',
    ]
      .join(' ')
      .trim(),
    ConditionExpression: '#version = :version',
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: toItem(values),
  }
}

/** `SET` for plain attributes, with their placeholders. */
export function assignments(attributes: Record<string, unknown>) {
  const entries = Object.entries(attributes)
  return {
    expression: `SET ${entries.map(([name]) => `#${name} = :${name}`).join(', ')}`,
    names: Object.fromEntries(entries.map(([name]) => [`#${name}`, name])),
    values: Object.fromEntries(entries.map(([name, value]) => [`:${name}`, value])),
  }
}
