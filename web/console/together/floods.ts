import { html, raw } from 'hono/html'
import type { FloodSource } from '../../../core/case/codes.ts'
import type { FloodAct } from '../../../core/routing/together.ts'
import type { Html } from '../../html.ts'
import { say } from '../../say.ts'
import { caseField } from '../frame/fields.ts'
import type { TogetherWords } from './texts.ts'

/** One flood and how its cases stand. */
export interface FloodLine {
  from: FloodSource
  href: string
  standing: number
  aside: number
  others: number
}

export interface FloodView extends FloodLine {
  base: string
  csrf: string
  requestId: string
  /** How many one press takes. */
  most: number
  said: readonly { href: string; grouped: string; text: string | null; count: number }[]
  /** Sent without a reason. */
  wanting: FloodAct | null
  /** What was just decided. */
  done: { act: FloodAct; count: number; left: number } | null
}

export const floodTitle = (
  { from, standing, aside, others }: FloodLine,
  { together: { flood } }: TogetherWords,
): string => say(flood.title[from], { count: String(standing + aside + others) })

const countsOf = ({ standing, aside, others }: FloodLine, { together: { flood } }: TogetherWords): string =>
  say(flood.counts, { standing: String(standing), aside: String(aside), others: String(others) })

/** What came in great number and what it says, then the decisions there are. */
export function floodBody(view: FloodView, words: TogetherWords): Html {
  const { together: texts } = words
  const { flood } = texts
  const { standing, aside, most } = view
  return html`<p class="crumb"><a href="${view.base}/inbox">${texts.back}</a></p>
    <h1>${floodTitle(view, words)}</h1>
    ${view.done !== null && doneNote(view.done, words)}
    <p>${flood.lead}</p>
    <p>
      ${countsOf(view, words)}${Math.max(standing, aside) > most && html` ${say(flood.few, { most: String(most) })}`}
    </p>
    ${standing === 0 ? html`<div class="calm"><p>${flood.none}</p></div>` : said(view, words)}
    ${standing > 0 && html`${gesture('aside', standing, view, words)} ${gesture('lift', standing, view, words)}`}
    ${aside > 0 && gesture('restore', aside, view, words)}`
}

function doneNote({ act, count, left }: NonNullable<FloodView['done']>, { together: { flood } }: TogetherWords): Html {
  return html`<div class="calm" ${raw('role="status"')}>
    <p><b>${say(flood[act].done, { count: String(count) })}</b></p>
    ${left > 0 && html`<p>${say(flood.left, { count: String(left) })}</p>`}
  </div>`
}

function said({ said: all }: FloodView, { together: { flood } }: TogetherWords): Html {
  return html`<h2>${flood.said}</h2>
    ${all.map(
      ({ href, grouped, text, count }) =>
        html`${text === null ? html`<p class="soft">${flood.wordless}</p>` : html`<blockquote class="words small" lang="" dir="auto">${text}</blockquote>`}
          <p class="soft">
            ${say(flood.times, { count: String(count) })} · <a href="${href}" data-case>${grouped}</a>
          </p>`,
    )}`
}

/** Why is asked of what closes or opens cases again. */
function gesture(act: FloodAct, count: number, view: FloodView, words: TogetherWords): Html {
  const { href, csrf, requestId, most, wanting } = view
  const { flood } = words.together
  const { title, then, send } = flood[act]
  const hidden = (name: string, value: string) => html`<input type="hidden" name="${name}" value="${value}" />`
  const field = { as: 'area', name: 'reason', label: flood.reason, hint: flood.reasonHint, maxLength: 2000, rows: 2, required: true } as const // prettier-ignore
  return html`<form class="together" method="post" action="${href}/${act}">
    <h2>${title}</h2>
    ${hidden('csrf', csrf)} ${hidden('requestId', `${requestId}-${act}`)}
    <p>${then}</p>
    ${act !== 'lift' && caseField(`masse-${act}`, field, null, wanting === act ? flood.noReason : undefined)}
    <button class="button ${act !== 'aside' && 'plain'}">${say(send, { count: String(Math.min(count, most)) })}</button>
  </form>`
}

/** The latest, decided or not. */
export function floodsBody({ base, lines }: { base: string; lines: readonly FloodLine[] }, words: TogetherWords): Html {
  const { together: texts } = words
  const { latest } = texts.flood
  return html`<p class="crumb"><a href="${base}/inbox">${texts.back}</a></p>
    <h1>${latest.title}</h1>
    ${lines.length === 0 && html`<div class="calm"><p>${latest.none}</p></div>`}
    <ul>
      ${lines.map((line) => html`<li><a href="${line.href}">${floodTitle(line, words)}</a> <small>${countsOf(line, words)}</small></li>`)}
    </ul>`
}
