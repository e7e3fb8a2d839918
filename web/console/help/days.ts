import { html } from 'hono/html'
import type { WorkingCalendar } from '../../../core/deadlines/working-calendar.ts'
import type { ProcedureTexts, HelpWords } from './texts.ts'
import type { Feast, ProcedureView } from './procedure-view.ts'
import { spellDay, spellTime, type WhenTexts } from '../frame/when.ts'
import type { Html } from '../../html.ts'
import { say } from '../../say.ts'

type Weekday = keyof WorkingCalendar['office']
/** Monday first, as people count a week; the catalogue has Sunday first. */
const week: readonly (readonly [Weekday, number])[] = [
  ['monday', 1],
  ['tuesday', 2],
  ['wednesday', 3],
  ['thursday', 4],
  ['friday', 5],
  ['saturday', 6],
  ['sunday', 0],
]

type Hours = readonly { from: string; to: string }[]
const spelled = (time: string, when: WhenTexts): string =>
  spellTime(`2000-01-01T${time}:00.000Z`, { now: '', utcOffsetMinutes: 0 }, when)
const spansOf = (hours: Hours, { span, closed }: ProcedureTexts['days'], when: WhenTexts): string =>
  hours.length === 0
    ? closed
    : hours.map(({ from, to }) => say(span, { from: spelled(from, when), to: spelled(to, when) })).join(', ')

/** Office hours, feasts and quiet hours. */
export function daysPart(view: ProcedureView, { help, when }: HelpWords): Html {
  const { calendar, feasts, quietHours: quiet } = view
  const { days } = help.procedure
  return html`<p>${days.lead}</p>
    <dl class="sop-hours">
      ${week.map(
        ([weekday, index]) =>
          html`<div>
            <dt>${days.weekdays[index]}</dt>
            <dd>${spansOf(calendar.office[weekday], days, when)}</dd>
          </div>`,
      )}
    </dl>
    <p>
      ${quiet.from === quiet.to ? days.quietNone : say(days.quiet, { from: spelled(quiet.from, when), to: spelled(quiet.to, when) })}
    </p>
    <div class="sop-feasts">
      ${feasts.map(
        ({ year, days: ofYear }) =>
          html`<div>
            <h3>${say(days.feasts, { year: String(year) })}</h3>
            <ul>
              ${ofYear.map((feast) => html`<li>${feastLine(feast, days, when)}</li>`)}
            </ul>
          </div>`,
      )}
    </div>`
}

function feastLine({ on, name, source, hours }: Feast, days: ProcedureTexts['days'], when: WhenTexts): Html {
  const day = spellDay(`${on}T12:00:00.000Z`, { now: `${on}T12:00:00.000Z`, utcOffsetMinutes: 0 }, when)
  const rest = hours === 'open' ? [days.open] : hours.length > 0 ? [spansOf(hours, days, when)] : []
  // A feast of a fixed date needs no word on where its date comes from.
  const notes = [...rest, ...(source === 'fixed' ? [] : [days.sources[source]])]
  return html`<time datetime="${on}">${day}</time> ${name === null ? days.easterMonday : (days.names[name] ?? name)}${
      notes.length > 0 && html` <small>(${notes.join(', ')})</small>`
    }`
}
