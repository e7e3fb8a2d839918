import { html, raw } from 'hono/html'
import type { Group, Option, Values } from './choices.ts'
import { findsPlaces, type PlaceList } from './places.ts'
import type { Html } from '../../html.ts'

/** The most that is looked for in one field: longer than anything half remembered. */
export const mostSought = 120

interface Base {
  name: string
  label: string
  hint?: string | undefined
  required?: boolean
  /** Seldom needed: put away under this heading, unless something stands in it. */
  under?: string
  /** What stands in it before anybody typed. */
  value?: string | readonly string[] | undefined
}

/** One thing a step asks for. */
export type Field = Base &
  (
    | { as: 'area'; maxLength: number; rows?: number }
    | { as: 'text'; maxLength: number; numeric?: boolean }
    | { as: 'place'; list: PlaceList }
    | { as: 'date'; min: string; max: string }
    | { as: 'select'; options: readonly Option[]; groups?: readonly Group[] }
    | { as: 'radios'; options: readonly (Option & { hint?: string | undefined })[] }
    | { as: 'checks'; options: readonly Option[] }
  )

export const fieldId = (step: string, name: string): string => `${step}-${name}`

/** Draws one field; `typed` goes before its first value. */
export function caseField(step: string, field: Field, typed: Values | null, flaw: string | undefined): Html {
  const { name, hint, value } = field
  const id = fieldId(step, name)
  const first = typeof value === 'string' ? [value] : (value ?? [])
  const values = typed ? (typed[name] ?? []) : first
  const ids = [hint && `${id}-aide`, flaw && `${id}-faute`].filter(Boolean).join(' ')
  const notes = html`${hint && html`<p class="hint" id="${id}-aide">${hint}</p>`}${flaw && html`<p class="problem" id="${id}-faute">${flaw}</p>`}`
  const state = html`${ids && html` aria-describedby="${ids}"`}${flaw && raw(' aria-invalid="true"')}`
  const wrong = flaw ? ' wrong' : ''
  if (field.as === 'radios' || field.as === 'checks')
    return html`<fieldset class="${wrong}" ${state}>
      <legend>${field.label}</legend>
      ${notes}
      <div class="${field.as === 'checks' ? 'choices two' : 'choices'}">${choices(id, field, values)}</div>
    </fieldset>`
  return html`<div class="field${wrong}">
    <label for="${id}">${field.label}</label>${notes}${control(id, field, values[0] ?? '', state)}
  </div>`
}

/** The first option carries the id of the field, so that a link from the problem list lands on it. */
const choices = (id: string, field: Field & { as: 'radios' | 'checks' }, values: readonly string[]): Html[] =>
  field.options.map((option, index) => {
    const own = index === 0 ? id : `${id}-${index}`
    const hint = 'hint' in option ? option.hint : undefined
    const type = field.as === 'radios' ? 'radio' : 'checkbox'
    const on = values.includes(option.value)
    return html`<label class="choice" for="${own}"
      ><input
        type="${type}"
        id="${own}"
        name="${field.name}"
        value="${option.value}"
        ${on && raw(' checked')}${field.required && type === 'radio' && raw(' required')}
      /><span>${option.label}${hint && html`<br /><small>${hint}</small>`}</span></label
    >`
  })

type Control = Exclude<Field, { as: 'radios' | 'checks' }>

function control(id: string, field: Control, value: string, state: Html): Html {
  const required = field.required ? raw(' required') : ''
  if (field.as === 'area')
    // The line break after the tag is dropped by browsers, so that one typed first is kept.
    return html`<textarea
      id="${id}"
      name="${field.name}"
      rows="${field.rows ?? 4}"
      maxlength="${field.maxLength}"
      dir="auto"
      ${required}${state}
    >
${value}</textarea>`
  if (field.as === 'select')
    return html`<select id="${id}" name="${field.name}" ${required}${state}>
      ${field.options.map((one) => option(one, value))}${(field.groups ?? []).map(({ label, options }) => html`<optgroup label="${label}">${options.map((one) => option(one, value))}</optgroup>`)}
    </select>`
  if (field.as === 'date')
    return html`<input
      type="date"
      id="${id}"
      name="${field.name}"
      value="${value}"
      min="${field.min}"
      max="${field.max}"
      ${required}${state}
    />`
  return html`<input
    type="text"
    id="${id}"
    name="${field.name}"
    value="${value}"
    autocomplete="off"
    ${field.as === 'place' ? raw(findsPlaces(field.list)) : html` maxlength="${field.maxLength}"`}
    ${field.as === 'text' && field.numeric && raw(' inputmode="numeric"')}${required}${state}
  />`
}

const option = ({ value, label }: Option, chosen: string): Html =>
  html`<option value="${value}" ${value === chosen && raw(' selected')}>${label}</option>`
