import { html } from 'hono/html'
import type { Role } from '../../../core/case/actor.ts'
import type { Member } from '../../../core/directory/member.ts'
import type { Field } from '../frame/fields.ts'
import { absenceFields, type AbsenceForm } from './absence.ts'
import { invitationsAt } from './invitations.ts'
import { counted, type TabScene, facts, listing, oneButton, searchForm, tabBody, tag, underBody } from './parts.ts'
import type { DirectoryTexts } from './texts.ts'
import type { Option } from '../frame/choices.ts'
import type { FormState } from '../frame/form-state.ts'
import { plainForm } from '../frame/plain-form.ts'
import type { Html } from '../../html.ts'

/** One person in words. */
export interface PersonLine {
  id: string
  name: string
  role: string
  /** Region or organisation; '' for neither. */
  belongs: string
  languages: string
  focalFor: string | null
  /** '' for none. */
  readerOf: string
  psea: { due: boolean; text: string }
  /** « absent jusqu’au …, … remplace », or null. */
  away: string | null
  active: boolean
  /** Invited and not here yet; or kept out by a protocol that is missing. Null where they come and go. */
  waits: 'invited' | 'protocol' | null
}

interface PeopleView {
  scene: TabScene
  lines: readonly PersonLine[]
  q: string
  edits: boolean
  /** Each cluster with its focal points. */
  clusters: readonly { name: string; people: string }[]
}

const psea = ({ psea: { due, text } }: PersonLine): Html => tag(due ? 'today' : 'left', text)

export function peopleBody({ scene, lines, q, edits, clusters }: PeopleView): Html {
  const { at, texts } = scene
  const { columns, person } = texts
  const rows = lines.map((line) => [
    html`<a href="${at}/personnes/${encodeURIComponent(line.id)}">${line.name}</a>`,
    html`${line.role}${line.belongs !== '' && html`<br /><span class="soft">${line.belongs}</span>`}`,
    line.languages,
    psea(line),
    html`${line.active ? tag('left', texts.active) : tag('late', texts.inactive)}${line.waits !== null && html`<br />${tag('today', person.waits[line.waits])}`}${line.away !== null && html`<br />${tag('mark', line.away)}`}`,
  ])
  return tabBody(
    scene,
    html`<div class="above">
        ${searchForm(`${at}/personnes`, q, texts)}
        ${edits && html`<a class="button" href="${at}/personnes/nouvelle">${person.add}</a> <a class="button plain" href="${at}/personnes/liste">${texts.contacts.title}</a> <a class="button plain" href="${invitationsAt(at)}">${texts.invitations.title}</a>`}
      </div>
      <p class="soft">${counted(lines.length, texts)}</p>
      ${rows.length > 0 && listing(texts.tabs.people, [columns.name, columns.role, columns.languages, columns.psea, columns.state], rows)}
      ${
        clusters.length > 0 &&
        html`<h2>${person.focal}</h2>
          ${facts(clusters.map(({ name, people }) => [name, people === '' ? tag('today', person.nobodyFor) : people]))}`
      }`,
  )
}

export interface PersonForm {
  values: Omit<
    Member,
    'absence' | 'version' | 'underProtocol' | 'mailKey' | 'inPair' | 'proposedTo' | 'administersSince'
  >
  /** Null for somebody new. */
  version: number | null
  roles: readonly (Option & { value: Role })[]
  regions: readonly Option[]
  organisations: readonly Option[]
  languages: readonly Option[]
  clusters: readonly Option[]
  state: FormState | null
  today: string
}

interface PersonView {
  scene: TabScene
  line: PersonLine | null
  journal: string
  form: PersonForm | null
  /** `set`: one is declared. */
  absence: { form: AbsenceForm; set: boolean } | null
}

export function personBody({ scene, line, journal, form, absence }: PersonView): Html {
  const { at, texts, csrf } = scene
  const { columns, person } = texts
  const action = `${at}/personnes/${line ? encodeURIComponent(line.id) : 'nouvelle'}`
  const titled = texts.problems.title
  return underBody(
    scene,
    line?.name ?? person.add,
    html`${
      line &&
      html`${facts([
          [columns.role, line.role],
          ...(line.belongs === '' ? [] : [[columns.belongs, line.belongs] as const]),
          [columns.languages, line.languages],
          ...(line.focalFor === null ? [] : [[person.focalOf, line.focalFor] as const]),
          [columns.psea, psea(line)],
          ...(line.readerOf === '' ? [] : [[texts.fields.readerOf.label, line.readerOf] as const]),
          [columns.state, line.active ? tag('left', texts.active) : tag('late', texts.inactive)],
          ...(line.waits === null ? [] : [[person.account, tag('today', person.waits[line.waits])] as const]),
          ...(line.away === null ? [] : [[person.away, line.away] as const]),
        ])}
        <p><a href="${journal}">${texts.history}</a></p>`
    }
    ${
      form &&
      html`${line && html`<h2>${person.edit}</h2>`}
      ${plainForm({
        id: 'person',
        action,
        csrf,
        fields: personFields(form, texts),
        hidden: form.version === null ? {} : { version: form.version },
        submit: texts.save,
        state: form.state,
        titled,
      })}`
    }
    ${
      absence &&
      html`<h2>${person.away}</h2>
        ${plainForm({
          id: 'absence',
          action: `${action}/absence`,
          csrf,
          fields: absenceFields(absence.form, texts),
          hidden: { version: absence.form.version },
          submit: texts.absence.declare,
          state: absence.form.state,
          titled,
        })}
        ${
          absence.set &&
          html`<p></p>
            ${oneButton(`${action}/absence`, csrf, texts.absence.end, { version: absence.form.version, fin: 'oui' })}`
        }`
    }`,
  )
}

function personFields(
  { values, version, today, ...offered }: PersonForm,
  { fields, states, notApplicable }: DirectoryTexts,
): Field[] {
  const none = { value: '', label: notApplicable }
  const yesNo = [
    { value: 'oui', label: states.true },
    { value: 'non', label: states.false },
  ]
  return [
    ...(version === null
      ? [{ as: 'text', name: 'id', maxLength: 100, required: true, value: values.id, ...fields.id } as const]
      : []),
    { as: 'text', name: 'name', maxLength: 80, required: true, value: values.name, ...fields.name },
    { as: 'select', name: 'role', options: offered.roles, value: values.role, ...fields.role },
    { as: 'select', name: 'region', options: [none, ...offered.regions], value: values.region ?? '', ...fields.region },
    {
      as: 'select',
      name: 'organisation',
      options: [none, ...offered.organisations],
      value: values.organisation ?? '',
      ...fields.organisation,
    },
    {
      as: 'select',
      name: 'focalFor',
      options: [none, ...offered.clusters],
      value: values.focalFor ?? '',
      ...fields.focalFor,
    },
    { as: 'checks', name: 'languages', options: offered.languages, value: values.languages, ...fields.languages },
    { as: 'date', name: 'pseaOn', min: '2000-01-01', max: today, value: values.pseaOn ?? '', ...fields.pseaOn },
    { as: 'checks', name: 'readerOf', options: offered.languages, value: values.readerOf, ...fields.readerOf },
    { as: 'radios', name: 'active', options: yesNo, value: values.active ? 'oui' : 'non', ...fields.active },
  ]
}
