import type { CaseFile } from '../../../core/case/case-file.ts'
import { laneOf, levels } from '../../../core/case/level.ts'
import { triedDays } from '../../../core/case/news.ts'
import { labelIn } from '../../../core/language.ts'
import type { PlaceRef } from '../../../core/places/place-ref.ts'
import { isIn } from '../../../core/places/villages.ts'
import { addDays, dayOf } from '../../../core/deadlines/calendar.ts'
import { addDaysOn } from '../../../core/deadlines/instant.ts'
import { assessedPromiseAt, reopenedPromiseAt } from '../../../core/deadlines/promise.ts'
import { policyOf } from '../../../core/deadlines/rulebook.ts'
import type { Programme } from '../../../core/operations/programme.ts'
import { isShutOut, type Organisation } from '../../../core/directory/organisation.ts'
import { regionOf, routedPlace } from '../../../core/routing/owner.ts'
import { type Presence, type Suggested, suggestedPartners } from '../../../core/directory/presence.ts'
import { sectors } from '../../../programme/sectors.ts'
import type { CaseChoices } from '../../../web/console/case/view.ts'
import type { CaseWords } from '../../../web/console/case/words.ts'
import { placeName, villageName } from '../../staff/with-names.ts'
import { categoriesOf } from '../frame/category-choices.ts'
import { placeList, placeOptions, placesIn } from '../frame/places.ts'
import type { Option } from '../../../web/console/frame/choices.ts'
import { say } from '../../../web/say.ts'
import type { CaseScene } from './scene.ts'

type Scene = Pick<CaseScene, 'needs' | 'texts' | 'door'>

/** How far an extension may go, and where a proposal stands. */
const extensionDays = { most: 60, proposed: 7 }

/** Those the matrix says work there first, with why; then those of the region; never an inactive one, nor one the words name. */
function organisationsFor(
  caseFile: CaseFile,
  presence: readonly Presence[],
  { needs, texts }: Omit<Scene, 'door'>,
): Option[] {
  const { organisations, gazetteer, calendar } = needs.programme
  const region = regionOf(caseFile, gazetteer)
  const about = {
    place: routedPlace(caseFile),
    category: caseFile.category ?? caseFile.suggested.category,
    on: dayOf(calendar, needs.now),
  }
  const suggested = suggestedPartners(about, { presence, organisations, sectors, gazetteer })
  const rank = new Map(suggested.map(({ organisation }, index) => [organisation, index]))
  const far = ({ id, regions }: Organisation): number =>
    rank.get(id) ?? suggested.length + Number(region === null || !regions.includes(region))
  const why = new Map(suggested.map((one) => [one.organisation, whyIn(one, needs.programme, texts)]))
  return organisations
    .filter(
      ({ id, mandatedFor, active }) =>
        active && mandatedFor.length === 0 && !isShutOut(id, caseFile.named, organisations),
    )
    .toSorted((a, b) => far(a) - far(b))
    .map(({ id, name }) => ({ value: id, label: why.has(id) ? `${name} – ${why.get(id) ?? ''}` : name }))
}

/** « y travaille : Santé, Ansongo (cercle, Gao) ». */
function whyIn({ line, how }: Suggested, programme: Programme, { chain, case: { works } }: CaseWords): string {
  const found = sectors.find(({ code }) => code === line.sector)
  const sector = found ? labelIn(found.label, chain) : line.sector
  return say(works[how], { sector, place: placeName(line.place, programme) ?? line.place.code })
}

/** Bodies with a mandate for the category first, then the other mandated ones. */
function bodiesFor({ category, named }: CaseFile, { organisations }: Programme): Option[] {
  const fits = (codes: readonly string[]): number => Number(category !== null && codes.includes(category))
  return organisations
    .filter(({ id, mandatedFor, active }) => active && mandatedFor.length > 0 && !isShutOut(id, named, organisations))
    .toSorted((a, b) => fits(b.mandatedFor) - fits(a.mandatedFor))
    .map(({ id, name }) => ({ value: id, label: name }))
}

const isOrdinary = ({ lane, suggested }: CaseFile): boolean => lane === 'N' && suggested.level === undefined

const namedOptions = ({ organisations, clusters }: Programme, { codes }: CaseWords): Option[] => [
  ...clusters.map(({ id, name }) => ({
    value: `region:${id}`,
    label: say(codes.owners['region'] ?? '{name}', { name }),
  })),
  ...organisations.map(({ id, name }) => ({ value: `organisation:${id}`, label: name })),
]

/** What the words name, with the words that do; and what was typed as the place, '' where nothing was. */
interface PlacesSaid {
  places: readonly PlaceRef[]
  why: readonly { what: string; code: string; words: readonly string[] }[]
  typed: string
}

/** The places the words name; where a village stands beside one and its table knows it there, the village. A seat is named as its place is. */
function recognisedIn({ places, why }: PlacesSaid, { programme, villages }: Scene['needs']): string[] {
  return places.map((ref) => {
    const said = why.filter(({ what, code }) => what === 'place' && code === ref.code).flatMap(({ words }) => words)
    const named = said.flatMap((words) => villages?.namedIn(words) ?? []).flatMap((one) => one.villages)
    const own = programme.gazetteer.find(ref)?.name
    const inside = named.filter((one) => one.ref.name !== own && isIn(one.commune, ref))
    const [village, another] = inside
    return village && !another ? villageName(village, programme) : (placeName(ref, programme) ?? ref.code)
  })
}

/** More than these are told apart by their cercle, which the page says. */
const mostCandidates = 15

function candidatesFor(typed: string, needs: Scene['needs']): Option[] {
  const meant = placesIn(typed, needs)
  return meant.length < 2 ? [] : placeOptions(meant.slice(0, mostCandidates), needs)
}

/** What each form of a case offers, and the dates its consequences speak of: computed by the rules that will decide. */
export function choicesFor(
  caseFile: CaseFile,
  places: PlacesSaid,
  presence: readonly Presence[],
  { needs, texts, door: { base } }: Scene,
): Omit<CaseChoices, 'readers'> {
  const { programme, now } = needs
  const policy = policyOf(programme, caseFile)
  const { calendar, standards } = policy
  const suggested = programme.categories.find(({ code }) => code === (caseFile.category ?? caseFile.suggested.category))
  const today = dayOf(calendar, now)
  const current = caseFile.promisedAt ? dayOf(calendar, caseFile.promisedAt) : today
  const from = addDaysOn(current > today ? current : today, 1)
  const until = addDaysOn(dayOf(calendar, caseFile.reopenedAt ?? caseFile.receivedAt), extensionDays.most - 1)
  const proposed = addDaysOn(from, extensionDays.proposed - 1)
  return {
    // Where words may mean S or a danger to life, the level is for a person to say.
    level: caseFile.level ?? (isOrdinary(caseFile) ? (suggested?.level ?? null) : null),
    categories: categoriesOf(programme, texts.chain),
    places: {
      recognised: recognisedIn(places, needs),
      list: placeList(base, needs, texts.site),
      candidates: candidatesFor(places.typed, needs),
    },
    organisations: organisationsFor(caseFile, presence, { needs, texts }),
    bodies: bodiesFor(caseFile, programme),
    named: namedOptions(programme, texts),
    promises: Object.fromEntries(
      levels.map((level) => [
        level,
        laneOf(level) === 'N' ? assessedPromiseAt(caseFile, { level }, policy, now) : null,
      ]),
    ) as CaseChoices['promises'],
    extension: from <= until ? { from, until, proposed: proposed <= until ? proposed : until } : null,
    waitUntil: addDays(now, standards.pauseDays),
    actedOn: { from: dayOf(programme.calendar, caseFile.receivedAt), until: dayOf(programme.calendar, now) },
    pauseDays: standards.pauseDays,
    tried: { days: triedDays(caseFile), of: standards.tellAttempts },
    reopenedPromiseAt: reopenedPromiseAt(caseFile, policy, now),
  }
}
