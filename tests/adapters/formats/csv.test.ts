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
    {
      code: 'count',
      label: { fr: 'Nombre', en: 'Number' },
      hxl: '#indicator',
      holds: 'number',
      inWords: { fr: 'En clair' },
    },
    { code: 'before', label: { fr: 'Avant', en: 'Before' }, hxl: null, holds: 'number', highest: { fr: 'Au plus' } },
  ],
  rows: [
    [
      { value: 'gao', said: { fr: 'Gao; « ville »', en: 'Gao "town"' } },
      { value: 12, said: { fr: '12', en: '12' } },
      { value: { low: 0.421, high: 0.5 }, said: { fr: 'entre 42 et 50 %' } },
    ],
    [{ value: 'kidal', said: { fr: '-Kidal' } }, { value: null, said: { fr: '<5', en: '<5' } }, empty],
  ],
  notes: [],
}

test('a file begins with what it is about, then a row a line in one language, as spreadsheets read them: a number alone in its column, its words in another', () => {
  expect(csv.write(table, readIn('fr'))).toBe(
    [
      `\ufeff"Puits";"'=1+1";"";"";""`,
      '"Lieu";"Nombre";"En clair";"Avant";"Au plus"',
      '"Gao; « ville »";12;"12";42;50',
      `"'-Kidal";;"<5";;`,
      '',
    ].join('\r\n'),
  )
  expect(csv.write(table, readIn('en'))).toContain('"Gao ""town""";12;"12";42;50')
})

test.each(['=1+1', '+22370000001', '-1', '@SUM(A1)', '\tx', '\rx', '\n=1'])(
  'a text that begins as a formula does stays text: %j',
  (text) => {
    const said = { fr: text }
    const asTyped = { ...table, title: said, about: [], rows: [[{ value: 'gao', said }, empty, empty]] }
    const [first, , row] = csv.write(asTyped, readIn('fr')).split('\r\n')
    for (const line of [first, row]) expect(line?.replace('\ufeff', '').split(';')[0]).toBe(`"'${text}"`)
  },
)

test('no two formats share an address', () => {
  expect(new Set(formats.map(({ extension }) => extension)).size).toBe(formats.length)
})
