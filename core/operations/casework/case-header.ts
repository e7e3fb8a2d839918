import type { CaseFile } from '../../case/case-file.ts'
import { hasNumber } from '../../case/may-contact.ts'
import { forEachOf, questionNames } from '../../channel/questions.ts'
import { standing } from '../../lists/standing.ts'
import type { Needs } from '../needs.ts'

/** What a case is, in codes, for whoever may open it. */
export function caseHeader(caseFile: CaseFile, { programme }: Needs) {
  const { reference, version, status, level, kind, category, place, village, channel, language, lane } = caseFile
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
    village,
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
