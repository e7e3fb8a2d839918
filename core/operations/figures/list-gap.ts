import type { Viewer } from '../../case/actor.ts'
import type { FiguresShown } from '../../figures/shown.ts'
import { opensAll } from '../../figures/scope.ts'
import { silentDays } from '../../lists/silence.ts'
import { countLists, type ListNeeds } from '../lists/count-lists.ts'
import { allLists } from '../lists/list-queue.ts'

/** Of what the inbox of somebody has more than their figures: how many each is, together with what is open as many as it has. */
interface ListGap {
  listed: number
  open: number
  /** Answered and not closed yet, or offered and not accepted: nobody waits for an answer that has not come. */
  answered: number
  /** May be sensitive, or is: no figure has them. */
  apart: number
}

/** Why figures and inbox differ, for whoever may open the difference; null for all others, and where both are the same or nothing exact can be said. */
export async function listGap(viewer: Viewer, shown: FiguresShown, needs: ListNeeds): Promise<ListGap | null> {
  if (!opensAll(viewer) || !('backlog' in shown) || typeof shown.backlog.open !== 'number') return null
  const { open } = shown.backlog
  const lists = allLists(viewer, needs)
  const count = (ordinary: boolean) =>
    countLists(viewer, { silentDays, lists: lists.filter(({ lane }) => (lane === 'N') === ordinary) }, needs)
  const [ordinary, apart] = await Promise.all([count(true), count(false)])
  if (!ordinary || !apart) return null
  const gap = { listed: ordinary.all + apart.all, open, answered: ordinary.all - open, apart: apart.all }
  // Counters of lists and of figures are written together but read one after the other.
  return gap.answered < 0 || gap.listed === open ? null : gap
}
