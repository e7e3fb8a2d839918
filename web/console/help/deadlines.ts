import { html } from 'hono/html'
import type { Level } from '../../../core/case/level.ts'
import type { Kind } from '../../../core/channel/message.ts'
import type { ServiceStandards, Span, Standard } from '../../../core/deadlines/service-standards.ts'
import { levelsIn, type OtherClock, otherClocks, type ProcedureTexts, type HelpWords } from './texts.ts'
import type { ProcedureView } from './procedure-view.ts'
import type { Html } from '../../html.ts'
import { say, unbroken } from '../../say.ts'

type Unit = keyof ProcedureTexts['spans']

const counted = (count: number, unit: Unit, { spans }: ProcedureTexts): string => {
  const [one, several] = spans[unit]
  return unbroken(say(Math.abs(count) < 2 ? one : several, { count }))
}
/** « 168 h » is a week: from four days on, whole days read as days. */
function spelled(span: Span, texts: ProcedureTexts): string {
  if (!('hours' in span)) return counted(span.workingDays, 'workingDays', texts)
  const days = span.hours / 24
  return days >= 4 && Number.isInteger(days) ? counted(days, 'days', texts) : counted(span.hours, 'hours', texts)
}
const isNothing = (span: Span): boolean => ('hours' in span ? span.hours : span.workingDays) === 0

/** The clocks of every level. */
export function deadlinesPart({ standards }: ProcedureView, texts: HelpWords): Html {
  const { procedure } = texts.help
  const { lead, columns } = procedure.levels
  return html`<p>${lead}</p>
    <div class="help-wide" role="group" aria-label="${procedure.levels.title}" tabindex="0">
      <table class="help-table">
        <thead>
          <tr>
            ${Object.values(columns).map((name) => html`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${levelsIn(texts.help).map((level) => levelRow(level, standards, texts))}
        </tbody>
      </table>
    </div>`
}

function levelRow(level: Level, { levels: all, promised }: ServiceStandards, { help, codes }: HelpWords) {
  const { procedure } = help
  const { none } = procedure.levels
  const { read, act, answer, refer, escalation, answerByKind = {}, capDays } = all[level]
  const span = (one: Span | null | undefined): string => (one ? spelled(one, procedure) : none)
  const kinds = Object.entries(answerByKind).map(([kind, one]) =>
    say(procedure.levels.kind, { kind: codes.kinds[kind as Kind] ?? kind, span: spelled(one, procedure) }),
  )
  const cap = capDays === undefined ? [] : [say(procedure.levels.cap, { span: counted(capDays, 'days', procedure) })]
  const said = (lines: readonly string[]) => lines.map((line) => html`<small>${line}</small>`)
  return html`<tr>
    <th scope="row">${codes.levels[level]}${level === promised && said([procedure.levels.promised])}</th>
    <td>${span(read)}</td>
    <td>${span(act)}</td>
    <td>${span(answer)}${said([...kinds, ...cap])}</td>
    <td>${span(refer)}</td>
    <td>${remindersLine(all[level], procedure)}</td>
    <td>${said(escalationLines(escalation, procedure))}</td>
  </tr>`
}

function remindersLine({ reminders: shares, thenEvery, afterAct }: Standard, texts: ProcedureTexts): string {
  const { at, reminders, every, only, acted } = texts.levels
  const span = spelled(thenEvery, texts)
  const slower = afterAct ? `, ${say(acted, { span: spelled(afterAct, texts) })}` : ''
  if (shares.length === 0) return say(only, { span }) + slower
  const each = shares.map((share) => say(at, { share: String(Math.round(share * 100)) })).join(', ')
  return `${say(reminders, { shares: each })}, ${say(every, { span })}${slower}`
}

function escalationLines(escalation: Standard['escalation'], texts: ProcedureTexts): string[] {
  const { atOnce, first, next, top, never } = texts.levels
  if (!escalation) return [never]
  return [
    isNothing(escalation.first) ? atOnce : say(first, { span: spelled(escalation.first, texts) }),
    say(next, { span: spelled(escalation.next, texts) }),
    say(top, { span: spelled(escalation.atTop, texts) }),
  ]
}

const moreThan = ({ most, hours }: { most: number; hours: number }, texts: ProcedureTexts): string =>
  say(texts.others.moreThan, { count: most, span: counted(hours, 'hours', texts) })

const others: Record<OtherClock, (standards: ServiceStandards, texts: ProcedureTexts) => string> = {
  sessionMinutes: (s, texts) => counted(s.sessionMinutes, 'minutes', texts),
  protectionAlertHours: (s, texts) => counted(s.protectionAlertHours, 'hours', texts),
  protectionAgainHours: (s, texts) => counted(s.protectionAgainHours, 'hours', texts),
  protectionUndecidedHours: (s, texts) => counted(s.protectionUndecidedHours, 'hours', texts),
  handOverResend: (s, texts) => spelled(s.handOver.resend, texts),
  handOverReturn: (s, texts) => spelled(s.handOver.return, texts),
  callWithin: (s, texts) => spelled(s.callWithin, texts),
  callApartDays: (s, texts) => counted(s.callApartDays, 'days', texts),
  tellDays: (s, texts) => counted(s.tellDays, 'days', texts),
  tellAttempts: (s, texts) => counted(s.tellAttempts, 'times', texts),
  satisfactionReminderDays: (s, texts) => counted(s.satisfactionReminderDays, 'days', texts),
  appealDays: (s, texts) => counted(s.appealDays, 'days', texts),
  pauseDays: (s, texts) => counted(s.pauseDays, 'days', texts),
  eraseContactDays: (s, texts) => counted(s.eraseContactDays, 'days', texts),
  eraseOptOutHours: (s, texts) => counted(s.eraseOptOutHours, 'hours', texts),
  eraseWordsDays: (s, texts) => counted(s.eraseWordsDays, 'days', texts),
  eraseIntegrityDays: (s, texts) => counted(s.eraseIntegrityDays, 'days', texts),
  floodPhone: (s, texts) => moreThan(s.flood.phone, texts),
  floodWords: (s, texts) => moreThan(s.flood.words, texts),
  floodAddress: (s, texts) => moreThan(s.flood.address, texts),
  dangers: (s, texts) => moreThan(s.dangers, texts),
}

/** The clocks of the standards that belong to no level. */
export function othersPart({ standards }: ProcedureView, { help: { procedure } }: HelpWords): Html {
  const [what, time] = procedure.others.columns
  return html`<table class="help-table">
    <thead>
      <tr>
        <th scope="col">${what}</th>
        <th scope="col">${time}</th>
      </tr>
    </thead>
    <tbody>
      ${otherClocks.map(
        (clock) =>
          html`<tr>
            <td>${procedure.others[clock]}</td>
            <td><b>${others[clock](standards, procedure)}</b></td>
          </tr>`,
      )}
    </tbody>
  </table>`
}
