import { said } from './parts.ts'
import { html } from 'hono/html'
import type { CaseView } from './view.ts'
import type { CaseWords } from './words.ts'
import type { Html } from '../../html.ts'
import { day, inWords } from '../frame/words.ts'
import { say } from '../../say.ts'

/** What is handed over on paper, for S cases: codes and dates, no name; the words with S1 only. */
export function sheetBody(view: CaseView, words: CaseWords): Html {
  const { codes } = words
  const { sheet, facts } = words.case
  const { lane, level, category, receivedAt, contact, referredTo, now } = view
  // Paper outlives the year.
  const dated = (at: string): string => day(at, { ...view, now: '1970-01-01T00:00:00.000Z' }, words)
  const consent = inWords(codes.consents, contact.consent)
  const kept = contact.consent === 'none' ? sheet.contactNever : say(sheet.contactYes, { consent })
  const reach = contact.masked === null ? sheet.contactNo : kept
  const asked = (Object.keys(words.questions.danger) as (keyof typeof words.questions.danger)[]).map((name) => {
    const { label, answers } = words.questions.facts[name]
    const answer = view[name]
    return [label, answer === null ? facts.none : inWords(answers, answer)] as const
  })
  const rows = [
    [sheet.reference, view.grouped],
    [sheet.to, referredTo?.label ?? '……………………………………'],
    [sheet.date, dated(now)],
    [sheet.level, level === null ? lane : inWords(codes.levels, level)],
    [sheet.category, category?.label ?? facts.none],
    [sheet.received, dated(receivedAt)],
    ...asked,
    [sheet.contact, reach],
  ] as const
  return html`<div class="sheet">
    <p class="crumb screen-only"><a href="${view.base}/cases/${view.reference}">${sheet.back}</a></p>
    <h1>${sheet.title}</h1>
    <p class="lead">${sheet.lead}</p>
    <p class="screen-only">${sheet.print}</p>
    <dl class="facts">
      ${rows.map(
        ([label, value]) =>
          html`<div>
            <dt>${label}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
    ${
      lane === 'S1' && view.text !== null
        ? html`<h2>${sheet.words}</h2>
            ${said(view.text, view.suggested.language?.code ?? '')}`
        : html`<p><strong>${sheet.noWords}</strong></p>`
    }
    <h2>${sheet.receipt}</h2>
    <dl class="blanks">
      ${sheet.receiptLines.map(
        (line) =>
          html`<div>
            <dt>${line}</dt>
            <dd></dd>
          </div>`,
      )}
    </dl>
    <p class="soft">${sheet.secrecy}</p>
  </div>`
}
