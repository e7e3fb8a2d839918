import { describe, expect, test } from 'vitest'
import { decodeCsv, parseCsv } from '../../../../core/directory/matrix/csv.ts'
import { matrixDay } from '../../../../core/directory/matrix/day.ts'
import { matrixChanges } from '../../../../core/directory/matrix/changes.ts'
import { readMatrix } from '../../../../core/directory/matrix/matrix.ts'
import { type MatrixScene } from '../../../../core/directory/matrix/shape.ts'
import { mali } from '../../../../programme/mali.ts'
import { matrixNaming } from '../../../../programme/directory/matrix.ts'
import { sectors } from '../../../../programme/sectors.ts'
import { timesAsLong } from '../../../support/ratio.ts'

const { organisations, gazetteer } = mali
const scene: MatrixScene = {
  naming: matrixNaming,
  organisations,
  sectors,
  gazetteer,
  codes: null,
  adds: false,
  language: 'fr',
}
const read = (text: string, other: Partial<MatrixScene> = {}) => readMatrix(parseCsv(text), { ...scene, ...other })
const ansongo = { system: 'cod-2021', code: 'ML0701' } as const
const header = 'Organisation;Cluster;Région;Cercle;Commune;Date début;Date fin'

describe('a file as spreadsheets save it', () => {
  const text = 'Région;Précision\r\nGao;"à l’est;\nprès du ""fleuve"""\r\n\r\nKidal;=1+1'
  const rows = [
    { line: 1, cells: ['Région', 'Précision'] },
    { line: 2, cells: ['Gao', 'à l’est;\nprès du "fleuve"'] },
    { line: 5, cells: ['Kidal', '=1+1'] },
  ]

  test('is read in UTF-8 with a mark, in UTF-16 and in the letters of Windows', () => {
    const latin = (one: string) => Buffer.from(one.replaceAll('’', '\x92'), 'latin1')
    expect(parseCsv(decodeCsv(Buffer.from(`\uFEFF${text}`)))).toEqual(rows)
    expect(parseCsv(decodeCsv(latin(text)))).toEqual(rows)
    expect(parseCsv(decodeCsv(Buffer.from(`\uFEFF${text}`, 'utf16le')))).toEqual(rows)
  })

  test('is parted by what parts its first line, or by what it declares', () => {
    expect(parseCsv('a,b\n1,"2;3"')[1]?.cells).toEqual(['1', '2;3'])
    expect(parseCsv('a\tb\n1\t2')[1]?.cells).toEqual(['1', '2'])
    expect(parseCsv('sep=|\na|b;c')).toEqual([{ line: 2, cells: ['a', 'b;c'] }])
  })

  test('is read once, letter by letter, however many quotes a cell holds', () => {
    expect(parseCsv('a;b\nx"y"z; "q"r\n')[1]?.cells).toEqual(['x"y"z', 'qr'])
    const cells = (one: string) => () => parseCsv(`a;b\n${one.repeat(50_000)}`)
    expect(timesAsLong(cells('x"'), cells('xy'))).toBeLessThan(50)
  })
})

describe('a matrix', () => {
  test('is understood by French or English columns, HXL tags and any order', () => {
    const line = {
      organisation: 'ong-sante-gao',
      sector: 'santé',
      place: ansongo,
      fromOn: '2027-01-01',
      untilOn: '2027-12-31',
    }
    const french = read(`Cluster 3W;;\n${header}\nONG Santé Gao;Santé;Gao;Ansongo;;01/01/2027;31/12/2027`)
    const english = read(
      'End date,Start date,Sector,Admin2Pcode,Partner\n2027-12-31,2027-01-01,Health,ML0701,ong sante gao',
      { codes: 'cod-2021' },
    )
    const tagged = read('Qui,,,,\n#org+name,#sector,#adm2+code,#date+start,#date+end\nONG SANTE GAO,WASH,ML0701,,', {
      codes: 'cod-2021',
    })
    expect(french?.lines).toEqual([line])
    expect(english?.lines).toEqual([line])
    expect(tagged?.lines[0]).toMatchObject({ sector: 'eau-hygiène-assainissement', place: ansongo })
    expect(french?.unread).toEqual([])
  })

  test('says of each line it does not understand which it is and why', () => {
    const lines = [
      'Inconnue;Santé;Gao;;;;',
      'ONG Santé Gao;Magie;Gao;;;;',
      'ONG Santé Gao;Santé;Gao;Nullepart;;;',
      'ONG Santé Gao;Santé;;;;;',
      ';Santé;Gao;;;;',
      'ONG Santé Gao;;Gao;;;;',
      'ONG Santé Gao;Santé;Gao;;;32/01/2027;',
      'ONG Santé Gao;Santé;Gao;;;01/06/2027;01/01/2027',
      '=cmd|"/C calc"!A0;Santé;Gao;;;;',
    ]
    expect(read([header, ...lines].join('\n'))?.unread).toEqual([
      { line: 2, why: 'unknown-organisation', cell: 'Inconnue' },
      { line: 3, why: 'unknown-sector', cell: 'Magie' },
      { line: 4, why: 'unknown-place', cell: 'Nullepart' },
      { line: 5, why: 'no-place', cell: '' },
      { line: 6, why: 'no-organisation', cell: '' },
      { line: 7, why: 'no-sector', cell: '' },
      { line: 8, why: 'bad-day', cell: '32/01/2027' },
      { line: 9, why: 'bad-day', cell: '01/01/2027' },
      { line: 10, why: 'unknown-organisation', cell: '=cmd|"/C calc"!A0' },
    ])
  })

  test('leaves out what is over, and says so', () => {
    const found = read(`Organisation,Secteur,Région,Statut\nONG Santé Gao,Santé,Gao,Achevé`)
    expect(found).toMatchObject({ lines: [], unread: [{ line: 2, why: 'over', cell: 'Achevé' }] })
  })

  test('takes several sectors of one cell, and one work written twice once, over all its days', () => {
    const found = read(`${header}\nONG Santé Gao;Santé / Nutrition;Gao;;;;\nONG Santé Gao;Nutrition;Gao;;;2027;2027`)
    expect(found?.lines.map(({ sector, fromOn }) => [sector, fromOn])).toEqual([
      ['santé', null],
      ['nutrition', null],
    ])
  })

  test('finds a commune by its names, and a misspelt cercle', () => {
    const found = read(`${header}\nONG Santé Gao;Santé;Gao;Ansongo;Ouattagouna;;\nONG Santé Gao;Santé;Gao;Ansongho;;;`)
    expect(found?.unread).toEqual([])
    expect(gazetteer.find(found?.lines[0]?.place ?? ansongo)?.level).toBe('commune')
    expect(found?.lines[1]?.place).toEqual(ansongo)
  })

  test('adds the organisations nobody knows only when asked to', () => {
    const file =
      'Organisation,Acronyme,Type d’organisation,Secteur,Région\nAide au Sahel,AAS,ONU,Santé,Gao\nAAS,,,Nutrition,Mopti'
    expect(read(file)?.added).toEqual([])
    const found = read(file, { adds: true })
    expect(found?.added).toEqual([
      expect.objectContaining({
        id: 'aas',
        name: 'Aide au Sahel',
        kind: 'un',
        regions: ['gao', 'mopti'],
        active: true,
      }),
    ])
    expect(found?.lines).toHaveLength(2)
  })

  test('without the columns it needs is not read at all', () => {
    expect(read('Nom;Téléphone\nX;70 00 00 00')).toBeNull()
  })
})

test('days are read as people write them', () => {
  expect(matrixDay('7.6.27', 'first')).toBe('2027-06-07')
  expect(matrixDay('06/2027', 'last')).toBe('2027-06-30')
  expect(matrixDay('46549', 'first')).toBe('2027-06-11')
  expect(matrixDay('bientôt', 'first')).toBe('bad')
  expect(matrixDay('', 'first')).toBeNull()
})

test('what a file changes is what is added, changed and, where it is the whole matrix, removed', () => {
  const line = (sector: string, untilOn: string | null = null) => ({
    organisation: 'a',
    sector,
    fromOn: null,
    untilOn,
    place: { system: 'cod-2021', code: 'ML07' } as const,
  })
  const before = [line('santé'), line('abris'), line('nutrition')]
  const file = [line('santé'), line('abris', '2027-12-31'), line('protection')]
  const whole = matrixChanges(before, file, { whole: true })
  expect(whole.added).toEqual([line('protection')])
  expect(whole.changed).toEqual([{ from: line('abris'), to: line('abris', '2027-12-31') }])
  expect(whole.removed).toEqual([line('nutrition')])
  expect(whole.next).toHaveLength(3)
  const part = matrixChanges(before, file, { whole: false })
  expect(part.removed).toEqual([])
  expect(part.next).toHaveLength(4)
  expect(matrixChanges(part.next, file, { whole: false })).toMatchObject({ added: [], changed: [], same: 3 })
})

describe('a code that means different places in two cuts of the country', () => {
  const top = 'Organisation;Cluster;Région;PCODE'
  const placesIn = (lines: string[], other: Partial<MatrixScene> = {}) => {
    const found = read([top, ...lines].join('\n'), other)
    const names = found?.lines.map(({ place }) => `${gazetteer.find(place)?.name ?? ''} ${place.system}`)
    return { names, unread: found?.unread.map(({ why, cell }) => [why, cell]) }
  }
  const line = (region: string, code: string) => `ONG Santé Gao;Santé;${region};${code}`

  test('is the place that is named beside it, never the other', () => {
    expect(placesIn([line('Taoudénit', 'ML09')])).toEqual({ names: ['Taoudénit reform-2023'], unread: [] })
    expect(placesIn([line('Bamako', 'ML09')])).toEqual({ names: ['Bamako cod-2021'], unread: [] })
    expect(placesIn([line('TAOUDENIT', 'ml09')]).names).toEqual(['Taoudénit reform-2023'])
  })

  test('is shown and left out where no name decides, or where the name is another place altogether', () => {
    expect(placesIn([line('', 'ML09')])).toEqual({ names: [], unread: [['code-of-two-cuts', 'ML09']] })
    expect(placesIn([line('Nord lointain', 'ML09')]).unread).toEqual([['code-of-two-cuts', 'ML09 Nord lointain']])
    expect(placesIn([line('Gao', 'ML09')])).toEqual({ names: [], unread: [['code-contradicts', 'ML09 Gao']] })
    expect(placesIn([line('Gao', 'ML0501')]).unread).toEqual([['code-contradicts', 'ML0501 Gao']])
  })

  test('in a file of both cuts none is taken until a person says which, or that names count', () => {
    const both = [line('Taoudénit', 'ML09'), line('Bamako', 'ML09')]
    expect(placesIn(both).unread?.map(([why]) => why)).toEqual(['mixed-cuts', 'mixed-cuts'])
    expect(placesIn(both, { codes: 'cod-2021' })).toEqual({
      names: ['Bamako cod-2021'],
      unread: [['code-contradicts', 'ML09 Taoudénit']],
    })
    expect(placesIn(both, { codes: 'names' })).toMatchObject({ unread: [] })
    expect(placesIn([line('', 'ML09')], { codes: 'reform-2023' }).names).toEqual(['Taoudénit reform-2023'])
  })
})
