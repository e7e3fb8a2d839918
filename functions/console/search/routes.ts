import type { Context } from 'hono'
import type { Viewer } from '../../../core/case/actor.ts'
import { grouped } from '../../../core/case/reference.ts'
import type { Chain } from '../../../core/language.ts'
import { channels, kinds } from '../../../core/channel/message.ts'
import { dayOf } from '../../../core/deadlines/calendar.ts'
import { addDaysOn } from '../../../core/deadlines/instant.ts'
import type { Programme } from '../../../core/operations/programme.ts'
import { type Found, searchCases } from '../../../core/operations/lists/search-cases.ts'
import { noteSearch } from '../../../core/operations/lists/note-search.ts'
import { searchMeant } from '../../../core/operations/lists/search-meant.ts'
import { saidDaysFor } from '../../../languages/said-days.ts'
import { type SearchFlaw, searches } from '../../../core/operations/lists/search-scope.ts'
import { subjectsIn } from '../../../programme/subject-words.ts'
import { mostSought } from '../../../web/console/frame/fields.ts'
import { searchBody } from '../../../web/console/search/page.ts'
import type { SearchRow, SearchView } from '../../../web/console/search/view.ts'
import { categoryName, placeName } from '../../staff/with-names.ts'
import { needsOf } from '../../wiring/services.ts'
import { categoriesOf } from '../frame/category-choices.ts'
import { placeList } from '../frame/places.ts'
import { page } from '../frame/page.ts'
import type { ConsoleEnv, ConsoleScene, Section } from '../frame/scene.ts'
import { searchFields, searchHref, type SearchQuery } from '../frame/search-address.ts'
import { meantQuery, otherwiseIn, searchedLevels, searchOf, valuesOf } from './form.ts'

/** What is proposed before anything is typed. */
const proposedDays = 90

const fieldOfFlaw: Record<SearchFlaw, string> = { 'period-order': 'au', 'period-long': 'au' }

/** `/console/recherche`: cases by what is known of them, for whoever has a list of them; everybody else finds nothing here. */
export const searchRoutes: Section = (app, scene) => {
  const { door, services, figures, journal } = scene
  app.get(`${door.base}/recherche`, async (c) => {
    const viewer = c.get('viewer')
    if (!searches(viewer) || figures === null || journal === null) return c.notFound()
    const needs = { ...needsOf(services), figures }
    const today = dayOf(needs.programme.calendar, needs.now)
    const { next, ...typed } = c.req.query()
    const { mots, ...query }: SearchQuery = Object.fromEntries(
      Object.entries(typed).map(([name, value]) => [name, value.slice(0, mostSought)]),
    )
    const view = emptyView(c, scene, today)
    if (mots !== undefined) {
      const asked = { saidDays: saidDaysFor(needs.programme.languages), today }
      const { gazetteer } = needs.programme
      const { villages } = services
      const meant = searchMeant(mots, asked, { gazetteer, villages, subjectsIn })
      if (meant) return c.redirect(searchHref(door.base, meantQuery(meant)), 303)
      return answer(c, scene, { ...view, values: { mots: [mots] }, flaws: [{ field: 'mots', flaw: 'no-words' }] })
    }
    if (searchFields.every((name) => query[name] === undefined))
      return answer(c, scene, { ...view, values: { du: [addDaysOn(today, -proposedDays)], au: [today] } })
    const filled = { ...view, values: valuesOf(query, needs) }
    const search = searchOf(query, today, needs)
    if ('flaws' in search) return answer(c, scene, { ...filled, flaws: search.flaws })
    const outcome = await searchCases(viewer, search, { next: next ?? null, opens: door.opens }, needs)
    if (outcome.is === 'flawed')
      return answer(c, scene, { ...filled, flaws: [{ field: fieldOfFlaw[outcome.flaw], flaw: outcome.flaw }] })
    await noteSearch(viewer, search, { directory: journal, now: needs.now })
    const { chain } = c.get('texts')
    const found = {
      fromOn: search.fromOn,
      untilOn: search.untilOn,
      rows: outcome.cases.map((one) => shown(one, { base: door.base, programme: needs.programme, chain })),
      next: outcome.next && searchHref(door.base, query, outcome.next),
      start: next === undefined ? null : searchHref(door.base, query),
      examined: outcome.examined,
    }
    const otherwise = otherwiseIn(query, { base: door.base, chain }, needs)
    return answer(c, scene, { ...filled, found, otherwise })
  })
}

const scopeOf = ({ role }: Viewer): SearchView['scope'] =>
  role === 'partner'
    ? 'organisation'
    : role === 'coordinator'
      ? 'escalated'
      : role === 'focal-point' || role === 'deputy'
        ? 'all'
        : 'region'

function emptyView(c: Context<ConsoleEnv>, { services, door }: ConsoleScene, today: string): SearchView {
  const { programme, nowAt } = services
  const viewer = c.get('viewer')
  const { calendar } = programme
  const scope = scopeOf(viewer)
  return {
    base: door.base,
    scope,
    values: {},
    lastOn: today,
    flaws: [],
    found: null,
    otherwise: [],
    now: nowAt(),
    utcOffsetMinutes: calendar.utcOffsetMinutes,
    choices: {
      places: placeList(door.base, services, c.get('texts').site),
      categories: categoriesOf(programme, c.get('texts').chain).slice(0, 1),
      organisations: programme.organisations.map(({ id, name }) => ({ value: id, label: name })),
      levels: searchedLevels,
      channels,
      kinds,
    },
  }
}

interface Naming {
  base: string
  programme: Programme
  chain: Chain
}

/** The case as it is now; what was said of it when it was last counted is for finding it. */
function shown({ reference, caseFile, facts }: Found, { base, programme, chain }: Naming): SearchRow {
  const { status, place, level, organisation, satisfaction } = caseFile
  return {
    href: `${base}/cases/${reference}`,
    grouped: grouped(reference),
    receivedOn: facts.receivedOn,
    categoryLabel: categoryName(caseFile.category, programme, chain),
    placeName: place && placeName(place, programme),
    suggested: [
      categoryName(facts.suggested?.category, programme, chain),
      facts.suggested?.place ? placeName(facts.suggested.place, programme) : null,
    ].filter((name) => name !== null),
    status: status === 'closed' || status === 'answered' ? status : 'open',
    late: facts.late || facts.overdue,
    level,
    organisation: programme.organisations.find(({ id }) => id === organisation)?.name ?? organisation,
    satisfaction,
  }
}

function answer(c: Context<ConsoleEnv>, scene: ConsoleScene, view: SearchView) {
  const { texts } = c.var
  const status = view.flaws.length > 0 ? 422 : 200
  return page(c, scene, { title: texts.search.title, here: 'search', body: searchBody(view, texts), status })
}
