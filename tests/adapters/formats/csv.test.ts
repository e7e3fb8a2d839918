import { expect, test } from 'vitest'
import { csv } from '../../../adapters/formats/csv.ts'
import { formats } from '../../../adapters/formats/formats.ts'
import { empty, type Read, type Table } from '../../../core/reports/table.ts'

const readIn =
  (language: string): Read =>
  (label = {}) =>
    label[language] ?? ''

const table: Table = {
  code: 'wells',
  title: { fr: 'Puits', en: 'Wells' },
  about: [{ fr: '=1+1' }],
  columns: [
    { code: 'place', label: { fr: 'Lieu', en: 'Place' }, hxl: '#adm1', holds: 'code' },
    { code: 'count', label: { fr: 'Nombre', en: 'Number' }, hxl: '#indicator', holds: 'number' },
    { code: 'before', label: { fr: 'Avant', en: 'Before' }, hxl: null, holds: 'number' },
  ],
  rows: [
    [
      { value: 'gao', said: { fr: 'Gao; « ville »', en: 'Gao "town"' } },
      { value: 12, said: { fr: '12', en: '12' } },
      empty,
    ],
    [{ value: 'kidal', said: { fr: '-Kidal' } }, { value: null, said: { fr: '<5', en: '<5' } }, empty],
  ],
  notes: [],
}

test('a file begins with what it is about, then a row a line in one language, as spreadsheets read them', () => {
  expect(csv.write(table, readIn('fr'))).toBe(
    [`\ufeff"Puits";"'=1+1";""`, '"Lieu";"Nombre";"Avant"', '"Gao; « ville »";"12";""', `"'-Kidal";"<5";""`, ''].join(
      '\r\n',
    ),
  )
  expect(csv.write(table, readIn('en'))).toContain('"Gao ""town""";"12";""')
})

test('no two formats share an address', () => {
  expect(new Set(formats.map(({ extension }) => extension)).size).toBe(formats.length)
})
