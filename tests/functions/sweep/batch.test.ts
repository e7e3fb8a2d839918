import type { DynamoDBRecord } from 'aws-lambda'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { inBatch } from '../../../functions/wiring/batch.ts'

const record = (pk: string, SequenceNumber: string): DynamoDBRecord => ({
  dynamodb: { Keys: { pk: { S: pk } }, SequenceNumber },
})
const batch = ['a1', 'b2', 'a3', 'c4', 'b5', 'a6'].map((name) => record(name.charAt(0), name))
const nameOf = ({ dynamodb }: DynamoDBRecord) => dynamodb?.SequenceNumber ?? ''

test('the changes of one case are followed in order, those of different cases side by side', async () => {
  const taken: string[] = []
  let [running, most] = [0, 0]
  const answer = await inBatch({ Records: batch }, async (one) => {
    most = Math.max(most, ++running)
    // Whoever comes first takes longest.
    await sleep(12 - 2 * batch.indexOf(one))
    running--
    taken.push(nameOf(one))
  })
  expect(answer).toEqual({ batchItemFailures: [] })
  for (const pk of ['a', 'b', 'c']) {
    const own = taken.filter((name) => name.startsWith(pk))
    expect(own).toEqual(own.toSorted())
  }
  expect(taken).toHaveLength(batch.length)
  expect(most).toBe(3)
})

test('of several failures the earliest is named; nothing after it in its own case is touched', async () => {
  const taken: string[] = []
  const answer = await inBatch({ Records: batch }, async (one) => {
    if (['a3', 'b5'].includes(nameOf(one))) throw new Error('refused')
    await sleep(1)
    taken.push(nameOf(one))
  })
  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'a3' }] })
  expect(taken.toSorted()).toEqual(['a1', 'b2', 'c4'])
})
