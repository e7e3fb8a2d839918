import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import type { Viewer } from '../../../core/case/actor.ts'
import { grouped } from '../../../core/case/reference.ts'
import { readReference } from '../../../core/channel/read-reference.ts'
import { dayOf } from '../../../core/deadlines/calendar.ts'
import { type Row, rowMovedAt } from '../../../core/lists/row.ts'
import { isSilent, silentDays } from '../../../core/lists/silence.ts'
import { countLists, mostSilentDays } from '../../../core/operations/lists/count-lists.ts'
import type { PlaceRef } from '../../../core/places/place-ref.ts'
import type { Programme } from '../../../core/operations/programme.ts'
import { allLists, listQueue } from '../../../core/operations/lists/list-queue.ts'
import { isHandOver, ownQueue } from '../../../core/routing/queue.ts'
import { categoryName, placeName } from '../../staff/with-names.ts'
import { inboxBody } from '../../../web/console/inbox/page.ts'
import { ownerInWords } from '../../../web/console/frame/words.ts'
import type { InboxWords } from '../../../web/console/inbox/texts.ts'
import type { InboxRow, InboxView } from '../../../web/console/inbox/view.ts'
import { needsOf } from '../../wiring/services.ts'
import { inboxPage, pageSize } from './page.ts'
import { nameOf } from '../frame/names.ts'
import { page } from '../frame/page.ts'
import type { ConsoleEnv, Door, Section } from '../frame/scene.ts'
import { type Choice, inboxHref, traits } from '../../../web/console/frame/inbox-choice.ts'

/** Reads an address as it was bookmarked or typed; what it does not know, it leaves. */
export function choiceOf(query: Record<string, string>): Choice {
  const days = /^[1-9]\d{0,2}$/.test(query['silent'] ?? '') ? Number(query['silent']) : silentDays
  return {
    range: (['late', 'today', 'week'] as const).find((range) => range in query) ?? null,
    traits: traits.filter((trait) => trait in query),
    silentDays: days,
  }
}

/** A place in the order as `next` gives it; anything else is the start. */
const placeOf = (next: string | undefined): string | null =>
  next && /^[01](?:#\d{4}-\d\d-\d\dT[\d:.]{8,12}Z){2}#\d{10}$/.test(next) ? next : null

export const inboxRoutes: Section = (app, scene) => {
  const { services, door, figures } = scene
  const { programme } = services

  async function inbox(c: Context<ConsoleEnv>) {
    const { q, next, ...query } = c.req.query()
    const reference = q === undefined ? null : readReference(q)
    // The page of the case answers for whether there is one, and whether it is theirs to see.
    if (reference) return c.redirect(`${door.base}/cases/${reference}`, 303)
    const viewer = c.get('viewer')
    const texts = c.get('texts')
    const needs = needsOf(services)
    const choice = choiceOf(query)
    const after = placeOf(next)
    const { silentDays } = choice
    const lists = allLists(viewer, needs)
    const isWhole = choice.range === null && choice.traits.length === 0
    const offered = isWhole ? lists.filter(isHandOver) : []
    const others = isWhole ? lists.filter((list) => !isHandOver(list)) : lists
    const [listed, offers, counts] = await Promise.all([
      inboxPage(viewer, { choice, after }, needs, others),
      after === null ? listQueue(viewer, { after: null, limit: pageSize }, needs, offered) : { rows: [] },
      figures && silentDays <= mostSilentDays ? countLists(viewer, { silentDays }, { ...needs, figures }) : null,
    ])
    const shown = (row: Row) => named(row, { viewer, door, programme, now: needs.now, texts })
    const view: InboxView = {
      now: needs.now,
      utcOffsetMinutes: programme.calendar.utcOffsetMinutes,
      base: door.base,
      role: viewer.role,
      offers: offers.rows.map((row) => ({ row: shown(row), requestId: `${randomUUID()}-accept` })),
      csrf: c.get('csrf'),
      rows: listed.rows.map(shown),
      choice,
      counts,
      unreadable: q?.trim() ? q : null,
      next: listed.next === null ? null : inboxHref(door.base, choice, listed.next),
      fromStart: after === null,
      examined: listed.next !== null && listed.rows.length < pageSize ? listed.examined : null,
    }
    const status = view.unreadable === null ? 200 : 422
    return page(c, scene, { title: texts.inbox.title, here: 'inbox', body: inboxBody(view, texts), status })
  }
  app.get(door.base, inbox)
  app.get(`${door.base}/inbox`, inbox)
}

interface Naming {
  viewer: Viewer
  door: Door
  programme: Programme
  now: string
  texts: InboxWords
}

function named(row: Row, { viewer, door, programme, now, texts }: Naming): InboxRow {
  const on = (at: string) => dayOf(programme.calendar, at)
  const movedAt = rowMovedAt(row)
  const placed = (place: PlaceRef | null | undefined) => (place ? placeName(place, programme) : null)
  const labelOf = (code: string | null | undefined) => categoryName(code, programme, texts.chain)
  const spoken = programme.messages.languages.find(({ code }) => code === row.language)?.name
  return {
    ...row,
    movedAt,
    silent: isSilent(on(movedAt), on(now), silentDays),
    href: `${door.base}/cases/${row.reference}`,
    grouped: grouped(row.reference),
    placeName: placed(row.place),
    categoryLabel: labelOf(row.category),
    suggested: [labelOf(row.suggested?.category), placed(row.suggested?.place)].filter((name) => name !== null),
    language: texts.codes.languages[row.language] ?? spoken ?? row.language,
    owner: ownerInWords({ code: row.owner, name: nameOf(row.owner, programme) }, texts),
    mine: row.owner === ownQueue(viewer),
  }
}
