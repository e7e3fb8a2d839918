import * as z from 'zod/mini'
import { wasSentBack } from '../../case/case-file.ts'
import { entry } from '../../case/history.ts'
import { escalatesAgainAt } from '../../deadlines/ladder.ts'
import { policyOf } from '../../deadlines/rulebook.ts'
import { ladder } from '../../routing/owner.ts'
import { Reason, staffStep } from './step.ts'

const Why = z.object({ reason: Reason })

/**
 * What escalated goes back to where it was first to be answered, once in a run, with a reason and a rung's time of its own: undone
 * again, it escalates again. A person whom the ladder promised an earlier date hears of the later one; an answer promised by a day still is. What the person has reopened stays above.
 */
export const sendBack = staffStep(
  Why,
  (_, { caseFile, by, requestId, needs }) => {
    const { escalationLevel: from, rungAt, promisedAt, promisedByRung } = caseFile
    if (from === ladder.organisation || rungAt === null) return { refused: 'not-climbed' }
    if (wasSentBack(caseFile)) return { refused: 'sent-back-already' }
    const { now, programme } = needs
    const againAt = escalatesAgainAt(caseFile, policyOf(programme, caseFile), now)
    const moved =
      promisedAt !== null && promisedByRung && againAt !== null && againAt > promisedAt
        ? [entry('promise-moved', now, by, { from: promisedAt, to: againAt, reason: 'sent-back' })]
        : []
    return { entries: [entry('sent-back', now, by, { from, to: ladder.organisation }, requestId), ...moved] }
  },
  { ordinaryOnly: true },
)
