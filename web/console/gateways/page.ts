import { html, raw } from 'hono/html'
import type { FailureKind } from '../../../core/notices/gateways/faults.ts'
import type { GatewayReports } from '../../../core/notices/gateways/reports.ts'
import type { GatewayDay, GatewayEvent, GatewayState, SwitchReason } from '../../../core/notices/gateways/state.ts'
import type { MonthsMoney } from '../../../core/notices/policy/ceiling.ts'
import type { Common } from '../frame/common.ts'
import type { FormState } from '../frame/form-state.ts'
import { listTable } from '../frame/list-table.ts'
import { amountInWords } from '../frame/money.ts'
import { plainForm } from '../frame/plain-form.ts'
import { type Here, spellDay, spellTime } from '../frame/when.ts'
import { inWords } from '../frame/words.ts'
import type { Html } from '../../html.ts'
import { say } from '../../say.ts'
import type { GatewayPageTexts } from './texts.ts'

export type GatewayWords = Common & { gateways: GatewayPageTexts }

type DayRow = Pick<GatewayDay, 'on' | 'sent' | 'segments'> & {
  failures: readonly { code: string; kind: FailureKind; count: number }[]
}

export interface GatewayPart {
  gateway: string
  name: string
  state: GatewayState | null
  /** Why it fails, where it does. */
  fails: FailureKind | null
  reports: GatewayReports | null
  queue: number
  days: readonly DayRow[]
  /** Of one segment, in millionths of the programme's currency. */
  price: number
}
export interface GatewaysView extends Here {
  at: string
  csrf: string
  gateways: readonly GatewayPart[]
  unasked: number
  more: boolean
  currency: string
  /** Where the programme has a ceiling for a month. */
  money: MonthsMoney | null
  /** Nobody has put the prices in writing yet. */
  unconfirmed: boolean
  events: readonly (GatewayEvent & { name: string; who: string | null; fails: FailureKind | null })[]
  /** Names of staff by id. */
  who: (person: string) => string
  /** What came back of the form of one gateway. */
  returned: { gateway: string; state: FormState } | null
}

export function gatewaysBody(view: GatewaysView, words: GatewayWords): Html {
  const { gateways: texts } = words
  return html`<h1>${texts.title}</h1>
    <p class="soft">${texts.lead}</p>
    ${view.unasked > 0 && html`<p class="flash careful">${say(texts.unasked, { count: String(view.unasked) })}${view.more ? ` ${texts.more}` : ''}</p>`}
    ${view.money && moneyPart(view.money, view, words)} ${view.gateways.map((one) => part(one, view, words))}
    ${events(view, words)}
    <section aria-labelledby="comprendre">
      <h2 id="comprendre">${texts.help.title}</h2>
      <ul>
        ${texts.help.lines.map((line) => html`<li>${line}</li>`)}
      </ul>
    </section>`
}

function moneyPart({ spent, ceiling, givenUp }: MonthsMoney, view: GatewaysView, words: GatewayWords): Html {
  const { ceiling: texts } = words.gateways
  const lines = Object.entries(givenUp).map(([template, count]) =>
    say(texts.givenUp, { what: inWords(words.codes.templates, template), count: String(count) }),
  )
  return html`<section aria-labelledby="plafond">
    <h2 id="plafond">${texts.title}</h2>
    <p>${say(texts.spent, { spent: money(spent, view, words), ceiling: money(ceiling, view, words) })}</p>
    ${
      lines.length > 0 &&
      html`<ul>
        ${lines.map((line) => html`<li>${line}</li>`)}
      </ul>`
    }
    <p class="soft">${texts.rule}</p>
  </section>`
}

function part(one: GatewayPart, view: GatewaysView, words: GatewayWords): Html {
  const { gateways: texts } = words
  const moment = (at: string | null | undefined) => (at ? say(texts.moment, spoken(at, view, words)) : texts.never)
  const facts: [string, string | Html][] = [
    [texts.facts.in, moment(one.state?.lastInAt)],
    [texts.facts.out, moment(one.state?.lastOutAt)],
    [texts.facts.queue, String(one.queue)],
    [texts.facts.reports, reportsIn(one, view, words)],
    [texts.facts.price, money(one.price, view, words) + (view.unconfirmed ? ` ${texts.unconfirmed}` : '')],
  ]
  const id = `p-${one.gateway}`
  return html`<section class="gateway" aria-labelledby="${id}">
    <h2 id="${id}">${one.name}</h2>
    ${stateOf(one, view, words)}
    <dl>
      ${facts.map(
        ([label, fact]) =>
          html`<dt>${label}</dt>
            <dd>${fact}</dd>`,
      )}
    </dl>
    ${one.days.length > 0 && days(one, view, words)} ${switchForm(one, view, words)}
  </section>`
}

const spoken = (at: string, here: Here, { when }: GatewayWords) => ({
  day: spellDay(at, here, when),
  at: spellTime(at, here, when),
})

const money = (micros: number, { currency }: GatewaysView, { language }: Common): string =>
  `${amountInWords(micros, language)}\u00a0${currency}`

function stateOf({ state, fails }: GatewayPart, view: GatewaysView, words: GatewayWords): Html {
  const { states, reasons, failures } = words.gateways
  const line = (text: string, bad: boolean) =>
    html`<p class="state${bad ? ' bad' : ''}">${bad ? '▲ ' : '● '}${text}</p>`
  if (state?.off) {
    const { at, by, reason } = state.off
    return line(say(states.off, { ...spoken(at, view, words), who: view.who(by), why: reasons[reason] }), true)
  }
  if (state?.failing) {
    const { since, trialAt } = state.failing
    const next = spellTime(trialAt, view, words.when)
    return line(say(states.failing, { ...spoken(since, view, words), why: failures[fails ?? 'other'], next }), true)
  }
  return line(state?.lastOutAt ? states.sends : states.idle, false)
}

function reportsIn({ reports }: GatewayPart, view: GatewaysView, words: GatewayWords): string | Html {
  const { reports: texts } = words.gateways
  const hours = reports?.hours ?? []
  if (!reports || reports.state === 'none') return texts.none
  const sum = (of: 'seen' | 'expected') => String(hours.reduce((all, one) => all + one[of], 0))
  const counts = { seen: sum('seen'), expected: sum('expected') }
  const said = say(texts[reports.state], { ...counts, ...spoken(reports.since, view, words) })
  const rows = hours.toReversed().map(({ hour, expected, seen }) => {
    const at = `${hour}:00:00.000Z`
    const { day, at: time } = spoken(at, view, words)
    return html`<tr role="row">
      <th role="rowheader" scope="row">${day} ${time}</th>
      <td role="cell" data-label="${texts.columns.expected}">${expected}</td>
      <td role="cell" data-label="${texts.columns.seen}">${seen}</td>
    </tr>`
  })
  return html`${reports.state === 'stopped' ? html`<b>▲ ${said}</b>` : said}
    <details class="unfolds">
      <summary>${texts.hours}</summary>
      ${listTable('counts', texts.hours, Object.values(texts.columns), rows)}
    </details>`
}

function days({ days: all, price, name }: GatewayPart, view: GatewaysView, words: GatewayWords): Html {
  const { days: texts, failures } = words.gateways
  const { columns } = texts
  const rows = all.map(
    (day) =>
      html`<tr role="row">
        <th role="rowheader" scope="row">
          ${spellDay(`${day.on}T00:00:00.000Z`, { ...view, utcOffsetMinutes: 0 }, words.when)}
        </th>
        <td role="cell" data-label="${columns.sent}">${day.sent}</td>
        <td role="cell" data-label="${columns.segments}">${day.segments}</td>
        <td role="cell" data-label="${columns.price}">${money(day.segments * price, view, words)}</td>
        <td role="cell" data-label="${columns.failures}">
          ${
            day.failures.length === 0
              ? '0'
              : html`<ul role="list">
                  ${day.failures.map(({ code, kind, count }) => html`<li>${count} · ${failures[kind]} <code>${code}</code></li>`)}
                </ul>`
          }
        </td>
      </tr>`,
  )
  return html`<h3>${texts.title}</h3>
    ${listTable('counts', `${texts.title}, ${name}`, Object.values(columns), rows)}`
}

function switchForm({ gateway, name, state }: GatewayPart, view: GatewaysView, words: GatewayWords): Html {
  const { form, reasons, problems } = words.gateways
  const isOff = Boolean(state?.off)
  const texts = isOff ? form.on : form.off
  const { returned } = view
  const options = [{ value: '', label: form.choose }, ...Object.entries(reasons).map(([value, label]) => ({ value, label }))] // prettier-ignore
  return html`<details class="unfolds" ${returned?.gateway === gateway && raw(' open')}>
    <summary>${say(texts.title, { name })}</summary>
    <p class="hint">${texts.hint}</p>
    ${plainForm({
      id: `f-${gateway}`,
      action: view.at,
      csrf: view.csrf,
      fields: [{ as: 'select', name: 'reason', label: form.reason, options, required: true }],
      hidden: { gateway, to: isOff ? 'on' : 'off' },
      submit: texts.submit,
      state: returned?.gateway === gateway ? returned.state : null,
      titled: problems.title,
      below: true,
    })}
  </details>`
}

function events(view: GatewaysView, words: GatewayWords): Html {
  const { events: texts, reasons, failures } = words.gateways
  const { columns } = texts
  const why = ({ fails, reason }: (typeof view.events)[number]): string =>
    fails ? failures[fails] : reason !== null && reason in reasons ? reasons[reason as SwitchReason] : ''
  const rows = view.events.map((event) => {
    const { day, at } = spoken(event.at, view, words)
    const said = why(event)
    return html`<tr role="row">
      <th role="rowheader" scope="row">${day} ${at}</th>
      <td role="cell" data-label="${columns.gateway}">${event.name}</td>
      <td role="cell" data-label="${columns.what}">
        ${texts.what[event.what]}${said && html` <small>(${said})</small>`}
      </td>
      <td role="cell" data-label="${columns.who}">${event.who ?? texts.rule}</td>
    </tr>`
  })
  return html`<section aria-labelledby="evenements">
    <h2 id="evenements">${texts.title}</h2>
    ${rows.length === 0 ? html`<p>${texts.empty}</p>` : listTable('counts', texts.title, Object.values(columns), rows)}
  </section>`
}
