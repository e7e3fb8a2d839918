import { html } from 'hono/html'
import type { Html } from '../../html.ts'

/** A list of rows that a style sheet may lay out as cards: the roles say again what the tags say, so that it stays a table for a screen reader. */
export const listTable = (name: string, label: string, columns: readonly string[], rows: readonly Html[]): Html =>
  html`<table role="table" class="${name}" aria-label="${label}">
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map((column) => html`<th role="columnheader" scope="col">${column}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows}
    </tbody>
  </table>`
