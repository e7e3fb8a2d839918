import { html } from 'hono/html'
import { publicPage, type PublicSettings } from './page.ts'
import { posterStyle } from './poster-style.ts'
import type { PublicTexts } from './texts.ts'
import { type Html, mark } from '../html.ts'
import { say, unbroken } from '../say.ts'

export interface PosterView {
  settings: PublicSettings
  /** As people type it, without `https://`; null while there is no public address. */
  webAddress: string | null
  /** Promised answers in working days, from the service standards in force. */
  spans: readonly { kind: 'question' | 'complaint' | 'suggestion'; workingDays: number }[]
}

interface Way {
  title: string
  text: string
  /** Drawn large: a code, a number, an address. */
  large: string
  below?: string
}

/**
 * One A4 sheet. A channel that has no number yet is left out: a wrong number on a wall stays there for years. Whoever prints is told what
 * is left out, and ticks the line to be filled in by hand; with neither way nor line there is nothing to hang up, and nothing prints.
 */
export function posterPage(view: PosterView, texts: PublicTexts): Html {
  const { poster } = texts
  const { settings } = view
  const way = ({ title, text, large, below }: Way): Html =>
    html`<li>
      <h3>${title}</h3>
      <p>${text}</p>
      <p class="large">${large}</p>
      ${below && html`<p>${below}</p>`}
    </li>`
  const offered = ways(view, texts)
  const body = html`<div class="calm screen-only">
      <p>${poster.print}</p>
      <label class="choice" for="by-hand"><input type="checkbox" id="by-hand" /><span>${poster.byHand}</span></label>
    </div>
    ${unset(view, offered.length === 0, texts)}
    <article class="sheet${offered.length === 0 && ' nowhere'}">
      <header>
        ${mark}
        <p class="name">${texts.site.name}</p>
        <p class="strip">${poster.strip}</p>
      </header>
      <div class="thread"></div>
      <h1>${poster.title}</h1>
      <p class="lead">${poster.lead}</p>
      <h2>${poster.how}</h2>
      <ul class="ways">
        ${offered.map(way)}${handWritten(texts)}
      </ul>
      ${settings.freeSmsConfirmed && html`<p class="free">${poster.free}</p>`}
      <div class="columns">
        <section>
          <h2>${poster.promises.title}</h2>
          <ul>
            ${view.spans.map(({ kind, workingDays }) => html`<li><b>${say(poster.promises.span[kind], { days: String(workingDays) })}</b></li>`)}${poster.promises.points.map((point) => html`<li>${point}</li>`)}
          </ul>
        </section>
        <section>
          <h2>${poster.never.title}</h2>
          <ul>
            ${poster.never.points.map((point) => html`<li>${point}</li>`)}
          </ul>
        </section>
      </div>
      <section class="danger">
        <h2>${poster.danger.title}</h2>
        <p>${poster.danger.text}</p>
        ${
          settings.ussdCode !== null &&
          html`<p class="large">${say(poster.danger.key, { code: settings.ussdCode })}</p>
            <p>${poster.danger.keyNote}</p>`
        }${settings.emergencyNumber !== null && html`<p><b>${say(texts.protection.emergency, { number: unbroken(settings.emergencyNumber) })}</b></p>`}
      </section>
    </article>`
  return publicPage({
    texts,
    title: texts.site.poster,
    here: '/affiche',
    settings,
    again: '/affiche',
    style: posterStyle,
    body,
  })
}

function ways({ settings, webAddress }: PosterView, { poster }: PublicTexts): Way[] {
  const { ussd, sms, call, missed, web } = poster
  const offered: Way[] = []
  if (settings.ussdCode !== null) offered.push({ ...ussd, large: settings.ussdCode })
  if (settings.smsShortCode !== null) offered.push({ ...sms, large: settings.smsShortCode, below: call.recall })
  if (settings.helpNumber !== null) offered.push({ title: call.title, text: call.text, large: settings.helpNumber })
  if (settings.callBackNumber !== null) offered.push({ ...missed, large: settings.callBackNumber })
  if (webAddress !== null) offered.push({ ...web, large: webAddress })
  return offered
}

/** Printed only where somebody said they would fill it in. */
const handWritten = ({ poster: { face } }: PublicTexts): Html =>
  html`<li class="by-hand">
    <h3>${face.title}</h3>
    <p>${face.text}</p>
    <p class="line"><span>${face.line}</span></p>
  </li>`

/** What nobody has set yet, said to whoever prints, never on the sheet. */
function unset({ settings, webAddress }: PosterView, nowhere: boolean, { poster }: PublicTexts): Html {
  const set = { ...settings, webAddress, freeSms: settings.freeSmsConfirmed ? 'yes' : null }
  const names = Object.keys(poster.unset.ways) as (keyof typeof poster.unset.ways)[]
  const missing = names.filter((name) => set[name] === null)
  if (missing.length === 0) return html``
  return html`<section class="warn unset${!nowhere && ' screen-only'}">
    <h2>${poster.unset.title}</h2>
    ${nowhere && html`<p><strong>${poster.unset.none}</strong></p>`}
    <ul>
      ${missing.map((name) => html`<li>${poster.unset.ways[name]}</li>`)}
    </ul>
    <p>${poster.unset.whom}</p>
  </section>`
}
