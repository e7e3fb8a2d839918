import type { Viewer } from '../../case/actor.ts'
import type { Flood } from '../../ports/floods.ts'
import { isFloodList } from '../../routing/queue.ts'
import type { Needs } from '../needs.ts'
import { allLists, listQueue } from './list-queue.ts'

/** Cases of floods that are read at once: more of them only make a count larger. */
const mostRows = 1_000

/** A flood nobody has decided about: how many of its cases wait, and when the first of them is due. */
export interface OpenFlood extends Pick<Flood, 'group' | 'from'> {
  count: number
  dueAt: string
}

/** The largest first; none for who has no list of them. */
export async function openFloods(viewer: Viewer, needs: Pick<Needs, 'cases' | 'programme'>): Promise<OpenFlood[]> {
  const lists = allLists(viewer, needs).filter(isFloodList)
  if (lists.length === 0) return []
  const { rows } = await listQueue(viewer, { after: null, limit: mostRows }, needs, lists)
  const marked = rows.flatMap(({ flood, dueAt }) => (flood ? { ...flood, dueAt } : []))
  return [...Map.groupBy(marked, ({ group }) => group).values()]
    .flatMap(([first, ...rest]) => (first ? { ...first, count: rest.length + 1 } : []))
    .sort((a, b) => b.count - a.count)
}
