import { html } from 'hono/html'
import type { InboxWords } from './texts.ts'
import type { InboxView, Offer } from './view.ts'
import { spellDay } from '../frame/when.ts'
import type { Html } from '../../html.ts'
import { say } from '../../say.ts'

/** What another organisation hands over stands first: taken with one press, refused with a reason on the page of the case. */
export function offersPart(view: InboxView, words: InboxWords): Html {
  const { offers } = view
  if (offers.length === 0) return html``
  const { title, lead } = words.inbox.offers
  return html`<section class="offers" aria-labelledby="transferts">
    <h2 id="transferts">${title}</h2>
    <p class="soft">${lead}</p>
    <ul role="list">
      ${offers.map((offer) => html`<li>${offerLine(offer, view, words)}</li>`)}
    </ul>
  </section>`
}

function offerLine(offer: Offer, view: InboxView, words: InboxWords): Html {
  const { inbox, codes, when } = words
  const { accept, refuse, by } = inbox.offers
  const { row, requestId } = offer
  const about = row.categoryLabel ?? codes.kinds[row.kind] ?? row.kind
  return html`<div>
      <a href="${row.href}" data-case>${row.grouped}</a>
      <b>${about}</b> <span>${row.placeName ?? inbox.noPlace}</span>
      <small>${say(by, { day: spellDay(row.dueAt, view, when) })}</small>
    </div>
    <form method="post" action="${row.href}/accept">
      <input type="hidden" name="csrf" value="${view.csrf}" />
      <input type="hidden" name="requestId" value="${requestId}" />
      <button class="button small" name="go" value="send" aria-label="${accept} ${row.grouped}">${accept}</button>
      <a href="${row.href}#geste-refuse" aria-label="${refuse} ${row.grouped}">${refuse}</a>
    </form>`
}
