import { expect, test } from 'vitest'
import { createTables } from '../../../../adapters/dynamodb/table/create-tables.ts'
import { perTable } from '../../../../adapters/dynamodb/table/table.ts'
import { dynamoStores } from '../../../../adapters/dynamodb/stores.ts'
import type { CaseFile } from '../../../../core/case/case-file.ts'
import { caseFileOf } from '../../../../core/case/fold.ts'
import type { WorkingCalendar } from '../../../../core/deadlines/calendar.ts'
import { refoldCalendar } from '../../../../core/operations/sweep/refold-calendar.ts'
import { mali } from '../../../../programme/mali.ts'
import { patient, withEngine } from '../../../support/engine.ts'
import { answered, assessed, on, only, opened } from '../../../support/case-builder.ts'

const tables = perTable((name) => name)
const { client } = await withEngine((engine) => createTables(engine, tables))

const now = on('2027-06-15', '18:00')
const declared: WorkingCalendar = {
  ...mali.calendar,
  version: 'with-a-late-feast',
  overrides: [{ on: '2027-06-16', is: 'closed', reason: 'declared by communiqué' }],
}
const later = { ...mali, calendar: declared, calendars: { ...mali.calendars, [declared.version]: declared } }

function needsOf(id: string, programme: typeof mali) {
  const stores = dynamoStores({
    client,
    tables,
    programme: id,
    rulebook: programme,
    now: () => now,
    random: () => 0,
    ...patient,
  })
  return { ...stores, programme, now }
}
type Needs = ReturnType<typeof needsOf>

const numbered = (index: number): string => String(1000000000 + index)
async function put({ cases, programme }: Needs, made: readonly CaseFile[]): Promise<void> {
  for (const [index, { history }] of made.entries()) {
    const caseFile = caseFileOf(programme.id, numbered(index), history)
    await cases.commit({ open: { caseFile, sealed: { scope: 'general', contact: null, words: {} } } })
  }
}
async function moved({ cases }: Needs, index: number) {
  const stored = await cases.load(numbered(index))
  return only(stored?.caseFile.history ?? [], 'due-moved').map(({ from, to, calendar }) => [from, to, calendar])
}

test('a feast declared late is recorded once on every case whose dates cross it, and dates stand on it from then on', async () => {
  const before = needsOf('ml', mali)
  await put(before, [
    assessed(opened(), 'N1'),
    assessed(opened(), 'N2'),
    opened({ lane: 'S2' }),
    answered(assessed(opened(), 'N1')),
  ])
  expect(await refoldCalendar(before)).toEqual({ done: true, moved: 0, failed: 0 })

  const after = needsOf('ml', later)
  expect(await refoldCalendar(after)).toEqual({ done: true, moved: 1, failed: 0 })
  expect(await refoldCalendar(after)).toEqual({ done: true, moved: 0, failed: 0 })

  expect(await moved(after, 0)).toEqual([[on('2027-06-21', '14:00'), on('2027-06-22', '14:00'), declared.version]])
  for (const other of [1, 2, 3]) expect(await moved(after, other)).toEqual([])
})

test('without time it goes on at the next call, and twice at once it records nothing twice', async () => {
  const before = needsOf('busy', mali)
  await put(
    before,
    Array.from({ length: 120 }, () => assessed(opened(), 'N1')),
  )
  await refoldCalendar(before)
  const after = needsOf('busy', later)
  const once = () => {
    let pages = 0
    return () => pages++ < 1
  }

  expect(await refoldCalendar(after, once())).toMatchObject({ done: false, moved: 100 })
  expect(await before.memory.remembered('calendar')).toBe(mali.calendar.version)
  await Promise.all([refoldCalendar(after), refoldCalendar(after)])

  expect(await after.memory.remembered('calendar')).toBe(declared.version)
  for (const index of [0, 60, 119]) expect(await moved(after, index)).toHaveLength(1)
})

test('a calendar that only confirms its days is in force at once', async () => {
  const confirmed = {
    ...mali.calendar,
    version: 'confirmed',
    dated: mali.calendar.dated.map((day) => ({ ...day, source: 'confirmed' as const })),
  }
  const needs = needsOf('confirmed', { ...mali, calendar: confirmed })
  await needs.memory.remember('calendar', mali.calendar.version)

  expect(await refoldCalendar(needs, () => false)).toEqual({ done: true, moved: 0, failed: 0 })
  expect(await needs.memory.remembered('calendar')).toBe('confirmed')
})

test('a calendar that was taken out of the programme is not guessed', async () => {
  const lost = needsOf('lost', later)
  await lost.memory.remember('calendar', 'ml-2020')

  await expect(refoldCalendar(lost)).rejects.toThrow('calendar ml-2020 is not in the programme')
})
