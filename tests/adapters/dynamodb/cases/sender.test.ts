import { expect, test } from 'vitest'
import { newSender, type SenderRecord } from '../../../../core/channel/sender-record.ts'
import type { UssdSession } from '../../../../core/ports/ussd-sessions.ts'
import { freshCase, freshEngine, itemAt, itemsUnder, now, storesOn, watch } from '../../../support/stored-cases.ts'

const { client } = await freshEngine()
const { cases, senders, ussdSessions } = storesOn(client)
const minutesAgo = (minutes: number) => new Date(Date.parse(now) - minutes * 60_000).toISOString()
const answered = (at: string) => ({ at, reference: '2000000001', outcome: 'opened' })

async function known(fingerprint: string, change: Partial<SenderRecord> = {}): Promise<SenderRecord> {
  const after = { ...newSender(fingerprint, now), ...change }
  expect(await cases.commit({ sender: { before: null, after } })).toBe('done')
  const record = await senders.find([fingerprint])
  if (!record) throw new Error('the sender was not written')
  return record
}

test('intake is two calls: one consistent read of the sender, one transaction of two items', async () => {
  const sent = watch(client)

  const before = await senders.find(['phone-1'])
  await cases.commit({
    open: freshCase('2000000001'),
    sender: { before, after: { ...newSender('phone-1', now), recent: { key: answered(now) } } },
  })

  expect(sent.map(({ name }) => name)).toEqual(['GetItemCommand', 'TransactWriteItemsCommand'])
  expect(sent[0]?.input).toMatchObject({ ConsistentRead: true })
  expect(sent[1]?.input).toHaveProperty('TransactItems.length', 2)
  expect(await senders.find(['phone-1'])).toMatchObject({ version: 1, recent: { key: answered(now) } })
})

test('of a hundred messages decided on the same sender one is written, the others read again', async () => {
  const before = await known('phone-2')

  const results = await Promise.all(
    Array.from({ length: 100 }, (_, at) =>
      cases.commit({
        open: freshCase(String(2_000_000_100 + at)),
        sender: { before, after: { ...before, recent: { [`key-${at}`]: answered(now) } } },
      }),
    ),
  )

  expect(results.filter((result) => result === 'done')).toHaveLength(1)
  expect(results.filter((result) => result === 'conflict')).toHaveLength(99)
  const loaded = await Promise.all(results.map((_, at) => cases.load(String(2_000_000_100 + at))))
  expect(loaded.filter(Boolean)).toHaveLength(1)
})

test('of two first messages of a phone one is written', async () => {
  const after = newSender('phone-3', now)
  const first = { sender: { before: null, after } }

  expect((await Promise.all([cases.commit(first), cases.commit(first)])).sort()).toEqual(['conflict', 'done'])
})

test('a flood keeps the 200 newest messages in the record and finds the others by their key', async () => {
  const recent = Object.fromEntries(Array.from({ length: 203 }, (_, at) => [`key-${at}`, answered(minutesAgo(at))]))
  await known('phone-4', { recent })

  expect(Object.keys((await senders.find(['phone-4']))?.recent ?? {})).toHaveLength(200)
  expect((await senders.find(['phone-4'], 'key-202'))?.recent['key-202']).toEqual(answered(minutesAgo(202)))
  expect((await senders.find(['phone-4'], 'key-5'))?.recent).not.toHaveProperty('key-202')
  expect((await senders.find(['phone-4'], 'never-seen'))?.recent).not.toHaveProperty('never-seen')
  expect(await itemsUnder(client, 'ml#sender#phone-4')).toHaveLength(4)
})

test('what was answered more than 48 h ago is forgotten, whether it still lies there or not', async () => {
  const recent = Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`key-${at}`, answered(minutesAgo(at))]))
  await known('phone-5', { recent: { ...recent, old: answered(minutesAgo(48 * 60 + 1)) } })
  const afterwards = storesOn(client, { now: () => '2027-06-09T09:00:00.000Z' })

  expect(await itemAt(client, 'ml#sender#phone-5', 'recent#old')).toBeUndefined()
  expect(await itemAt(client, 'ml#sender#phone-5', 'recent#key-200')).toBeDefined()
  expect((await senders.find(['phone-5'], 'key-200'))?.recent).toHaveProperty('key-200')
  expect((await afterwards.senders.find(['phone-5'], 'key-200'))?.recent).not.toHaveProperty('key-200')
})

test('a record under an older key generation is found, and moves at the next contact', async () => {
  const before = await known('old-generation', { language: 'bm' })
  expect(await senders.find(['new-generation', 'old-generation'])).toEqual(before)

  await cases.commit({ sender: { before, after: { ...before, fingerprint: 'new-generation' } } })

  expect(await senders.find(['old-generation'])).toBeNull()
  expect(await senders.find(['new-generation', 'old-generation'])).toMatchObject({ language: 'bm', version: 2 })
  expect(await cases.commit({ sender: { before, after: { ...before, fingerprint: 'other' } } })).toBe('conflict')
})

test('of two answers to one USSD hop one is written; the case comes with the session or not at all', async () => {
  const session = (change: Partial<UssdSession> = {}): UssdSession => ({
    id: 'session-1',
    version: 0,
    fingerprint: 'phone-6',
    serviceCode: '*384#',
    reference: null,
    state: { at: 'menu' },
    screen: 'Jaabi',
    end: false,
    hops: [{ length: 0, digest: '' }],
    startedAt: now,
    ...change,
  })
  await cases.commit({ session: { before: null, after: session() } })
  const before = await ussdSessions.find('session-1')
  const opens = (reference: string) => ({
    open: freshCase(reference),
    session: { before, after: session({ reference, end: true }) },
  })

  const results = await Promise.all([cases.commit(opens('2000000301')), cases.commit(opens('2000000302'))])

  expect(results.sort()).toEqual(['conflict', 'done'])
  const after = await ussdSessions.find('session-1')
  expect(after).toMatchObject({ version: 2, end: true, state: { at: 'menu' } })
  const stored = await Promise.all(['2000000301', '2000000302'].map((reference) => cases.load(reference)))
  expect(stored.flatMap((one) => one?.caseFile.reference ?? [])).toEqual([after?.reference])
})

test('a session that has expired is gone though it still lies there, and its id is free again', async () => {
  const after: UssdSession = {
    id: 'session-2',
    version: 0,
    fingerprint: 'phone-7',
    serviceCode: '*384#',
    reference: null,
    state: null,
    screen: 'Jaabi',
    end: false,
    hops: [],
    startedAt: now,
  }
  await cases.commit({ session: { before: null, after } })
  const nextDay = '2027-06-08T09:00:00.000Z'
  const tomorrow = storesOn(client, { now: () => nextDay })

  expect(await cases.commit({ session: { before: null, after } })).toBe('conflict')
  expect(await tomorrow.ussdSessions.find('session-2')).toBeNull()
  expect(await tomorrow.cases.commit({ session: { before: null, after: { ...after, startedAt: nextDay } } })).toBe(
    'done',
  )
  expect(await tomorrow.ussdSessions.find('session-2')).toMatchObject({ startedAt: nextDay })
})
