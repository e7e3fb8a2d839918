import type { Step } from '../../../core/case/status.ts'
import type { CaseView } from './view.ts'
import type { CaseWords } from './words.ts'
import { day } from '../frame/words.ts'
import { say } from '../../say.ts'

type Follows = (view: CaseView, words: CaseWords) => (string | false | null)[]

const bySms: Follows = ({ contact: { takesSms } }, { case: { also } }) =>
  takesSms ? [also.sms, also.quiet] : [also.noSms]

/** What follows here and not everywhere. */
const more: Partial<Record<Step, Follows>> = {
  assess: ({ level, named, kind, lane }, { case: { also } }) => [
    level !== null && `${also.lower} ${also.secondLead}`,
    level !== null && lane !== 'S2' && named.length > 0 && also.unname,
    kind === 'thanks' && lane === 'N' && also.notThanks,
    lane === 'P' && also.ordinary,
  ],
  answer: (view, words) => [
    ...bySms(view, words),
    view.followers.length > 0 && say(words.case.also.followers, { count: view.followers.length }),
  ],
  ask: (_, { case: { also } }) => [also.quiet],
  extend: bySms,
  told: ({ choices: { tried }, contact: { mayCall } }, { case: { also } }) => [
    mayCall && tried.days > 0 && say(also.lastTry, { count: tried.days, all: tried.of }),
  ],
  wait: ({ pauseUsed }, { case: { also } }) => [pauseUsed && also.pauseUsed],
  dismiss: ({ trail: { dismissedAlready: count } }, { case: { trail } }) => [
    count !== null && say(trail.dismissedAlready, { count: String(count) }),
  ],
  reopen: (view, words) => {
    if (view.dismissed) return []
    const at = view.choices.reopenedPromiseAt
    return [at && say(words.case.also.newPromise, { day: day(at, view, words) })]
  },
}

/** What was dismissed is restored where anything else is reopened; what only a body may work on is referred, not offered. */
export function stepTexts(
  step: Step,
  { dismissed, lane, status, contact }: CaseView,
  { case: { steps, trail } }: CaseWords,
) {
  if (step === 'reopen' && dismissed) return trail.restore
  if (step === 'told' && status !== 'answered') return contact.callMe ? trail.asked : trail.news
  return step === 'refer' && lane !== 'N' ? trail.toBody : steps[step]
}

/** What follows from a step, said before it is taken. */
export function consequences(step: Step, view: CaseView, words: CaseWords): string[] {
  const { also } = words.case
  const instead = step === 'told' && !view.contact.mayCall && also.noCall
  const { promisedAt, choices } = view
  const by = promisedAt && day(promisedAt, view, words)
  const then = instead || say(stepTexts(step, view, words).then, { days: choices.pauseDays, day: by })
  return [then, ...(more[step]?.(view, words) ?? [])].filter((line) => typeof line === 'string')
}

/** Steps whose SMS is shown as it will read before they are taken. */
export const previewed: readonly Step[] = ['answer', 'ask', 'extend']
