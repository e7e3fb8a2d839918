import type { Viewer } from '../../../core/case/actor.ts'
import { roles } from '../../../core/case/actor.ts'
import type { PlaceRef } from '../../../core/places/place-ref.ts'
import { dayOf } from '../../../core/deadlines/calendar.ts'
import type { DirectoryNeeds } from '../../../core/operations/directory/change.ts'
import { mayInDirectory } from '../../../core/operations/directory/rights.ts'
import { replacementRefused } from '../../../core/directory/absence.ts'
import { labelIn } from '../../../core/language.ts'
import type { Member } from '../../../core/directory/member.ts'
import { isPseaDue, pseaDueOn } from '../../../core/directory/member.ts'
import type { Organisation } from '../../../core/directory/organisation.ts'
import type { Programme } from '../../../core/operations/programme.ts'
import type { Presence } from '../../../core/directory/presence.ts'
import { sectors } from '../../../programme/sectors.ts'
import type { OrganisationForm, OrganisationLine } from '../../../web/console/directory/organisations.ts'
import type { DirectoryFrame, Draft } from '../../../web/console/directory/parts.ts'
import type { PersonForm, PersonLine } from '../../../web/console/directory/people.ts'
import type { PresenceLine } from '../../../web/console/directory/presence.ts'
import type { DirectoryTab } from '../../../web/console/directory/texts.ts'
import type { ConsoleTexts } from '../../../web/console/texts.ts'
import { spellDay } from '../../../web/console/frame/when.ts'
import { placeName } from '../../staff/with-names.ts'
import type { ConsoleServices } from '../../wiring/services.ts'
import { nameOf, organisationName } from '../frame/names.ts'
import { languageName } from '../frame/language-name.ts'
import type { Door } from '../frame/scene.ts'
import type { Option } from '../../../web/console/frame/choices.ts'
import { say } from '../../../web/say.ts'

/** Everything the directory is shown with. */
export interface DirectoryShowing {
  viewer: Viewer
  texts: ConsoleTexts
  csrf: string
  door: Door
  services: ConsoleServices
  needs: DirectoryNeeds
}

const tabs: readonly DirectoryTab[] = ['organisations', 'people', 'presence', 'audit', 'absence']

export const tabsOf = (viewer: Viewer): readonly DirectoryTab[] => (mayInDirectory(viewer, 'read') ? tabs : ['absence'])

export const frameOf = ({ viewer, texts, csrf, door }: DirectoryShowing, tab: DirectoryTab): DirectoryFrame => ({
  ...{ at: `${door.base}/annuaire`, tab, tabs: tabsOf(viewer), texts: texts.directory, csrf },
})

export const todayOf = ({ needs: { programme, now } }: Pick<DirectoryShowing, 'needs'>): string =>
  dayOf(programme.calendar, now)

/** « lun. 14 juin ». */
export function dayIn(
  on: string,
  { needs: { programme, now }, texts }: Pick<DirectoryShowing, 'needs' | 'texts'>,
): string {
  const { utcOffsetMinutes } = programme.calendar
  return spellDay(`${on}T12:00:00.000Z`, { now, utcOffsetMinutes }, texts.when)
}

export const sectorName = (code: string, { texts }: Pick<DirectoryShowing, 'texts'>): string => {
  const found = sectors.find((one) => one.code === code)
  return found ? labelIn(found.label, texts.chain) : code
}
export const regionName = (id: string, { needs }: DirectoryShowing): string =>
  needs.programme.clusters.find((one) => one.id === id)?.name ?? id
const listed = (names: readonly string[]): string => names.join(', ')
/** `region:gao` or `organisation:x` by its name. */
export const bodyName = (owner: string, { needs }: DirectoryShowing): string => nameOf(owner, needs.programme) ?? owner

export function organisationLine(
  organisation: Organisation,
  known: { phones: ReadonlySet<string>; acted: ReadonlyMap<string, string> },
  showing: DirectoryShowing,
): OrganisationLine {
  const { id, name, kind, regions, active } = organisation
  const acted = known.acted.get(id)
  return {
    ...{ id, name, kind, active },
    where:
      regions.length === 0
        ? showing.texts.directory.everywhere
        : listed(regions.map((one) => regionName(one, showing))),
    sectors: listed(organisation.sectors.map((one) => sectorName(one, showing))),
    phone: known.phones.has(id),
    acted: acted === undefined ? null : dayIn(acted, showing),
  }
}

const languageOptions = ({ texts }: DirectoryShowing): Option[] =>
  Object.entries(texts.codes.languages).map(([value, label]) => ({ value, label }))
const regionOptions = ({ needs }: DirectoryShowing): Option[] =>
  needs.programme.clusters.map(({ id, name }) => ({ value: id, label: name }))
const organisationOptions = ({ needs }: DirectoryShowing): Option[] =>
  needs.programme.organisations.map(({ id, name }) => ({ value: id, label: name }))

export const languagesIn = (codes: readonly string[], { texts }: DirectoryShowing): string =>
  listed(codes.map((code) => languageName(code, texts)))

const blankOrganisation = ({ languages: [first] }: Programme): OrganisationForm['values'] => ({
  ...{ name: '', kind: 'ngo', regions: [], sectors: [], supervises: [], mandatedFor: [] },
  ...{ languages: [first.code], active: true },
})

export function organisationForm(
  organisation: Organisation | null,
  { version, draft }: { version: number; draft: Draft | null },
  showing: DirectoryShowing,
): OrganisationForm {
  const { programme } = showing.needs
  const { chain } = showing.texts
  return {
    values: organisation ?? blankOrganisation(programme),
    version,
    regions: regionOptions(showing),
    sectors: sectors.map(({ code }) => ({ value: code, label: sectorName(code, showing) })),
    organisations: organisationOptions(showing).filter(({ value }) => value !== organisation?.id),
    mandates: programme.categories
      .filter(({ lane }) => lane !== 'N')
      .map(({ code, label }) => ({ value: code, label: labelIn(label, chain) })),
    languages: languageOptions(showing),
    draft,
  }
}

function awayLine({ absence }: Member, names: ReadonlyMap<string, string>, showing: DirectoryShowing): string | null {
  if (!absence || absence.untilOn < todayOf(showing)) return null
  const { fromOn, untilOn, deputy } = absence
  const days = { from: dayIn(fromOn, showing), until: dayIn(untilOn, showing) }
  return say(showing.texts.directory.absence.away, { ...days, deputy: names.get(deputy) ?? deputy })
}

export const namesOf = (members: readonly Member[]): ReadonlyMap<string, string> =>
  new Map(members.map(({ id, name }) => [id, name]))

export function personLine(member: Member, names: ReadonlyMap<string, string>, showing: DirectoryShowing): PersonLine {
  const { texts } = showing
  const { psea } = texts.directory.person
  const dueOn = pseaDueOn(member)
  const due = isPseaDue(member, todayOf(showing))
  const { region, organisation } = member
  const belongs = [
    region && regionName(region, showing),
    organisation && organisationName(showing.needs.programme, organisation),
  ]
  return {
    ...{ id: member.id, name: member.name, active: member.active, role: texts.site.roles[member.role] },
    belongs: listed(belongs.filter((one) => one !== null)),
    languages: member.languages.length === 0 ? '—' : languagesIn(member.languages, showing),
    focalFor: member.focalFor && bodyName(member.focalFor, showing),
    psea: {
      due,
      text: dueOn === null ? psea.never : say(due ? psea.due : psea.until, { day: dayIn(dueOn, showing) }),
    },
    away: awayLine(member, names, showing),
  }
}

const blankPerson = ({ languages: [first] }: Programme): PersonForm['values'] => ({
  ...{ id: '', name: '', role: 'partner', region: null, organisation: null, active: true },
  ...{ languages: [first.code], focalFor: null, pseaOn: null },
})

/** Regional clusters, and the clusters among the organisations: each should have somebody. */
export function clustersOf(showing: DirectoryShowing): Option[] {
  const { clusters, organisations } = showing.needs.programme
  return [
    ...clusters.map(({ id }) => `region:${id}`),
    ...organisations.filter(({ kind, active }) => kind === 'cluster' && active).map(({ id }) => `organisation:${id}`),
  ].map((value) => ({ value, label: ownerLabel(value, showing) }))
}

const ownerLabel = (owner: string, showing: DirectoryShowing): string => {
  const name = bodyName(owner, showing)
  const region = showing.texts.codes.owners['region']
  return owner.startsWith('region:') && region !== undefined ? say(region, { name }) : name
}

export const personForm = (member: Member | null, draft: Draft | null, showing: DirectoryShowing): PersonForm => ({
  values: member ?? blankPerson(showing.needs.programme),
  version: member?.version ?? null,
  roles: roles.map((value) => ({ value, label: showing.texts.site.roles[value] })),
  regions: regionOptions(showing),
  organisations: organisationOptions(showing),
  languages: languageOptions(showing),
  clusters: clustersOf(showing),
  draft,
  today: todayOf(showing),
})

/** Those who could work for somebody, with their role. */
export const deputiesFor = (member: Member, members: readonly Member[], { texts }: DirectoryShowing): Option[] =>
  members
    .filter((one) => replacementRefused(member, one) === null)
    .map(({ id, name, role }) => ({ value: id, label: `${name} (${texts.site.roles[role]})` }))

/** A line of the matrix in words; many name the same place. */
export function presenceLines(lines: readonly Presence[], showing: DirectoryShowing): PresenceLine[] {
  const { programme } = showing.needs
  const names = new Map<string, string>()
  const inWords = (ref: PlaceRef): string => {
    const key = `${ref.system} ${ref.code}`
    const name = names.get(key) ?? placeName(ref, programme) ?? ref.code
    names.set(key, name)
    return name
  }
  const day = (on: string | null): string => (on === null ? '…' : dayIn(on, showing))
  return lines.map(({ organisation, sector, place, fromOn, untilOn }) => ({
    organisation: organisationName(programme, organisation),
    sector: sectorName(sector, showing),
    place: inWords(place),
    days: fromOn === null && untilOn === null ? '—' : `${day(fromOn)} – ${day(untilOn)}`,
  }))
}
