import { html, raw } from 'hono/html'
import type { DirectoryTab, DirectoryTexts } from './texts.ts'
import type { SheetChosen } from '../../../core/directory/sheet.ts'
import { listTable } from '../frame/list-table.ts'
import type { Html } from '../../html.ts'
import { say } from '../../say.ts'

/** What surrounds every page of the directory. */
export interface TabScene {
  /** Where its addresses begin: `/console/annuaire`. */
  at: string
  tab: DirectoryTab
  /** Those this person may open. */
  tabs: readonly DirectoryTab[]
  texts: DirectoryTexts
  csrf: string
}

const paths: Record<DirectoryTab, string> = {
  organisations: '',
  people: '/personnes',
  presence: '/presence',
  points: '/points',
  audit: '/journal',
  absence: '/absences',
}
export const tabHref = (at: string, tab: DirectoryTab): string => `${at}${paths[tab]}`

/** The head of a tab's first page, and its content. */
export function tabBody({ at, tab, tabs, texts }: TabScene, content: Html): Html {
  const title = tabs.length > 1 ? texts.title : texts.absences
  return html`<h1>${title}</h1>
    ${
      tabs.length > 1 &&
      html`<nav class="tabs" aria-label="${texts.title}">
        ${tabs.map((one) => html`<a href="${tabHref(at, one)}" ${one === tab && raw('aria-current="page"')}>${texts.tabs[one]}</a>`)}
      </nav>`
    }
    <p class="soft">${texts.leads[tab]}</p>
    ${content}`
}

/** A page under a tab: the way back first. */
export const underBody = ({ at, tab, texts }: TabScene, title: string, content: Html): Html =>
  html`<p class="crumb"><a href="${tabHref(at, tab)}">← ${texts.tabs[tab]}</a></p>
    <h1>${title}</h1>
    ${content}`

/** A table where there is room, cards where there is not: each cell then says its column. */
export function listing(
  label: string,
  columns: readonly string[],
  rows: readonly (readonly (Html | string)[])[],
): Html {
  return listTable(
    'listing',
    label,
    columns,
    rows.map(
      (cells) =>
        html`<tr role="row">
          ${cells.map((cell, index) => html`<td role="cell" data-label="${columns[index] ?? ''}"><bdi>${cell}</bdi></td>`)}
        </tr>`,
    ),
  )
}

export const facts = (lines: readonly (readonly [string, Html | string])[]): Html =>
  html`<dl class="facts">
    ${lines.map(
      ([label, value]) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`

export const tag = (kind: 'late' | 'today' | 'left' | 'mark', text: string): Html =>
  html`<span class="tag ${kind}">${text}</span>`

/** A button that does one thing. */
export const oneButton = (
  action: string,
  csrf: string,
  label: string,
  hidden: Readonly<Record<string, string | number>> = {},
): Html =>
  html`<form method="post" action="${action}">
    <input type="hidden" name="csrf" value="${csrf}" />
    ${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    <button class="button small plain">${label}</button>
  </form>`

export function searchForm(action: string, q: string, { search }: DirectoryTexts): Html {
  return html`<form class="find" role="search" action="${action}">
    <label for="q">${search.label}</label>
    <div>
      <input type="search" id="q" name="q" value="${q}" maxlength="80" autocomplete="off" />
      <button class="button plain">${search.send}</button>
    </div>
  </form>`
}

export const counted = (count: number, { count: texts }: DirectoryTexts): string =>
  say(count === 0 ? texts.none : count === 1 ? texts.one : texts.several, { count })

/** What a form that asks for a file was sent with, and what was wrong with that. */
export interface FileAsked {
  problem: string | null
  /** What a workbook may unpack to. */
  megabytes: number
  /** Ticked when it was sent, so that it stays. */
  ticked: Readonly<Record<string, string>>
}

/** A list or a matrix, as a spreadsheet saves it: what it must hold, and what was wrong with the last one. */
export const fileField = (
  { fields, unpacked }: DirectoryTexts,
  expects: string,
  { problem, megabytes }: FileAsked,
): Html =>
  html`<div class="field ${problem !== null && 'wrong'}">
    <label for="file">${fields.file.label}</label>
    <p class="hint" id="file-aide">${expects} ${say(unpacked, { megabytes })}</p>
    ${problem !== null && html`<p class="problem" id="file-faute" role="alert">${problem}</p>`}
    <input
      type="file"
      id="file"
      name="file"
      accept=".xlsx,.csv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
      required
      aria-describedby="file-aide${problem !== null && ' file-faute'}"
      ${problem !== null && raw('aria-invalid="true"')}
    />
  </div>`

export const addsChoice = ({ ticked }: FileAsked, label: string): Html =>
  html`<label class="choice"
    ><input type="checkbox" name="adds" value="oui" ${ticked['adds'] === 'oui' && raw('checked')} /><span
      >${label}</span
    ></label
  >`

/** Which sheet of a workbook was read, where it has several. */
export const sheetLine = (sheet: SheetChosen | null, { sheetRead }: DirectoryTexts): Html | '' =>
  sheet ? html`<p>${say(sheetRead, { name: sheet.name, others: sheet.others.join(', ') })}</p>` : ''
