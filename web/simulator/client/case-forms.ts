import { make, texts } from './dom.ts'

const words = texts.staff

/** One thing a step asks. `options` make it a list; `rows` make it a text of several lines. */
export interface Field {
  name: string
  label: string
  value?: string
  options?: readonly (readonly [value: string, label: string])[]
  rows?: number
  type?: 'text' | 'date'
  required?: boolean
}

/** What was chosen or written and not yet sent survives a redraw, by case, step and field. */
const drafts = new Map<string, string>()
const prefixOf = (reference: string, step: string): string => `${reference} ${step} `

export function forgetDrafts(reference: string, step: string): void {
  for (const key of drafts.keys()) if (key.startsWith(prefixOf(reference, step))) drafts.delete(key)
}

export function draft(reference: string, step: string, field: string, value: string): void {
  drafts.set(prefixOf(reference, step) + field, value)
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

function control({ name, options, rows, type = 'text', required }: Field, id: string): Control {
  const attributes: Record<string, string> = { name, id, ...(required === true ? { required: '' } : {}) }
  if (options) return make('select', attributes, ...options.map(([value, label]) => make('option', { value }, label)))
  return rows === undefined
    ? make('input', { ...attributes, type })
    : make('textarea', { ...attributes, rows: String(rows) })
}

/** The form of one step; `send` gets the values by field. */
export function stepForm(
  reference: string,
  step: string,
  fields: readonly Field[],
  send: (values: Record<string, string>) => Promise<void>,
): HTMLFormElement {
  const parts = fields.map((field) => {
    const id = `${step}-${field.name}`
    const element = control(field, id)
    const initial = drafts.get(prefixOf(reference, step) + field.name) ?? field.value
    if (initial !== undefined) element.value = initial
    element.addEventListener('input', () => {
      draft(reference, step, field.name, element.value)
    })
    return make(
      'div',
      { class: field.rows === undefined ? 'part' : 'part wide' },
      make('label', { for: id }, field.label),
      element,
    )
  })
  const button = make('button', { 'data-step': step }, words.steps[step]?.send ?? step)
  const form = make('form', { class: 'step' }, ...parts, button)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    button.disabled = true
    const values = [...new FormData(form)].map(([name, value]) => [name, typeof value === 'string' ? value : ''])
    void send(Object.fromEntries(values) as Record<string, string>).finally(() => {
      button.disabled = false
    })
  })
  return form
}
