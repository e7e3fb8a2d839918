import { html } from 'hono/html'
import { fill } from '../../public/texts.ts'
import type { InboxTexts } from './texts.ts'
import type { InboxView, Offer } from './view.ts'
import { spellDay } from '../frame/when.ts'
import type { Html } from '../../html.ts'

/** What another organisation hands over stands first: taken with one press, refused with a reason on the page of the case. */
export function offersPart(view: InboxView, texts: InboxTexts): Html {
  const { offers } = view
  if (offers.length === 0) return html``
  const { title, lead } = texts.offers
  return html`<section class="offers" aria-labelledby="transferts">
    <h2 id="transferts">${title}</h2>
    <p class="soft">${lead}</p>
    <ul role="list">
      ${offers.map((offer) => html`<li>${offerLine(offer, view, texts)}</li>`)}
    </ul>
  </section>`
}

function offerLine(offer: Offer, view: InboxView, texts: InboxTexts): Html {
  const { accept, refuse, by } = texts.offers
  const { row, requestId } = offer
  const about = row.categoryLabel ?? texts.codes.kinds[row.kind] ?? row.kind
  return html`<div>
      <a href="${row.href}" data-case>${row.grouped}</a>
      <b>${about}</b> <span>${row.placeName ?? texts.noPlace}</span>
      <small>${fill(by, { day: spellDay(row.dueAt, view, texts.when) })}</small>
    </div>
    <form method="post" action="${row.href}/accept">
      <input type="hidden" name="csrf" value="${view.csrf}" />
      <input type="hidden" name="requestId" value="${requestId}" />
      <button class="button small" name="go" value="send" aria-label="${accept} ${row.grouped}">${accept}</button>
      <a href="${row.href}#geste-refuse" aria-label="${refuse} ${row.grouped}">${refuse}</a>
    </form>`
}
