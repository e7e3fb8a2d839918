import { readFileSync } from 'node:fs'
import { writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { unpackedBytes } from '../../../adapters/formats/unpacked-bytes.ts'
import { isWorkbook, xlsxSheets } from '../../../adapters/formats/xlsx-sheets.ts'
import { workbookOf } from '../../support/workbook.ts'

const limit = 25_000_000

async function opened(bytes: Uint8Array) {
  const sheets = await xlsxSheets(bytes, limit)
  if (!Array.isArray(sheets)) throw new Error('it does not open')
  return sheets
}

/** Written by LibreOffice 7.4: a sheet that only explains, a title over merged cells, an empty row, merged organisations, a hidden sheet. */
const contacts = new Uint8Array(readFileSync('tests/vectors/contacts-libreoffice.xlsx'))
const presence = new Uint8Array(readFileSync('tests/vectors/presence-libreoffice.xlsx'))

test('a workbook of another program is read as it is seen: shown sheets, merged cells, rows by their number', async () => {
  const sheets = await opened(contacts)
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
  const [sheet] = await opened(presence)
  expect(sheet?.rows.slice(2).map(({ cells }) => cells.slice(4))).toEqual([
    ['2027-01-15', '2027-12-31'],
    ['46402', ''],
  ])
})

test('a day that was kept as a text is one too, and a cell in error says nothing', async () => {
  const rows = [['ONG Santé Gao', '2027-03-12T00:00:00.000Z', '#N/A', 'le 2027-03-12T00:00:00Z']]
  const [sheet] = await opened(await writeXlsx({ sheets: [{ name: 'A', rows }] }))
  expect(sheet?.rows[0]?.cells).toEqual(['ONG Santé Gao', '2027-03-12', '', 'le 2027-03-12T00:00:00Z'])
})

test('what is no workbook is told from one, and one that cannot be opened is null', async () => {
  const written = await writeXlsx({ sheets: [{ name: 'A', rows: [['Organisation', true, 1.5]] }] })
  expect(isWorkbook(written)).toBe(true)
  expect(await xlsxSheets(written, limit)).toEqual([
    { name: 'A', rows: [{ line: 1, cells: ['Organisation', 'true', '1.5'], numbers: [2] }] },
  ])
  expect(isWorkbook(Buffer.from('Organisation;Personne'))).toBe(false)
  expect(isWorkbook(new Uint8Array())).toBe(false)
  expect(await xlsxSheets(contacts.slice(0, 4000), limit)).toBeNull()
  // A ZIP of anything else, and the container of .xls and of what a password protects.
  expect(await xlsxSheets(Buffer.from('PK\u0003\u0004 nothing that unpacks'), limit)).toBeNull()
  const old = Buffer.from('d0cf11e0a1b11ae1', 'hex')
  expect(isWorkbook(old)).toBe(true)
  expect(await xlsxSheets(old, limit)).toBeNull()
})

/** A workbook whose directory says of one sheet that it unpacks to `size`. */
async function saying(size: number): Promise<Uint8Array> {
  const written = await writeXlsx({ sheets: [{ name: 'A', rows: [['Organisation']] }] })
  const bytes = Buffer.from(written)
  const at = bytes.lastIndexOf('xl/worksheets/sheet1.xml') - 46
  expect(bytes.readUInt32LE(at)).toBe(0x02014b50)
  bytes.writeUInt32LE(size, at + 24)
  return bytes
}

test('what would unpack to more than it may is not unpacked, whether its directory says so or says nothing', async () => {
  const written = await writeXlsx({ sheets: [{ name: 'A', rows: [['x'.repeat(400_000)]] }] })
  expect(written.length).toBeLessThan(20_000)
  expect(unpackedBytes(written)).toBeGreaterThan(400_000)
  expect(await xlsxSheets(written, 400_000)).toBe('large')
  expect(await xlsxSheets(written, limit)).toHaveLength(1)
  expect(await xlsxSheets(await saying(limit), limit)).toBe('large')
  // Nothing at all, and a number that stands elsewhere and does not.
  for (const size of [0, 0xffffffff]) expect(unpackedBytes(await saying(size))).toBe(Infinity)
  // It says less than it holds: the library stops at what it says.
  expect(await xlsxSheets(await saying(10), limit)).toBeNull()
})

test('the size of an entry beyond four gigabytes is read where such an entry has it', () => {
  const entry = Buffer.alloc(46 + 1 + 20)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt32LE(100, 20)
  entry.writeUInt32LE(0xffffffff, 24)
  entry.writeUInt16LE(1, 28)
  entry.writeUInt16LE(20, 30)
  // Another field first, then that of large sizes.
  entry.writeUInt16LE(7, 47)
  entry.writeUInt16LE(4, 49)
  entry.writeUInt16LE(1, 55)
  entry.writeUInt16LE(8, 57)
  entry.writeBigUInt64LE(5_000_000_000n, 59)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 10)
  expect(unpackedBytes(Buffer.concat([entry, end]))).toBe(5_000_000_000)
  expect(unpackedBytes(entry)).toBeNull()
  expect(unpackedBytes(new Uint8Array())).toBeNull()
})

test('a cell far below or beside a list hides it from nobody, and nothing is laid out as far as there', async () => {
  const list = { A1: 'Organisation', B1: 'Personne', A2: 'ONG Santé Gao', B2: 'Awa Exemple' }
  for (const far of ['A1048576', 'XFD1', 'XFD1048576', 'DY3', 'A20001']) {
    const [sheet] = await opened(workbookOf({ ...list, [far]: 'x' }))
    expect(
      sheet?.rows.map(({ cells }) => cells.filter((cell) => cell !== '')),
      far,
    ).toEqual([
      ['Organisation', 'Personne'],
      ['ONG Santé Gao', 'Awa Exemple'],
    ])
  }
  const last = await opened(workbookOf({ ...list, DX20000: 'x' }))
  expect(last[0]?.rows.at(-1)).toMatchObject({ line: 20_000 })
})

test('of merged cells that lie over each other the first is said below, whatever others say', async () => {
  const cells = Object.fromEntries(Array.from({ length: 5 }, (_, row) => [`B${row + 1}`, String(row)]))
  const [sheet] = await opened(workbookOf({ A1: 'a', A2: 'b', A5: 'e', ...cells }, ['A1:A3', 'A2:A5', 'A1:A4']))
  expect(sheet?.rows.map((row) => row.cells.join(''))).toEqual(['a0', 'a1', 'a2', '3', 'e4'])
})

test('what has no whole directory is not opened, though a reader might find its files without', async () => {
  const written = Buffer.from(workbookOf({ A1: 'Organisation' }))
  expect(await xlsxSheets(written, limit)).toHaveLength(1)
  // The directory says that its files begin one octet further on.
  const moved = Buffer.from(written)
  moved.writeUInt32LE(moved.readUInt32LE(moved.length - 6) + 1, moved.length - 6)
  expect(unpackedBytes(moved)).toBeNull()
  expect(await xlsxSheets(moved, limit)).toBeNull()
})
