import { rules, statuses, steps } from '../../../core/case/status.ts'
import { answerDueAt } from '../../../core/deadlines/clock.ts'
import { easterMondayOn } from '../../../core/deadlines/easter.ts'
import { standardsOf } from '../../../core/deadlines/rulebook.ts'
import { dayOf, type WorkingCalendar } from '../../../core/deadlines/working-calendar.ts'
import { dayMonth } from '../../../core/notices/day-month.ts'
import { labelIn } from '../../../core/language.ts'
import type { Settings } from '../../../core/notices/settings.ts'
import type { Catalogue, TemplateName } from '../../../core/notices/template.ts'
import type { Programme } from '../../../core/operations/programme.ts'
import { staffSteps } from '../../../core/operations/steps/table.ts'
import { readyAnswer } from '../../../core/notices/ready-answer.ts'
import type { Feast, ProcedureView } from '../../../web/console/help/procedure-view.ts'
import type { HelpWords } from '../../../web/console/help/texts.ts'
import { whoSees } from './who-sees.ts'

/** The number the design writes its examples with. */
const sampleReference = '4829137996'

/** The feasts of one year, in order, as the calendar in force has them. */
function feastsOf({ fixed, dated, easterMonday, overrides }: WorkingCalendar, year: number): Feast[] {
  const ofYear = ({ on }: { on: string }): boolean => on.startsWith(String(year))
  const days: Feast[] = [
    ...fixed
      .filter(({ sinceYear = year }) => sinceYear <= year)
      .map(({ monthDay, name }): Feast => ({ on: `${year}-${monthDay}`, name, source: 'fixed', hours: [] })),
    ...(easterMonday ? [{ on: easterMondayOn(year), name: null, source: 'fixed', hours: [] } as const] : []),
    ...dated.filter(ofYear).map(({ on, name, source, half = [] }): Feast => ({ on, name, source, hours: half })),
    ...overrides.filter(ofYear).map((declared): Feast => ({
      on: declared.on,
      name: declared.reason,
      source: 'declared',
      hours: declared.is === 'hours' ? declared.spans : declared.is === 'open' ? 'open' : [],
    })),
  ]
  return days.sort((a, b) => (a.on < b.on ? -1 : 1))
}

/** Each SMS of the catalogue as it would read today. */
function samples(sms: Catalogue, programme: Programme, now: string, text: string) {
  const { settings, messages, calendar } = programme
  const reference = sampleReference
  const policy = { standards: standardsOf(programme, programme.standards.current), calendar }
  const dueAt = answerDueAt(policy.standards.promised, { kind: 'complaint', receivedAt: now }, policy)
  const date = dayMonth(dueAt ?? now, calendar)
  const { ussdCode: followUp, helpNumber, emergencyNumber, consoleLink: link }: Settings = settings
  const values: { [Name in TemplateName]: Parameters<Catalogue[Name]>[0] } = {
    acknowledgement: { reference, date, followUp },
    acknowledgementShort: { reference },
    acknowledgementDanger: { reference, date, emergencyNumber },
    acknowledgementList: { days: [{ date, references: [reference, '0532219892'] }] },
    acknowledgementThanks: { reference },
    acknowledgementCall: { reference, date },
    delay: { reference, date },
    closedDays: { reference, date },
    paused: { reference, date },
    raised: { reference, date, because: 'act' },
    escalated: { reference, date },
    late: { reference, date },
    transferred: { reference, date },
    question: { reference, text },
    answer: { reference, text },
    refused: { reference, text },
    satisfactionReminder: { reference },
    reopened: { reference, date },
    closed: { reference, date },
    closedDisagreed: { reference, date },
    thanksForVerdict: { reference },
    withdrawn: { reference },
    withdrawalNoted: {},
    withdrawHow: {},
    callWho: { reference, date },
    stage: { reference, stage: 'in-hand', date },
    greeting: {},
    help: { followUp, helpNumber },
    unknownReference: { helpNumber },
    stopped: { reference: null, helpNumber },
    started: {},
    silenced: {},
    language: messages,
    languages: messages,
    reminder: { open: 0, late: 0, link },
    invitation: { link },
  }
  const read = <Name extends TemplateName>(template: Name) => ({ template, text: sms[template](values[template]) })
  return (Object.keys(values) as TemplateName[]).map(read)
}

/** The procedure in force, from the tables that make it happen: nothing of it is written down a second time. */
export function procedureOf(programme: Programme, now: string, { chain, help }: HelpWords): ProcedureView {
  const { calendar, settings, messages, clusters, categories, readyAnswers, gazetteer } = programme
  const year = Number(dayOf(calendar, now).slice(0, 4))
  const [first] = messages.languages
  const today = dayOf(calendar, now)
  return {
    now,
    utcOffsetMinutes: calendar.utcOffsetMinutes,
    standards: standardsOf(programme, programme.standards.current),
    calendar,
    feasts: [year, year + 1]
      .filter((one) => one <= calendar.years.until)
      .map((one) => ({ year: one, days: feastsOf(calendar, one) })),
    quietHours: settings.quietHours,
    clusters: clusters.map(({ name }) => name),
    sees: whoSees(programme, now),
    does: steps.map((step) => ({
      step,
      by: rules[step].by,
      ordinaryOnly: staffSteps[step].ordinaryOnly,
      from: rules[step].from.length === statuses.length ? [] : rules[step].from,
    })),
    told: samples(first.sms, programme, now, help.procedure.told.sample),
    languages: messages.languages,
    categories: categories.map(({ code, level, label, owner }) => ({
      code,
      level,
      label: labelIn(label, chain),
      owner: labelIn(owner, chain),
    })),
    ready: readyAnswers.flatMap(({ id, categories, places }) => {
      const [category = ''] = categories
      const asked = { category, place: places?.[0] ?? null, on: today, gazetteer }
      const found = readyAnswer(
        readyAnswers.filter((one) => one.id === id),
        asked,
      )
      return found ? [found.text] : []
    }),
  }
}
