import { roles } from '../../../core/case/actor.ts'
import { replacementRefused } from '../../../core/directory/absence.ts'
import type { Member } from '../../../core/directory/member.ts'
import type { Organisation } from '../../../core/directory/organisation.ts'
import { labelIn } from '../../../core/language.ts'
import type { Programme } from '../../../core/operations/programme.ts'
import { sectors } from '../../../programme/sectors.ts'
import type { AbsenceForm } from '../../../web/console/directory/absence.ts'
import type { OrganisationForm } from '../../../web/console/directory/organisations.ts'
import type { PersonForm } from '../../../web/console/directory/people.ts'
import { type Option, optionsOf } from '../../../web/console/frame/choices.ts'
import type { FormState } from '../../../web/console/frame/form-state.ts'
import { clustersOf, type DirectoryScene, sectorName, todayOf } from './view.ts'

// What the forms of the directory start from and offer.

const languageOptions = ({ texts }: DirectoryScene): Option[] => optionsOf(texts.codes.languages)
const regionOptions = ({ needs }: DirectoryScene): Option[] =>
  needs.programme.clusters.map(({ id, name }) => ({ value: id, label: name }))
const organisationOptions = ({ needs }: DirectoryScene): Option[] =>
  needs.programme.organisations.map(({ id, name }) => ({ value: id, label: name }))

const blankOrganisation = ({ languages: [first] }: Programme): OrganisationForm['values'] => ({
  name: '',
  kind: 'ngo',
  regions: [],
  sectors: [],
  supervises: [],
  mandatedFor: [],
  languages: [first.code],
  active: true,
})

export function organisationForm(
  organisation: Organisation | null,
  { version, state }: { version: number; state: FormState | null },
  scene: DirectoryScene,
): OrganisationForm {
  const { programme } = scene.needs
  const { chain } = scene.texts
  return {
    values: organisation ?? blankOrganisation(programme),
    version,
    regions: regionOptions(scene),
    sectors: sectors.map(({ code }) => ({ value: code, label: sectorName(code, scene) })),
    organisations: organisationOptions(scene).filter(({ value }) => value !== organisation?.id),
    mandates: programme.categories
      .filter(({ lane }) => lane !== 'N')
      .map(({ code, label }) => ({ value: code, label: labelIn(label, chain) })),
    languages: languageOptions(scene),
    state,
    today: todayOf(scene),
  }
}

const blankPerson = ({ languages: [first] }: Programme): PersonForm['values'] => ({
  id: '',
  name: '',
  role: 'partner',
  region: null,
  organisation: null,
  active: true,
  languages: [first.code],
  focalFor: null,
  pseaOn: null,
  readerOf: [],
})

export const personForm = (member: Member | null, state: FormState | null, scene: DirectoryScene): PersonForm => ({
  values: member ?? blankPerson(scene.needs.programme),
  version: member?.version ?? null,
  roles: roles.map((value) => ({ value, label: scene.texts.site.roles[value] })),
  regions: regionOptions(scene),
  organisations: organisationOptions(scene),
  languages: languageOptions(scene),
  clusters: clustersOf(scene),
  state,
  today: todayOf(scene),
})

/** Those who could work for somebody, with their role. */
const deputiesFor = (member: Member, members: readonly Member[], { texts }: DirectoryScene): Option[] =>
  members
    .filter((one) => replacementRefused(member, one) === null)
    .map(({ id, name, role }) => ({ value: id, label: `${name} (${texts.site.roles[role]})` }))

/** The form that declares when somebody is away. */
export const absenceForm = (
  member: Member,
  members: readonly Member[],
  state: FormState | null,
  scene: DirectoryScene,
): AbsenceForm => ({
  version: member.version,
  fromOn: member.absence?.fromOn ?? '',
  untilOn: member.absence?.untilOn ?? '',
  deputy: member.absence?.deputy ?? '',
  deputies: deputiesFor(member, members, scene),
  today: todayOf(scene),
  state,
})
