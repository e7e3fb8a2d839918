import { crc32 } from 'node:zlib'

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelations = 'http://schemas.openxmlformats.org/package/2006'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relation = (type: string, target: string): string =>
  `<Relationships xmlns="${packageRelations}/relationships"><Relationship Id="r1" Type="${relations}/${type}" Target="${target}"/></Relationships>`

/** A ZIP file of texts, none of them packed (APPNOTE 6.3.10, 4.3.7 to 4.3.16). */
function zipOf(files: Readonly<Record<string, string>>): Buffer {
  const [entries, directory]: [Buffer[], Buffer[]] = [[], []]
  let at = 0
  for (const [name, text] of Object.entries(files)) {
    const [written, path] = [Buffer.from(text), Buffer.from(name)]
    // From the version on: what both places say alike of one file.
    const same = Buffer.alloc(26)
    same.writeUInt16LE(20, 0)
    same.writeUInt32LE(crc32(written), 10)
    same.writeUInt32LE(written.length, 14)
    same.writeUInt32LE(written.length, 18)
    same.writeUInt16LE(path.length, 22)
    const entry = Buffer.concat([Buffer.from('504b0304', 'hex'), same, path, written])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    entries.push(entry)
    directory.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), same, rest, path]))
    at += entry.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  for (const field of [8, 10]) end.writeUInt16LE(directory.length, field)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...entries, ...directory, end])
}

/** A workbook of one sheet, its cells by their names, as no writer of ours would leave them: far out, or merged over each other. */
export function workbookOf(cells: Readonly<Record<string, string>>, merges: readonly string[] = []): Buffer {
  const rows = Map.groupBy(Object.entries(cells), ([name]) => name.replace(/\D/g, ''))
  const said = [...rows].map(
    ([row, own]) =>
      `<row r="${row}">${own.map(([name, text]) => `<c r="${name}" t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`,
  )
  const merged = merges.map((one) => `<mergeCell ref="${one}"/>`).join('')
  return zipOf({
    '[Content_Types].xml': `<Types xmlns="${packageRelations}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': relation('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relation('worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${said.join('')}</sheetData><mergeCells>${merged}</mergeCells></worksheet>`,
  })
}
