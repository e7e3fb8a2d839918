import type { Viewer } from '../../../core/case/actor.ts'
import type { PlaceRef } from '../../../core/places/place-ref.ts'
import { dayOf } from '../../../core/deadlines/calendar.ts'
import type { DirectoryNeeds } from '../../../core/operations/directory/change.ts'
import { type DirectoryRight, mayInDirectory } from '../../../core/operations/directory/rights.ts'
import { daysBetween, insteadOn } from '../../../core/directory/standing-in.ts'
import { labelIn } from '../../../core/language.ts'
import type { Member } from '../../../core/directory/member.ts'
import { isInvited, isPseaDue, mayOpenAccount, pseaDueOn } from '../../../core/directory/member.ts'
import type { Organisation } from '../../../core/directory/organisation.ts'
import type { Presence } from '../../../core/directory/presence.ts'
import { sectors } from '../../../programme/sectors.ts'
import type { OrganisationLine } from '../../../web/console/directory/organisations.ts'
import type { TabScene } from '../../../web/console/directory/parts.ts'
import type { PersonLine } from '../../../web/console/directory/people.ts'
import type { PresenceLine } from '../../../web/console/directory/presence.ts'
import type { DirectoryTab, DirectoryWords } from '../../../web/console/directory/texts.ts'
import { spellDay } from '../../../web/console/frame/when.ts'
import { placeName } from '../../staff/with-names.ts'
import type { ConsoleServices } from '../../wiring/services.ts'
import { nameOf, organisationName } from '../frame/names.ts'
import { languageName } from '../frame/language-name.ts'
import type { Door } from '../frame/scene.ts'
import type { Option } from '../../../web/console/frame/choices.ts'
import { say } from '../../../web/say.ts'

/** Everything the directory is shown with. */
export interface DirectoryScene {
  viewer: Viewer
  texts: DirectoryWords
  csrf: string
  door: Door
  services: ConsoleServices
  needs: DirectoryNeeds
}

const tabs: readonly [DirectoryTab, DirectoryRight | null][] = [
  ['organisations', 'read'],
  ['people', 'read'],
  ['presence', 'read'],
  ['points', 'points'],
  ['audit', 'read'],
  ['absence', null],
]

export const tabsOf = (viewer: Viewer): readonly DirectoryTab[] =>
  tabs.filter(([, right]) => right === null || mayInDirectory(viewer, right)).map(([tab]) => tab)

export const tabScene = ({ viewer, texts, csrf, door }: DirectoryScene, tab: DirectoryTab): TabScene => ({
  at: `${door.base}/annuaire`,
  tab,
  tabs: tabsOf(viewer),
  texts: texts.directory,
  csrf,
})

export const todayOf = ({ needs: { programme, now } }: Pick<DirectoryScene, 'needs'>): string =>
  dayOf(programme.calendar, now)

/** « lun. 14 juin ». */
export function dayIn(
  on: string,
  { needs: { programme, now }, texts }: Pick<DirectoryScene, 'needs' | 'texts'>,
): string {
  const { utcOffsetMinutes } = programme.calendar
  return spellDay(`${on}T12:00:00.000Z`, { now, utcOffsetMinutes }, texts.when)
}

export const sectorName = (code: string, { texts }: Pick<DirectoryScene, 'texts'>): string => {
  const found = sectors.find((one) => one.code === code)
  return found ? labelIn(found.label, texts.chain) : code
}
export const regionName = (id: string, { needs }: DirectoryScene): string =>
  needs.programme.clusters.find((one) => one.id === id)?.name ?? id
const listed = (names: readonly string[]): string => names.join(', ')
/** `region:gao` or `organisation:x` by its name. */
export const bodyName = (owner: string, { needs }: DirectoryScene): string => nameOf(owner, needs.programme) ?? owner

export function organisationLine(
  organisation: Organisation,
  known: { phones: ReadonlySet<string>; acted: ReadonlyMap<string, string>; members: readonly Member[] },
  scene: DirectoryScene,
): OrganisationLine {
  const { id, name, kind, regions, active, protocol } = organisation
  const acted = known.acted.get(id)
  return {
    id,
    name,
    kind,
    active,
    where:
      regions.length === 0 ? scene.texts.directory.everywhere : listed(regions.map((one) => regionName(one, scene))),
    sectors: listed(organisation.sectors.map((one) => sectorName(one, scene))),
    phone: known.phones.has(id),
    acted: acted === undefined ? null : dayIn(acted, scene),
    protocol: protocol
      ? say(scene.texts.directory.organisation.protocolOn, {
          day: dayIn(protocol.on, scene),
          who: known.members.find((one) => one.id === protocol.by)?.name ?? protocol.by,
        })
      : null,
  }
}

export const languagesIn = (codes: readonly string[], { texts }: DirectoryScene): string =>
  listed(codes.map((code) => languageName(code, texts)))

/** From when to when, who stands in, and who else on days on which that one is away too. */
function awayLine(member: Member, members: readonly Member[], scene: DirectoryScene): string | null {
  const { absence } = member
  const today = todayOf(scene)
  if (!absence || absence.untilOn < today) return null
  const { away, instead, noneInstead } = scene.texts.directory.absence
  const deputy = members.find(({ id }) => id === absence.deputy)?.name ?? absence.deputy
  const told = (text: string, from: string, until: string, who: string | null = null) =>
    say(text, { from: dayIn(from, scene), until: dayIn(until, scene), deputy, who })
  const firstOn = absence.fromOn > today ? absence.fromOn : today
  const others = insteadOn(member, members, daysBetween(firstOn, absence.untilOn)).map(({ fromOn, untilOn, who }) =>
    told(who ? instead : noneInstead, fromOn, untilOn, who?.name),
  )
  return [told(away, absence.fromOn, absence.untilOn), ...others].join(' ')
}

export const namesOf = (members: readonly Member[]): ReadonlyMap<string, string> =>
  new Map(members.map(({ id, name }) => [id, name]))

export function personLine(member: Member, members: readonly Member[], scene: DirectoryScene): PersonLine {
  const { texts } = scene
  const { psea } = texts.directory.person
  const dueOn = pseaDueOn(member)
  const due = isPseaDue(member, todayOf(scene))
  const { region, organisation } = member
  const belongs = [
    region && regionName(region, scene),
    organisation && organisationName(scene.needs.programme, organisation),
  ]
  return {
    id: member.id,
    name: member.name,
    active: member.active,
    role: texts.site.roles[member.role],
    belongs: listed(belongs.filter((one) => one !== null)),
    languages: member.languages.length === 0 ? '—' : languagesIn(member.languages, scene),
    focalFor: member.focalFor && bodyName(member.focalFor, scene),
    readerOf: languagesIn(member.readerOf, scene),
    psea: {
      due,
      text: dueOn === null ? psea.never : say(due ? psea.due : psea.until, { day: dayIn(dueOn, scene) }),
    },
    away: awayLine(member, members, scene),
    waits: !mayOpenAccount(member, scene.needs.programme.organisations)
      ? 'protocol'
      : isInvited(member)
        ? 'invited'
        : null,
  }
}

/** Regional clusters, and the clusters among the organisations: each should have somebody. */
export function clustersOf(scene: DirectoryScene): Option[] {
  const { clusters, organisations } = scene.needs.programme
  return [
    ...clusters.map(({ id }) => `region:${id}`),
    ...organisations.filter(({ kind, active }) => kind === 'cluster' && active).map(({ id }) => `organisation:${id}`),
  ].map((value) => ({ value, label: ownerLabel(value, scene) }))
}

const ownerLabel = (owner: string, scene: DirectoryScene): string => {
  const name = bodyName(owner, scene)
  const region = scene.texts.codes.owners['region']
  return owner.startsWith('region:') && region !== undefined ? say(region, { name }) : name
}

/** A line of the matrix in words; many name the same place. */
export function presenceLines(lines: readonly Presence[], scene: DirectoryScene): PresenceLine[] {
  const { programme } = scene.needs
  const names = new Map<string, string>()
  const inWords = (ref: PlaceRef): string => {
    const key = `${ref.system} ${ref.code}`
    const name = names.get(key) ?? placeName(ref, programme) ?? ref.code
    names.set(key, name)
    return name
  }
  const day = (on: string | null): string => (on === null ? '…' : dayIn(on, scene))
  return lines.map(({ organisation, sector, place, fromOn, untilOn }) => ({
    organisation: organisationName(programme, organisation),
    sector: sectorName(sector, scene),
    place: inWords(place),
    days: fromOn === null && untilOn === null ? '—' : `${day(fromOn)} – ${day(untilOn)}`,
  }))
}
