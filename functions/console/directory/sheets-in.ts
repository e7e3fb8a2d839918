import { isWorkbook, xlsxSheets } from '../../../adapters/formats/xlsx-sheets.ts'
import type { DirectoryWhy } from '../../../core/directory/why.ts'
import { csvSheet, mostUnpackedMegabytes, type SheetsIn } from '../../../core/directory/sheet.ts'
import type { FileAsked } from '../../../web/console/directory/parts.ts'
import type { DirectoryTexts } from '../../../web/console/directory/texts.ts'

/** What the form says when it comes back: what was wrong with the file, and what was ticked. */
export function fileAsked(why: DirectoryWhy | null, form: FormData | null, { refused }: DirectoryTexts): FileAsked {
  const ticked = [...(form ?? [])].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))
  const problem = why && refused[why]
  return { problem, megabytes: mostUnpackedMegabytes, ticked: Object.fromEntries(ticked) as Record<string, string> }
}
/** What such a page answers with. */
export const fileStatus = (why: DirectoryWhy | null) => (why === null ? 200 : why === 'large-workbook' ? 413 : 422)

/** The file of a form as sheets of text: a workbook, or a table in plain text. */
export async function sheetsIn(form: FormData): Promise<SheetsIn> {
  const file = form.get('file')
  const bytes = new Uint8Array(file instanceof File ? await file.arrayBuffer() : [])
  if (!isWorkbook(bytes)) return [csvSheet(bytes)]
  const sheets = await xlsxSheets(bytes, mostUnpackedMegabytes * 1_000_000)
  return sheets === 'large' ? 'large-workbook' : (sheets ?? 'no-workbook')
}
