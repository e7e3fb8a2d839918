import { html } from 'hono/html'
import type { AlikeLine, HolderLine, ReadLine } from './trail-view.ts'
import type { CaseView } from './view.ts'
import type { CaseWords } from './words.ts'
import { spellSpan } from '../frame/when.ts'
import type { Html } from '../../html.ts'
import { day, hour, inWords, ownerInWords } from '../frame/words.ts'
import { say, sentence } from '../../say.ts'

const start = '1970-01-01T00:00:00.000Z'
const spellMs = (ms: number, { when }: CaseWords): string => spellSpan(start, new Date(ms).toISOString(), when)

function holder({ owner, offered }: HolderLine, words: CaseWords): string {
  const { held } = words.case.trail
  if (owner.code === 'intake') return held.intake
  if (owner.code === 'complainant') return held.complainant
  const who = ownerInWords(owner, words)
  return offered ? say(held.offered, { who }) : who
}

/** Whose clock ran how long. */
export function holdersPart({ trail: { holders } }: CaseView, words: CaseWords): Html {
  const { held } = words.case.trail
  if (holders.length === 0) return html``
  return html`<section aria-labelledby="chez">
    <h2 id="chez">${held.title}</h2>
    <p class="soft">${held.lead}</p>
    <dl class="facts">
      ${holders.map(
        (one) =>
          html`<div>
            <dt>${holder(one, words)}</dt>
            <dd>${spellMs(one.ms, words)}${one.current && html` <b>· ${held.current}</b>`}</dd>
          </div>`,
      )}
    </dl>
  </section>`
}

/** A hand-over that came back stands on top: who sent it must see why. */
export function refusalPart(view: CaseView, words: CaseWords): Html {
  const { refusal } = view.trail
  if (!refusal) return html``
  const { refusal: texts } = words.case.trail
  const { organisation, at, returned, reason } = refusal
  return html`<div class="warn">
    <p><b>${say(returned ? texts.returned : texts.refused, { organisation, day: day(at, view, words) })}</b></p>
    ${
      reason !== null
        ? html`<blockquote class="words small" dir="auto">${reason}</blockquote>`
        : !returned && html`<p class="soft">${texts.noReason}</p>`
    }
  </div>`
}

/** S only: everybody who opened the case, for those who guard it. */
export function readsPart(view: CaseView, words: CaseWords): Html {
  const { reads } = view.trail
  if (!reads) return html``
  const { case: texts } = words
  const { title, lead, once, together, several, contact, noReason, latest } = texts.trail.reads
  const line = ({ what, role, who, from, to, count, reason }: ReadLine): Html => {
    const times = { day: day(from, view, words), from: hour(from, view, words), to: hour(to, view, words), count }
    return html`<li>
      <b>${sentence(texts.history.by, { role: inWords(words.codes.people, role), name: who })}</b>
      <span class="soft">· ${say(count === 1 ? once : times.from === times.to ? together : several, times)}</span>
      ${
        what === 'contact' &&
        html`<div class="alert">${contact}</div>
          ${reason === null ? html`<p class="soft">${noReason}</p>` : html`<blockquote class="words small" dir="auto">${reason}</blockquote>`}`
      }
    </li>`
  }
  return html`<section aria-labelledby="lectures">
    <h2 id="lectures">${title}</h2>
    <p class="soft">${lead}</p>
    <ol class="history">
      ${reads.lines.map(line)}
    </ol>
    ${reads.more && html`<p class="soft">${latest}</p>`}
  </section>`
}

/** The budget of waiting for the person, once it was touched. */
export function pauseLine({ trail: { pause } }: CaseView, words: CaseWords): string | null {
  if (!pause) return null
  return say(words.case.trail.pause, { used: Math.ceil(pause.usedMs / 86_400_000), all: pause.days })
}

/** Likely duplicates and repeats, each with its link and a merge that has only to be confirmed. */
export function alikePart(view: CaseView, words: CaseWords): Html {
  const { trail, base, reference, steps } = view
  const { alike: texts } = words.case.trail
  const { alike, repeated, alikeDays } = trail
  if (alike.length === 0 && repeated === 0) return html``
  const joins = (lead: string) => new URLSearchParams({ joindre: lead, ...view.list.fields }).toString()
  const line = (one: AlikeLine): Html => {
    const status = inWords(words.codes.statuses, one.status)
    return html`<li>
      <a href="${base}/cases/${one.reference}">${one.grouped}</a>
      <span class="soft"
        >${say(texts.line, { day: day(one.receivedAt, view, words), status })}${one.sameWords && html` · <b>${texts.sameWords}</b>`}</span
      >
      ${
        one.leads &&
        steps.includes('merge') &&
        html`<a class="button plain small" href="${base}/cases/${reference}?${joins(one.reference)}#geste-merge"
          >${texts.join}<span class="visually-hidden"> ${say(texts.joinWhich, { reference: one.grouped })}</span></a
        >`
      }
    </li>`
  }
  return html`<section aria-labelledby="pareils">
    <h2 id="pareils">${texts.title}</h2>
    ${repeated > 0 && html`<p>${say(texts.repeated, { count: repeated })}</p>`}
    ${
      alike.length > 0 &&
      html`<p class="soft">${say(texts.lead, { days: alikeDays })}</p>
        <ul class="alike">
          ${alike.map(line)}
        </ul>`
    }
  </section>`
}
