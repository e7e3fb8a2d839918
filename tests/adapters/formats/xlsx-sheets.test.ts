import { readFileSync } from 'node:fs'
import { writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { isWorkbook, xlsxSheets } from '../../../adapters/formats/xlsx-sheets.ts'

/** Written by LibreOffice 7.4: a sheet that only explains, a title over merged cells, an empty row, merged organisations, a hidden sheet. */
const contacts = new Uint8Array(readFileSync('tests/vectors/contacts-libreoffice.xlsx'))
const presence = new Uint8Array(readFileSync('tests/vectors/presence-libreoffice.xlsx'))

test('a workbook of another program is read as it is seen: shown sheets, merged cells, rows by their number', async () => {
  const sheets = (await xlsxSheets(contacts)) ?? []
  expect(sheets.map(({ name }) => name)).toEqual(['Lisez-moi', 'Contacts'])
  expect(sheets[1]?.rows).toEqual([
    { line: 1, cells: ['Points de contact des partenaires, liste d’exemple', '', '', '', '', ''], numbers: [] },
    { line: 3, cells: ['Organisation', 'Nom et prénom', 'Fonction', 'Région', 'Téléphone', 'E-mail'], numbers: [] },
    { line: 4, cells: ['ONG Santé Gao', 'Awa Exemple', 'Chargée de projet', 'Gao', '70000011', 'awa@ong.example'], numbers: [4] }, // prettier-ignore
    { line: 5, cells: ['ONG Santé Gao', 'Binta Exemple', 'Assistante', 'Gao', '22370000012', 'binta@ong.example'], numbers: [4] }, // prettier-ignore
    { line: 7, cells: ['DRS Gao', 'Docteur Exemple', '', 'Gao', '+223 70 00 00 13', 'docteur@sante.example'], numbers: [] }, // prettier-ignore
  ])
})

test('a day is a day, and a number that was no day to the spreadsheet stays one', async () => {
  const [sheet] = (await xlsxSheets(presence)) ?? []
  expect(sheet?.rows.slice(2).map(({ cells }) => cells.slice(4))).toEqual([
    ['2027-01-15', '2027-12-31'],
    ['46402', ''],
  ])
})

test('what is no workbook is told from one, and one that cannot be opened is null', async () => {
  const written = await writeXlsx({ sheets: [{ name: 'A', rows: [['Organisation', true, 1.5]] }] })
  expect(isWorkbook(written)).toBe(true)
  expect(await xlsxSheets(written)).toEqual([
    { name: 'A', rows: [{ line: 1, cells: ['Organisation', 'true', '1.5'], numbers: [2] }] },
  ])
  expect(isWorkbook(Buffer.from('Organisation;Personne'))).toBe(false)
  expect(isWorkbook(new Uint8Array())).toBe(false)
  expect(await xlsxSheets(contacts.slice(0, 4000))).toBeNull()
  // A ZIP of anything else, and the container of .xls and of what a password protects.
  expect(await xlsxSheets(Buffer.from('PK\u0003\u0004 nothing that unpacks'))).toBeNull()
  const old = Buffer.from('d0cf11e0a1b11ae1', 'hex')
  expect(isWorkbook(old)).toBe(true)
  expect(await xlsxSheets(old)).toBeNull()
})
