import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { afterEach, expect, test } from 'vitest'
import { dynamoClient } from '../../../../adapters/dynamodb/table/dynamo-client.ts'
import { dynamoNoticeStore } from '../../../../adapters/dynamodb/notices/notice-store.ts'
import { newSender } from '../../../../core/channel/sender-record.ts'
import { entry } from '../../../../core/case/history.ts'
import { patience } from '../../../../infra/local/patience.ts'
import {
  type Fault,
  type FaultPlan,
  programmedFaults,
  startFaultProxy,
} from '../../../../infra/local/stand-ins/fault-proxy.ts'
import { freshCase, freshEngine, freshNotice, now, storesOn, tables } from '../../../support/stored-cases.ts'

const { client, endpoint } = await freshEngine()
const { cases } = storesOn(client)
const by = { role: 'focal-point', person: 'p1' } as const
let drawn = 5_000_000_000
const reference = () => String(drawn++)

const toClose: (() => unknown)[] = []
afterEach(async () => {
  await Promise.all(toClose.splice(0).map((close) => close()))
})

/** Waits for a busy machine as long as it takes, unless told when to give up. */
async function through(plan: FaultPlan | Fault[], waits: { commitMs: number } = patience) {
  const faults = Array.isArray(plan)
    ? programmedFaults({ PutItem: plan, UpdateItem: plan, TransactWriteItems: plan })
    : plan
  const proxy = await startFaultProxy({ target: endpoint, plan: faults })
  const faulty = dynamoClient({ endpoint: proxy.endpoint, requestMs: patience.requestMs })
  toClose.push(proxy.stop, () => {
    faulty.destroy()
  })
  return { proxy, faulty, cases: storesOn(faulty, { commitMs: waits.commitMs }).cases }
}

/** A case alone, and a case with its sender: one plain write, and one transaction. */
const ways = {
  alone: (number: string) => ({ open: freshCase(number) }),
  'with its sender': (number: string) => ({
    open: freshCase(number),
    sender: { before: null, after: newSender(number, now) },
  }),
}
const each = Object.keys(ways) as (keyof typeof ways)[]
const faults = ['transaction-conflict', 'throttling', 'drop-request', 'drop-reply', { latencyMs: 50 }] as const

test.each(each.flatMap((way) => faults.map((fault) => [way, fault] as const)))(
  'a case %s is written once through %j',
  async (way, fault) => {
    const { cases: faulty } = await through([fault])
    const number = reference()

    expect(await faulty.commit(ways[way](number))).toBe('done')
    expect((await cases.load(number))?.caseFile.version).toBe(1)
  },
)

test.each(each)(
  'a case %s that always meets another transaction is a conflict, and nothing is written',
  async (way) => {
    const { cases: faulty, proxy } = await through(() => 'transaction-conflict')
    const number = reference()

    expect(await faulty.commit(ways[way](number))).toBe('conflict')
    expect(proxy.seen).toHaveLength(3)
    expect(await cases.load(number)).toBeNull()
  },
)

test('without end, it gives up though nothing ever answers, and after three calls at most', async () => {
  const endless = ['throttling', 'throughput-exceeded', 'drop-request', 'no-answer'] as const
  const result = async (fault: Fault, waits?: { commitMs: number }) => {
    const { cases: faulty, proxy } = await through(() => fault, waits)
    const [outcome] = await Promise.allSettled([faulty.commit(ways['with its sender'](reference()))])
    expect(proxy.seen.length).toBeLessThanOrEqual(3)
    return outcome
  }
  const running = result('transaction-in-progress')

  const outcomes = await Promise.all(endless.map((fault) => result(fault, { commitMs: 2_000 })))

  expect(outcomes.map(({ status }) => status)).toEqual(endless.map(() => 'rejected'))
  // Somebody is just writing it, perhaps we ourselves: never a duplicate, but a reason to read again.
  expect(await running).toEqual({ status: 'fulfilled', value: 'conflict' })
})

test.each([
  [2, 'done'],
  [3, 'TransactionCanceledException'],
])('a transaction cancelled %i times for want of capacity: %s', async (times, outcome) => {
  const throttled = dynamoClient({ endpoint, requestMs: patience.requestMs })
  toClose.push(() => {
    throttled.destroy()
  })
  let left = times
  throttled.middlewareStack.add(
    (next) => (args) => {
      if (left-- <= 0) return next(args)
      const CancellationReasons = [{ Code: 'None' }, { Code: 'ThrottlingError' }]
      throw new TransactionCanceledException({ message: '', $metadata: {}, CancellationReasons })
    },
    { step: 'initialize' },
  )

  const commit = storesOn(throttled).cases.commit(ways['with its sender'](reference()))

  expect(await commit.catch((error: unknown) => (error instanceof Error ? error.name : ''))).toBe(outcome)
})

test('an addition whose acknowledgement was lost is found done, and stands once', async () => {
  const number = reference()
  const open = freshCase(number)
  await cases.commit({ open })
  const { cases: faulty } = await through(['drop-reply'])

  const append = { before: open.caseFile, entries: [entry('noted', now, by, {}, 'request-1')] }
  expect(await faulty.commit({ append: [append] })).toBe('done')

  expect((await cases.load(number))?.caseFile.history).toHaveLength(2)
})

test('a commit repeated from above after it was written is a conflict: it reads again and finds itself', async () => {
  const commit = ways['with its sender'](reference())
  expect(await cases.commit(commit)).toBe('done')

  expect(await cases.commit(commit)).toBe('conflict')
})

test('a claim whose acknowledgement was lost is still ours: the SMS goes out', async () => {
  const { faulty } = await through(['drop-reply'])
  const notices = dynamoNoticeStore({
    client: faulty,
    tables,
    programme: 'ml',
    random: () => 0,
    unnamed: null,
    now: () => now,
  })
  const notice = freshNotice(reference())
  await dynamoNoticeStore({ client, tables, programme: 'ml', random: () => 0, unnamed: null, now: () => now }).create([
    notice,
  ])

  expect(await notices.replace(notice, { ...notice, state: 'claimed', version: 2, attemptAt: now })).toBe(true)
})
