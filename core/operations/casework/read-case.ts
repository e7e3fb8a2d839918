import type { Viewer } from '../../case/actor.ts'
import type { CaseFile } from '../../case/case-file.ts'
import { fold } from '../../case/fold.ts'
import { entry } from '../../case/history.ts'
import type { Lane } from '../../case/level.ts'
import { runningClocks } from '../../deadlines/clock.ts'
import { standardsOf } from '../../deadlines/rulebook.ts'
import type { Notice } from '../../notices/notice.ts'
import { asRead } from '../../notices/next-look.ts'
import { costsOf } from '../../notices/policy/cost.ts'
import { readyAnswer } from '../../notices/ready-answer.ts'
import { readsOnly } from '../../routing/asked-to-read.ts'
import { maySee } from '../../routing/may-see.ts'
import { readsLane } from '../../routing/reads-lane.ts'
import type { ToldCase } from '../../ports/cases.ts'
import { caseHeader } from './case-header.ts'
import { historyLines } from './history-lines.ts'
import { knownLinks } from './known-links.ts'
import { type Needs, type ReadingNeeds, retry, untilWritten } from '../needs.ts'
import { shownMeaning } from './meaning.ts'
import { noticeLine } from './notice-line.ts'
import { offeredSteps } from './offered-steps.ts'
import { openWords } from '../sealed.ts'
import { repliesIn } from './replies-in.ts'
import { shownHistory, type ShownLine } from './shown-history.ts'

/** Roles whose opening of a case is its being read by a person. */
const readers: readonly Viewer['role'][] = ['focal-point', 'deputy', 'protection', 'integrity']

const isSensitive = ({ lane }: CaseFile): boolean => lane === 'S1' || lane === 'S2'
/** Who decides sees who opened it: each time of S; of what a reader is asked about, each reader. */
const showsReads = (viewer: Viewer, caseFile: CaseFile): boolean =>
  isSensitive(caseFile) || (caseFile.lane === 'P' && caseFile.readerAsked !== null && !readsOnly(viewer, caseFile))
/** As many reads of an S case as its page shows to those who may open it. */
export const shownReads = 200

/**
 * Opens a case for one person, or null when there is none they may see. The first opening by somebody who triages is recorded
 * as `read`; `opens` says which lanes this door leads to; every opening of an S case, and every one by a reader who is asked, is recorded with
 * person and role (design §6). `known`: the case as this request has just read or written it.
 */
export async function openForReading(
  viewer: Viewer,
  reference: string,
  needs: ReadingNeeds,
  opens: (lane: Lane) => boolean,
  known: ToldCase | null = null,
): Promise<ToldCase | null> {
  const { cases, reads, programme, now } = needs
  let inHand = known
  return untilWritten(async () => {
    const stored = inHand ?? (await cases.loadTold(reference))
    inHand = null
    if (!stored || !opens(stored.caseFile.lane) || !maySee(viewer, stored.caseFile, programme.gazetteer)) return null
    const { caseFile } = stored
    const asked = readsOnly(viewer, caseFile)
    if (isSensitive(caseFile) || asked)
      await reads.record(reference, {
        at: now,
        person: viewer.person,
        role: viewer.role,
        what: 'case',
      })
    // Whoever is only asked what the words mean takes no clock from those who decide.
    if (asked || caseFile.readAt || caseFile.status !== 'received' || !readers.includes(viewer.role)) return stored
    const read = entry('read', now, { role: viewer.role, person: viewer.person }, {})
    const written = await cases.commit({ append: [{ before: caseFile, entries: [read] }] })
    return written === 'done' ? { ...stored, caseFile: fold(caseFile, read) } : retry
  })
}

/** One case as staff read it: JSON of `GET /api/cases/{reference}`. */
export async function readCase(viewer: Viewer, stored: ToldCase, needs: ReadingNeeds) {
  const { programme, suggest } = needs
  const { caseFile } = stored
  const text = await openWords(stored, 0, needs)
  const meaning = await shownMeaning(viewer, stored, needs)
  const read = meaning?.words ?? text
  const suggestion = read === null ? null : suggest(read)
  const found = meaning && suggestion ? suggestion : caseFile.suggested
  const policy = { standards: standardsOf(programme, caseFile.standards), calendar: programme.calendar }
  const links = await knownLinks(viewer, caseFile, needs)
  const shown = shownHistory(viewer, caseFile, links.shown)
  const steps = offeredSteps(viewer, caseFile)
  const told = stored.notices
    .filter((notice) => mayRead(viewer, notice, { caseFile, shown }))
    .toSorted((a, b) => (a.index ?? 0) - (b.index ?? 0))
  return {
    ...caseHeader(caseFile, needs),
    followers: links.followers,
    mergedInto: links.mergedInto,
    text,
    // That it was perhaps S is not told by this to those who do not read that.
    readerAsked: readsLane(viewer.role, 'P') || readsOnly(viewer, caseFile) ? caseFile.readerAsked : null,
    meaning,
    readyAnswer: offered(caseFile, needs),
    suggested: {
      place: found.place,
      category: found.category,
      kind: found.kind ?? null,
      sensitive: found.sensitive,
      level: found.level ?? null,
      unread: found.unread ?? false,
      why: suggestion?.why ?? [],
      places: suggestion?.places ?? [],
    },
    clocks: runningClocks(caseFile, policy),
    history: await historyLines(stored, shown, needs),
    notices: told.map((notice) => noticeLine(asRead(notice, needs.now), caseFile)),
    costs: costsOf(told),
    steps,
    ...(await repliesIn(stored, { viewer, steps, shown }, needs)),
    reads: showsReads(viewer, caseFile) ? await needs.reads.list(caseFile.reference, shownReads) : null,
  }
}

/**
 * Whom else a line alerted is told to those only who read the line, and in the lane it stood in: that a message was brought to whoever reads
 * what may be S says what it was taken for. What the person got is part of what was said.
 */
function mayRead(
  { role }: Viewer,
  { recipient, index }: Notice,
  { caseFile, shown }: { caseFile: CaseFile; shown: readonly ShownLine[] },
): boolean {
  const line = caseFile.history[index ?? -1]
  return (
    recipient.to === 'complainant' ||
    (shown.some((one) => one.index === index && one.line.what !== 'handled') &&
      !(line && 'lane' in line && !readsLane(role, line.lane)))
  )
}

/** What people may know at once about this, if the programme has a ready answer that holds there today. */
function offered({ category, place, suggested, lane }: CaseFile, { programme, now }: Needs): string | null {
  const about = category ?? suggested.category
  if (!about || lane !== 'N') return null
  const asked = {
    category: about,
    place: place ?? suggested.place,
    on: now.slice(0, 10),
    gazetteer: programme.gazetteer,
  }
  return readyAnswer(programme.readyAnswers, asked)?.text ?? null
}
