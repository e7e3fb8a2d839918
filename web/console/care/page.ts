import { html } from 'hono/html'
import { listTable } from '../frame/list-table.ts'
import type { Html } from '../../html.ts'
import { unbroken } from '../../say.ts'
import type { Field } from '../frame/fields.ts'
import type { FormState } from '../frame/form-state.ts'
import { plainForm } from '../frame/plain-form.ts'
import type { PlaceList } from '../frame/places.ts'
import type { CareTexts } from './texts.ts'

/** One line in words. */
export interface CareRow {
  id: string
  place: string
  name: string
  phone: string
  hours: string
  woman: boolean
  state: { kind: 'late' | 'today' | 'left'; text: string }
}

interface Scene {
  /** Where its addresses begin. */
  at: string
  csrf: string
  /** Of the list these pages show. */
  version: number
  texts: CareTexts
}

/** A form of one button. */
const button = ({ at, csrf, version }: Scene, id: string, what: 'check' | 'remove', label: string): Html =>
  html`<form method="post" action="${at}/${id}">
    <input type="hidden" name="csrf" value="${csrf}" /><input type="hidden" name="version" value="${version}" />
    <button class="button small plain" name="geste" value="${what}">${label}</button>
  </form>`

export function careBody(scene: Scene, rows: readonly CareRow[], stale: boolean): Html {
  const { at, texts } = scene
  const { columns } = texts
  const names = [
    columns.place,
    columns.name,
    columns.phone,
    columns.hours,
    columns.woman,
    columns.checked,
    columns.actions,
  ]
  const cells = ({ id, place, name, phone, hours, woman, state }: CareRow) => [
    place,
    html`<a href="${at}/${id}">${name}</a>`,
    unbroken(phone),
    hours,
    woman ? texts.yes : texts.no,
    html`<span class="tag ${state.kind}">${state.text}</span>`,
    html`${button(scene, id, 'check', texts.check)}`,
  ]
  return html`<h1>${texts.title}</h1>
    ${stale && html`<p class="flash careful" role="alert">${texts.problems.stale}</p>`}
    <p class="soft">${texts.lead}</p>
    <p><a class="button" href="${at}/nouvelle">${texts.add}</a></p>
    ${
      rows.length === 0
        ? html`<p>${texts.empty}</p>`
        : listTable(
            'listing',
            texts.title,
            names,
            rows.map(
              (row) =>
                html`<tr role="row" id="l-${row.id}">
                  ${cells(row).map((cell, index) => html`<td role="cell" data-label="${names[index] ?? ''}"><bdi>${cell}</bdi></td>`)}
                </tr>`,
            ),
          )
    }`
}

export interface CareForm {
  /** Null for a new line. */
  id: string | null
  values: { place: string; name: string; phone: string; hours: string; woman: boolean }
  /** Where all places are: it is typed. */
  places: PlaceList
  state: FormState | null
}

export function careFormBody(scene: Scene, { id, values, places, state }: CareForm): Html {
  const { at, csrf, version, texts } = scene
  const { fields } = texts
  const yesNo = [
    { value: 'oui', label: texts.yes },
    { value: 'non', label: texts.no },
  ]
  const asked: Field[] = [
    { as: 'place', name: 'place', list: places, value: values.place, ...fields.place },
    { as: 'text', name: 'name', maxLength: 60, required: true, value: values.name, ...fields.name },
    { as: 'text', name: 'phone', maxLength: 16, required: true, numeric: true, value: values.phone, ...fields.phone },
    { as: 'text', name: 'hours', maxLength: 14, required: true, value: values.hours, ...fields.hours },
    { as: 'radios', name: 'woman', options: yesNo, value: values.woman ? 'oui' : 'non', ...fields.woman },
  ]
  return html`<p class="crumb"><a href="${at}">← ${texts.title}</a></p>
    <h1>${id === null ? texts.add : texts.edit}</h1>
    ${plainForm({
      id: 'care',
      action: `${at}/${id ?? 'nouvelle'}`,
      csrf,
      fields: asked,
      hidden: { version },
      submit: texts.save,
      state,
      titled: texts.problems.title,
    })}
    ${
      id !== null &&
      html`<p></p>
        ${button(scene, id, 'remove', texts.remove)}`
    }`
}
