import * as z from 'zod/mini'
import { Early } from '../case/codes.ts'
import type { WorkingCalendar } from '../deadlines/working-calendar.ts'
import { dayMonth } from './day-month.ts'
import { segments, toGsm7 } from './gsm7.ts'
import { inLanguage, type Messages } from './messages.ts'
import type { Notice } from './notice.ts'
import type { Settings } from './settings.ts'
import type { Catalogue, TemplateName } from './template.ts'

/** What a text is made of besides the notice: words unsealed just now, counts of an owner's queue. */
export interface NoticeContent {
  words?: string | null
  open?: number
  late?: number
  /** What an SMS lists, as it stands now. */
  listed?: readonly { reference: string; promisedAt: string | null }[]
}

/** The same day is said once for all. */
const byDay = (listed: NonNullable<NoticeContent['listed']>, calendar: WorkingCalendar) =>
  [...Map.groupBy(listed, ({ promisedAt }) => (promisedAt ? dayMonth(promisedAt, calendar) : ''))].map(
    ([date, some]) => ({
      date,
      references: some.map(({ reference }) => reference),
    }),
  )

const isTemplate = (name: string, catalogue: Catalogue): name is TemplateName => name in catalogue
const Stage = z.enum(['received', 'in-hand', 'answered'])

/** One SMS as it will leave, with its segments. Throws for a template that is not in the catalogue. */
export function noticeText(
  notice: Notice,
  content: NoticeContent,
  { messages, settings, calendar }: { messages: Messages; settings: Settings; calendar: WorkingCalendar },
): { text: string; segments: number } {
  const { sms } = inLanguage(messages, notice.language)
  const { template, values } = notice
  if (!isTemplate(template, sms)) throw new Error(`no template ${template}`)
  const reference = notice.reference ?? values['reference'] ?? ''
  const on = values['date'] ? dayMonth(values['date'], calendar) : ''
  const text = content.words ?? ''
  const make: { [Name in TemplateName]: () => string } = {
    acknowledgement: () => sms.acknowledgement({ reference, date: on, followUp: settings.ussdCode }),
    acknowledgementShort: () => sms.acknowledgementShort({ reference }),
    acknowledgementDanger: () =>
      sms.acknowledgementDanger({ reference, date: on, emergencyNumber: settings.emergencyNumber }),
    acknowledgementList: () => sms.acknowledgementList({ days: byDay(content.listed ?? [], calendar) }),
    acknowledgementThanks: () => sms.acknowledgementThanks({ reference }),
    acknowledgementCall: () => sms.acknowledgementCall({ reference, date: on }),
    delay: () => sms.delay({ reference, date: on }),
    closedDays: () => sms.closedDays({ reference, date: on }),
    paused: () => sms.paused({ reference, date: on }),
    raised: () => sms.raised({ reference, date: on, because: z.parse(Early, values['because']) }),
    escalated: () => sms.escalated({ reference, date: on }),
    late: () => sms.late({ reference, date: on }),
    transferred: () => sms.transferred({ reference, date: on }),
    question: () => sms.question({ reference, text }),
    answer: () => sms.answer({ reference, text }),
    refused: () => sms.refused({ reference, text }),
    satisfactionReminder: () => sms.satisfactionReminder({ reference }),
    reopened: () => sms.reopened({ reference, date: on }),
    closed: () => sms.closed({ reference, date: on }),
    closedDisagreed: () => sms.closedDisagreed({ reference, date: on }),
    withdrawn: () => sms.withdrawn({ reference }),
    withdrawalNoted: () => sms.withdrawalNoted({}),
    withdrawHow: () => sms.withdrawHow({}),
    thanksForVerdict: () => sms.thanksForVerdict({ reference }),
    greeting: () => sms.greeting({}),
    help: () => sms.help({ followUp: settings.ussdCode, helpNumber: settings.helpNumber }),
    stage: () => sms.stage({ reference, stage: z.parse(Stage, values['stage']), date: on || null }),
    unknownReference: () => sms.unknownReference({ helpNumber: settings.helpNumber }),
    stopped: () => sms.stopped({ reference: reference || null, helpNumber: settings.helpNumber }),
    started: () => sms.started({}),
    silenced: () => sms.silenced({}),
    language: () => sms.language(messages),
    languages: () => sms.languages(messages),
    callWho: () => sms.callWho({ reference, date: on }),
    reminder: () => sms.reminder({ open: content.open ?? 0, late: content.late ?? 0, link: settings.consoleLink }),
    invitation: () => sms.invitation({ link: settings.consoleLink }),
  }
  const made = toGsm7(make[template]())
  return { text: made, segments: segments(made).segments }
}
