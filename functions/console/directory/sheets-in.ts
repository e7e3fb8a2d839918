import { isWorkbook, xlsxSheets } from '../../../adapters/formats/xlsx-sheets.ts'
import { csvSheet, type Sheet } from '../../../core/directory/sheet.ts'

/** The file of a form as sheets of text: a workbook, or a table in plain text. Null for a workbook that cannot be opened. */
export async function sheetsIn(form: FormData): Promise<readonly Sheet[] | null> {
  const file = form.get('file')
  const bytes = new Uint8Array(file instanceof File ? await file.arrayBuffer() : [])
  return isWorkbook(bytes) ? xlsxSheets(bytes) : [csvSheet(bytes)]
}
