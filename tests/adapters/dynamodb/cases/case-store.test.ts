import { expect, test } from 'vitest'
import { complainant, system } from '../../../../core/case/actor.ts'
import { fold } from '../../../../core/case/fold.ts'
import { entry } from '../../../../core/case/history.ts'
import { sealedAfter } from '../../../../core/operations/sealed.ts'
import type { Append } from '../../../../core/ports/cases.ts'
import type { CaseFile } from '../../../../core/case/case-file.ts'
import {
  freshCase,
  freshEngine,
  freshNotice,
  itemAt,
  itemsUnder,
  noticesOn,
  now,
  storesOn,
  watch,
} from '../../../support/stored-cases.ts'

const { client } = await freshEngine()
const { cases, senders, limits, tallies, reads } = storesOn(client)
const later = '2027-06-07T10:00:00.000Z'
const noted = entry('noted', later, { role: 'focal-point', person: 'p1' }, {}, 'request-1')
const assessed = (caseFile: CaseFile, level: 'N1' | 'S2') =>
  entry('assessed', later, { role: 'focal-point', person: 'p1' }, { level, promisedAt: caseFile.promisedAt })

async function opened(reference: string) {
  const stored = freshCase(reference)
  expect(await cases.commit({ open: stored })).toBe('done')
  return stored
}
const dump = async (reference: string) => JSON.stringify(await itemsUnder(client, `ml#case#${reference}`))

test('a case that was opened reads back as it was, folded from its history', async () => {
  const stored = await opened('1000000001')

  expect(await cases.load('1000000001')).toEqual(stored)
  expect(await cases.load('1000000002')).toBeNull()
})

test('a case comes with its notices in one call, and without what else lies beside it', async () => {
  const stored = await opened('1000000050')
  const notices = ['b', 'a'].map((key) => freshNotice('1000000050', { key }))
  await noticesOn(client).create(notices)
  await reads.record('1000000050', { at: now, person: 'p1', role: 'integrity', what: 'case' })
  const sent = watch(client)

  expect(await cases.loadTold('1000000050')).toEqual({ ...stored, notices: notices.toReversed() })
  expect(sent).toHaveLength(1)
  expect(await cases.loadTold('1000000002')).toBeNull()
})

test('what was added to the sealed parts is known without reading them again', async () => {
  const { caseFile, sealed } = await opened('1000000051')
  const adds: Partial<Append>[] = [
    { sealed: { words: { 1: 'one', 2: 'two' } } },
    { sealed: { contact: 'another' } },
    { drop: 1 },
    { sealed: { words: { 4: 'four' } }, erase: 'contact' },
    { sealed: { words: { 5: 'five' } }, erase: 'words' },
    { sealed: { scope: 'protection', replace: true, contact: 'P', words: { 0: 'P-0' } } },
    { sealed: { words: { 7: 'seven' } } },
    { erase: 'all' },
  ]
  let before = { caseFile, sealed }
  for (const add of adds) {
    const append = { before: before.caseFile, entries: [noted], ...add }
    expect(await cases.commit({ append: [append] })).toBe('done')
    const after = { caseFile: fold(before.caseFile, noted), sealed: sealedAfter(before.sealed, append) }
    expect(await cases.load('1000000051'), JSON.stringify(add)).toEqual(after)
    before = after
  }
})

test('another programme does not see it', async () => {
  await opened('1000000003')

  expect(await storesOn(client, { programme: 'ml-exercice' }).cases.load('1000000003')).toBeNull()
})

test('what happens to a case is added to its history, its words and its place in the indexes', async () => {
  const { caseFile } = await opened('1000000004')

  await cases.commit({
    append: [
      {
        before: caseFile,
        entries: [entry('message-added', later, complainant, { channel: 'sms' }), assessed(caseFile, 'N1')],
        sealed: { words: { 1: 'more-words' } },
      },
    ],
  })

  const stored = await cases.load('1000000004')
  expect(stored?.caseFile).toMatchObject({ version: 3, status: 'assessed', level: 'N1', lastAt: later })
  expect(stored?.sealed.words).toEqual({ 0: 'words-of-1000000004', 1: 'more-words' })
  const { rows } = await cases.queue('owner', 'N', 'focal-point', { after: null, limit: 50 })
  expect(rows.find(({ reference }) => reference === '1000000004')).toMatchObject({ level: 'N1', nextAction: 'assign' })
})

test('no request ever writes a history anew: it grows by list_append on condition of the version', async () => {
  const sent = watch(client)
  let caseFile = (await opened('1000000005')).caseFile
  for (const what of [noted, assessed(caseFile, 'N1'), noted]) {
    await cases.commit({ append: [{ before: caseFile, entries: [what], sealed: { words: { 9: 'x' } } }] })
    caseFile = (await cases.load('1000000005'))?.caseFile ?? caseFile
  }
  await cases.commit({ append: [{ before: caseFile, entries: [noted], erase: 'all' }], message: message('m-5') })

  const texts = sent.map(({ input }) => JSON.stringify(input)).filter((text) => text.includes('UpdateExpression'))
  expect(texts).toHaveLength(4)
  for (const text of texts) {
    expect(text.match(/#history = [^,]*,/g)).toEqual(['#history = list_append(#history,'])
    expect(text).toContain('"ConditionExpression":"#version = :version"')
  }
  expect((await cases.load('1000000005'))?.caseFile.history).toHaveLength(5)
})

test('of two writers on one version one is told to read again', async () => {
  const { caseFile } = await opened('1000000006')
  const append = { append: [{ before: caseFile, entries: [noted] }] }

  const results = await Promise.all([cases.commit(append), cases.commit(append)])

  expect(results.sort()).toEqual(['conflict', 'done'])
  expect((await cases.load('1000000006'))?.caseFile.version).toBe(2)
})

test('a reference that is taken asks for another, and touches neither case nor sender', async () => {
  const first = await opened('1000000007')

  expect(await cases.commit({ open: freshCase('1000000007') })).toBe('reference-taken')
  expect(await cases.commit({ open: freshCase('1000000007'), message: message('m-7') })).toBe('reference-taken')
  expect(await senders.message('m-7')).toBeNull()
  expect(await cases.load('1000000007')).toEqual(first)
})

test('a message that is known is a conflict, even where the reference is taken too', async () => {
  await cases.commit({ open: freshCase('1000000008'), message: message('m-8', '1000000008') })

  expect(await cases.commit({ open: freshCase('1000000009'), message: message('m-8') })).toBe('conflict')
  expect(await cases.commit({ open: freshCase('1000000008'), message: message('m-8') })).toBe('conflict')
  expect(await senders.message('m-8')).toEqual({ key: 'm-8', reference: '1000000008' })
  expect(await cases.load('1000000009')).toBeNull()
})

test('words too long for the case lie beside it and come back with it', async () => {
  const long = 'é'.repeat(40_000)
  const stored = freshCase('1000000010')
  await cases.commit({ open: { ...stored, sealed: { ...stored.sealed, words: { 0: long } } } })
  await cases.commit({ append: [{ before: stored.caseFile, entries: [noted], sealed: { words: { 1: `${long}!` } } }] })

  expect((await cases.load('1000000010'))?.sealed.words).toEqual({ 0: long, 1: `${long}!` })
  expect(JSON.stringify(await itemAt(client, 'ml#case#1000000010')).length).toBeLessThan(10_000)
})

test.each([
  ['contact', { contact: null, words: { 0: 'words-of-1000000011', 1: 'l'.repeat(40_000) } }, 2],
  ['words', { contact: 'contact-of-1000000012', words: {} }, 1],
  ['all', { contact: null, words: {} }, 1],
] as const)('erasing the %s leaves nothing of it anywhere', async (part, left, items) => {
  const reference = { contact: '1000000011', words: '1000000012', all: '1000000013' }[part]
  const { caseFile } = await opened(reference)
  const long = { words: { 1: 'l'.repeat(40_000) } }
  await cases.commit({ append: [{ before: caseFile, entries: [noted], sealed: long }] })
  const before = (await cases.load(reference))?.caseFile ?? caseFile
  const erased = entry('erased', later, system, { part })

  expect(await cases.commit({ append: [{ before, entries: [erased], erase: part }] })).toBe('done')

  expect((await cases.load(reference))?.sealed).toEqual({ scope: 'general', ...left })
  expect(await itemsUnder(client, `ml#case#${reference}`)).toHaveLength(items)
})

test('raising a case to S2 seals all anew and leaves no old ciphertext under its key', async () => {
  const { caseFile } = await opened('1000000014')
  const sealed = { words: { 1: 'l'.repeat(40_000), 2: 'm'.repeat(40_000) } }
  await cases.commit({ append: [{ before: caseFile, entries: [noted, noted], sealed }] })
  const before = (await cases.load('1000000014'))?.caseFile ?? caseFile
  const anew = { contact: 'P-contact', words: { 0: 'P-0', 1: 'P'.repeat(40_000), 2: 'P-2' } }

  await cases.commit({
    append: [{ before, entries: [assessed(before, 'S2')], sealed: { scope: 'protection', replace: true, ...anew } }],
  })

  const text = await dump('1000000014')
  expect(text).not.toMatch(/words-of|contact-of|l{9}|m{9}/)
  expect((await cases.load('1000000014'))?.sealed).toEqual({ scope: 'protection', ...anew })
  expect(await itemsUnder(client, 'ml#case#1000000014')).toHaveLength(2)
})

test('a case with nothing due any more is in no index', async () => {
  const { caseFile } = await opened('1000000015')
  const closed = entry('closed', later, system, { how: 'dismissed' })
  const erased = entry('erased', later, system, { part: 'all' })
  await cases.commit({ append: [{ before: caseFile, entries: [closed, erased], erase: 'all' }] })

  const item = await itemAt(client, 'ml#case#1000000015')
  expect(Object.keys(item ?? {}).sort()).toEqual(['history', 'is', 'pk', 'schema', 'sealed', 'sk', 'token', 'version'])
})

test('who opened a case or saw a number is kept apart: the version does not move, a repeat writes nothing new', async () => {
  const { caseFile } = await opened('1000000016')
  const read = { at: now, person: 'p1', role: 'protection', what: 'contact' } as const

  await Promise.all([reads.record('1000000016', read), reads.record('1000000016', read)])
  await reads.record('1000000016', { ...read, at: '2027-06-07T09:30:00.000Z', person: 'p2', what: 'case' })

  expect(await itemsUnder(client, 'ml#case#1000000016')).toHaveLength(3)
  expect((await reads.list('1000000016', 10)).map(({ person, what }) => [person, what])).toEqual([
    ['p2', 'case'],
    ['p1', 'contact'],
  ])
  expect(await reads.list('1000000016', 1)).toHaveLength(1)
  expect((await cases.load('1000000016'))?.caseFile.version).toBe(caseFile.version)
})

test('wrong tries count by the hour, other events by the day', async () => {
  const hourAt = '2027-06-07T09:00:00.000Z'
  const counted = await Promise.all(Array.from({ length: 10 }, () => limits.count('who', hourAt)))
  expect(counted.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  expect(await limits.count('who', hourAt, -1)).toBe(9)
  expect(await limits.count('who', '2027-06-07T10:00:00.000Z')).toBe(1)
  await Promise.all([tallies.count('key-4', '2027-06-07'), tallies.count('key-4', '2027-06-07')])
  expect(await itemAt(client, 'ml#count#2027-06-07', 'key-4')).toMatchObject({ total: { N: '2' } })
})

test('a fresh case stays small', async () => {
  await opened('1000000017')

  // One write unit is 1 KB; the sealed parts come on top.
  expect(JSON.stringify(await itemAt(client, 'ml#case#1000000017')).length).toBeLessThan(3_000)
})

function message(key: string, reference = '1000000000') {
  return { key, reference }
}
