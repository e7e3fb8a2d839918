import { html } from 'hono/html'
import type { Colour } from '../../../core/figures/indicators.ts'
import type { FiguresReport } from '../../../core/reports/figures-report.ts'
import type { FiguresSection } from '../../../core/reports/figures-tables.ts'
import type { Cell, Read } from '../../../core/reports/table.ts'
import type { Label } from '../../../core/language.ts'
import { type Html, mark } from '../../html.ts'
import { say } from '../../say.ts'
import type { Common } from '../frame/common.ts'
import { consoleStyle } from '../style.ts'
import { bar } from './charts.ts'
import type { FiguresTexts } from './texts.ts'

type WallSheet = 'today' | 'received' | 'by' | 'turns'

export interface WallView {
  report: FiguresReport
  read: Read
  about: readonly Label[]
  /** What time it is. */
  at: string
  sheet: WallSheet
  position: { at: number; of: number }
  /** Whose turn it is; null where that cannot be said, and on the other sheets. */
  turns: readonly { name: string; count: string }[] | null
  /** It does not turn by itself. */
  stands: boolean
  ways: Record<'before' | 'after' | 'turn' | 'leave', string>
}

/** What is read from the other end of a room: a few figures, and the longest rows. */
const figuresOn: Readonly<Record<string, readonly string[]>> = {
  today: ['open', 'late', 'silent'],
  received: ['received', 'dismissed', 'promises', 'onTime', 'told', 'satisfaction', 'response', 'answerDays'],
}
const breakdownsOn: readonly string[] = ['age', 'region', 'cercle', 'category']
const mostRows = 6

/** The sheets there is something on, in their order. */
export const sheetsOf = ({ sections }: FiguresReport, hasTurns: boolean): WallSheet[] => [
  ...(['today', 'received', 'by'] as const).filter((code) => sections.some((one) => one.code === code)),
  ...(hasTurns ? (['turns'] as const) : []),
]

/** A page of its own for a projector: no menu, no name of who is signed in, nothing of a single case. */
export function wallPage(view: WallView, texts: Common & { figures: FiguresTexts }): Html {
  const { figures, language, site } = texts
  const { read, about, ways, position, stands } = view
  const { wall } = figures
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${wall.title} · ${site.name}</title>
        <link rel="stylesheet" href="${consoleStyle.href}" />
      </head>
      <body class="console wall">
        <header>
          <p class="wall-brand">${mark}<b>${site.name}</b></p>
          <p>${about.map((one) => read(one)).join(' · ')} · ${view.at}</p>
        </header>
        <main>${sheetPart(view, figures)}</main>
        <footer>
          <p>${figures.legend.small} ${figures.legend.hidden}</p>
          <nav aria-label="${wall.sheets}">
            <a href="${ways.before}" rel="prev">← ${wall.before}</a>
            <span>${say(wall.position, { at: String(position.at), of: String(position.of) })}</span>
            <a href="${ways.after}" rel="next">${wall.after} →</a>
            <a href="${ways.turn}">${stands ? wall.turn : wall.stop}</a>
            <a href="${ways.leave}">${wall.leave}</a>
          </nav>
        </footer>
      </body>
    </html>`
}

function sheetPart(view: WallView, texts: FiguresTexts): Html {
  const { report, read, sheet } = view
  if (sheet === 'turns') return turnsPart(view, texts)
  const section = report.sections.find(({ code }) => code === sheet)
  if (section === undefined) return html``
  const wanted = figuresOn[sheet] ?? []
  const tiles = section.figures.rows.filter(([figure]) => wanted.some((code) => code === figure?.value))
  const lead = read(section.lead)
  return html`<h1>${read(section.title)}</h1>
    ${lead !== '' && html`<p>${lead}</p>`}
    ${
      tiles.length > 0 &&
      html`<ul class="wall-tiles" role="list">
        ${tiles.map((cells) => tile(cells, read))}
      </ul>`
    }
    <div class="wall-tables">
      ${section.breakdowns.filter(({ code }) => breakdownsOn.includes(code)).map((one) => table(one, read))}
    </div>`
}

function tile(cells: readonly Cell[], read: Read): Html {
  const [label = '', value = '', n = '', word = ''] = cells.map(({ said }) => read(said))
  const colour = (cells[3]?.value ?? null) as Colour | null
  return html`<li>
    <h2>${label}</h2>
    <p class="value ${value.length > 10 && 'word'}">${value}</p>
    ${word !== '' && html`<p><span class="ccpm ccpm-${colour}">${word}</span></p>`}
    ${n !== '' && html`<p class="soft">${n}</p>`}
  </li>`
}

function table({ title, rows, notes: [note] }: FiguresSection['breakdowns'][number], read: Read): Html {
  const longest = Math.max(1, ...rows.map(([, count]) => (typeof count?.value === 'number' ? count.value : 0)))
  const said = read(note?.text)
  return html`<section>
    <h2>${read(title)}</h2>
    ${said !== '' && html`<p>${said}</p>`}
    <table>
      <tbody>
        ${rows.slice(0, mostRows).map(([code, count]) => {
          const name = read(code?.said)
          const part = typeof count?.value === 'number' ? count.value / longest : null
          return html`<tr>
            <th scope="row">${name}</th>
            <td>${read(count?.said)}</td>
            <td>${part !== null && bar(part, `${name}: ${read(count?.said)}`)}</td>
          </tr>`
        })}
      </tbody>
    </table>
  </section>`
}

function turnsPart({ turns }: WallView, { wall }: FiguresTexts): Html {
  return html`<h1>${wall.turns}</h1>
    ${
      turns === null
        ? html`<p>${wall.untold}</p>`
        : html`<table class="wall-turns">
            <tbody>
              ${turns.map(
                ({ name, count }) =>
                  html`<tr>
                    <th scope="row">${name}</th>
                    <td>${count}</td>
                  </tr>`,
              )}
            </tbody>
          </table>`
    }`
}
