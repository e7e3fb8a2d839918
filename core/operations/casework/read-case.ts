import type { Viewer } from '../../case/actor.ts'
import type { CaseFile } from '../../case/case-file.ts'
import { entry } from '../../case/history.ts'
import { forEachOf, questionNames } from '../../channel/questions.ts'
import { hasNumber } from '../../case/may-contact.ts'
import type { Lane } from '../../case/level.ts'
import { runningClocks } from '../../deadlines/clock.ts'
import { standing } from '../../lists/standing.ts'
import { standardsOf } from '../../deadlines/rulebook.ts'
import type { Notice } from '../../notices/notice.ts'
import { readyAnswer } from '../../notices/ready-answer.ts'
import { maySee } from '../../routing/may-see.ts'
import type { StoredCase } from '../../ports/cases.ts'
import { historyLines } from './history-lines.ts'
import { knownLinks } from './known-links.ts'
import { type Needs, retry, untilWritten } from '../needs.ts'
import { noticeLine } from './notice-line.ts'
import { offeredSteps } from './offered-steps.ts'
import { openWords } from '../sealed.ts'
import { shownHistory, type ShownLine } from './shown-history.ts'

/** Roles whose opening of a case is its being read by a person. */
const readers: readonly Viewer['role'][] = ['focal-point', 'deputy', 'protection', 'integrity']

const isSensitive = ({ lane }: CaseFile): boolean => lane === 'S1' || lane === 'S2'
/** As many reads of an S case as its page shows to those who may open it. */
export const shownReads = 200

/**
 * Opens a case for one person, or null when there is none they may see. The first opening by somebody who triages is recorded
 * as `read`; `opens` says which lanes this door leads to; every opening of an S case is recorded with person and role (design §6).
 */
export async function openForReading(
  viewer: Viewer,
  reference: string,
  needs: Needs,
  opens: (lane: Lane) => boolean,
): Promise<StoredCase | null> {
  const { cases, reads, programme, now } = needs
  return untilWritten(async () => {
    const stored = await cases.load(reference)
    if (!stored || !opens(stored.caseFile.lane) || !maySee(viewer, stored.caseFile, programme.gazetteer)) return null
    const { caseFile } = stored
    if (isSensitive(caseFile))
      await reads.record(reference, {
        at: now,
        person: viewer.person,
        role: viewer.role,
        what: 'case',
      })
    if (caseFile.readAt || caseFile.status !== 'received' || !readers.includes(viewer.role)) return stored
    const by = { role: viewer.role, person: viewer.person }
    const written = await cases.commit({ append: [{ before: caseFile, entries: [entry('read', now, by, {})] }] })
    return written === 'done' ? cases.load(reference) : retry
  })
}

/** One case as staff read it: JSON of `GET /api/cases/{reference}`. */
export async function readCase(viewer: Viewer, stored: StoredCase, needs: Needs) {
  const { programme, notices } = needs
  const { caseFile } = stored
  const text = await openWords(stored, 0, needs)
  const suggestion = text === null ? null : programme.suggest(text)
  const policy = { standards: standardsOf(programme, caseFile.standards), calendar: programme.calendar }
  const links = await knownLinks(viewer, caseFile, needs)
  const shown = shownHistory(viewer, caseFile, links.shown)
  return {
    ...header(caseFile, needs),
    followers: links.followers,
    mergedInto: links.mergedInto,
    text,
    readyAnswer: offered(caseFile, needs),
    suggested: {
      place: caseFile.suggested.place,
      category: caseFile.suggested.category,
      kind: caseFile.suggested.kind ?? null,
      sensitive: caseFile.suggested.sensitive,
      level: caseFile.suggested.level ?? null,
      unread: caseFile.suggested.unread ?? false,
      why: suggestion?.why ?? [],
      places: suggestion?.places ?? [],
    },
    clocks: runningClocks(caseFile, policy),
    history: await historyLines(stored, shown, needs),
    notices: (await notices.list(caseFile.reference))
      .toSorted((a, b) => (a.index ?? 0) - (b.index ?? 0))
      .flatMap((notice) => (mayRead(notice, shown) ? noticeLine(notice, caseFile) : [])),
    steps: offeredSteps(viewer, caseFile),
    reads: isSensitive(caseFile) ? await needs.reads.list(caseFile.reference, shownReads) : null,
  }
}

/** Whom else a line alerted is told to those only who read the line. What the person got is part of what was said. */
const mayRead = ({ recipient, index }: Notice, shown: readonly ShownLine[]): boolean =>
  recipient.to === 'complainant' || shown.some((one) => one.index === index && one.line.what !== 'handled')

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

function header(caseFile: CaseFile, { programme }: Needs) {
  const { reference, version, status, level, kind, category, place, channel, language, lane } = caseFile
  const row = standing(caseFile, programme)?.row
  const { escalationLevel, told, satisfaction, promisedAt, receivedAt, consent, callMe, organisation, named } = caseFile
  return {
    reference,
    version,
    status,
    level,
    lane,
    kind,
    category,
    place,
    channel,
    language,
    owner: row?.owner ?? null,
    clock: row?.clock ?? null,
    dueAt: row?.dueAt ?? null,
    nextAction: row?.nextAction ?? null,
    organisation,
    escalationLevel,
    receivedAt,
    promisedAt,
    informedAt: told?.at ?? null,
    informedHow: told?.how ?? null,
    informedUnconfirmed: told?.unconfirmed ?? false,
    satisfaction,
    // Kept to shut them out; of a stub it is content.
    named: caseFile.erased.includes('all') ? [] : named,
    waiting: caseFile.waiting,
    handOver: caseFile.handOver,
    ...forEachOf(questionNames, (name) => caseFile[name]),
    onBehalf: caseFile.onBehalf,
    source: caseFile.intakePoint,
    /** Masked: the number itself is shown by `reveal-contact` only. */
    contact: { consent, phone: hasNumber(caseFile) ? '••••••••' : null, callMe },
  }
}
