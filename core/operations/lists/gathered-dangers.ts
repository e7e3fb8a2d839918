import type { Viewer } from '../../case/actor.ts'
import { standardsOf } from '../../deadlines/rulebook.ts'
import { type Gathered, gatheredIn } from '../../lists/gathered.ts'
import type { Needs } from '../needs.ts'
import { allLists, listQueue } from './list-queue.ts'

/** Reports that are read to be put together; the pair's list is read whole for its counts as well. */
const mostRows = 1_000

/** Reports of danger that stand together for the pair that reads them; none for anybody else. */
export async function gatheredDangers(viewer: Viewer, needs: Pick<Needs, 'cases' | 'programme'>): Promise<Gathered[]> {
  const { programme } = needs
  const lists = allLists(viewer, needs).filter(({ lane }) => lane === 'S2')
  if (lists.length === 0) return []
  const { rows } = await listQueue(viewer, { after: null, limit: mostRows }, needs, lists)
  return gatheredIn(rows, standardsOf(programme, programme.standards.current).dangers, programme.gazetteer)
}
