import { html, raw } from 'hono/html'
import type { NotTogether, TogetherStep } from '../../../core/routing/together.ts'
import { caseField, type Field } from '../frame/fields.ts'
import type { Option } from '../frame/choices.ts'
import type { Html } from '../../html.ts'
import { say } from '../../say.ts'
import type { TogetherWords } from './texts.ts'

/** One case as it is named among others. */
export interface ChosenCase {
  reference: string
  href: string
  grouped: string
  about: string
  placeName: string | null
  state: string
  version: number
  /** The step is taken on it. */
  may: boolean
  isLead: boolean
}

export interface TogetherView {
  base: string
  back: string
  csrf: string
  requestId: string
  step: TogetherStep
  cases: readonly ChosenCase[]
  organisations: readonly Option[]
  refused: NotTogether | null
  /** How many one person dismisses alone, where these are more. */
  waits: number | null
  liste: string
}

/** What would be done with the cases chosen in the list, each named, before anything is. */
export function togetherBody(view: TogetherView, words: TogetherWords): Html {
  const { together: texts } = words
  const { step, cases, refused } = view
  const able = cases.filter(({ may }) => may)
  const body =
    able.length === 0
      ? html`<div class="calm"><p>${texts.nobody[step]}</p></div>`
      : refused !== null
        ? html`<div class="warn">
            <h2>${texts.refused.title}</h2>
            <p>${texts.refused[refused]}</p>
          </div>`
        : form(view, able, words)
  return html`<p class="crumb"><a href="${view.back}">${texts.back}</a></p>
    <h1>${say(texts.title[step], { count: String(able.length) })}</h1>
    ${cases.length > 0 && table(view, words)} ${body}`
}

function table({ cases, step }: TogetherView, { together: texts }: TogetherWords): Html {
  const { columns } = texts
  const state = ({ may, isLead, state }: ChosenCase): Html =>
    html`${state}${isLead ? html` <b>· ${texts.lead}</b>` : !may && html` <b>· ${texts.left}</b>`}`
  return html`<table class="found-table" aria-label="${say(texts.title[step], { count: String(cases.length) })}">
    <thead>
      <tr>
        ${[columns.case, columns.about, columns.state].map((label) => html`<th scope="col">${label}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${cases.map(
        (one) =>
          html`<tr>
            <th scope="row"><a href="${one.href}" data-case>${one.grouped}</a></th>
            <td><b>${one.about}</b>${one.placeName !== null && html` <small>${one.placeName}</small>`}</td>
            <td>${state(one)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`
}

function fieldOf({ step, organisations }: TogetherView, { together: { fields } }: TogetherWords): Field | null {
  const choose = { value: '', label: `— ${fields.choose} —` }
  if (step === 'merge') return null
  return step === 'assign'
    ? { as: 'select', name: 'organisation', label: fields.organisation, options: [choose, ...organisations], required: true } // prettier-ignore
    : { as: 'area', name: 'reason', label: fields.reason, hint: fields.reasonHint, maxLength: 2000, rows: 2, required: true } // prettier-ignore
}

function form(view: TogetherView, able: readonly ChosenCase[], words: TogetherWords): Html {
  const { together: texts } = words
  const { step, base, waits, cases } = view
  const field = fieldOf(view, words)
  const hidden = (name: string, value: string) => html`<input type="hidden" name="${name}" value="${value}" />`
  const sent = cases.filter(({ may, isLead }) => may || isLead)
  return html`<form class="together" method="post" action="${base}/ensemble/${step}">
    ${hidden('csrf', view.csrf)} ${hidden('requestId', view.requestId)} ${hidden('liste', view.liste)}
    ${sent.map(({ reference, version }) => hidden('d', `${reference}.${String(version)}`))}
    <div class="then">
      <b>${texts.then}</b>
      ${texts.consequences[step].map((line) => html`<p>${line}</p>`)}
      ${waits !== null && html`<p><b>${say(texts.waits, { most: String(waits) })}</b></p>`}
    </div>
    ${field && caseField('ensemble', field, null, undefined)}
    <button class="button">${say(texts.send[step], { count: String(able.length) })}</button>
  </form>`
}

export interface DoneView {
  base: string
  back: string
  step: TogetherStep | 'waits'
  done: number
  /** Those it was not done with, each with why. */
  others: readonly { href: string; grouped: string; why: string }[]
  lead: { href: string; grouped: string } | null
}

/** What became of each. */
export function togetherDone({ back, step, done, others, lead }: DoneView, { together: texts }: TogetherWords): Html {
  return html`<p class="crumb"><a href="${back}">${texts.back}</a></p>
    <h1>${say(texts.done[step], { count: String(done) })}</h1>
    ${lead !== null && html`<p><a class="button" href="${lead.href}">${texts.lead} ${lead.grouped}</a></p>`}
    ${
      others.length > 0 &&
      html`<div class="warn" ${raw('role="status"')}>
        <h2>${texts.notDone}</h2>
        <ul>
          ${others.map(({ href, grouped, why }) => html`<li><a href="${href}">${grouped}</a> ${why}</li>`)}
        </ul>
      </div>`
    }`
}
