import { expect, test } from 'vitest'
import { dynamoFiguresAudit } from '../../../../adapters/dynamodb/figures/figures-audit.ts'
import { dynamoFiguresStore } from '../../../../adapters/dynamodb/figures/figures-store.ts'
import type { CaseFile } from '../../../../core/case/case-file.ts'
import { caseFileOf } from '../../../../core/case/fold.ts'
import { entry } from '../../../../core/case/history.ts'
import { countCases, type KnownCounts } from '../../../../core/operations/figures/count-cases.ts'
import { recount } from '../../../../core/operations/figures/recount.ts'
import { mali } from '../../../../programme/mali.ts'
import * as cases from '../../../support/case-builder.ts'
import { fieldsIn, readCounters } from '../../../support/read-counters.ts'
import { seeded } from '../../../support/functions/outside.ts'
import { freshEngine, itemAt, storesOn, tables, watch } from '../../../support/stored-cases.ts'

const { client } = await freshEngine()

/** Figures of a programme of its own, so that tests share an engine and nothing else. */
function figuresOf(programme: string) {
  const options = { client, tables, programme, random: () => 0, commitMs: 60_000 }
  const figures = dynamoFiguresStore(options)
  const audit = dynamoFiguresAudit(options)
  const { cases } = storesOn(client, { programme })
  const needs = { figures, audit, programme: { ...mali, id: programme } }
  return {
    ...needs,
    count: (files: readonly CaseFile[]) => countCases(files, needs),
    recounted: (options = {}) => recount(needs, options),
    /** As they lie in the table, for the recount to read. */
    async keep(files: readonly CaseFile[]) {
      const sealed = { scope: 'general', contact: null, words: {} } as const
      for (const caseFile of files) await cases.commit({ open: { caseFile, sealed } })
    },
    counters: () => readCounters(audit),
  }
}
const referenceOf = (at: number): string => String(5_000_000_000 + at)
const renamed = ({ programme, history }: CaseFile, reference: string): CaseFile =>
  caseFileOf(programme, reference, history)
/** Every version a case had, oldest first. */
const versions = ({ programme, reference, history }: CaseFile): CaseFile[] =>
  history.map((_, at) => caseFileOf(programme, reference, history.slice(0, at + 1)))

/** Some life: what staff and people do in any order, and time in between for the sweep. */
function life(random: () => number): CaseFile {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] ?? (from[0] as T)
  const receivedAt = cases.on(pick(['2027-06-07', '2027-06-08', '2027-12-31']))
  let file = cases.opened({ receivedAt, lane: pick(['N', 'N', 'N', 'P', 'S2']), kind: pick(['complaint', 'thanks']) })
  const assess = () =>
    cases.assessed(file, pick(['N0', 'N0', 'N1', 'N1', 'N1', 'N1', 'N2', 'S1', 'S2']), undefined, {
      place: pick([cases.gao, cases.kayes]),
    })
  const wait =
    (...days: number[]) =>
    () =>
      cases.left(file, cases.later(file.lastAt, 24 * pick(days))).caseFile
  const verdict = () =>
    cases.after(
      file,
      entry('satisfied', cases.later(file.lastAt, 1), cases.focalPoint, { score: pick([1, 2, 3] as const) }),
    )
  const dismiss = () =>
    cases.after(file, entry('closed', cases.later(file.lastAt, 1), cases.focalPoint, { how: 'dismissed' }))
  const assign = () => cases.assigned(file, undefined, random() < 0.5)
  const answer = () => cases.answered(file)
  const tell = () => cases.told(file)
  const reopen = () => cases.reopened(file)
  const usual = [assess, assign, wait(1, 16), answer, tell, verdict, wait(1, 40), reopen, answer, dismiss]
  const often = [0.8, 0.8, 0.5, 0.8, 0.8, 0.5, 0.9, 0.2, 0.5, 0.1]
  usual.forEach((act, at) => (file = random() < (often[at] ?? 0) ? act() : file))
  return file
}

test('200 lives, in batches, with records lost and repeated, are counted as a recount counts them', async () => {
  const random = seeded(11)
  const lived = figuresOf('lives')
  const lives = Array.from({ length: 200 }, (_, at) => renamed(life(random), referenceOf(at)))
  await lived.keep(lives)
  const records: CaseFile[] = []
  const pending = lives.map(versions)
  while (pending.length > 0) {
    const at = Math.floor(random() * pending.length)
    const next = pending[at]?.shift()
    // Half of them are lost, as long as another change of the case follows.
    if (next && (random() > 0.5 || pending[at]?.length === 0)) records.push(next)
    if (pending[at]?.length === 0) pending.splice(at, 1)
  }
  const newestOf = (batch: readonly CaseFile[]) => [...new Map(batch.map((one) => [one.reference, one])).values()]
  for (let at = 0; at < records.length; at += 100) {
    await lived.count(newestOf(records.slice(at, at + 100)))
    if (random() < 0.3) await lived.count(newestOf(records.slice(at, at + 30)))
  }

  expect(await lived.recounted()).toEqual({ cases: 200, missed: [], offAgenda: [], differences: [] })
  const there = await lived.counters()
  const fields = fieldsIn(there)
  for (const field of ['rows', 'answeredInTime', 'lateOpen', 'reopened', 'climbed', 'promisesKept', 'loopClosed'])
    expect(fields).toContain(field)
  expect(Math.min(...Object.values(there))).toBeGreaterThan(0)

  await lived.count(newestOf(records.slice(0, 300)))
  expect(await lived.counters()).toEqual(there)
})

test('two readers of one change count it once', async () => {
  const readers = figuresOf('readers')
  const files = Array.from({ length: 20 }, (_, at) => renamed(cases.opened(), referenceOf(at)))
  await readers.keep(files)

  await Promise.all([readers.count(files), readers.count([...files].reverse()), readers.count(files.slice(5, 10))])

  expect((await readers.counters())['region:triage 2027-06 received']).toBe(20)
})

test('thirty-two writers at once count each case once', async () => {
  const crowd = figuresOf('crowd')
  const files = Array.from({ length: 32 }, (_, at) => renamed(cases.opened(), referenceOf(at)))
  // Who comes after twenty were visited together waits beside its case, and is read with it.
  await crowd.keep(files)

  await Promise.all(files.map((file) => crowd.count([file])))

  expect((await crowd.counters())['region:triage 2027-06 received']).toBe(32)
})

test('changes of a few cases wait beside them and are read with the counters; twenty go in together', async () => {
  const few = figuresOf('few')
  const month = { group: 'region:triage', name: '2027-06' }
  const inTable = async () => (await itemAt(client, `few#counter#${month.group}`, month.name))?.received?.N
  const files = Array.from({ length: 20 }, (_, at) => renamed(cases.opened(), referenceOf(at)))
  await few.keep(files)
  for (const file of files.slice(0, 19)) await few.count([file])
  const range = { group: month.group, from: '2027-01', to: '2027-12' }
  const read = async () => {
    const [there = {}] = await few.figures.counters([month])
    const [[ranged] = []] = await few.figures.countersOf([range])
    return [there.received, (await few.figures.counter(month)).received, ranged?.fields.received]
  }
  expect([await inTable(), await few.figures.pending()]).toEqual([undefined, files.slice(0, 19).map(({ reference }) => reference)]) // prettier-ignore
  expect(await read()).toEqual([19, 19, 19])
  expect((await few.recounted()).missed).toEqual([files[19]?.reference])

  for (const file of files.slice(19)) await few.count([file])
  expect([await inTable(), await few.figures.pending()]).toEqual(['20', []])
  expect(await read()).toEqual([20, 20, 20])
  expect(await few.recounted()).toEqual({ cases: 20, missed: [], offAgenda: [], differences: [] })
})

test('whoever read what waits reads it with the counters from then on, and again where it is no longer the same', async () => {
  const [reader, writer] = [figuresOf('read-together'), figuresOf('read-together')]
  const month = { group: 'region:triage', name: '2027-06' }
  const files = Array.from({ length: 20 }, (_, at) => renamed(cases.opened(), referenceOf(at)))
  await writer.keep(files)
  const sent = watch(client)
  const read = async () => {
    sent.splice(0)
    const { received } = await reader.figures.counter(month)
    return [received, sent.filter(({ name }) => name.includes('Get')).length]
  }
  await writer.count(files.slice(0, 3))
  expect(await read()).toEqual([3, 2])
  expect(await read()).toEqual([3, 1])
  await writer.count(files.slice(3, 4))
  expect(await read()).toEqual([4, 2])

  // About to wait, and then it does not: it disturbs nobody, and is one of the twenty.
  await writer.figures.willPend([referenceOf(99)])
  expect((await read())[0]).toBe(4)
  for (const file of files.slice(4)) await writer.count([file])
  expect(await writer.figures.pending()).toEqual([referenceOf(99), referenceOf(19)])
  expect(await read()).toEqual([20, 2])
  expect(await reader.recounted()).toEqual({ cases: 20, missed: [], offAgenda: [], differences: [] })
})

test('what was counted here last is not read again, and where somebody else counted since it is', async () => {
  const here = figuresOf('here')
  const known: KnownCounts = new Map()
  const count = (file: CaseFile) => countCases([file], { ...here, known })
  const assessed = cases.assessed(cases.opened(), 'N1')
  const assigned = cases.assigned(assessed)
  const answered = cases.answered(assigned)
  const [first = assessed] = versions(assessed)
  await here.keep([answered])
  known.set(first.reference, null)
  const sent = watch(client)
  const reads = () => sent.splice(0).filter(({ name }) => name === 'BatchGetItemCommand').length

  await count(first)
  await count(assessed)
  expect(reads()).toBe(0)
  // Another environment, which knows nothing of this one.
  await here.count([assigned])
  reads()
  await count(answered)
  expect(reads()).toBe(1)
  // The stream tells it again, to an environment that believes nothing was ever counted.
  known.set(first.reference, null)
  await count(first)
  expect(known.has(first.reference)).toBe(false)

  expect(await here.recounted()).toEqual({ cases: 1, missed: [], offAgenda: [], differences: [] })
})

test('no transaction is larger than DynamoDB takes, and one region in one month is one counter', async () => {
  const sent = watch(client)
  const large = figuresOf('large')
  const months = Array.from({ length: 90 }, (_, at) => new Date(Date.UTC(2021, at, 1, 9)).toISOString())
  const files = months.map((receivedAt, at) => renamed(cases.opened({ receivedAt }), referenceOf(at)))

  await large.count(files)

  const sizes = sent.flatMap(({ input }) =>
    'TransactItems' in input ? [(input.TransactItems as object[]).length] : [],
  )
  expect(Math.max(...sizes)).toBeLessThanOrEqual(100)
  // One for each of the 90 months, however many fields of it change.
  const counters = JSON.stringify(sent.map(({ input }) => input)).match(
    /#counter#region:triage"\},"sk":\{"S":"\d{4}-\d\d"/g,
  )
  expect(new Set(counters)).toHaveLength(90)
})

test('a counted case is found by month of region and organisation, an S case nowhere', async () => {
  const found = figuresOf('found')
  const ordinary = cases.assigned(
    cases.assessed(cases.opened(), 'N1', undefined, { place: cases.gao, category: 'SAN-MEDIC' }),
  )
  await found.count([renamed(ordinary, referenceOf(1))])
  const item = await itemAt(client, `found#case#${referenceOf(1)}`, 'figures')
  expect(item?.regionKey?.S).toBe('found#figures#region:gao#2027-06#0')
  expect(item?.regionSort?.S).toBe(`SAN-MEDIC#2027-06-07#${referenceOf(1)}`)
  expect(item?.ownerKey?.S).toBe('found#figures#organisation:ong-sante-gao#2027-06#0')
  expect(item).not.toHaveProperty('dueKey')

  await found.count([renamed(cases.assessed(ordinary, 'S2'), referenceOf(1))])
  const raised = await itemAt(client, `found#case#${referenceOf(1)}`, 'figures')
  expect(Object.keys(raised ?? {}).filter((name) => /Key|Sort/.test(name))).toEqual([])
  expect(JSON.stringify(raised)).not.toMatch(/gao|MEDIC|2027-06/)
})

test('a last change nobody counted is found by the recount, and counted when asked to repair', async () => {
  const missed = figuresOf('missed')
  const [first, ...rest] = versions(renamed(cases.answered(cases.assigned(cases.opened())), referenceOf(1)))
  const last = rest.at(-1)
  if (!first || !last) throw new Error('no life')
  await missed.keep([last])
  await missed.count([first])

  expect(await missed.recounted()).toMatchObject({ cases: 1, missed: [referenceOf(1)] })
  await missed.recounted({ repair: true })
  expect(await missed.recounted()).toEqual({ cases: 1, missed: [], offAgenda: [], differences: [] })
})
