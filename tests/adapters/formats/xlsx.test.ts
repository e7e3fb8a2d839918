import { readXlsx } from 'hucre/xlsx'
import { expect, onTestFinished, test, vi } from 'vitest'
import { xlsx } from '../../../adapters/formats/xlsx.ts'
import { empty, type Read, type Table } from '../../../core/reports/table.ts'

const read: Read = (label = {}) => label['fr'] ?? ''

const at = '2027-06-15T09:00:00.000Z'

const table: Table = {
  code: 'wells',
  title: { fr: 'Puits: où [et] combien, dans toutes les communes' },
  about: [{ fr: 'au 15 juin' }],
  columns: [
    { code: 'place', label: { fr: 'Lieu' }, hxl: '#adm1', holds: 'code' },
    { code: 'count', label: { fr: 'Nombre' }, hxl: null, holds: 'number', inWords: { fr: 'En clair' } },
    { code: 'before', label: { fr: 'Avant' }, hxl: null, holds: 'number', highest: { fr: 'Au plus' } },
  ],
  rows: [
    [
      { value: 'gao', said: { fr: '=1+1' } },
      { value: 12, said: { fr: '12' } },
      { value: { low: 0.421, high: 0.5 }, said: { fr: 'entre 42 et 50 %' } },
    ],
    [{ value: 'kidal', said: { fr: 'Kidal' } }, { value: null, said: { fr: '<5' } }, empty],
  ],
  notes: [
    {
      of: 'kidal',
      name: { fr: 'Kidal' },
      text: {},
      formula: { fr: 'puits comptés' },
      source: { fr: 'compteurs' },
      n: null,
    },
  ],
  noted: {
    title: { fr: 'Formule et source' },
    of: { fr: 'Lieu' },
    formula: { fr: 'Formule' },
    source: { fr: 'Source' },
  },
}

test('a workbook has one value a cell under its headings: numbers are numbers, shares percentages, nothing is a formula or a small number', async () => {
  const { sheets } = await readXlsx(await xlsx.write(table, read, at), { readStyles: true })
  expect(sheets.map(({ name, rows }) => [name, rows])).toEqual([
    [
      'Puits  où  et  combien, dans to',
      [
        ['Puits: où [et] combien, dans toutes les communes · au 15 juin', null, null, null, null],
        ['Lieu', 'Nombre', 'En clair', 'Avant', 'Au plus'],
        ['=1+1', 12, '12', 0.42, 0.5],
        ['Kidal', null, '<5', null, null],
      ],
    ],
    [
      'Formule et source',
      [
        ['Lieu', 'Formule', 'Source'],
        ['Kidal', 'puits comptés', 'compteurs'],
      ],
    ],
  ])
  const cells = sheets[0]?.cells
  expect(cells?.get('2,3')?.style?.numFmt).toBe('0%')
  expect([...(cells?.values() ?? [])].filter(({ formula }) => formula !== undefined)).toEqual([])
})

test('the same table is the same file, whenever the machine thinks it is', async () => {
  const first = await xlsx.write(table, read, at)
  vi.setSystemTime('2031-01-01T00:00:00.000Z')
  onTestFinished(() => void vi.useRealTimers())
  expect(Buffer.from(await xlsx.write(table, read, at))).toEqual(Buffer.from(first))
  const { properties } = await readXlsx(first)
  expect(properties?.modified?.toISOString()).toBe(at)
})
