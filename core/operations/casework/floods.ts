import type { Viewer } from '../../case/actor.ts'
import type { CaseFile } from '../../case/case-file.ts'
import { entry } from '../../case/history.ts'
import { standsInFlood } from '../../routing/flood.ts'
import { rules } from '../../case/status.ts'
import type { Lane } from '../../case/level.ts'
import { words } from '../../places/normalise.ts'
import type { Flood } from '../../ports/floods.ts'
import { type FloodAct, mostTogether } from '../../routing/together.ts'
import { maySee } from '../../routing/may-see.ts'
import type { StoredCase } from '../../ports/cases.ts'
import { type Needs, retry, untilWritten } from '../needs.ts'
import { openWords } from '../sealed.ts'
import type { StepNeeds } from '../steps/step.ts'
import { takeStep } from './take-step.ts'

/** Cases of one flood that are looked at: what is beyond comes up when these are decided. */
const mostRead = 500
/** Different texts that are shown. */
const mostSaid = 12

export interface ReadFlood extends Pick<Flood, 'group' | 'from'> {
  /** They wait together. */
  standing: readonly StoredCase[]
  /** Set aside, and to be restored. */
  aside: readonly StoredCase[]
  /** Decided by themselves, or more than ordinary since. */
  others: number
}

const mayDecide = ({ role }: Viewer): boolean => rules.dismiss.by.includes(role)

const isAside = ({ closedHow, status, flood }: CaseFile): boolean =>
  status === 'closed' && closedHow === 'dismissed' && flood !== null

/** One flood as who triages may decide about it; null for everybody else, and where there is none. */
export async function readFlood(viewer: Viewer, group: string, needs: Needs): Promise<ReadFlood | null> {
  const { cases, floods, programme } = needs
  if (!mayDecide(viewer)) return null
  const all = await floods.members(group)
  const loaded = await Promise.all(all.map((reference) => cases.load(reference)))
  const seen = loaded.filter((one) => one !== null && maySee(viewer, one.caseFile, programme.gazetteer)) as StoredCase[]
  const from = seen.find(({ caseFile }) => caseFile.flood !== null)?.caseFile.flood?.from
  if (seen.length === 0) return null
  const byReceipt = seen
    .toSorted((a, b) => (a.caseFile.receivedAt < b.caseFile.receivedAt ? -1 : 1))
    .filter((_, at) => at < mostRead)
  const standing = byReceipt.filter(({ caseFile }) => standsInFlood(caseFile))
  const aside = byReceipt.filter(({ caseFile }) => isAside(caseFile))
  return { group, from: from ?? 'address', standing, aside, others: seen.length - standing.length - aside.length }
}

/** What is said in those that a decision would be about next, the most frequent first, each with how often and where. */
export async function saidInFlood({ standing }: ReadFlood, needs: Needs) {
  const texts = await Promise.all(
    standing.slice(0, mostTogether).map(async (stored) => ({
      reference: stored.caseFile.reference,
      text: await openWords(stored, 0, needs),
    })),
  )
  return [...Map.groupBy(texts, ({ text }) => words(text ?? '').join(' ')).values()]
    .flatMap(([first, ...rest]) => (first ? { ...first, count: rest.length + 1 } : []))
    .sort((a, b) => b.count - a.count)
    .slice(0, mostSaid)
}

interface Decision {
  act: FloodAct
  reason: string
  requestId: string
}

async function lift(viewer: Viewer, { caseFile }: StoredCase, requestId: string, { cases, now }: Needs) {
  return untilWritten(async () => {
    const before = (await cases.load(caseFile.reference))?.caseFile
    if (!before || !standsInFlood(before)) return false
    const lifted = entry('flood-lifted', now, { role: viewer.role, person: viewer.person }, {}, requestId)
    return (await cases.commit({ append: [{ before, entries: [lifted] }] })) === 'done' || retry
  })
}

/** One case of it, as it was seen: what somebody wrote since, or what has become more than ordinary, stays as it is. */
async function decide(
  viewer: Viewer,
  stored: StoredCase,
  { act, reason, requestId }: Decision,
  needs: StepNeeds,
  opens: (lane: Lane) => boolean,
): Promise<boolean> {
  const { reference, version } = stored.caseFile
  const own = `${requestId}-${reference}`
  if (act === 'lift') return lift(viewer, stored, own, needs)
  const body = { reason, requestId: own, version }
  const step = act === 'aside' ? 'dismiss' : 'reopen'
  return (await takeStep(viewer, { reference, step, body }, needs, opens)).is === 'done'
}

/**
 * A person decides about a whole flood, so many of it at a time. One person may: which cases it is about was found by what came, not chosen
 * by anybody, nothing in it may be S or a danger, and it can be taken back whole. How many were done, and how many not.
 */
export async function decideFlood(
  viewer: Viewer,
  group: string,
  decision: Decision,
  needs: StepNeeds,
  opens: (lane: Lane) => boolean,
): Promise<{ done: number; left: number } | null> {
  const flood = await readFlood(viewer, group, needs)
  if (flood === null) return null
  const chosen = (decision.act === 'restore' ? flood.aside : flood.standing).slice(0, mostTogether)
  let done = 0
  for (const stored of chosen) done += Number(await decide(viewer, stored, decision, needs, opens))
  return { done, left: chosen.length - done }
}
