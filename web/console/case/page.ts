import { html } from 'hono/html'
import { actionsPart, followsLead, secondPart, troublePart } from './actions.ts'
import { historyPart, noticesPart } from './history.ts'
import { factsPart, promisePart, saidPart } from './parts.ts'
import { suggestedPart } from './suggested.ts'
import { alikePart, holdersPart, readsPart, refusalPart } from './trail.ts'
import type { CaseView, StepForm } from './view.ts'
import type { CaseWords } from './words.ts'
import type { LinkedCase } from './trail-view.ts'
import type { Html } from '../../html.ts'
import { say } from '../../say.ts'

/** A number in clear: shown in the answer to the request for it, and never again. */
export type Revealed = { is: 'shown'; phone: string } | { is: 'shown-before' } | { is: 'none' }

interface CasePage {
  view: CaseView
  /** One that comes back: not taken, or with its SMS to look at. */
  form: StepForm | null
  revealed: Revealed | null
}

/** One case on one page. A form that comes back stands first, so that nobody has to look for it. */
export function caseBody({ view, form, revealed }: CasePage, words: CaseWords): Html {
  const { base, grouped, lane, erased, mergedInto } = view
  // Of what was erased nothing is left to hand over, and nothing to be careful with.
  const isS = (lane === 'S1' || lane === 'S2') && !erased.includes('all')
  const { title, back } = words.case
  const actions = actionsPart(view, form, words)
  return html`<p class="crumb">
      <a href="${view.list.back}">${back}</a> <a href="${view.list.next}" rel="next">${words.site.inList.next} →</a>
    </p>
    <h1>${say(title, { reference: grouped })}</h1>
    ${troublePart(view, form, words)} ${revealed && revealedBox(revealed, words)}
    ${isS && lane === 'S2' && protectionBox(words)} ${isS && sheetLink(view, words)}
    ${(isS || view.second) && secondPart(view, words)} ${refusalPart(view, words)}
    ${mergedInto && followsLead(view) && mergedBox(base, mergedInto, words)}
    <div class="case${form && ' drafting'}">
      <div class="first">
        ${saidPart(view, words)} ${suggestedPart(view, words)} ${promisePart(view, words)} ${alikePart(view, words)}
      </div>
      <div class="do">${actions}</div>
      <div class="rest">
        ${factsPart(view, words)} ${holdersPart(view, words)} ${historyPart(view, words)} ${noticesPart(view, words)}
        ${readsPart(view, words)}
      </div>
    </div>
    <script src="${view.live.script}" defer></script>`
}

function revealedBox(revealed: Revealed, { case: { revealed: texts } }: CaseWords): Html {
  const body = {
    shown: () =>
      html`<p class="phone">${revealed.is === 'shown' && revealed.phone}</p>
        <p>${texts.text}</p>`,
    'shown-before': () => html`<p>${texts.again}</p>`,
    none: () => html`<p>${texts.none}</p>`,
  }
  return html`<div class="warn" role="status">
    <h2>${texts.title}</h2>
    ${body[revealed.is]()}
  </div>`
}

const protectionBox = ({ case: { protection } }: CaseWords): Html =>
  html`<div class="warn">
    <h2>${protection.title}</h2>
    <p>${protection.text}</p>
  </div>`

const sheetLink = ({ base, reference }: CaseView, { case: { protection } }: CaseWords): Html =>
  html`<p><a href="${base}/cases/${reference}/sheet">${protection.sheet}</a></p>`

/** Who answers here would answer one of two. */
const mergedBox = (base: string, { reference, grouped }: LinkedCase, { case: { merged, facts } }: CaseWords): Html =>
  html`<div class="calm">
    <p>${merged}</p>
    <p><a href="${base}/cases/${reference}">${facts.lead} ${grouped}</a></p>
  </div>`

/** After a step that took the case out of this person's reach. */
export function goneBody(base: string, { case: { gone } }: CaseWords): Html {
  return html`<h1>${gone.title}</h1>
    <p class="lead">${gone.text}</p>
    <p><a class="button" href="${base}">${gone.back}</a></p>`
}
