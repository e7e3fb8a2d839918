import { html } from 'hono/html'
import type { Organisation } from '../../../core/directory/organisation.ts'
import type { Field } from '../frame/fields.ts'
import { counted, type TabScene, facts, listing, searchForm, tabBody, tag, underBody } from './parts.ts'
import type { DirectoryTexts } from './texts.ts'
import { type Option, optionsOf } from '../frame/choices.ts'
import type { FormState } from '../frame/form-state.ts'
import { plainForm } from '../frame/plain-form.ts'
import type { Html } from '../../html.ts'

/** One organisation in words. */
export interface OrganisationLine {
  id: string
  name: string
  kind: Organisation['kind']
  where: string
  sectors: string
  active: boolean
  phone: boolean
  /** When one of its people last did something; null: never. */
  acted: string | null
  /** « signé le … »; null: none is recorded, and no new account of theirs opens. */
  protocol: string | null
}

interface OrganisationsView {
  scene: TabScene
  lines: readonly OrganisationLine[]
  q: string
  edits: boolean
}

const state = (active: boolean, texts: DirectoryTexts): Html =>
  active ? tag('left', texts.active) : tag('late', texts.inactive)

export function organisationsBody({ scene, lines, q, edits }: OrganisationsView): Html {
  const { at, texts } = scene
  const { columns, organisation } = texts
  const names = [columns.name, columns.where, columns.sectors, columns.phone, columns.acted, columns.state]
  const rows = lines.map((line) => [
    html`<a href="${at}/organisations/${line.id}">${line.name}</a><br /><span class="soft"
        >${texts.kinds[line.kind]}</span
      >`,
    line.where,
    line.sectors,
    line.phone ? organisation.kept : organisation.none,
    line.acted ?? organisation.never,
    html`${state(line.active, texts)}${line.protocol === null && html`<br />${tag('today', organisation.noProtocol)}`}`,
  ])
  return tabBody(
    scene,
    html`<div class="above">
        ${searchForm(at, q, texts)}
        ${edits && html`<a class="button" href="${at}/organisations/nouvelle">${organisation.add}</a>`}
      </div>
      <p class="soft">${counted(lines.length, texts)}</p>
      ${rows.length > 0 && listing(texts.tabs.organisations, names, rows)}`,
  )
}

/** What the form of an organisation starts from and offers. */
export interface OrganisationForm {
  values: Pick<
    Organisation,
    'name' | 'kind' | 'regions' | 'sectors' | 'supervises' | 'mandatedFor' | 'languages' | 'active' | 'protocol'
  >
  today: string
  /** Of the whole list. */
  version: number
  regions: readonly Option[]
  sectors: readonly Option[]
  organisations: readonly Option[]
  mandates: readonly Option[]
  languages: readonly Option[]
  state: FormState | null
}

interface OrganisationView {
  scene: TabScene
  /** Null for a new one. */
  line: OrganisationLine | null
  languages: string
  people: readonly { href: string; name: string }[]
  presence: string
  journal: string
  form: OrganisationForm | null
  phone: FormState | null
}

export function organisationBody({
  scene,
  line,
  languages,
  people,
  presence,
  journal,
  form,
  phone,
}: OrganisationView): Html {
  const { at, texts, csrf } = scene
  const { columns, organisation } = texts
  const action = `${at}/organisations/${line?.id ?? 'nouvelle'}`
  const known =
    line &&
    html`${facts([
        [columns.kind, texts.kinds[line.kind]],
        [columns.state, state(line.active, texts)],
        [columns.where, line.where],
        [columns.sectors, line.sectors],
        [columns.languages, languages],
        [columns.phone, line.phone ? organisation.kept : organisation.none],
        [columns.acted, line.acted ?? organisation.never],
        [
          organisation.protocol,
          line.protocol ?? html`${tag('today', organisation.noProtocol)} ${organisation.noProtocolYet}`,
        ],
        [columns.presence, html`<a href="${at}/presence?organisation=${line.id}">${presence}</a>`],
        [
          organisation.people,
          people.length === 0
            ? texts.nobody
            : people
                .map(({ href, name }, index) => html`${index > 0 && ', '}<a href="${href}">${name}</a>`)
                .reduce((a, b) => html`${a}${b}`),
        ],
      ])}
      <p><a href="${journal}">${texts.history}</a></p>`
  if (!form) return underBody(scene, line?.name ?? organisation.add, html`${known}`)
  const number: Field = { as: 'text', name: 'phone', maxLength: 30, numeric: true, ...texts.fields.phone }
  return underBody(
    scene,
    line?.name ?? organisation.add,
    html`${known} ${line && html`<h2>${organisation.edit}</h2>`}
    ${plainForm({
      id: 'organisation',
      action,
      csrf,
      fields: organisationFields(form, texts),
      hidden: { version: form.version },
      submit: texts.save,
      state: form.state,
      titled: texts.problems.title,
    })}
    ${
      line &&
      html`<h2>${organisation.responsible}</h2>
        <p class="soft">${line.phone ? organisation.kept : organisation.none}</p>
        ${plainForm({
          id: 'responsible',
          action: `${action}/responsable`,
          csrf,
          fields: [number],
          hidden: {},
          submit: organisation.keep,
          state: phone,
          titled: texts.problems.title,
        })}`
    }`,
  )
}

function organisationFields(
  { values, ...offered }: OrganisationForm,
  { fields, kinds, states }: DirectoryTexts,
): Field[] {
  const yesNo = [
    { value: 'oui', label: states.true },
    { value: 'non', label: states.false },
  ]
  return [
    { as: 'text', name: 'name', maxLength: 120, required: true, value: values.name, ...fields.name },
    { as: 'select', name: 'kind', options: optionsOf(kinds), value: values.kind, ...fields.kind },
    { as: 'checks', name: 'regions', options: offered.regions, value: values.regions, ...fields.regions },
    { as: 'checks', name: 'sectors', options: offered.sectors, value: values.sectors, ...fields.sectors },
    { as: 'checks', name: 'languages', options: offered.languages, value: values.languages, ...fields.languages },
    {
      as: 'checks',
      name: 'supervises',
      options: offered.organisations,
      value: values.supervises,
      ...fields.supervises,
    },
    { as: 'checks', name: 'mandatedFor', options: offered.mandates, value: values.mandatedFor, ...fields.mandatedFor },
    {
      as: 'date',
      name: 'protocolOn',
      min: '2010-01-01',
      max: offered.today,
      value: values.protocol?.on ?? '',
      ...fields.protocolOn,
    },
    { as: 'radios', name: 'active', options: yesNo, value: values.active ? 'oui' : 'non', ...fields.active },
  ]
}
