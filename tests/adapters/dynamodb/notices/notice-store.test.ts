import { PutItemCommand } from '@aws-sdk/client-dynamodb'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readDelivery } from '../../../../adapters/dynamodb/notices/delivery-item.ts'
import { dynamoNoticeStore } from '../../../../adapters/dynamodb/notices/notice-store.ts'
import { toItem } from '../../../../adapters/dynamodb/table/item.ts'
import { addDays, addHours } from '../../../../core/deadlines/calendar.ts'
import type { KnownDelivery } from '../../../../core/notices/gateway.ts'
import type { Notice } from '../../../../core/notices/notice.ts'
import { freshCase, freshEngine, freshNotice, itemAt, now, storesOn, tables } from '../../../support/stored-cases.ts'

const { client } = await freshEngine()
const { cases } = storesOn(client)
let clock = now
const notices = dynamoNoticeStore({
  client,
  tables,
  programme: 'ml',
  random: () => 0,
  unnamed: 'first',
  now: () => clock,
})
const gateway = 'first'

test('a notice written twice stays as it was the first time', async () => {
  const notice = freshNotice('4000000001')
  await notices.create([notice])
  const claimed = { ...notice, state: 'claimed', version: 2, attemptAt: now } as const
  await notices.replace(notice, claimed)

  await notices.create([notice, freshNotice('4000000001', { key: 'another' })])

  expect(await notices.get('4000000001', notice.key)).toEqual({ notice: claimed, sealedTo: null })
  expect(await notices.list('4000000001')).toHaveLength(2)
  expect(await notices.get('4000000001', 'never-written')).toBeNull()
})

test('of two senders one claims a notice', async () => {
  const notice = freshNotice('4000000002')
  await notices.create([notice])
  const claim = () => notices.replace(notice, { ...notice, state: 'claimed', version: 2, attemptAt: now })

  expect((await Promise.all([claim(), claim()])).sort()).toEqual([false, true])
})

test('a reply outside any case keeps its sealed number until it ends, and is due no more then', async () => {
  const notice = freshNotice(null)
  await cases.commit({ notice: { notice, sealedTo: 'sealed-number' } })
  const sent = { ...notice, state: 'sent', version: 2, attemptAt: now } as const
  await notices.replace(notice, sent)

  expect(await notices.get(null, notice.key)).toEqual({ notice: sent, sealedTo: 'sealed-number' })
  await notices.replace(sent, { ...sent, state: 'delivered', version: 3, endedAt: now })

  expect((await notices.get(null, notice.key))?.sealedTo).toBeNull()
  const item = await itemAt(client, `ml#reply#${notice.key}`, 'notice')
  expect(item).not.toHaveProperty('dueKey')
  expect(JSON.stringify(item)).not.toContain('sealed-number')
})

test('a reply that is already written refuses the whole commit', async () => {
  const notice = freshNotice(null, { key: 'reply-once' })
  const commit = { open: freshCase('4000000003'), notice: { notice, sealedTo: null } }
  await cases.commit({ notice: { notice, sealedTo: null } })

  expect(await cases.commit(commit)).toBe('conflict')
  expect(await cases.load('4000000003')).toBeNull()
})

test('deliveries in any order, from either side, end in the furthest state with the notice they belong to', async () => {
  const sides: Partial<Omit<KnownDelivery, 'gateway' | 'gatewayMessageId'>>[] = [
    { state: 'accepted', noticeKey: 'key', reference: '4000000004' },
    { state: 'sent' },
    { state: 'sent' },
    { state: 'delivered', reason: 'DeliveredToTerminal' },
    { noticeKey: 'key', reference: '4000000004' },
  ]
  let message = 0
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(sides, { minLength: sides.length }), async (order) => {
      const gatewayMessageId = `shuffled-${message++}`
      for (const told of order) await notices.joinDelivery({ gateway, gatewayMessageId, ...told })
      expect(await notices.joinDelivery({ gateway, gatewayMessageId })).toEqual({
        gateway,
        gatewayMessageId,
        state: 'delivered',
        reason: 'DeliveredToTerminal',
        noticeKey: 'key',
        reference: '4000000004',
      })
    }),
    { numRuns: 40 },
  )
})

test('the first final delivery stays, at once or one after the other', async () => {
  const gatewayMessageId = 'final'
  const failed = { state: 'failed', reason: 'AbsentSubscriber' } as const
  await notices.joinDelivery({ gateway, gatewayMessageId, ...failed })
  expect(await notices.joinDelivery({ gateway, gatewayMessageId, state: 'delivered' })).toMatchObject(failed)

  const results = await Promise.all([
    notices.joinDelivery({ gateway, gatewayMessageId: 'race', state: 'delivered' }),
    notices.joinDelivery({ gateway, gatewayMessageId: 'race', ...failed }),
  ])
  expect(new Set(results.map(({ state }) => state)).size).toBe(1)
})

test('whoever comes second gets both sides', async () => {
  await notices.joinDelivery({ gateway, gatewayMessageId: 'second', state: 'delivered' })

  const joined = await notices.joinDelivery({
    gateway,
    gatewayMessageId: 'second',
    state: 'accepted',
    noticeKey: 'key',
    reference: null,
  })

  expect(joined).toEqual({
    gateway,
    gatewayMessageId: 'second',
    state: 'delivered',
    reason: null,
    noticeKey: 'key',
    reference: null,
  })
})

test('two gateways may use one id: each SMS has a delivery of its own', async () => {
  const [one, other] = [
    { gateway: 'first', gatewayMessageId: 'same' },
    { gateway: 'second', gatewayMessageId: 'same' },
  ]
  await notices.joinDelivery({ ...one, state: 'accepted', noticeKey: 'one', reference: '4000000006' })
  await notices.joinDelivery({ ...other, state: 'accepted', noticeKey: 'other', reference: '4000000007' })

  expect(await notices.joinDelivery({ ...other, state: 'failed', reason: 'absent' })).toMatchObject({
    noticeKey: 'other',
  })
  expect(await notices.joinDelivery(one)).toMatchObject({ state: 'accepted', noticeKey: 'one' })
})

describe('what gateways say is not kept for ever', () => {
  const inThirtyDays = String(Date.parse(now) / 1000 + 30 * 24 * 3600)
  const goesAt = async (id: string) => (await itemAt(client, `ml#gateway#first#${id}`, 'delivery'))?.expiresAt?.N
  const known = { state: 'accepted', noticeKey: 'key', reference: '4000000009' } as const

  test('thirty days from its first word on, whoever says it first', async () => {
    clock = now
    await notices.joinDelivery({ gateway, gatewayMessageId: 'unknown', state: 'delivered' })
    await notices.joinDelivery({ gateway, gatewayMessageId: 'reply', ...known, reference: null })
    await notices.joinDelivery({ gateway, gatewayMessageId: 'ours', ...known })
    clock = addHours(now, 30)
    await notices.joinDelivery({ gateway, gatewayMessageId: 'unknown', ...known })
    for (const id of ['reply', 'ours'])
      await notices.joinDelivery({ gateway, gatewayMessageId: id, state: 'delivered' })

    for (const id of ['unknown', 'reply', 'ours']) expect(await goesAt(id)).toBe(inThirtyDays)
  })

  test('and goes with the words of its case where these go first', async () => {
    const sent = (attemptAt: string, gatewayMessageId: string): Notice =>
      freshNotice('4000000009', { key: gatewayMessageId, state: 'sent', gateway, gatewayMessageId, attemptAt })
    const own = [sent(now, 'last'), sent(addHours(now, -33 * 24), 'long-ago')]
    await notices.create(own)
    clock = now
    for (const { gatewayMessageId } of own)
      await notices.joinDelivery({ gateway, gatewayMessageId: gatewayMessageId ?? '', ...known })

    await notices.forget('4000000009')
    expect(await goesAt('last')).toBeUndefined()
    // That one the table itself lets go of.
    expect(await goesAt('long-ago')).toBe(inThirtyDays)
    expect(await notices.list('4000000009')).toHaveLength(2)
  })
})

describe('what was stored before an SMS was known by gateway and id', () => {
  const stored = (gatewayMessageId: string, rest: Record<string, unknown> = {}) => ({
    pk: `ml#gateway#${gatewayMessageId}`,
    sk: 'report',
    is: 'report',
    schema: 1,
    gatewayMessageId,
    state: 'accepted',
    rank: 0,
    noticeKey: 'old',
    reference: '4000000008',
    ...rest,
  })
  const keep = (item: object) => client.send(new PutItemCommand({ TableName: tables.cases, Item: toItem(item) }))

  test('is found by the one gateway there was, and keeps its notice', async () => {
    await keep(stored('old-1'))
    const delivered = { gateway: 'first', gatewayMessageId: 'old-1', state: 'delivered', reason: null } as const

    const known = { ...delivered, noticeKey: 'old', reference: '4000000008' }
    expect(await notices.joinDelivery(delivered)).toEqual(known)
    expect(await notices.joinDelivery({ ...delivered, state: 'sent' })).toEqual(known)
  })

  test('is nobody else’s', async () => {
    await keep(stored('old-2'))
    const told = { gateway: 'second', gatewayMessageId: 'old-2', state: 'delivered' } as const
    expect(await notices.joinDelivery(told)).toMatchObject({ noticeKey: null })
  })

  test('goes only forward too', async () => {
    await keep(stored('old-3', { state: 'sent', rank: 1 }))
    const told = { gateway: 'first', gatewayMessageId: 'old-3', noticeKey: null }
    expect(await notices.joinDelivery(told)).toMatchObject({ state: 'sent', noticeKey: 'old' })
  })

  test('reads as it stands, without a gateway', () => {
    expect(readDelivery(toItem(stored('old-4')))).toEqual({
      gateway: null,
      gatewayMessageId: 'old-4',
      state: 'accepted',
      reason: null,
      noticeKey: 'old',
      reference: '4000000008',
    })
  })
})

test('one send to a recipient may be undecided at a time', async () => {
  const first = { noticeKey: 'first', reference: null }
  const held = async (...told: Parameters<typeof notices.setUndecided>) => (await notices.setUndecided(...told)).held
  expect(await held('phone', first, null)).toBe(true)
  expect(await held('phone', first, null)).toBe(true)
  expect(await held('phone', { noticeKey: 'second', reference: '4000000005' }, null)).toBe(false)
  expect(await notices.undecided('phone')).toEqual(first)

  expect(await held('phone', null, 'second')).toBe(false)
  expect(await held('phone', null, 'first')).toBe(true)
  expect(await notices.undecided('phone')).toBeNull()
  expect(await held('phone', { noticeKey: 'second', reference: '4000000005' }, null)).toBe(true)
  expect(await held('phone', first, 'second')).toBe(true)
})

test('what left for a recipient is counted by its day, and what did not leave is taken back', async () => {
  onTestFinished(() => {
    clock = now
  })
  const sent = async (key: string, left?: boolean) => {
    const { today } = await notices.setUndecided('counted', { noticeKey: key, reference: null }, null)
    await notices.setUndecided('counted', null, key, left)
    return today
  }
  expect([await sent('one'), await sent('two'), await sent('three', false), await sent('four')]).toEqual([1, 2, 3, 3])
  clock = addDays(now, 1)
  expect(await sent('five')).toBe(1)
  clock = addDays(now, 3)
  expect([await sent('six'), await sent('seven')]).toEqual([1, 2])
})
