import type { CaseFile } from '../case/case-file.ts'
import { caseFileOf, fold } from '../case/fold.ts'
import { ownerOf } from './owner.ts'
import type { Gazetteer } from '../places/place.ts'

/** How long one holder had a case while its person waited for an answer. */
export interface Holder {
  /** As `ownerOf` names it; `complainant` while the clock stood still for the person, `intake` before it was written down. */
  owner: string
  /** Offered to this organisation, which had not accepted yet. */
  offered: boolean
  ms: number
  /** It has the case now. */
  current: boolean
}

const whose = (state: CaseFile, gazetteer: Gazetteer): Pick<Holder, 'owner' | 'offered'> =>
  state.waiting?.waitingFor === 'complainant'
    ? { owner: 'complainant', offered: false }
    : { owner: ownerOf(state, gazetteer), offered: state.handOver !== null }

const isRunning = ({ status }: CaseFile): boolean => status !== 'answered' && status !== 'closed'

/** Whose clock ran how long, from the history alone, in the order in which they first had the case. What follows an answer is nobody's. */
export function holdersOf(caseFile: CaseFile, gazetteer: Gazetteer, now: string): Holder[] {
  const { programme, reference, history, receivedAt, openedAt } = caseFile
  const holders = new Map<string, Holder>()
  const add = ({ owner, offered }: Pick<Holder, 'owner' | 'offered'>, from: string, to: string, current = false) => {
    const ms = Math.max(0, Date.parse(to) - Date.parse(from))
    const key = `${owner}${offered ? ' offered' : ''}`
    const before = holders.get(key)?.ms ?? 0
    // Somebody who had it for no time at all (two entries of one step) never had it.
    if (ms > 0 || current) holders.set(key, { owner, offered, ms: before + ms, current })
  }
  if (receivedAt < openedAt) add({ owner: 'intake', offered: false }, receivedAt, openedAt)
  let state = caseFileOf(programme, reference, history.slice(0, 1))
  for (const next of history.slice(1)) {
    if (isRunning(state)) add(whose(state, gazetteer), state.lastAt, next.at)
    state = fold(state, next)
  }
  if (isRunning(state)) add(whose(state, gazetteer), state.lastAt, now, true)
  return [...holders.values()]
}
