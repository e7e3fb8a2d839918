import { html } from 'hono/html'
import { addressOf } from './address.ts'
import { publicPage, type PublicSettings } from './page.ts'
import { spellDay, type PublicTexts } from './texts.ts'
import type { Html } from '../html.ts'
import { say, unbroken } from '../say.ts'

/**
 * After `POST /plainte`. `full`: with a promise. `thanks`: no answer is due. `short`: says nothing more, for S1 and words that
 * may mean S. `protection`: S2.
 */
export interface ReceiptView {
  is: 'full' | 'thanks' | 'short' | 'protection'
  /** As people read it, grouped by blanks that never break. */
  reference: string
  /** `YYYY-MM-DD`; null where nothing is promised. */
  promisedOn: string | null
  settings: PublicSettings
}

const leads = { full: 'lead', thanks: 'thanks', short: 'short' } as const

export function receiptPage(view: ReceiptView, texts: PublicTexts): Html {
  const { receipt } = texts
  if (view.is === 'protection') return protectionReceipt(view, texts)
  const body = html`<h1>${receipt.title}</h1>
    <p class="lead">${receipt[leads[view.is]]}</p>
    <div class="ticket">
      <div>
        <p class="soft">${receipt.number}</p>
        <p class="number">${view.reference}</p>
        <p><strong>${receipt.writeDown}</strong></p>
      </div>
      <div class="thread"></div>
    </div>
    ${
      view.promisedOn !== null &&
      html`<div class="calm">
        <h2>${receipt.next}</h2>
        <p>${receipt.promised} <strong>${spellDay(view.promisedOn, texts)}</strong>.</p>
      </div>`
    }
    <h2>${receipt.follow.title}</h2>
    <ul>
      ${waysToFollow(view, texts)}
    </ul>
    <p class="soft">${receipt.anyone}</p>
    <p class="screen-only"><a href="${addressOf('/', texts)}">${receipt.another}</a></p>`
  return publicPage({ texts, title: receipt.title, settings: view.settings, again: null, body })
}

function waysToFollow({ reference, settings }: ReceiptView, texts: PublicTexts): Html[] {
  const number = reference.replace(/\D/g, '')
  const { follow } = texts.receipt
  const ways: Html[] = []
  if (settings.ussdCode !== null) ways.push(html`<li>${say(follow.ussd, { code: settings.ussdCode })}</li>`)
  if (settings.smsShortCode !== null)
    ways.push(html`<li>${say(follow.sms, { number, code: settings.smsShortCode })}</li>`)
  ways.push(html`<li>${follow.web} <a href="${addressOf(`/suivi?reference=${number}`, texts)}">${follow.link}</a></li>`)
  return ways
}

function protectionReceipt({ reference, settings }: ReceiptView, texts: PublicTexts): Html {
  const { protection, number } = texts.receipt
  const emergency = settings.emergencyNumber
  const body = html`<h1>${protection.title}</h1>
    <p class="lead">${protection.lead}</p>
    ${emergency !== null && html`<p class="calm"><strong>${say(texts.protection.emergency, { number: unbroken(emergency) })}</strong></p>`}
    <ul>
      ${protection.next.map((line) => html`<li>${line}</li>`)}
    </ul>
    <p class="soft">${number}</p>
    <p><strong>${reference}</strong></p>`
  return publicPage({ texts, title: protection.title, settings, again: null, discreet: true, body })
}
