import { html, raw } from 'hono/html'
import { type Html, mark } from '../html.ts'
import { stylesheet } from '../style.ts'
import { addressOf, languageChoice } from './address.ts'
import type { PublicTexts } from './texts.ts'
import type { Settings } from '../../core/notices/settings.ts'
import { say, unbroken } from '../say.ts'

export type PublicSettings = Pick<
  Settings,
  'ussdCode' | 'smsShortCode' | 'helpNumber' | 'callBackNumber' | 'emergencyNumber' | 'freeSmsConfirmed'
>

interface Page {
  texts: PublicTexts
  title: string
  /** Said first in the title: a form came back, with something to mend. */
  problem?: string | null
  here?: '/' | '/suivi' | '/ailleurs' | '/affiche'
  settings: PublicSettings
  /** What draws the same page again, in another language; null for one that was posted. */
  again: string | null
  /** A page nobody should see over a shoulder: a title that says nothing, no menu, and a way out on top. */
  discreet?: boolean
  /** More style, of this page only. */
  style?: string
  body: Html
}

/** One response, no script, nothing loaded beside it: style and drawing are inside. */
export function publicPage({
  texts,
  title,
  problem = null,
  here,
  settings,
  again,
  discreet = false,
  style = '',
  body,
}: Page): Html {
  const { site, leave } = texts
  const languages = again === null ? null : languageChoice(again, texts)
  return html`<!doctype html>
    <html lang="${texts.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="theme-color" content="#1a2359" />
        <title>${[problem, !discreet && title, site.name].filter(Boolean).join(' · ')}</title>
        <style>
          ${raw(stylesheet + (languages?.style ?? '') + style)}
        </style>
      </head>
      <body>
        <a class="skip" href="#contenu">${site.skip}</a>
        <header class="site">
          <div>
            <a class="brand" href="${addressOf('/', texts)}"
              >${mark}<span><b>${site.name}</b> <small>${site.tagline}</small></span></a
            >
            ${!discreet && html`<nav aria-label="${site.menu}">${menu(texts, here)}</nav>`}${languages?.choice}
          </div>
        </header>
        ${
          discreet &&
          html`<aside class="leaving" aria-label="${leave.label}">
            <div>
              <a class="button leave" href="${leave.href}" rel="noreferrer noopener">${leave.label}</a>
              <p>${leave.text} ${leave.history}</p>
            </div>
          </aside>`
        }
        <main id="contenu">${body}</main>
        ${footer(texts, settings)}
      </body>
    </html>`
}

function menu(texts: PublicTexts, here: Page['here']): Html[] {
  const { site } = texts
  const entries = [
    ['/', site.write],
    ['/suivi', site.follow],
    ['/ailleurs', site.elsewhere],
    ['/affiche', site.poster],
  ] as const
  return entries.map(
    ([href, label]) =>
      html`<a href="${addressOf(href, texts)}" ${href === here && raw(' aria-current="page"')}>${label}</a>`,
  )
}

function footer({ footer }: PublicTexts, { helpNumber, emergencyNumber }: PublicSettings): Html {
  const lines = [
    emergencyNumber !== null && say(footer.emergency, { number: unbroken(emergencyNumber) }),
    helpNumber !== null && say(footer.help, { number: unbroken(helpNumber) }),
    footer.privacy,
  ].filter((line) => line !== false)
  return html`<footer class="foot">
    <div>
      <p><strong>${footer.notEmergency}</strong></p>
      ${lines.map((line) => html`<p>${line}</p>`)}
    </div>
  </footer>`
}
