import { complainant, system, type Viewer } from '../../case/actor.ts'
import type { CaseFile } from '../../case/case-file.ts'
import { caseFileOf, fold } from '../../case/fold.ts'
import { type Entry, entry } from '../../case/history.ts'
import { answerLines } from '../../case/answer-lines.ts'
import type { HelpSaid } from '../../channel/message.ts'
import { answersIn, type Given, questionNames } from '../../channel/questions.ts'
import { mayStill, spend } from '../../channel/allowances.ts'
import { newSender, type SenderRecord } from '../../channel/sender-record.ts'
import { unacknowledged } from '../../notices/by-entry.ts'
import type { PlaceRef } from '../../places/place-ref.ts'
import { maySee } from '../../routing/may-see.ts'
import type { Commit, StoredCase } from '../../ports/cases.ts'
import { careFor } from '../care-near.ts'
import { type Needs, type ReadingNeeds, retry, untilWritten } from '../needs.ts'
import { flagged, openCase, type Opening } from './open-case.ts'
import { saidAgain, saidBefore } from './repeats.ts'
import { withCase } from '../sender-memory.ts'

/** A complaint from a form: by the person on the web, or by staff for somebody (phone line, box, face to face). */
export interface Filing extends Omit<Opening, 'by' | 'lane' | 'requestId' | 'inSession' | 'flags' | 'raw'>, Given {
  /** What was chosen at the door; the rules of key 4 hold for staff too. */
  lane?: 'S1' | 'S2' | undefined
  /** Of the form: sent twice, it makes one case. */
  requestId: string
  by: Viewer | null
  /** Of a danger that staff write down: whether they said where care is, and whether the person takes it. */
  help?: HelpSaid | undefined
}

export interface Filed {
  /** As it was when it was filed: who files again is told what they were told, never what became of it (design §10, invariant 8). */
  caseFile: CaseFile
  /** `known`: the same form again; `repeated`: the same words from the same number within a day, which join their case. */
  is: 'opened' | 'known' | 'repeated'
}

type Written = Filed & { commit: Commit }
type Kept = { open: StoredCase; sender: SenderRecord }

const asFiled = ({ programme, reference, history }: CaseFile): CaseFile =>
  caseFileOf(programme, reference, history.slice(0, 1))

/** Files a case once per `requestId`. */
export async function takeFiling(filing: Filing, needs: ReadingNeeds): Promise<Filed> {
  const { cases, senders, vault } = needs
  const { by, requestId } = filing
  // The public may go back, change something and send again: that is another case, or what changed would be lost.
  const { receivedAt: _, sources: __, ...posted } = filing
  const sent = by ? [by.person, requestId] : ['public', posted]
  const [key = ''] = await vault.fingerprints(JSON.stringify(['form', ...sent]))
  return untilWritten(async (): Promise<Filed | typeof retry> => {
    const known = await senders.message(key)
    const stored = known ? await cases.load(known.reference) : null
    if (stored) return { caseFile: asFiled(stored.caseFile), is: 'known' }
    const { caseFile, is, commit } = await written(filing, needs)
    const message = { key, reference: caseFile.reference }
    return (await cases.commit({ ...commit, message })) === 'done' ? { caseFile, is } : retry
  })
}

/** The case alone, as it was filed. */
export const fileCase = async (filing: Filing, needs: ReadingNeeds): Promise<CaseFile> =>
  (await takeFiling(filing, needs)).caseFile

/** A case of its own, or the one whose words are said again. */
async function written(filing: Filing, needs: ReadingNeeds): Promise<Written> {
  const { senders, vault, now } = needs
  const { phone, words, lane, by, ...rest } = filing
  // A number we may not use leaves no trace on the sender item, and joins nothing.
  const fingerprints = phone && filing.consent !== 'none' ? await vault.fingerprints(`phone:${phone}`) : []
  const [fingerprint = ''] = fingerprints
  const [digest = ''] = await vault.fingerprints(JSON.stringify(['text', phone, words]))
  const before = fingerprint ? await senders.find(fingerprints) : null
  const actor = by ? { role: by.role, person: by.person } : complainant

  const same = before && !lane && words !== null ? saidBefore(before, digest, now) : undefined
  const again = same && { channel: filing.channel, by: actor, requestId: filing.requestId }
  const append = again ? await saidAgain(same.reference, again, needs, (first) => joins(filing, first, needs)) : null
  if (append) return { caseFile: asFiled(append.before), is: 'repeated', commit: { append: [append] } }

  const opened = await openCase({ ...rest, phone, words, by: actor, ...(lane ? { lane } : {}) }, needs)
  const said = [...answerLines(answersIn(filing), now), ...(await readOutTo(filing, needs))]
  const open = { ...opened, caseFile: said.reduce(fold, opened.caseFile) }
  const { reference } = open.caseFile
  const remembered = { ...withCase(before ?? newSender(fingerprint, now), reference, digest, now), fingerprint }
  // Nor does an S2 case leave one.
  const traces = fingerprint !== '' && open.caseFile.lane !== 'S2'
  if (!traces) return { caseFile: open.caseFile, is: 'opened', commit: { open } }
  const kept = asAgreed(open, remembered, filing, now)
  return { caseFile: open.caseFile, is: 'opened', commit: { open: kept.open, sender: { before, after: kept.sender } } }
}

/**
 * A typed number is not its owner's word: after STOP nothing goes there until START comes from that phone, and of the first words back for what
 * is typed on the web only a few a day do. Whoever typed it is told nothing of either.
 */
function asAgreed(open: StoredCase, sender: SenderRecord, { by, consent }: Filing, now: string): Kept {
  if (sender.optedOut) {
    const { caseFile } = flagged(open, unacknowledged.stopped)
    return { open: { ...open, caseFile: fold(caseFile, entry('opted-out', now, system, {})) }, sender }
  }
  if (by || consent !== 'sms') return { open, sender }
  if (!mayStill(sender, 'acknowledgement-typed', now)) return { open: flagged(open, unacknowledged.none), sender }
  return { open, sender: spend(sender, 'acknowledgement-typed', now) }
}

const takenBy = { offered: {}, taken: { taken: 'yes' }, declined: { taken: 'no' } } as const

/** The page that follows a danger reads out where care is; staff read it out themselves, and say so. */
async function readOutTo({ lane, by, place, help }: Filing, needs: Needs): Promise<Entry[]> {
  if (lane !== 'S2') return []
  if (by) {
    const actor = { role: by.role, person: by.person }
    return help ? [entry('help-offered', needs.now, actor, { how: 'filer', ...takenBy[help] })] : []
  }
  const near = await careFor(place ?? null, needs)
  return near.length > 0 ? [entry('help-offered', needs.now, system, { how: 'read-out' })] : []
}

/** Nothing that was said the second time may be lost, and whoever says it learns of no case that was not theirs to know. */
const joins = (filing: Filing, first: CaseFile, needs: Needs): boolean =>
  saysNothingNew(filing, first) && mayLearnOf(filing, first, needs)

const isSame = (one: PlaceRef, other: PlaceRef | null): boolean =>
  one.system === other?.system && one.code === other.code

function saysNothingNew(filing: Filing, first: CaseFile): boolean {
  const { kind, consent, language, place, village, onBehalf, receivedAt } = filing
  const agrees = consent === first.consent && !first.optedOut && language === first.language
  // Of what may be S no village is kept, whoever says it.
  const isVillage = !village || first.lane !== 'N' || isSame(village, first.village)
  const isThere = (!place || isSame(place, first.place)) && isVillage
  const isFor = !onBehalf || onBehalf === first.onBehalf
  const isAbout = questionNames.every((name) => !filing[name] || filing[name] === first[name])
  return kind === first.kind && agrees && isThere && isFor && isAbout && receivedAt >= first.receivedAt
}

/**
 * On the web anybody may type anybody's number, so there only what was said on the web is answered with its reference; staff are
 * given the reference of a case they may open or filed themselves.
 */
function mayLearnOf({ by }: Filing, first: CaseFile, { programme }: Needs): boolean {
  if (!by) return first.channel === 'web'
  return maySee(by, first, programme.gazetteer) || first.history[0]?.by.person === by.person
}
