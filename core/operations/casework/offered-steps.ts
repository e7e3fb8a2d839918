import type { Viewer } from '../../case/actor.ts'
import { type CaseFile, mayBeDanger, wasSentBack } from '../../case/case-file.ts'
import { hasNumber, mayContact, mayHaveNumber } from '../../case/may-contact.ts'
import { awaitsCall, unheardNews } from '../../case/news.ts'
import type { Step } from '../../case/status.ts'
import { isSurelyTold } from '../../case/runs.ts'
import { isAskedToRead } from '../../routing/asked-to-read.ts'
import { stepsFor } from '../../routing/may-see.ts'
import { staffSteps } from '../steps/table.ts'

type Sense = (caseFile: CaseFile, viewer: Viewer) => boolean

const isOrdinary: Sense = ({ lane }) => lane === 'N'
const isOffered: Sense = ({ handOver }) => handOver !== null

/** Where a step would be refused for what the case is, whatever is written in its form: it is not offered. The step itself decides. */
const makesSense: Partial<Record<Step, Sense>> = {
  'ask-reader': ({ lane, suggested }) => lane === 'P' && suggested.unread === true,
  'say-meaning': (caseFile, viewer) => isAskedToRead(viewer, caseFile),
  refer: ({ lane }) => lane !== 'P',
  accept: isOffered,
  refuse: isOffered,
  revoke: ({ organisation }) => organisation !== null,
  'send-back': (caseFile) => caseFile.escalationLevel > 0 && caseFile.rungAt !== null && !wasSentBack(caseFile),
  act: (caseFile) => mayBeDanger(caseFile) && caseFile.actedAt === null,
  ask: (caseFile) => mayContact(caseFile) && caseFile.consent === 'sms',
  told: (caseFile) =>
    caseFile.status === 'answered'
      ? !isSurelyTold(caseFile.told)
      : awaitsCall(caseFile) || unheardNews(caseFile).length > 0,
  judge: ({ unjudged }) => unjudged.length > 0,
  confirm: ({ proposed, dismissal, receiptAt, receiptBy, status }, { person }) =>
    (proposed ?? dismissal)
      ? (proposed ?? dismissal)?.by.person !== person
      : status === 'referred' && receiptAt !== null && receiptBy !== person,
  extend: ({ extended }) => !extended,
  wait: ({ waiting }) => waiting === null,
  resume: ({ waiting }) => waiting !== null,
  note: ({ lane }) => lane !== 'S2',
  merge: ({ lane, mergedInto, followers }) => lane === 'N' && mergedInto === null && followers.length === 0,
  join: ({ mayReplyTo, status }) => mayReplyTo.length > 0 && status !== 'closed',
  split: ({ history }) => history.some(({ what }) => what === 'message-added'),
  unmerge: ({ mergedInto }) => mergedInto !== null,
  'reveal-contact': mayHaveNumber,
  'offer-help': ({ lane }) => lane === 'S2',
  silence: (caseFile) => mayContact(caseFile),
  unsilence: (caseFile) => caseFile.optedOut && hasNumber(caseFile),
}

/** The steps this person could take on this case now, if what they write in the form is in order. */
export const offeredSteps = (viewer: Viewer, caseFile: CaseFile): Step[] =>
  stepsFor(viewer, caseFile).filter(
    (step) =>
      (!staffSteps[step].ordinaryOnly || isOrdinary(caseFile, viewer)) &&
      (makesSense[step]?.(caseFile, viewer) ?? true),
  )
