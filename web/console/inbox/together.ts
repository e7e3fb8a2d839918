import { html } from 'hono/html'
import type { InboxWords } from './texts.ts'
import type { InboxView } from './view.ts'
import type { Html } from '../../html.ts'
import { say } from '../../say.ts'
import { spellDay, spellTime } from '../frame/when.ts'

/** Many about the same stand first, with how many they are: one answer may serve all. */
export function wavesPart({ waves }: InboxView, { inbox: { waves: texts } }: InboxWords): Html {
  if (waves.length === 0) return html``
  return html`<section class="offers waves" aria-labelledby="vagues">
    <h2 id="vagues">${texts.title}</h2>
    <p class="soft">${texts.lead}</p>
    <ul role="list">
      ${waves.map(
        ({ about, placeName, languages, count, href }) =>
          html`<li>
            <div>
              <b>${say(texts.line, { count: String(count) })}</b> <span>${about}</span>
              <small>${placeName}</small
              >${languages.length > 1 && html` <small>${say(texts.languages, { names: languages.join(', ') })}</small>`}
            </div>
            <a class="button plain small" href="${href}" aria-label="${texts.answer}, ${about}, ${placeName}"
              >${texts.answer}</a
            >
          </li>`,
      )}
    </ul>
  </section>`
}

/** Many reports of danger that may be one matter: together so that no other is buried, and each opened by itself. */
export function dangersPart(view: InboxView, { inbox: { dangers: texts }, when }: InboxWords): Html {
  return html`${view.dangers.map(({ by, rows }, at) => {
    const line = say(texts.lines[by], { count: String(rows.length), place: rows[0]?.placeName ?? '' })
    return html`<section class="offers" aria-labelledby="dangers-${at}">
      <h2 id="dangers-${at}">${line}</h2>
      <p class="soft">${texts.lead}</p>
      <ul role="list">
        ${rows.map(
          (row) =>
            html`<li>
              <div>
                <a href="${row.href}" data-case>${row.grouped}</a>
                <small
                  >${say(texts.came, { day: spellDay(row.receivedAt, view, when), at: spellTime(row.receivedAt, view, when) })}</small
                >
              </div>
            </li>`,
        )}
      </ul>
    </section>`
  })}`
}

/** What came from one source in great number is one line: nobody reads past hundreds of rows to what people wrote. */
export function floodsPart(view: InboxView, { inbox: { floods: texts }, when }: InboxWords): Html {
  if (view.floods.length === 0) return html``
  return html`<section class="offers waves" aria-labelledby="masse">
    <h2 id="masse">${texts.title}</h2>
    <p class="soft">${texts.lead} <a href="${view.base}/masse">${texts.latest}</a></p>
    <ul role="list">
      ${view.floods.map(({ from, count, dueAt, href }) => {
        const line = say(texts.lines[from], { count: String(count) })
        return html`<li>
          <div>
            <b>${line}</b>
            <small>${say(texts.due, { day: spellDay(dueAt, view, when) })}</small>
          </div>
          <a class="button plain small" href="${href}" aria-label="${texts.open}, ${line}">${texts.open}</a>
        </li>`
      })}
    </ul>
  </section>`
}

/** What may be done with the cases ticked in the list. */
export function togetherPart({ base, chooses, rows }: InboxView, { inbox: { together } }: InboxWords): Html {
  if (chooses === null || rows.length === 0) return html``
  return html`<form id="ensemble" class="several" action="${base}/ensemble" aria-labelledby="ensemble-titre">
    <h2 id="ensemble-titre">${together.title}</h2>
    <p class="soft">${together.lead}</p>
    <input type="hidden" name="liste" value="${chooses.liste}" />
    <p class="buttons">
      ${(['assign', 'merge', 'dismiss'] as const).map(
        (step) => html`<button class="button plain small" name="geste" value="${step}">${together[step]}</button> `,
      )}
    </p>
  </form>`
}
