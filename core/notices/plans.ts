import type { CaseFile } from '../case/case-file.ts'
import { caseFileOf, fold } from '../case/fold.ts'
import type { Entry, What } from '../case/history.ts'
import { dayOf } from '../deadlines/calendar.ts'
import { addDaysOn, epochMs, isoAt, offsetMs } from '../deadlines/instant.ts'
import { type PlanRules, type Want, wants } from './by-entry.ts'
import { noticeKey, type Plan } from './notice.ts'
import { sendAt, tells } from './notice-steps.ts'
import { useByOf } from './policy/purposes.ts'
import type { TemplateName } from './template.ts'

/** What tells a person how it goes on before there is an answer. Each says by which day they hear, so that the newest says all. */
const newsTemplates: readonly TemplateName[] = [
  'delay',
  'closedDays',
  'paused',
  'raised',
  'escalated',
  'late',
  'transferred',
]
export const isNewsTemplate = (template: string): boolean => newsTemplates.some((one) => one === template)

/**
 * Such news once a day at most: what comes on the same day as another waits for the next morning, and where something newer is there by then,
 * that is said instead (`isOvertaken`). Answers, questions and replies wait for nothing.
 */
export function onceADay(plans: readonly Plan[], { calendar, settings: { quietHours } }: PlanRules): Plan[] {
  let takenAt: string | null = null
  return plans.map((plan) => {
    if (plan.recipient.to !== 'complainant' || !isNewsTemplate(plan.template)) return plan
    const own = sendAt(plan.notBefore, plan.atOnce, quietHours)
    const at: string =
      takenAt === null || dayOf(calendar, own) > dayOf(calendar, takenAt)
        ? own
        : // The one before has not left yet: this one goes in its place.
          plan.notBefore < takenAt
          ? takenAt
          : nextMorning(takenAt)
    takenAt = at
    return at > own ? { ...plan, notBefore: at } : plan
  })

  function nextMorning(after: string): string {
    const midnight = epochMs(addDaysOn(dayOf(calendar, after), 1)) - offsetMs(calendar.utcOffsetMinutes)
    return sendAt(isoAt(midnight), false, quietHours)
  }
}

function planned(caseFile: CaseFile, entry: Entry, index: number, rules: PlanRules): Plan[] {
  const want = wants[entry.what] as Want<What> | undefined
  return (want?.(caseFile, entry, rules) ?? []).map((wanted) => ({
    key: noticeKey(caseFile.reference, wanted.index ?? index, wanted.template, wanted.recipient),
    reference: caseFile.reference,
    index: wanted.about ?? index,
    template: wanted.template,
    recipient: wanted.recipient,
    language: caseFile.language,
    values: wanted.values ?? {},
    // Life and care do not wait for the morning.
    atOnce: (wanted.atOnce ?? false) || caseFile.level === 'N2' || wanted.recipient.to === 'topic',
    weighty: wanted.weighty ?? false,
    notBefore: entry.at,
    useBy: useByOf(wanted.template, entry.at, wanted.values?.['date']),
  }))
}

/**
 * What the history from entry `from` on calls for, in order. Deterministic: a replay plans the same keys, and a second
 * answer plans another one.
 */
export function noticesFor(caseFile: CaseFile, from: number, rules: PlanRules): Plan[] {
  const [first, ...rest] = caseFile.history
  if (!first) return []
  let state = caseFileOf(caseFile.programme, caseFile.reference, [first])
  const plans = [planned(state, first, 0, rules)]
  for (const [position, entry] of rest.entries()) {
    state = fold(state, entry)
    plans.push(planned(state, entry, position + 1, rules))
  }
  const inTime = onceADay(plans.flat(), rules)
  return inTime.slice(plans.slice(0, from).flat().length)
}

/** News whose SMS has not left when something newer is to be said is said no more: the newer one says what holds. */
export const isOvertaken = (
  { template, index, recipient }: Pick<Plan, 'index' | 'recipient'> & { template: string },
  caseFile: CaseFile,
  rules: PlanRules,
): boolean =>
  isNewsTemplate(template) &&
  recipient.to === 'complainant' &&
  noticesFor(caseFile, (index ?? 0) + 1, rules).some(
    (later) => later.recipient.to === 'complainant' && (isNewsTemplate(later.template) || tells(later.template)),
  )
