import { html } from 'hono/html'
import type { PointHours } from '../../../core/directory/points/hours.ts'
import type { IntakePoint } from '../../../core/directory/points/intake-point.ts'
import type { PointTexts } from '../../points.ts'
import { say } from '../../say.ts'
import type { Html } from '../../html.ts'
import { type Option, optionsOf } from '../frame/choices.ts'
import type { Field } from '../frame/fields.ts'
import type { FormState } from '../frame/form-state.ts'
import type { PlaceList } from '../frame/places.ts'
import { plainForm } from '../frame/plain-form.ts'
import { facts, listing, searchForm, tabBody, type TabScene, tag, underBody } from './parts.ts'

/** One point in words. */
export interface PointLine {
  code: string
  name: string
  channel: string
  organisation: string
  where: string
  number: string | null
  when: string
  languages: string
  isOpen: boolean
  isHidden: boolean
}

/** As many as a page shows. */
export const mostLines = 100

interface PointsView {
  scene: TabScene
  lines: readonly PointLine[]
  q: string
  files: readonly { href: string; label: string }[]
}

const soft = (text: string): Html => html`<br /><span class="soft">${text}</span>`

function states({ isOpen, isHidden }: Pick<PointLine, 'isOpen' | 'isHidden'>, { texts }: TabScene): Html {
  const { points } = texts
  if (!isOpen) return tag('late', points.states.closed)
  return isHidden ? tag('today', points.states.hidden) : tag('left', points.states.shown)
}

/** The register, as far as this person keeps it. */
export function pointsBody({ scene, lines, q, files }: PointsView): Html {
  const { at, texts } = scene
  const { points } = texts
  const { columns } = points
  const rows = lines
    .slice(0, mostLines)
    .map((line) => [
      html`<a href="${at}/points/${line.code}">${line.name}</a>${soft(`${line.channel} · ${line.organisation}`)}`,
      line.where,
      html`${line.when}${line.number !== null && soft(line.number)}`,
      line.languages,
      states(line, scene),
    ])
  const open = lines.filter(({ isOpen }) => isOpen).length
  return tabBody(
    scene,
    html`<div class="above">
        ${searchForm(`${at}/points`, q, texts)}
        <a class="button" href="${at}/points/nouveau">${points.add}</a>
      </div>
      <p class="soft">${say(points.sum, { count: lines.length, open })}</p>
      ${lines.length > mostLines && html`<p class="soft">${say(texts.presence.shown, { count: mostLines, of: lines.length })}</p>`}
      ${rows.length > 0 && listing(texts.tabs.points, [columns.name, columns.where, columns.when, columns.languages, columns.state], rows)}
      <p><a href="${at}/points/liste">${points.import}</a></p>
      ${files.map(({ href, label }) => html`<p><a href="${href}" download>${label}</a></p>`)}`,
  )
}

/** What the form of a point starts from and offers. */
export interface PointForm {
  values: Omit<IntakePoint, 'code' | 'place' | 'village' | 'languages'> & {
    place: string
    languages: readonly string[]
  }
  /** Of the whole register. */
  version: number
  organisations: readonly Option[]
  languages: readonly Option[]
  places: PlaceList
  /** What a typed name may mean, where it may mean several; and the question which. */
  candidates: readonly Option[]
  several: string
  state: FormState | null
}

interface PointView {
  scene: TabScene
  texts: PointTexts
  /** Null for a new one. */
  line: PointLine | null
  /** Null for whoever may not read the list of changes. */
  journal: string | null
  form: PointForm
}

export function pointBody({ scene, texts: words, line, journal, form }: PointView): Html {
  const { at, texts, csrf } = scene
  const { points } = texts
  const { columns } = points
  return underBody(
    scene,
    line?.name ?? points.add,
    html`${
      line &&
      html`${facts([
          [points.fields.channel.label, line.channel],
          [points.fields.organisation.label, line.organisation],
          [columns.where, line.where],
          [columns.when, line.when],
          [columns.languages, line.languages],
          [columns.state, states(line, scene)],
        ])}
        ${journal !== null && html`<p><a href="${journal}">${texts.history}</a></p>`}
        <h2>${points.edit}</h2>`
    }
    ${plainForm({
      id: 'point',
      action: `${at}/points/${line?.code ?? 'nouveau'}`,
      csrf,
      fields: pointFields(form, scene, words),
      hidden: { version: form.version },
      submit: points.save,
      state: form.state,
      titled: texts.problems.title,
    })}`,
  )
}

function pointFields({ values, ...offered }: PointForm, { texts }: TabScene, words: PointTexts): Field[] {
  const { fields, states } = texts.points
  const { hours } = values
  const days = words.days.map((label, at) => ({ value: String(at + 1), label }))
  const openOrNot = [
    { value: 'oui', label: states.open },
    { value: 'non', label: states.closed },
  ]
  const shownOrNot = [
    { value: 'non', label: states.shown },
    { value: 'oui', label: states.hidden },
  ]
  const text = (name: 'number' | 'everyDays', value: string): Field => ({
    as: 'text',
    name,
    maxLength: 16,
    numeric: true,
    value,
    ...fields[name],
  })
  const clock = (name: keyof Omit<PointHours, 'days'>): Field => ({
    as: 'text',
    name,
    maxLength: 8,
    value: hours?.[name] ?? '',
    ...fields[name],
  })
  return [
    { as: 'text', name: 'name', maxLength: 80, required: true, value: values.name, ...fields.name },
    { as: 'radios', name: 'channel', options: optionsOf(words.channels), value: values.channel, ...fields.channel },
    {
      as: 'select',
      name: 'organisation',
      options: offered.organisations,
      value: values.organisation,
      ...fields.organisation,
    },
    { as: 'place', name: 'place', list: offered.places, value: values.place, ...fields.place },
    ...(offered.candidates.length > 0
      ? [{ as: 'radios' as const, name: 'placeMeant', label: offered.several, options: offered.candidates }]
      : []),
    text('number', values.number ?? ''),
    { as: 'checks', name: 'days', options: days, value: hours?.days.map(String) ?? [], ...fields.days },
    clock('from'),
    clock('until'),
    text('everyDays', values.everyDays === null ? '' : String(values.everyDays)),
    { as: 'checks', name: 'languages', options: offered.languages, value: values.languages, ...fields.languages },
    { as: 'radios', name: 'isOpen', options: openOrNot, value: values.isOpen ? 'oui' : 'non', ...fields.isOpen },
    { as: 'radios', name: 'isHidden', options: shownOrNot, value: values.isHidden ? 'oui' : 'non', ...fields.isHidden },
  ]
}
