import { html } from 'hono/html'
import type { FormView } from './form-view.ts'
import { addressOf } from './address.ts'
import { publicPage } from './page.ts'
import type { PublicTexts } from './texts.ts'
import type { Html } from '../html.ts'

/**
 * « Ni nom ni détail »: violence goes on without words, money or favours with them. Words typed before this page are sent
 * only by the second way.
 */
export function sensitiveChoice(view: FormView, texts: PublicTexts): Html {
  const { sensitive } = texts
  const typed = view.values.text.trim() !== ''
  const body = html`<h1>${sensitive.title}</h1>
    <p class="lead">${sensitive.lead}</p>
    <section class="card">
      <h2>1. ${sensitive.violence.title}</h2>
      <p>${sensitive.violence.text}</p>
      ${typed && html`<p><strong>${sensitive.dropped}</strong></p>`}
      <p><a class="button" href="${addressOf('/?kind=protection', texts)}">${sensitive.violence.link}</a></p>
    </section>
    <section class="card">
      <h2>2. ${sensitive.money.title}</h2>
      <p>${sensitive.money.text}</p>
      ${typed ? sendWords(view, texts) : html`<p><a class="button" href="${addressOf('/?kind=integrity', texts)}">${sensitive.money.link}</a></p>`}
    </section>
    <p><a href="${addressOf('/', texts)}">${sensitive.back}</a></p>`
  return publicPage({ texts, title: sensitive.title, settings: view.settings, again: view.again, discreet: true, body })
}

function sendWords({ values, requestId }: FormView, texts: PublicTexts): Html {
  const { sensitive } = texts
  const kept = { requestId, kind: 'integrity', text: values.text, place: values.place, region: values.region, consent: values.consent, phone: values.phone, language: values.language } // prettier-ignore
  return html`<form method="post" action="${addressOf('/plainte', texts)}">
    ${Object.entries(kept).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    <p class="said">${values.text}</p>
    <button class="button" type="submit">${sensitive.money.send}</button>
  </form>`
}
