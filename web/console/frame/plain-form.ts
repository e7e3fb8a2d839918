import { html } from 'hono/html'
import type { Html } from '../../html.ts'
import { caseField, type Field, fieldId } from './fields.ts'
import type { FormState } from './form-state.ts'

interface Form {
  id: string
  action: string
  csrf: string
  fields: readonly Field[]
  hidden: Readonly<Record<string, string | number>>
  submit: string
  state: FormState | null
  /** Over what is wrong. */
  titled: string
  /** It stands below a heading of its own. */
  below?: boolean
}

/** A form of fields, and over them what came back with it. */
export function plainForm({ id, action, csrf, fields, hidden, submit, state, titled, below = false }: Form): Html {
  const flaws = Object.entries(state?.flaws ?? {})
  return html`<form class="plain-form" method="post" action="${action}" id="${id}">
    ${
      flaws.length > 0 &&
      html`<div class="problems" role="alert">
        ${below ? html`<h3>${titled}</h3>` : html`<h2>${titled}</h2>`}
        <ul>
          ${flaws.map(([name, text]) => (name === '' ? html`<li>${text}</li>` : html`<li><a href="#${fieldId(id, name)}">${text}</a></li>`))}
        </ul>
      </div>`
    }
    <input type="hidden" name="csrf" value="${csrf}" />
    ${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    ${fields.map((field) => caseField(id, field, state?.values ?? null, state?.flaws[field.name]))}
    <button class="button">${submit}</button>
  </form>`
}
