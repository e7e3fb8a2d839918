import type { Context } from 'hono'
import type { Viewer } from '../../../core/case/actor.ts'
import { grouped } from '../../../core/case/reference.ts'
import { knowsRequest } from '../../../core/case/case-file.ts'
import { readReference } from '../../../core/channel/read-reference.ts'
import { silentDays } from '../../../core/lists/silence.ts'
import { sortKeyOf } from '../../../core/lists/row.ts'
import type { Needs } from '../../../core/operations/needs.ts'
import { type Choice, type InList, traits } from '../../../web/console/frame/inbox-choice.ts'
import type { Flash } from '../../../web/console/layout.ts'
import { say } from '../../../web/say.ts'
import { inboxPage } from './inbox-page.ts'
import type { ConsoleEnv } from './scene.ts'

/** Reads an address as it was bookmarked or typed; what it does not know, it leaves. */
export function choiceOf(query: Readonly<Record<string, string>>): Choice {
  const days = /^[1-9]\d{0,2}$/.test(query['silent'] ?? '') ? Number(query['silent']) : silentDays
  return {
    range: (['late', 'today', 'week'] as const).find((range) => range in query) ?? null,
    traits: traits.filter((trait) => trait in query),
    silentDays: days,
  }
}

/** A place in the order as `next` gives it; anything else is the start. */
export const placeIn = (next: string | null | undefined): string | null =>
  next && /^[01](?:#\d{4}-\d\d-\d\dT[\d:.]{8,12}Z){2}#\d{10}$/.test(next) ? next : null

/** The list a case was opened from, read from the address of its page or from its forms as anything typed there is read. */
export function inListOf(kept: { liste?: string | undefined; ici?: string | undefined }): InList {
  const query = Object.fromEntries(new URLSearchParams(kept.liste ?? ''))
  return { choice: choiceOf(query), from: placeIn(query['next']), at: placeIn(kept.ici) }
}

/**
 * The case that follows in the list as it is now, and the page of the list it stands on: beyond the end of this one the next begins. Null at the list's
 * end.
 */
export async function nextInList(
  viewer: Viewer,
  { choice, from, at }: InList,
  without: string,
  needs: Needs,
): Promise<{ reference: string; inList: InList } | null> {
  const follows = async (after: string | null) => {
    const { rows } = await inboxPage(viewer, { choice, after }, needs)
    return rows.find((row) => row.reference !== without && (at === null || sortKeyOf(row) > at))
  }
  const here = await follows(from)
  const next = here ?? (at === null ? undefined : await follows(at))
  if (!next) return null
  return { reference: next.reference, inList: { choice, from: here ? from : at, at: sortKeyOf(next) } }
}

/** What this person's form did on a case they left with it: only what its history says. */
export async function leftBehind(
  c: Context<ConsoleEnv>,
  { cases }: Pick<Needs, 'cases'>,
): Promise<{ reference: string; done: Flash; ended: Flash } | null> {
  const { fait, du } = c.req.query()
  const reference = readReference(du ?? '')
  const caseFile = fait && reference ? (await cases.load(reference))?.caseFile : undefined
  if (!fait || !reference || !caseFile || !knowsRequest(caseFile, fait, c.var.viewer.person)) return null
  const { saved, ended } = c.var.texts.site.inList
  const said = (text: string): Flash => ({ tone: 'done', text: say(text, { reference: grouped(reference) }) })
  return { reference, done: said(saved), ended: said(ended) }
}
