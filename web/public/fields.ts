import { html, raw } from 'hono/html'
import type { Given, QuestionName } from '../../core/channel/questions.ts'
import type { Html } from '../html.ts'
import type { FormTexts } from '../question-texts.ts'

/** What is wrong with one field; `null` where nothing is. */
export interface Flaw {
  field: string | null
  message: string
}

/** On top of the page: what to mend, in plain words, each with a link to its field. */
export function problemList(title: string, flaws: readonly Flaw[]): Html {
  if (flaws.length === 0) return html``
  const line = ({ field, message }: Flaw): Html =>
    field === null ? html`<li>${message}</li>` : html`<li><a href="#${field}">${message}</a></li>`
  return html`<div class="problems" role="alert" aria-labelledby="problemes">
    <h2 id="problemes">${title}</h2>
    <ul>
      ${flaws.map(line)}
    </ul>
  </div>`
}

const noteId = (name: string, kind: 'aide' | 'faute'): string => `${name}-${kind}`

function notes(name: string, hint: string | undefined, flaw: string | undefined): { shown: Html; described: Html } {
  const ids = [hint && noteId(name, 'aide'), flaw && noteId(name, 'faute')].filter(Boolean).join(' ')
  return {
    shown: html`${hint && html`<p class="hint" id="${noteId(name, 'aide')}">${hint}</p>`}${flaw && html`<p class="problem" id="${noteId(name, 'faute')}">${flaw}</p>`}`,
    described: html`${ids && html` aria-describedby="${ids}"`}${flaw && raw(' aria-invalid="true"')}`,
  }
}

interface Field {
  /** Also its id: the problem list links to it. */
  name: string
  label: string
  hint?: string | undefined
  flaw?: string | undefined
  value: string
  classes?: string
}

const wrap = ({ classes = '', flaw }: Pick<Field, 'classes' | 'flaw'>, kind: string): string =>
  [kind, classes, flaw && 'wrong'].filter(Boolean).join(' ')

export function textField({
  type = 'text',
  attributes = '',
  ...field
}: Field & { type?: string; attributes?: string }): Html {
  const { shown, described } = notes(field.name, field.hint, field.flaw)
  return html`<div class="${wrap(field, 'field')}">
    <label for="${field.name}">${field.label}</label>${shown}
    <input
      type="${type}"
      id="${field.name}"
      name="${field.name}"
      value="${field.value}"
      ${described}${raw(attributes)}
    />
  </div>`
}

export function textArea({
  rows = 6,
  attributes = '',
  ...field
}: Field & { maxLength: number; rows?: number; attributes?: string }): Html {
  const { shown, described } = notes(field.name, field.hint, field.flaw)
  return html`<div class="${wrap(field, 'field')}">
    <label for="${field.name}">${field.label}</label>${shown}
    <textarea
      id="${field.name}"
      name="${field.name}"
      rows="${rows}"
      maxlength="${field.maxLength}"
      ${described}${raw(attributes)}
    >
${field.value}</textarea>
  </div>`
}

export interface Option {
  value: string
  label: string
  hint?: string | undefined
  /** Choosing it means that no contact is needed. */
  silent?: boolean
}

interface Group {
  label: string
  options: readonly Option[]
}

export function select(
  field: Field & { options: readonly Option[]; groups?: readonly Group[]; attributes?: string },
): Html {
  const { shown, described } = notes(field.name, field.hint, field.flaw)
  const option = ({ value, label }: Option): Html =>
    html`<option value="${value}" ${value === field.value && raw(' selected')}>${label}</option>`
  return html`<div class="${wrap(field, 'field')}">
    <label for="${field.name}">${field.label}</label>${shown}
    <select id="${field.name}" name="${field.name}" ${described}${raw(field.attributes ?? '')}>
      ${field.options.map(option)}${(field.groups ?? []).map(({ label, options }) => html`<optgroup label="${label}">${options.map(option)}</optgroup>`)}
    </select>
  </div>`
}

/** The first option carries the id of the field, so that a link from the problem list lands on it. */
export function radios(field: Field & { options: readonly Option[]; columns?: boolean }): Html {
  const { shown, described } = notes(field.name, field.hint, field.flaw)
  const option = ({ value, label, hint, silent }: Option, index: number): Html => {
    const id = index === 0 ? field.name : `${field.name}-${value}`
    return html`<label class="choice" for="${id}"
      ><input
        type="radio"
        id="${id}"
        name="${field.name}"
        value="${value}"
        ${value === field.value && raw(' checked')}${silent && raw(' data-silent')}
      /><span>${label}${hint && html`<br /><small>${hint}</small>`}</span></label
    >`
  }
  return html`<fieldset class="${wrap(field, '')}" ${described}>
    <legend>${field.label}</legend>
    ${shown}
    <div class="choices${field.columns && ' two'}">${field.options.map(option)}</div>
  </fieldset>`
}

/** The questions of a form as fields, in order, with what was answered; the page adds how nothing is said. */
export const questionFields = (questions: Partial<Record<QuestionName, FormTexts>>, given: Given) =>
  Object.entries(questions).map(([name, { label, hint, key, options }]) => ({
    name,
    label,
    hint,
    key,
    value: given[name as QuestionName] ?? '',
    options: Object.entries(options).map(([value, label]): Option => ({ value, label })),
  }))
