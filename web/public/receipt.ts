import { html } from 'hono/html'
import type { CarePlace } from '../../core/directory/care.ts'
import { addressOf } from './address.ts'
import { careNearby } from './care.ts'
import { questionFields, radios, select } from './fields.ts'
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
  /** What is asked of whom it is about, once the message is safe; null where nothing more is. */
  afterwards: Afterwards | { is: 'noted' } | null
  /** Of S2: where care is, nearest first. */
  care?: readonly CarePlace[]
  settings: PublicSettings
}

interface Afterwards {
  is: 'asked'
  /** Says that these answers come from the page of this case. */
  token: string
  /** Those that have the name of the place typed; none where the place is known. */
  places: readonly { value: string; label: string }[]
  /** None where the place is known, or asked by its name. */
  regions: readonly { value: string; label: string }[]
}

const leads = { full: 'lead', thanks: 'thanks', short: 'short' } as const

export function receiptPage(view: ReceiptView, texts: PublicTexts): Html {
  const { receipt } = texts
  if (view.is === 'protection') return protectionReceipt(view, texts)
  const body = html`<h1>${receipt.title}</h1>
    <p class="lead">${receipt[leads[view.is]]}</p>
    ${view.afterwards?.is === 'noted' && html`<p class="calm" role="status">${receipt.about.noted}</p>`}
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
    ${view.afterwards?.is === 'asked' && about(view.afterwards, texts)}
    <h2>${receipt.follow.title}</h2>
    <ul>
      ${waysToFollow(view, texts)}
    </ul>
    <p class="soft">${receipt.anyone}</p>
    <p class="screen-only"><a href="${addressOf('/', texts)}">${receipt.another}</a></p>`
  return publicPage({ texts, title: receipt.title, settings: view.settings, again: null, body })
}

/** Every answer may be left out: the message is safe whatever happens here. */
function about({ token, places, regions }: Afterwards, texts: PublicTexts): Html {
  const { form, receipt } = texts
  return html`<section class="card screen-only">
    <h2>${receipt.about.title}</h2>
    <p>${receipt.about.lead}</p>
    <form method="post" action="${addressOf('/recu', texts)}">
      <input type="hidden" name="token" value="${token}" />
      ${places.length > 0 && select({ name: 'place', label: receipt.about.place, value: '', options: [{ value: '', label: form.notSaid }, ...places] })}
      ${regions.length > 0 && select({ name: 'region', label: receipt.about.region, value: '', options: [{ value: '', label: form.notSaid }, ...regions] })}
      ${questionFields(form.questions, {}).map(({ options, ...field }) => {
        const all = [{ value: '', label: form.notSaid }, ...options]
        return options.length > 2
          ? select({ ...field, options: all })
          : radios({ ...field, options: all, columns: true })
      })}
      <button class="button plain" type="submit">${receipt.about.send}</button>
    </form>
  </section>`
}

/** The page with the number was left open too long, or somebody made an address up: nothing is said of any case. */
export function lateReceiptPage(settings: PublicSettings, texts: PublicTexts): Html {
  const { about } = texts.receipt
  const body = html`<h1>${about.late.title}</h1>
    <p class="lead">${about.late.text}</p>
    <p><a href="${addressOf('/suivi', texts)}">${texts.notFound.follow}</a></p>`
  return publicPage({ texts, title: about.late.title, settings, again: null, body })
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

function protectionReceipt({ reference, settings, care = [] }: ReceiptView, texts: PublicTexts): Html {
  const { protection, number } = texts.receipt
  const emergency = settings.emergencyNumber
  const body = html`<h1>${protection.title}</h1>
    <p class="lead">${protection.lead}</p>
    ${emergency !== null && html`<p class="calm"><strong>${say(texts.protection.emergency, { number: unbroken(emergency) })}</strong></p>`}
    ${careNearby(care, texts)}
    <ul>
      ${protection.next.map((line) => html`<li>${line}</li>`)}
    </ul>
    <p class="soft">${number}</p>
    <p><strong>${reference}</strong></p>`
  return publicPage({ texts, title: protection.title, settings, again: null, discreet: true, body })
}
