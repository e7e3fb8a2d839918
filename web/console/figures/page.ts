import { html, raw } from 'hono/html'
import { fill } from '../../public/texts.ts'
import { bar, chartPatterns, gauge, signs } from './charts.ts'
import type { FiguresTexts } from './texts.ts'
import type { Figure, FiguresSection, FiguresTable, FiguresView } from './view.ts'
import type { Html } from '../../html.ts'

/** What stands between the header and the end of the page: `web/console/layout.ts` puts the rest around it. */
export function figuresBody(view: FiguresView, texts: FiguresTexts): Html {
  const { legend } = texts
  return html`<div class="figures">
    ${chartPatterns}
    <h1>${texts.title}</h1>
    <p class="soft">${view.asOf}</p>
    ${view.periods && periods(view.periods, texts)} ${view.sections.map((one) => section(one, texts))}
    <div class="calm legend">
      <h2>${legend.title}</h2>
      <p>${legend.small}</p>
      ${
        view.periods &&
        html`<p>${legend.hidden}</p>
          <p>${legend.withheld}</p>
          <p>${texts.colourScale}</p>`
      }
    </div>
    <p class="screen-only">
      <a href="${view.download}" download>${texts.download}</a> <span class="soft">${texts.print}</span>
    </p>
  </div>`
}

function periods(shown: NonNullable<FiguresView['periods']>, { periods }: FiguresTexts): Html {
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

function section({ title, lead, figures, tables }: FiguresSection, texts: FiguresTexts): Html {
  return html`<section>
    <h2>${title}</h2>
    ${lead !== null && html`<p class="soft">${lead}</p>`}
    ${
      figures.length > 0 &&
      html`<ul class="tiles" role="list">
        ${figures.map((one) => tile(one, texts))}
      </ul>`
    }
    ${tables.length > 0 && html`<div class="tables">${tables.map((one) => table(one, texts))}</div>`}
  </section>`
}

function tile(figure: Figure, texts: FiguresTexts): Html {
  const { label, value, n, range, colour, before } = figure
  const word = colour && `${signs[colour]} ${texts.colours[colour]}`
  return html`<li class="tile">
    <h3>${label}</h3>
    <p class="value ${value.length > 10 && 'word'}">${value}</p>
    ${range && gauge(range, colour, `${label}: ${value}`)}
    ${word && html`<p><span class="ccpm ccpm-${colour}" title="${fill(texts.colour, { colour: word })}">${word}</span></p>`}
    ${n !== null && html`<p class="soft">${n}</p>`} ${before !== null && html`<p class="soft">${before}</p>`}
    ${how(figure, label, texts)}
  </li>`
}

const how = ({ formula, source }: Pick<Figure, 'formula' | 'source'>, of: string, texts: FiguresTexts): Html =>
  html`<details>
    <summary>${texts.how}<span class="visually-hidden"> (${of})</span></summary>
    <p>${fill(texts.formula, { formula })}</p>
    <p>${fill(texts.source, { source })}</p>
  </details>`

function table(shown: FiguresTable, texts: FiguresTexts): Html {
  const { heading, note, rows, ofWhole } = shown
  const part = (of: number) => fill(texts.share, { share: String(Math.round(of * 100)) })
  return html`<div class="breakdown">
    <h3>${heading}</h3>
    ${note !== null && html`<p class="soft">${note}</p>`}
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
            <th scope="col">${texts.by.value}</th>
            <th scope="col">${texts.by.count}</th>
            <th scope="col">${texts.by.part}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (one) =>
              html`<tr>
                <th scope="row">${one.label}</th>
                <td>${one.value}</td>
                <td>${one.part !== null && bar(one.part, `${one.label}: ${ofWhole ? part(one.part) : one.value}`)}</td>
              </tr>`,
          )}
        </tbody>
      </table>`
    }
    ${how(shown, heading, texts)}
  </div>`
}
