import type { CaseFile } from '../../../core/case/case-file.ts'
import { outcomes } from '../../../core/case/codes.ts'
import type { Step } from '../../../core/case/status.ts'
import { addDaysOn } from '../../../core/deadlines/instant.ts'
import { dayMonth } from '../../../core/notices/day-month.ts'
import { inLanguage } from '../../../core/notices/messages.ts'
import { answerTemplate } from '../../../core/notices/staff-sms.ts'
import type { Programme } from '../../../core/operations/programme.ts'
import type { CaseChoices } from '../../../web/console/case/view.ts'
import type { CaseWords } from '../../../web/console/case/words.ts'
import { endOfDay } from './form.ts'
import { smsScript } from '../../../web/console/script.ts'
import type { LiveSms } from '../../../web/console/case/live-sms.ts'

const hole = '{}'

/** The days from one to another, each as the SMS says it: the promise of a day off is that of the next working day. */
function days({ from, until }: { from: string; until: string }, { calendar }: Programme): Record<string, string> {
  const named: Record<string, string> = {}
  for (let on = from; on <= until; on = addDaysOn(on, 1)) named[on] = dayMonth(endOfDay(on, calendar), calendar)
  return named
}

/** What a browser needs to show the SMS of each step while it is written: the same templates, with a hole for what is typed. */
export function liveSmsOf(
  { reference, language }: CaseFile,
  { extension }: CaseChoices,
  programme: Programme,
  { case: { preview } }: CaseWords,
): { script: string; steps: Partial<Record<Step, LiveSms>> } {
  const { sms } = inLanguage(programme.messages, language)
  const { one, several, changes } = preview
  const rest = { by: null, values: null, texts: { one, several, changes } }
  const around = (template: 'answer' | 'refused' | 'question') => ({
    open: sms[template]({ reference, text: hole }),
    ended: sms[template]({ reference, text: `${hole}.` }).replace(`${hole}.`, hole),
  })
  const delay = sms.delay({ reference, date: hole })
  const steps = {
    answer: {
      ...rest,
      field: 'answer',
      by: 'outcome',
      frames: Object.fromEntries(outcomes.map((outcome) => [outcome, around(answerTemplate(outcome))])),
    },
    ask: { ...rest, field: 'text', frames: { '': around('question') } },
    ...(extension
      ? {
          extend: {
            ...rest,
            field: 'to',
            frames: { '': { open: delay, ended: delay } },
            values: days(extension, programme),
          },
        }
      : {}),
  }
  return { script: smsScript.href, steps }
}
