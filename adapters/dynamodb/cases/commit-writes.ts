import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  PutItemCommand,
  TransactionCanceledException,
  TransactionConflictException,
  TransactionInProgressException,
  TransactWriteItemsCommand,
  UpdateItemCommand,
  type DynamoDBClient,
  type TransactWriteItem,
} from '@aws-sdk/client-dynamodb'
import type { CommitResult } from '../../../core/ports/cases.ts'
import type { CommitOptions } from '../table/access.ts'
import type { Item } from '../table/item.ts'

/** One conditional write and what it means when its condition does not hold. */
export interface Write {
  item: TransactWriteItem
  refused: Exclude<CommitResult, 'done'>
}

/** Written into every case and notice: who finds it there again knows that his own write has arrived. */
export const newToken = (): string => randomBytes(12).toString('base64url')
export const hasToken = (item: Item | undefined, token: string): boolean => item?.token?.S === token

const tries = 3
const usualMs = 2_000
const throttled = ['ThrottlingError', 'ProvisionedThroughputExceeded']

/**
 * Writes all or nothing: one plain write, or one transaction. An acknowledgement lost after the commit makes the SDK repeat
 * the call. DynamoDB knows the transaction's token; a single write, and an engine that forgets tokens when it restarts, refuse
 * the repeat, and then `token` found in a refused item says that it was ours: `done`. Where somebody has already written over it, the answer is
 * `conflict`, the operation reads again and finds what it wrote.
 *
 * `busy`: somebody else's transaction holds one of the items, and still did at the last try.
 *
 * Throws when throttled through all tries, or when nobody knows whether it was written within `commitMs`.
 */
export async function commitWrites(
  client: DynamoDBClient,
  writes: readonly Write[],
  token: string,
  { random, commitMs = usualMs }: Pick<CommitOptions, 'random' | 'commitMs'>,
): Promise<CommitResult | 'busy'> {
  const send = sending(client, writes)
  const abortSignal = AbortSignal.timeout(commitMs)
  for (let attempt = 1; ; attempt++) {
    try {
      await send(abortSignal)
      return 'done'
    } catch (error) {
      const verdict = judge(error, writes, token)
      if (verdict === 'unknown') throw error
      if (verdict === 'throttled' || verdict === 'busy') {
        if (attempt < tries) {
          await sleep((20 << attempt) * (0.5 + random()))
          continue
        }
        if (verdict === 'throttled') throw error
      }
      return verdict
    }
  }
}

function sending(client: DynamoDBClient, writes: readonly Write[]): (abortSignal: AbortSignal) => Promise<unknown> {
  const [only] = writes
  if (writes.length > 1 || !only) {
    const TransactItems = writes.map(({ item }) => item)
    return (abortSignal) =>
      client.send(new TransactWriteItemsCommand({ TransactItems, ClientRequestToken: randomUUID() }), { abortSignal })
  }
  const { Put, Update, Delete } = only.item
  if (Put) return (abortSignal) => client.send(new PutItemCommand(Put), { abortSignal })
  if (Update) return (abortSignal) => client.send(new UpdateItemCommand(Update), { abortSignal })
  if (Delete) return (abortSignal) => client.send(new DeleteItemCommand(Delete), { abortSignal })
  throw new TypeError('a write is a put, an update or a delete')
}

type Verdict = CommitResult | 'busy' | 'throttled' | 'unknown'

function judge(error: unknown, writes: readonly Write[], token: string): Verdict {
  if (error instanceof ConditionalCheckFailedException) return refusal([{ write: writes[0], Item: error.Item }], token)
  if (error instanceof TransactionConflictException) return 'busy'
  // The SDK has waited and tried again by itself.
  if (error instanceof TransactionInProgressException) return 'conflict'
  if (!(error instanceof TransactionCanceledException)) return 'unknown'
  const reasons = (error.CancellationReasons ?? []).map((reason, index) => ({ ...reason, write: writes[index] }))
  const refused = reasons.filter(({ Code }) => Code === 'ConditionalCheckFailed')
  if (refused.length > 0) return refusal(refused, token)
  if (reasons.some(({ Code }) => Code === 'TransactionConflict')) return 'busy'
  return reasons.some(({ Code }) => throttled.includes(Code ?? '')) ? 'throttled' : 'unknown'
}

/** A new reference helps only where it was all that was wrong. */
function refusal(
  refused: readonly { write: Write | undefined; Item?: Item | undefined }[],
  token: string,
): CommitResult {
  if (refused.some(({ Item }) => hasToken(Item, token))) return 'done'
  return refused.every(({ write }) => write?.refused === 'reference-taken') ? 'reference-taken' : 'conflict'
}
