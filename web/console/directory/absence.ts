import { html } from 'hono/html'
import type { Field } from '../frame/fields.ts'
import { type TabScene, listing, oneButton, tabBody, underBody } from './parts.ts'
import type { DirectoryTexts } from './texts.ts'
import type { Option } from '../frame/choices.ts'
import type { FormState } from '../frame/form-state.ts'
import { plainForm } from '../frame/plain-form.ts'
import type { Html } from '../../html.ts'
import { say } from '../../say.ts'

/** What the form that declares an absence starts from and offers. */
export interface AbsenceForm {
  version: number
  fromOn: string
  untilOn: string
  deputy: string
  deputies: readonly Option[]
  today: string
  state: FormState | null
}

export function absenceFields(
  { fromOn, untilOn, deputy, deputies, today }: AbsenceForm,
  { fields, nobody }: DirectoryTexts,
): Field[] {
  const last = `${Number(today.slice(0, 4)) + 2}-12-31`
  return [
    { as: 'date', name: 'fromOn', min: '2000-01-01', max: last, required: true, value: fromOn, ...fields.fromOn },
    { as: 'date', name: 'untilOn', min: today, max: last, required: true, value: untilOn, ...fields.untilOn },
    {
      as: 'select',
      name: 'deputy',
      options: [{ value: '', label: nobody }, ...deputies],
      required: true,
      value: deputy,
      ...fields.deputy,
    },
  ]
}

interface AbsencesView {
  scene: TabScene
  /** Null where one's own absence is somebody else's to declare, and while one works for another. */
  own: { form: AbsenceForm; action: string; away: string | null } | null
  /** Whose work this person may do today. */
  others: readonly { id: string; name: string; until: string }[]
  /** Whose they do now. */
  standing: string | null
}

export function absencesBody({ scene, own, others, standing }: AbsencesView): Html {
  const { at, texts, csrf } = scene
  const { absence } = texts
  const stand = `${at}/remplacement`
  return tabBody(
    scene,
    html`<h2>${absence.others}</h2>
      ${
        standing !== null
          ? html`<div class="calm">
              <p>${say(absence.standing, { name: standing })}</p>
              <p><a class="button small" href="${at}/passation">${absence.handOver}</a></p>
              ${oneButton(stand, csrf, absence.stop)}
            </div>`
          : others.length === 0
            ? html`<p>${absence.nobody}</p>`
            : others.map(
                ({ id, name, until }) =>
                  html`<div class="card">
                    <p>
                      <b><bdi>${name}</bdi></b
                      >, ${say(absence.until, { day: until })}
                    </p>
                    ${oneButton(stand, csrf, say(absence.stand, { name }), { absent: id })}
                  </div>`,
              )
      }
      ${
        own &&
        html`<h2>${absence.mine}</h2>
          <p>${own.away ?? absence.present}</p>
          <p class="soft">${absence.pairs}</p>
          ${plainForm({
            id: 'absence',
            action: own.action,
            csrf,
            fields: absenceFields(own.form, texts),
            hidden: { version: own.form.version },
            submit: absence.declare,
            state: own.form.state,
            titled: texts.problems.title,
          })}
          ${
            own.away !== null &&
            html`<p></p>
              ${oneButton(own.action, csrf, absence.end, { version: own.form.version, fin: 'oui' })}`
          }`
      }`,
  )
}

interface HandOverView {
  scene: TabScene
  name: string
  open: number
  late: number
  /** More are open than were counted. */
  more: boolean
  next: readonly { href: string; reference: string; action: string; due: string }[]
  inbox: string
}

/** What is on the desk of whoever is away. */
export function handOverBody({ scene, name, open, late, more, next, inbox }: HandOverView): Html {
  const { at, texts, csrf } = scene
  const { absence, columns } = texts
  return underBody(
    scene,
    say(absence.yours, { name }),
    html`<ul class="sums" role="list">
        <li><b>${open}${more && '+'}</b>${more ? absence.openMost : absence.open}</li>
        <li><b>${late}${more && '+'}</b>${absence.late}</li>
      </ul>
      <h2>${absence.nextFive}</h2>
      ${
        next.length === 0
          ? html`<p>${absence.nothingDue}</p>`
          : listing(
              absence.nextFive,
              [columns.reference, columns.next, columns.due],
              next.map(({ href, reference, action, due }) => [html`<a href="${href}">${reference}</a>`, action, due]),
            )
      }
      <p><a class="button" href="${inbox}">${absence.toInbox}</a></p>
      ${oneButton(`${at}/remplacement`, csrf, absence.stop)}`,
  )
}
