import { signs } from './charts.ts'
import type { FiguresTexts } from './texts.ts'
import type { FiguresView } from './view.ts'

/** What a spreadsheet would take for a formula is text to it behind an apostrophe. */
const harmless = (cell: string): string => (/^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell)
const quoted = (cell: string): string => `"${harmless(cell).replaceAll('"', '""')}"`
const line = (cells: readonly string[]): string => cells.map(quoted).join(';')

/** Tells spreadsheets that letters are UTF-8. */
const mark = '\ufeff'

/** Exactly what the page says, a figure a line: semicolons, as spreadsheets of French-speaking offices expect them. */
export function figuresCsv({ asOf, periods, sections }: FiguresView, texts: FiguresTexts): string {
  const { csv } = texts
  const head = [csv.section, csv.figure, csv.value, csv.n, csv.colour, csv.before]
  const lines = sections.flatMap(({ title, figures, tables }) => [
    ...figures.map(({ label, value, n, colour, before }) => [
      title,
      label,
      value,
      n ?? '',
      colour ? `${signs[colour]} ${texts.colours[colour]}` : '',
      before ?? '',
    ]),
    ...tables.flatMap(({ heading, note, rows }) => [
      ...(note === null ? [] : [[title, heading, note]]),
      ...rows.map(({ label, value }) => [title, `${heading} · ${label}`, value]),
    ]),
  ])
  const all = [[texts.title, asOf, periods?.label ?? ''], head, ...lines].map((cells) =>
    line([...cells, ...Array.from({ length: head.length - cells.length }, () => '')]),
  )
  return `${mark}${all.join('\r\n')}\r\n`
}
