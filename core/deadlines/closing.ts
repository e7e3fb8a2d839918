import { system } from '../case/actor.ts'
import type { CaseFile } from '../case/case-file.ts'
import { entry } from '../case/history.ts'
import { mayContact } from '../case/may-contact.ts'
import { addDays, addHours } from './calendar.ts'
import type { Rule } from './rule.ts'

/** Where nobody may be called or written to, the answer standing open at follow-up is the telling. */
export const answerStandsOpen: Rule = ({ caseFile }) =>
  caseFile.status === 'answered' && caseFile.answer && !caseFile.told && !mayContact(caseFile)
    ? { at: caseFile.answer.at, entries: (now) => [entry('told', now, system, { how: 'open-answer' })] }
    : null

export const verdictAsked: Rule = ({ caseFile, policy }) =>
  caseFile.status === 'answered' &&
  caseFile.told?.how === 'sms' &&
  caseFile.satisfaction === null &&
  isReadThrough(caseFile) &&
  !caseFile.satisfactionAskedAt &&
  mayContact(caseFile)
    ? {
        at: addDays(caseFile.told.at, policy.standards.satisfactionReminderDays),
        entries: (now) => [entry('satisfaction-asked', now, system, {})],
      }
    : null

/** Has somebody read all the person wrote since: as a verdict, and as perhaps another complaint? */
const isReadThrough = ({ unjudged, maybeOther }: CaseFile): boolean => unjudged.length + maybeOther.length === 0

/** Never over words that nobody has judged: what they say may be that nothing is solved. */
export const windowCloses: Rule = ({ caseFile, policy }) => {
  if (caseFile.status === 'answered' && caseFile.told && isReadThrough(caseFile))
    return {
      at: addDays(caseFile.told.at, policy.standards.appealDays),
      entries: (now) => [entry('closed', now, system, { how: 'window-over', outcome: caseFile.answer?.outcome })],
    }
  const { kind, lane, status, assessedAt, reopenedAt } = caseFile
  const isThanks = kind === 'thanks' && lane === 'N' && status === 'assessed' && !reopenedAt
  return isThanks && assessedAt
    ? { at: assessedAt, entries: (now) => [entry('closed', now, system, { how: 'thanks' })] }
    : null
}

export const erasureComes: Rule = ({ caseFile, clocks }) => {
  const clock = clocks.find(({ name }) => name === 'erase')
  if (!clock) return null
  const part = caseFile.erased.includes('contact') ? 'words' : 'contact'
  return { at: clock.dueAt, entries: (now) => [entry('erased', now, system, { part })] }
}

/** Withdrawn consent: the number goes within a day, the case stays, without a name (design §13). */
export const optOutErases: Rule = ({ caseFile: { optedOutAt, erased }, policy }) =>
  optedOutAt && !erased.includes('contact') && !erased.includes('all')
    ? {
        at: addHours(optedOutAt, policy.standards.eraseOptOutHours),
        entries: (now) => [entry('erased', now, system, { part: 'contact' })],
      }
    : null
