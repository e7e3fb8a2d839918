import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import type { Viewer } from '../../../core/case/actor.ts'
import { grouped } from '../../../core/case/reference.ts'
import { readReference } from '../../../core/channel/read-reference.ts'
import { dayOf } from '../../../core/deadlines/calendar.ts'
import { type Row, rowMovedAt } from '../../../core/lists/row.ts'
import { isSilent, silentDays as quietDays } from '../../../core/lists/silence.ts'
import { searches } from '../../../core/operations/lists/search-scope.ts'
import { countLists, mostSilentDays } from '../../../core/operations/lists/count-lists.ts'
import type { ReadingNeeds } from '../../../core/operations/needs.ts'
import type { PlaceRef } from '../../../core/places/place-ref.ts'
import type { Programme } from '../../../core/operations/programme.ts'
import { openForReading } from '../../../core/operations/casework/read-case.ts'
import { openWords } from '../../../core/operations/sealed.ts'
import { listQueue } from '../../../core/operations/lists/list-queue.ts'
import { gatheredDangers } from '../../../core/operations/lists/gathered-dangers.ts'
import { openFloods } from '../../../core/operations/lists/open-floods.ts'
import { isHandOver, ownQueue } from '../../../core/routing/queue.ts'
import { categoryName, placeName } from '../../staff/with-names.ts'
import { mostSought } from '../../../web/console/frame/fields.ts'
import { inboxBody } from '../../../web/console/inbox/page.ts'
import { ownerInWords } from '../../../web/console/frame/words.ts'
import type { InboxWords } from '../../../web/console/inbox/texts.ts'
import type { InboxRow, InboxView } from '../../../web/console/inbox/view.ts'
import { needsOf } from '../../wiring/services.ts'
import { inboxPage, listsShown, pageSize } from '../frame/inbox-page.ts'
import { choiceOf, inListOf, leftBehind, nextInList, placeIn } from '../frame/in-list.ts'
import { nameOf } from '../frame/names.ts'
import { page } from '../frame/page.ts'
import type { ConsoleEnv, Door, Section } from '../frame/scene.ts'
import { rules } from '../../../core/case/status.ts'
import type { Wave } from '../../../core/figures/waves.ts'
import { findWaves, type KnownWaves } from '../../../core/operations/lists/find-waves.ts'
import type { FoundRow } from '../../../core/ports/figures/figures.ts'
import { mostTogether } from '../../../core/routing/together.ts'
import { caseHref, type InList, inboxHref, listFields } from '../../../web/console/frame/inbox-choice.ts'

export const inboxRoutes: Section = (app, scene) => {
  const { services, door, figures, journal } = scene
  const { programme } = services
  const known: KnownWaves = new Map()

  async function inbox(c: Context<ConsoleEnv>) {
    const { q: typed, next, lire, ...query } = c.req.query()
    const q = typed?.slice(0, mostSought)
    const reference = q === undefined ? null : readReference(q)
    // The page of the case answers for whether there is one, and whether it is theirs to see.
    if (reference) return c.redirect(`${door.base}/cases/${reference}`, 303)
    const viewer = c.get('viewer')
    // Words are no number, and may be what somebody remembers of a case; nine digits on end are a number mistyped.
    const findsWords = journal !== null && searches(viewer)
    const areWords = q !== undefined && /\p{L}/u.test(q) && !/\d{9}/.test(q.replaceAll(/\s/g, ''))
    if (areWords && findsWords)
      return c.redirect(`${door.base}/recherche?${new URLSearchParams({ mots: q }).toString()}`, 303)
    const texts = c.get('texts')
    const needs = needsOf(services)
    const choice = choiceOf(query)
    const after = placeIn(next)
    const { silentDays } = choice
    const lists = listsShown(viewer, choice, needs)
    const isWhole = choice.range === null && choice.traits.length === 0
    const offered = isWhole ? lists.filter(isHandOver) : []
    const others = isWhole ? lists.filter((list) => !isHandOver(list)) : lists
    const inList: InList = { choice, from: after, at: null }
    const dangers = isWhole ? await gatheredDangers(viewer, needs) : []
    const without = new Set(dangers.flatMap(({ rows }) => rows.map(({ reference }) => reference)))
    const chooses = rules.assign.by.includes(viewer.role) ? { liste: listFields(inList)['liste'] ?? '' } : null
    const [listed, offers, counts, waves, read, left, floods] = await Promise.all([
      inboxPage(viewer, { choice, after, without }, needs, others),
      after === null ? listQueue(viewer, { after: null, limit: pageSize }, needs, offered) : { rows: [] },
      figures && silentDays <= mostSilentDays ? countLists(viewer, { silentDays }, { ...needs, figures }) : null,
      figures && chooses && isWhole && after === null ? findWaves(viewer, { ...needs, figures }, known) : [],
      wordsRead(viewer, readReference(lire ?? ''), needs, door),
      leftBehind(c, needs),
      isWhole && after === null ? openFloods(viewer, needs) : [],
    ])
    const shown = (row: Row) => named(row, { viewer, door, programme, now: needs.now, texts, inList })
    const view: InboxView = {
      now: needs.now,
      utcOffsetMinutes: programme.calendar.utcOffsetMinutes,
      base: door.base,
      role: viewer.role,
      offers: offers.rows.map((row) => ({ row: shown(row), requestId: `${randomUUID()}-accept` })),
      csrf: c.get('csrf'),
      rows: listed.rows.map(shown),
      choice,
      here: inboxHref(door.base, choice, after),
      chooses,
      waves: waves.map((wave) => shownWave(wave, { base: door.base, programme, texts })),
      dangers: after === null ? dangers.map(({ by, rows }) => ({ by, rows: rows.map(shown) })) : [],
      floods: floods.map((flood) => ({ ...flood, href: `${door.base}/masse/${flood.group}` })),
      read,
      counts,
      unreadable: q?.trim() ? q : null,
      findsWords,
      next: listed.next === null ? null : inboxHref(door.base, choice, listed.next),
      fromStart: after === null,
      examined: listed.next !== null && listed.rows.length < pageSize ? listed.examined : null,
    }
    const status = view.unreadable === null ? 200 : 422
    const body = inboxBody(view, texts)
    return page(c, scene, { title: texts.inbox.title, here: 'inbox', flash: left?.ended, body, status })
  }
  app.get(door.base, inbox)
  app.get(`${door.base}/inbox`, inbox)

  // What follows is looked for when it is asked for: between two cases the list may have moved.
  app.get(`${door.base}/inbox/suivant`, async (c) => {
    const inList = inListOf(c.req.query())
    const next = await nextInList(c.get('viewer'), inList, c.req.query('du') ?? '', needsOf(services))
    const { base } = door
    if (!next) return c.redirect(inboxHref(base, inList.choice), 303)
    return c.redirect(caseHref(base, next.reference, next.inList), 303)
  })
}

/** Many about the same, and where they are answered together: the oldest of them, as many as go at once. */
function shownWave(
  { category, place, rows }: Wave<FoundRow>,
  { base, programme, texts }: Pick<Naming, 'programme' | 'texts'> & { base: string },
): InboxView['waves'][number] {
  const first = rows.slice(0, mostTogether).map(({ reference }): [string, string] => ['d', reference])
  return {
    about: categoryName(category, programme, texts.chain) ?? category,
    placeName: placeName(place, programme) ?? place.code,
    languages: [...new Set(rows.map(({ facts }) => spoken(facts.language, programme, texts)))].toSorted(),
    count: rows.length,
    href: `${base}/ensemble?${new URLSearchParams([['geste', 'merge'], ...first]).toString()}`,
  }
}

const spoken = (code: string, { messages }: Programme, { codes }: InboxWords): string =>
  codes.languages[code] ?? messages.languages.find((one) => one.code === code)?.name ?? code

/** The words of one case, in the list: it counts as opened, as on its own page. Null where it is not this viewer's to open. */
async function wordsRead(
  viewer: Viewer,
  reference: string | null,
  needs: ReadingNeeds,
  door: Door,
): Promise<InboxView['read']> {
  const stored = reference === null ? null : await openForReading(viewer, reference, needs, door.opens)
  return stored && { reference: stored.caseFile.reference, text: await openWords(stored, 0, needs) }
}

interface Naming {
  viewer: Viewer
  /** Where in the list the page stands. */
  inList: InList
  door: Door
  programme: Programme
  now: string
  texts: InboxWords
}

function named(row: Row, { viewer, door, programme, now, texts, inList }: Naming): InboxRow {
  const on = (at: string) => dayOf(programme.calendar, at)
  const movedAt = rowMovedAt(row)
  const placed = (place: PlaceRef | null | undefined) => (place ? placeName(place, programme) : null)
  const labelOf = (code: string | null | undefined) => categoryName(code, programme, texts.chain)
  return {
    ...row,
    movedAt,
    silent: isSilent(on(movedAt), on(now), quietDays),
    href: caseHref(door.base, row.reference, inList),
    grouped: grouped(row.reference),
    placeName: placed(row.place),
    categoryLabel: labelOf(row.category),
    suggested: [labelOf(row.suggested?.category), placed(row.suggested?.place)].filter((name) => name !== null),
    language: spoken(row.language, programme, texts),
    owner: ownerInWords({ code: row.owner, name: nameOf(row.owner, programme) }, texts),
    mine: row.owner === ownQueue(viewer),
  }
}
