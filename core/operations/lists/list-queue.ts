import type { Viewer } from '../../case/actor.ts'
import { type Row, sortKeyOf } from '../../lists/row.ts'
import { isKeptFrom, isUndecidedFor, listsOf } from '../../routing/may-see.ts'
import { aside, type QueueName } from '../../routing/queue.ts'
import type { Page } from '../../ports/cases.ts'
import type { Needs } from '../needs.ts'

interface Listed {
  rows: Row[]
  next: string | null
}

/** One page of several lists merged in due order, with what stands aside in them. */
async function merged(lists: readonly QueueName[], page: Page, { cases }: Pick<Needs, 'cases'>): Promise<Listed> {
  const parts = await Promise.all(
    lists
      .flatMap((list) => [list, { ...list, name: aside(list.name) }])
      .map(({ index, lane, name }) => cases.queue(index, lane, name, page)),
  )
  const rows = parts.flatMap((part) => part.rows).sort((a, b) => (sortKeyOf(a) < sortKeyOf(b) ? -1 : 1))
  const shown = rows.slice(0, page.limit)
  const last = shown.at(-1)
  const more = rows.length > shown.length || parts.some(({ next }) => next !== null)
  return { rows: shown, next: more && last ? sortKeyOf(last) : null }
}

/** Every list of a viewer. */
export const allLists = (viewer: Viewer, { programme }: Pick<Needs, 'programme'>): QueueName[] =>
  listsOf(
    viewer,
    programme.clusters.map(({ id }) => id),
  )

/**
 * The lists of one viewer merged in due order, all of theirs or some. Scope comes from the viewer each time; `after` is only a place in the order, so
 * a `next` handed to somebody else opens nothing. A page is filled up with what follows where a row is kept from the viewer, and
 * `next` is always a row that was shown: neither a short page nor a place in the order tells of it (design §10, invariant 8).
 */
export async function listQueue(
  viewer: Viewer,
  page: Page,
  needs: Pick<Needs, 'cases' | 'programme'>,
  lists: readonly QueueName[] = allLists(viewer, needs),
): Promise<Listed> {
  const rows: Row[] = []
  let after = page.after
  do {
    const part = await merged(lists, { after, limit: page.limit + 1 }, needs)
    rows.push(...part.rows.filter((row) => !isKeptFrom(viewer, row) && !isUndecidedFor(viewer, row)))
    after = part.next
  } while (after !== null && rows.length <= page.limit)
  const shown = rows.slice(0, page.limit)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > shown.length && last ? sortKeyOf(last) : null }
}
