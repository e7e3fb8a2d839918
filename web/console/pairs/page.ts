import { html, raw } from 'hono/html'
import type { PairName, Seat } from '../../../core/directory/seat.ts'
import { listTable } from '../frame/list-table.ts'
import type { Html } from '../../html.ts'
import type { Field } from '../frame/fields.ts'
import type { FormState } from '../frame/form-state.ts'
import { plainForm } from '../frame/plain-form.ts'
import { say } from '../../say.ts'
import type { PairTexts } from './texts.ts'

interface SeatRow {
  id: string
  version: number
  name: string
  as: Seat['as']
  training: { due: boolean; text: string }
  how: string
  /** They must leave, and until when they keep the door; null for whoever stays. */
  leaving: string | null
  /** Is it this viewer's to have them leave at once? */
  mayLeave: boolean
  /** Is it this viewer's to note that they were trained again? */
  mayTrain: boolean
}

interface WaitingRow {
  id: string
  version: number
  name: string
  as: Seat['as']
  proposed: string
  training: SeatRow['training']
  /** Is it this viewer's to confirm? */
  confirms: boolean
  /** Can the code of the deployment stand for a second person? */
  takesCode: boolean
}

export interface PairView {
  pair: PairName
  title: string
  /** It had people, and nobody of them is to stay. */
  emptied: boolean
  seats: readonly SeatRow[]
  waiting: readonly WaitingRow[]
  /** Its form that came back. */
  state: FormState | null
}

interface Scene {
  at: string
  csrf: string
  today: string
  texts: PairTexts
}

const training = ({ due, text }: SeatRow['training']): Html =>
  html`<span class="tag ${due ? 'today' : 'left'}">${text}</span>`

function seatList({ title, seats }: PairView, { texts: { columns, as, nobody } }: Scene): Html {
  if (seats.length === 0) return html`<p>${nobody}</p>`
  const names = [columns.name, columns.as, columns.training, columns.how]
  return listTable(
    'listing',
    title,
    names,
    seats.map((seat) => {
      const state = html`${training(seat.training)}${seat.leaving && html`<br /><span class="tag late">${seat.leaving}</span>`}`
      const cells = [seat.name, as[seat.as], state, seat.how]
      return html`<tr role="row">
        ${cells.map((cell, index) => html`<td role="cell" data-label="${names[index] ?? ''}"><bdi>${cell}</bdi></td>`)}
      </tr>`
    }),
  )
}

function ownForm({ id, version }: { id: string; version: number }, { at, csrf }: Scene, content: Html): Html {
  return html`<form method="post" action="${at}/${encodeURIComponent(id)}">
    <input type="hidden" name="csrf" value="${csrf}" /><input
      type="hidden"
      name="version"
      value="${version}"
    />${content}
  </form>`
}

function waitingLine({ emptied }: PairView, row: WaitingRow, scene: Scene): Html {
  const { texts } = scene
  const confirm = html`<button class="button small" name="geste" value="confirm">${texts.confirm}</button>`
  const code = `code-${row.id}`
  return html`<section class="card">
    <p>
      <b>${row.name}</b> · ${texts.as[row.as]} · ${row.proposed}<br />${texts.fields.id.label}
      <code>${row.id}</code> ${training(row.training)}
    </p>
    ${row.confirms && ownForm(row, scene, confirm)}
    ${!row.confirms && !emptied && html`<p class="soft">${texts.notYours}</p>`}
    ${
      row.takesCode &&
      ownForm(
        row,
        scene,
        html`<div class="field">
            <label for="${code}">${texts.code.label}</label>
            <p class="hint" id="${code}-aide">${texts.code.hint}</p>
            <input
              type="text"
              id="${code}"
              name="code"
              maxlength="100"
              autocomplete="off"
              required
              aria-describedby="${code}-aide"
            />
          </div>
          <button class="button small" name="geste" value="confirm">${texts.code.confirm}</button>`,
      )
    }
    ${ownForm(row, scene, html`<button class="button small plain" name="geste" value="decline">${texts.decline}</button>`)}
  </section>`
}

/** A date of each, for who may note it: later than what is noted, not to come. */
function trainings(seats: readonly SeatRow[], scene: Scene): Html | '' {
  const { train } = scene.texts
  const those = seats.filter(({ mayTrain }) => mayTrain)
  if (those.length === 0) return ''
  return html`<details class="unfolds">
    <summary>${train.title}</summary>
    <p class="soft">${train.lead}</p>
    ${those.map((seat) => {
      const id = `formation-${seat.id}`
      const asked = html`<div class="field">
          <label for="${id}">${say(train.day, { name: seat.name })}</label
          ><input type="date" id="${id}" name="pseaOn" min="2000-01-01" max="${scene.today}" required />
        </div>
        <button class="button small" name="geste" value="train">${train.button}</button>`
      return ownForm(seat, scene, asked)
    })}
  </details>`
}

/** For whoever must not open another report: said what it does before it is done. */
function leaving(seats: readonly SeatRow[], scene: Scene): Html | '' {
  const { leave } = scene.texts
  const those = seats.filter(({ mayLeave }) => mayLeave)
  if (those.length === 0) return ''
  return html`<details class="unfolds">
    <summary>${leave.title}</summary>
    <p class="soft">${leave.lead}</p>
    ${those.map((seat) => ownForm(seat, scene, html`<button class="button small plain" name="geste" value="leave">${say(leave.button, { name: seat.name })}</button>`))}
  </details>`
}

function proposal({ pair, state }: PairView, { at, csrf, today, texts }: Scene): Html {
  const { fields } = texts
  const kinds = Object.entries(texts.as).map(([value, label]) => ({ value, label }))
  const yesNo = [
    { value: 'oui', label: texts.yes },
    { value: 'non', label: texts.no },
  ]
  const asked: Field[] = [
    { as: 'text', name: 'id', maxLength: 100, required: true, ...fields.id },
    { as: 'text', name: 'name', maxLength: 80, required: true, ...fields.name },
    { as: 'radios', name: 'as', options: kinds, value: 'member', ...fields.as },
    { as: 'radios', name: 'woman', options: yesNo, required: true, ...fields.woman },
    { as: 'date', name: 'pseaOn', min: '2000-01-01', max: today, required: true, ...fields.pseaOn },
  ]
  const cameBack = Object.keys(state?.flaws ?? {}).length > 0
  return html`<details class="unfolds" ${cameBack && raw('open')}>
    <summary>${texts.propose}</summary>
    ${plainForm({
      id: pair,
      action: at,
      csrf,
      fields: asked,
      hidden: { pair },
      submit: texts.send,
      state,
      titled: texts.problems.title,
      below: true,
    })}
  </details>`
}

/** `problem`: why a confirmation was not taken. */
export function pairsBody(scene: Scene, views: readonly PairView[], problem: string | null): Html {
  const { texts } = scene
  return html`<h1>${texts.title}</h1>
    ${problem !== null && html`<p class="flash careful" role="alert">${problem}</p>`}
    <p class="soft">${texts.lead}</p>
    ${views.map(
      (view) =>
        html`<h2>${view.title}</h2>
          ${view.emptied && html`<p class="flash careful">${texts.emptied}</p>`} ${seatList(view, scene)}
          ${view.waiting.length > 0 && html`<h3>${texts.waiting}</h3>`}
          ${view.waiting.map((row) => waitingLine(view, row, scene))} ${proposal(view, scene)}
          ${trainings(view.seats, scene)} ${leaving(view.seats, scene)}`,
    )}`
}
