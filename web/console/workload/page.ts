import { html } from 'hono/html'
import type { Common } from '../frame/common.ts'
import type { WorkloadTexts } from './texts.ts'
import type { Html } from '../../html.ts'

type WorkloadWords = Common & { workload: WorkloadTexts }

export interface LoadRow {
  name: string
  open: number
  late: number
  /** `2027-06`. */
  oldest: string | null
  /** Of an inactive organisation: where its open cases are found, to be given to another. */
  reassign?: string | null
}
export interface WorkloadView {
  turns: readonly Pick<LoadRow, 'name' | 'open'>[]
  regions: readonly LoadRow[]
  organisations: readonly LoadRow[]
}

/** Null: nothing exact can be said. */
export function workloadBody(view: WorkloadView | null, words: WorkloadWords): Html {
  const { workload: texts } = words
  return html`<h1>${texts.title}</h1>
    <p class="soft">${texts.lead}</p>
    ${view === null ? html`<p>${texts.tooMany}</p>` : html`${turnsPart(view, words)} ${part(texts.regions, view.regions, words)} ${part(texts.organisations, view.organisations, words)}`}`
}

function turnsPart({ turns }: WorkloadView, { workload: { columns, turns: texts } }: WorkloadWords) {
  return html`<h2>${texts.title}</h2>
    <table class="workload" aria-label="${texts.title}">
      <thead>
        <tr>
          ${[columns.owner, columns.open].map((label) => html`<th scope="col">${label}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${turns.map(
          ({ name, open }) =>
            html`<tr>
              <th scope="row">${name}</th>
              <td>${open}</td>
            </tr>`,
        )}
      </tbody>
    </table>`
}

function part(title: string, rows: readonly LoadRow[], { workload: texts, when }: WorkloadWords) {
  const { owner, open, late, oldest } = texts.columns
  const month = (at: string) => `${when.months[Number(at.slice(5)) - 1] ?? ''} ${at.slice(0, 4)}`
  return html`<h2>${title}</h2>
    ${
      rows.length === 0
        ? html`<p>${texts.none}</p>`
        : html`<table class="workload" aria-label="${title}">
            <thead>
              <tr>
                ${[owner, open, late, oldest].map((label) => html`<th scope="col">${label}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${rows.map(
                (row) =>
                  html`<tr>
                    <th scope="row">${row.name}${toReassign(row, texts)}</th>
                    <td>${row.open}</td>
                    <td>${row.late > 0 ? html`<b>▲ ${row.late}</b>` : '0'}</td>
                    <td>${row.oldest === null ? '–' : month(row.oldest)}</td>
                  </tr>`,
              )}
            </tbody>
          </table>`
    }`
}

/** An inactive organisation keeps what it has until somebody gives it to another. */
const toReassign = ({ reassign }: LoadRow, texts: WorkloadTexts): Html | '' =>
  reassign ? html`<small><b>■ ${texts.inactive}</b> · <a href="${reassign}">${texts.reassign}</a></small>` : ''
