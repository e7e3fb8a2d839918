import { html } from 'hono/html'
import type { Consent } from '../../../core/channel/message.ts'
import { listTable } from '../frame/list-table.ts'
import type { Common } from '../frame/common.ts'
import { type Here, spellDay, spellTime } from '../frame/when.ts'
import { inWords } from '../frame/words.ts'
import type { Html } from '../../html.ts'
import { capital, say } from '../../say.ts'
import type { CallsTexts } from './texts.ts'

type CallsWords = Common & { calls: CallsTexts }

export interface CallRow {
  href: string
  grouped: string
  why: keyof CallsTexts['why']
  /** Whether a woman or a man may call, or anyone. */
  consent: Consent
  /** When they want to be called, as they wrote it. */
  when: string | null
  language: string
  /** Days tried in vain, of so many. */
  tries: number
  of: number
  lastTryAt: string | null
  dueAt: string | null
}

export interface CallsView extends Here {
  calls: readonly CallRow[]
  nobodySpeaks: readonly { language: string; count: number }[]
  next: string | null
  /** Back to the first page, on any other. */
  start: string | null
  /** The same in the list of cases. */
  inbox: string
}

export function callsBody(view: CallsView, words: CallsWords): Html {
  const { calls: texts } = words
  const { title, lead, script, nobodySpeaks } = texts
  const isPart = view.next !== null || view.start !== null
  return html`<h1>${title}</h1>
    <p class="soft">${lead} <a href="${view.inbox}">${texts.inbox}</a></p>
    ${view.nobodySpeaks.map(
      ({ language, count }) =>
        html`<p class="flash careful">
          ${say(nobodySpeaks, { language: capital(language), count: String(count) })} ${isPart && texts.onPage}
        </p>`,
    )}
    ${
      view.calls.length === 0
        ? html`<div class="calm"><p>${view.start === null ? texts.empty : texts.end}</p></div>`
        : html`<section class="calm" aria-labelledby="dire">
              <h2 id="dire">${script.title}</h2>
              <ol>
                ${script.lines.map((line) => html`<li>${line}</li>`)}
              </ol>
            </section>
            ${table(view, words)}`
    }
    ${
      isPart &&
      html`<nav class="pages" aria-label="${texts.pages}">
        ${view.start !== null && html`<a href="${view.start}">← ${texts.start}</a>`}
        ${view.next !== null && html`<a class="button plain" rel="next" href="${view.next}">${texts.more} →</a>`}
      </nav>`
    }`
}

function table(view: CallsView, words: CallsWords): Html {
  const { columns, title } = words.calls
  const rows = view.calls.map((call) => row(call, view, words))
  return listTable('calls', title, Object.values(columns), rows)
}

function row(call: CallRow, here: Here, { calls: texts, codes, when }: CallsWords): Html {
  const { dueAt, lastTryAt } = call
  const spoken = (at: string) => ({ day: spellDay(at, here, when), at: spellTime(at, here, when) })
  const due = dueAt && say(texts.by, spoken(dueAt))
  const tries = lastTryAt && { count: String(call.tries), all: String(call.of), ...spoken(lastTryAt) }
  return html`<tr role="row">
    <td role="cell">${dueAt && dueAt <= here.now && html`<b class="late">▲ ${texts.late}</b> `}${due ?? '–'}</td>
    <th role="rowheader" scope="row"><a href="${call.href}" data-case>${call.grouped}</a></th>
    <td role="cell">
      ${capital(call.language)}<small>${inWords(codes.consents, call.consent)}</small>${call.when !== null && html`<small>${say(texts.when, { words: call.when })}</small>`}
    </td>
    <td role="cell">${texts.why[call.why]}</td>
    <td role="cell">${tries ? say(texts.tries, tries) : texts.none}</td>
  </tr>`
}
