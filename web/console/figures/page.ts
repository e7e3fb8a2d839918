import { html, raw } from 'hono/html'
import type { Colour } from '../../../core/figures/indicators.ts'
import type { FiguresSection } from '../../../core/reports/figures-tables.ts'
import type { Cell, Note, Read, Table } from '../../../core/reports/table.ts'
import type { Html } from '../../html.ts'
import { bar, chartPatterns, gauge } from './charts.ts'
import type { FiguresTexts } from './texts.ts'
import type { FiguresFrame, FiguresView, PartChoice } from './view.ts'
import { say } from '../../say.ts'

/** What stands between the header and the end of the page: `web/console/layout.ts` puts the rest around it. */
export function figuresBody(view: FiguresView, texts: FiguresTexts): Html {
  const { legend } = texts
  const { sections, whole } = view.report
  const { read } = view
  return html`<div class="figures">
    ${chartPatterns}
    <h1>${view.title}</h1>
    <p class="soft">${read(whole.about[0])}</p>
    ${parts(view, texts)} ${view.cercles?.asked && html`<p class="soft">${texts.cercle.read}</p>`}
    ${view.share && shareBox(view.share, texts)} ${view.periods && periods(view.periods, texts)}
    ${view.gap && gapPart(view.gap, texts)} ${sections.map((one) => section(one, read, texts))}
    ${
      view.share?.to !== 'share' &&
      html`<div class="calm legend">
        <h2>${legend.title}</h2>
        <p>${legend.small}</p>
        ${
          view.periods &&
          html`<p>${legend.hidden}</p>
            <p>${legend.withheld}</p>
            <p>${texts.colourScale}</p>`
        }
      </div>`
    }
    <p class="screen-only">
      ${view.wall !== null && html`<a href="${view.wall}">${texts.wall.open}</a> · `}
      ${view.files.map(({ href, label }) => html`<a href="${href}" download>${label}</a> · `)}
      <span class="soft">${texts.print}</span>
    </p>
  </div>`
}

/** In the place of figures that would take too long to read, why; and the ways to others. */
export const tooManyBody = (
  frame: FiguresFrame,
  { count, most }: { count: number; most: number },
  texts: FiguresTexts,
): Html =>
  html`<div class="figures">
    <h1>${frame.title}</h1>
    ${parts(frame, texts)} ${frame.periods && periods(frame.periods, texts)}
    <p class="calm">${say(texts.cercle.tooMany, { count: String(count), most: String(most) })}</p>
  </div>`

/** One region of all, one cercle of a region or of one's own; the version to hand on stays the version to hand on. */
function parts(frame: FiguresFrame, texts: FiguresTexts): Html {
  const { periods, regions, cercles, shared } = frame
  const kept = html`${periods && html`<input type="hidden" name="periode" value="${periods.id}" />`}
  ${shared && html`<input type="hidden" name="diffusion" />`}`
  // Another region has other cercles.
  const inRegion = regions?.asked && html`<input type="hidden" name="region" value="${regions.asked}" />`
  const isPart = Boolean(regions?.asked ?? cercles?.asked)
  return html`${regions && partForm('region', regions, kept, texts)}
  ${cercles && partForm('cercle', cercles, html`${kept}${inRegion}`, texts)}
  ${isPart && shared && html`<p class="calm screen-only">${texts.region.apart}</p>`}`
}

const partForm = (name: 'region' | 'cercle', { asked, options }: PartChoice, kept: Html, texts: FiguresTexts): Html =>
  html`<form class="screen-only where">
    <label for="${name}">${texts[name].label}</label>
    ${kept}
    <p class="beside">
      <select id="${name}" name="${name}">
        ${options.map(
          ({ value, label }) =>
            html`<option value="${value}" ${value === (asked ?? '') && raw('selected')}>${label}</option>`,
        )}
      </select>
      <button class="button plain">
        ${texts.region.show}<span class="visually-hidden"> (${texts[name].label})</span>
      </button>
    </p>
  </form>`

/** True numbers say that they are, on paper too. */
const shareBox = ({ to, href }: NonNullable<FiguresView['share']>, { inside }: FiguresTexts): Html =>
  html`<p class="${to === 'share' ? 'calm' : 'soft'}">
    ${to === 'share' && html`<b>${inside.exact}</b> `}<a class="screen-only" href="${href}">${inside[to]}</a>
  </p>`

/** Two numbers of one day that differ are both doubted, unless the page says why. */
function gapPart({ href, ...gap }: NonNullable<FiguresView['gap']>, { gap: texts }: FiguresTexts): Html {
  const { listed, open, answered, apart } = gap
  const told = (text: string, count: number) => say(text, { count: String(count) })
  const parts = [
    told(texts.open, open),
    ...(answered > 0 ? [told(texts.answered, answered)] : []),
    ...(apart > 0 ? [told(texts.apart, apart)] : []),
  ]
  return html`<p class="soft" id="boite"><a href="${href}">${told(texts.listed, listed)}</a>${parts.join(' + ')}.</p>`
}

function periods(shown: NonNullable<FiguresFrame['periods']>, { periods }: FiguresTexts): Html {
  const { kinds, earlier, later, label } = shown
  return html`<nav class="periods" aria-label="${periods.label}">
    <ul role="list">
      ${kinds.map(
        (one) => html`<li><a href="${one.href}" ${one.chosen && raw('aria-current="true"')}>${one.label}</a></li>`,
      )}
    </ul>
    <p>
      ${earlier && html`<a href="${earlier.href}" rel="prev" aria-label="${periods.earlier}: ${earlier.label}">← ${earlier.label}</a>`}
      <b>${label}</b>
      ${later && html`<a href="${later.href}" rel="next" aria-label="${periods.later}: ${later.label}">${later.label} →</a>`}
    </p>
  </nav>`
}

function section({ title, lead, figures, breakdowns }: FiguresSection, read: Read, texts: FiguresTexts): Html {
  const note = ([figure]: readonly Cell[]) => figures.notes.find(({ of }) => of === figure?.value)
  return html`<section>
    <h2>${read(title)}</h2>
    ${read(lead) !== '' && html`<p class="soft">${read(lead)}</p>`}
    ${
      figures.rows.length > 0 &&
      html`<ul class="tiles" role="list">
        ${figures.rows.map((cells) => tile(cells, note(cells), read, texts))}
      </ul>`
    }
    ${breakdowns.length > 0 && html`<div class="tables">${breakdowns.map((one) => table(one, read, texts))}</div>`}
  </section>`
}

function tile(cells: readonly Cell[], note: Note | undefined, read: Read, texts: FiguresTexts): Html {
  const [label = '', value = '', n = '', word = '', before = ''] = cells.map(({ said }) => read(said))
  const range = cells[1]?.value ?? null
  const colour = (cells[3]?.value ?? null) as Colour | null
  return html`<li class="tile">
    <h3>${label}</h3>
    <p class="value ${value.length > 10 && 'word'}">${value}</p>
    ${typeof range === 'object' && range && gauge(range, colour, `${label}: ${value}`)}
    ${word !== '' && html`<p><span class="ccpm ccpm-${colour}" title="${say(texts.colour, { colour: word })}">${word}</span></p>`}
    ${n !== '' && html`<p class="soft">${n}</p>`} ${before !== '' && html`<p class="soft">${before}</p>`}
    ${how(note, label, read, texts)}
  </li>`
}

const how = (note: Note | undefined, of: string, read: Read, texts: FiguresTexts): Html =>
  html`<details>
    <summary>${texts.how}<span class="visually-hidden"> (${of})</span></summary>
    <p>${say(texts.formula, { formula: read(note?.formula) })}</p>
    <p>${say(texts.source, { source: read(note?.source) })}</p>
  </details>`

function table({ title, columns, rows, notes: [note] }: Table, read: Read, texts: FiguresTexts): Html {
  const heading = read(title)
  const before = read(note?.text)
  return html`<div class="breakdown">
    <h3>${heading}</h3>
    ${before !== '' && html`<p class="soft">${before}</p>`}
    ${
      rows.length > 0 &&
      html`<table>
        <caption class="visually-hidden">
          ${heading}
        </caption>
        <colgroup>
          <col />
          <col class="count" />
          <col class="bars" />
        </colgroup>
        <thead class="visually-hidden">
          <tr>
            ${columns.map(({ label }) => html`<th scope="col">${read(label)}</th> `)}
            <th scope="col">${texts.by.part}</th>
          </tr>
        </thead>
        <tbody>
          ${rowsWithBars(rows, note?.n ?? null, texts, read)}
        </tbody>
      </table>`
    }
    ${how(note, heading, read, texts)}
  </div>`
}

const numberIn = (cell: Cell | null | undefined): number => (typeof cell?.value === 'number' ? cell.value : 0)

/** Bars are parts of all there is, in percent; or, where that is no number, only lengths beside each other. */
function rowsWithBars(rows: Table['rows'], whole: Cell | null, texts: FiguresTexts, read: Read): Html[] {
  const longest = whole ? numberIn(whole) : Math.max(0, ...rows.map(([, count]) => numberIn(count)))
  return rows.map(([code, count]) => {
    const label = read(code?.said)
    const value = read(count?.said)
    const part = typeof count?.value === 'number' && longest > 0 ? count.value / longest : null
    const share = (of: number) => say(texts.share, { share: String(Math.round(of * 100)) })
    return html`<tr>
      <th scope="row">${label}</th>
      <td>${value}</td>
      <td>${part !== null && bar(part, `${label}: ${whole ? share(part) : value}`)}</td>
    </tr>`
  })
}
