import type { CaseFile } from '../../../core/case/case-file.ts'
import type { Lane } from '../../../core/case/level.ts'
import type { Status, Step } from '../../../core/case/status.ts'
import { grouped } from '../../../core/case/reference.ts'
import { dayOf } from '../../../core/deadlines/calendar.ts'
import { policyOf } from '../../../core/deadlines/rulebook.ts'
import { alikeDays, listAlike } from '../../../core/operations/casework/list-alike.ts'
import { needsSecond } from '../../../core/operations/steps/dismissed-alone.ts'
import { mostAlone } from '../../../core/routing/together.ts'
import { shownReads } from '../../../core/operations/casework/read-case.ts'
import type { Read } from '../../../core/ports/reads.ts'
import type { StoredCase } from '../../../core/ports/cases.ts'
import { holdersOf } from '../../../core/routing/holders.ts'
import { readsLane } from '../../../core/routing/reads-lane.ts'
import type { CaseTrail, ReadLine } from '../../../web/console/case/trail-view.ts'
import type { HistoryLine } from '../../../web/console/case/view.ts'
import { nameOf } from '../frame/names.ts'
import type { CaseScene } from './scene.ts'

type Seen = { reads: Read[] | null; steps: readonly Step[] }

/** Readings of one person on one day are one line; every look at a number is its own, with its reason. */
async function readLines(
  reads: readonly Read[],
  history: readonly HistoryLine[],
  { needs: { programme }, directory }: CaseScene,
): Promise<ReadLine[]> {
  const days = Map.groupBy(reads, ({ at, person, what }) =>
    [person, what, what === 'contact' ? at : dayOf(programme.calendar, at)].join(' '),
  )
  return Promise.all(
    [...days.values()].flatMap(async (own) => {
      const [last, first] = [own[0], own.at(-1)]
      const { what = 'case', role = 'administrator', person = '' } = last ?? {}
      const shown = history.find(
        ({ entry }) => entry.what === 'revealed' && entry.at === last?.at && entry.by.person === person,
      )
      const who = (await directory.member(person))?.name ?? person
      const span = { from: first?.at ?? '', to: last?.at ?? '', count: own.length }
      return { what, role, who, ...span, reason: what === 'contact' ? (shown?.words ?? null) : null }
    }),
  )
}

/** The last hand-over that came back, as long as nobody else has the case since. */
function refusalOf({ status, organisation }: CaseFile, history: readonly HistoryLine[]): CaseTrail['refusal'] {
  if (organisation !== null || (status !== 'assessed' && status !== 'received')) return null
  const line = history.findLast(({ entry: { what } }) => what !== 'noted' && movesOn.includes(what))
  if (line?.entry.what !== 'refused' && line?.entry.what !== 'hand-over-returned') return null
  const { at, what, organisation: by } = line.entry
  return {
    organisation: line.names['organisation'] ?? by,
    at,
    returned: what === 'hand-over-returned',
    reason: line.words,
  }
}
const movesOn: readonly string[] = ['assigned', 'refused', 'hand-over-returned', 'revoked', 'answered', 'reopened']

const lanesOfPairs: Readonly<Record<string, Lane>> = { protection: 'S2', integrity: 'S1' }

/** Who had it and how long; that a pair once had it is told to those only who read what it wrote. */
const heldBefore = (caseFile: CaseFile, { viewer, needs: { programme, now } }: CaseScene) =>
  holdersOf(caseFile, programme.gazetteer, now).filter(({ owner }) => {
    const lane = lanesOfPairs[owner]
    return lane === undefined || lane === caseFile.lane || caseFile.lane === 'P' || readsLane(viewer.role, lane)
  })

/** What follows a case is answered with it. */
const stillToAnswer: readonly Status[] = ['received', 'assessed', 'assigned']

/** What a case page tells of everybody else. */
export async function caseTrail(
  stored: StoredCase,
  { seen, history }: { seen: Seen; history: readonly HistoryLine[] },
  scene: CaseScene,
): Promise<CaseTrail> {
  const { viewer, needs, door } = scene
  const { programme, now } = needs
  const { caseFile } = stored
  const { waiting, pausedMs, pauseUsed, mergedInto, followers, lane } = caseFile
  const standing = waiting?.waitingFor === 'complainant' ? Date.parse(now) - Date.parse(waiting.sinceAt) : 0
  const mayFollow = lane === 'N' && mergedInto === null && followers.length === 0
  return {
    holders: heldBefore(caseFile, scene).map(({ owner, ...rest }) => ({
      owner: { code: owner, name: nameOf(owner, programme) },
      ...rest,
    })),
    refusal: refusalOf(caseFile, history),
    reads: seen.reads && {
      lines: await readLines(seen.reads, history, scene),
      more: seen.reads.length === shownReads,
    },
    pause: pauseUsed ? { usedMs: pausedMs + standing, days: policyOf(programme, caseFile).standards.pauseDays } : null,
    alike: door.opens('N')
      ? (await listAlike(viewer, stored, needs)).map(({ caseFile: other, sameWords }) => ({
          reference: other.reference,
          grouped: grouped(other.reference),
          receivedAt: other.receivedAt,
          status: other.status,
          sameWords,
          leads: mayFollow && stillToAnswer.includes(other.status) && other.mergedInto === null,
        }))
      : [],
    alikeDays,
    repeated: caseFile.history.filter(({ what }) => what === 'repeated').length,
    dismissedAlready: seen.steps.includes('dismiss') && (await needsSecond(viewer, 1, needs)) ? mostAlone : null,
  }
}
