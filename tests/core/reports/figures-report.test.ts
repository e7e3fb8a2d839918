import { expect, test } from 'vitest'
import { type Cell, isSaid, type Table } from '../../../core/reports/table.ts'
import { reportOf, samples } from '../../support/web/figures-samples.ts'

const both = ['fr', 'en'] as const
const { sections, whole } = reportOf('year', both)
const tables = sections.flatMap(({ figures, breakdowns }) => [figures, ...breakdowns])
const table = (code: string): Table => {
  const found = tables.find((one) => one.code === code)
  if (!found) throw new Error(`no table ${code}`)
  return found
}
const values = ({ rows }: Table) => rows.map((cells) => cells.map(({ value }) => value))

test('a number is a number, a code is a code, and both have a name in every language the report was made in', () => {
  expect(values(table('region'))).toEqual([
    ['gao', 80],
    ['mopti', 61],
    ['triage', 40],
    ['national', null],
    ['kidal', null],
  ])
  const [, , triage] = table('region').rows
  expect(triage?.map(({ said }) => said)).toEqual([
    { fr: 'À évaluer, lieu non confirmé', en: 'To assess, place not confirmed' },
    { fr: '40', en: '40' },
  ])
  expect(table('region').columns.map(({ code, hxl, holds }) => [code, hxl, holds])).toEqual([
    ['region', '#region', 'code'],
    ['count', '#indicator', 'number'],
  ])
})

test('what is not printed is a word to people and nothing to a program', () => {
  const hidden: Cell[] = [whole, ...tables].flatMap(({ rows }) =>
    rows.flat().filter(({ said }) => said['fr'] === '<5' || said['fr'] === 'caché'),
  )
  expect(hidden.length).toBeGreaterThan(6)
  for (const { value } of hidden) expect(value).toBeNull()
  expect(values(table('channel'))).toEqual([])
  expect(table('channel').notes[0]?.text['fr']).toBe('Trop peu de dossiers pour les montrer séparément.')
})

test('a share is what it can be, with its n beside it and its formula and source in a note', () => {
  const satisfaction = table('received').rows.find(([figure]) => figure?.value === 'satisfaction') ?? []
  const [, share, n, colour, before] = satisfaction.map(({ value }) => value)
  expect([share, n, colour, before]).toEqual([{ low: 0.9, high: 0.975 }, 40, 'green', null])
  const [note] = table('received').notes.filter(({ of }) => of === 'satisfaction')
  expect(note?.formula['fr']).toMatch(/K07/)
  expect(note?.source['en']).toMatch(/counters/)
  expect(table('category').notes[0]?.n?.value).toBe(214)
})

test.each(samples)('the whole of « %s » is its parts one after the other, each row with a cell a column', (name) => {
  const report = reportOf(name, both)
  const parts = report.sections.flatMap(({ figures, breakdowns }) => [
    ...figures.rows.map(([figure]) => figure?.value),
    ...breakdowns.flatMap(({ code, rows, notes }) => [
      ...notes.filter(({ text }) => isSaid(text)).map(() => code),
      ...rows.map(([cell]) => `${code}#${cell?.value as string}`),
    ]),
  ])
  expect(report.whole.rows.map(([, figure]) => figure?.value)).toEqual(parts)
  for (const cells of report.whole.rows) expect(cells).toHaveLength(report.whole.columns.length)
})
