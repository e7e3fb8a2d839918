import { html, raw } from 'hono/html'
import type { Step } from '../../../core/case/status.ts'
import { caseField, type Field, fieldId } from '../frame/fields.ts'
import { consequences, previewed, stepTexts } from './consequences.ts'
import { asks } from './forms.ts'
import { historyItem } from './history.ts'
import type { CaseView, Preview, StepForm } from './view.ts'
import { firstSteps } from './first-steps.ts'
import type { CaseWords } from './words.ts'
import type { Values } from '../frame/choices.ts'
import type { Html } from '../../html.ts'
import { inWords } from '../frame/words.ts'
import { say } from '../../say.ts'

/**
 * A joined case is answered with the one it follows. Telling its person is its own affair, and so is all that comes after
 * they said no to that answer: the other one's is given.
 */
export function followsLead({ mergedInto, status, history }: CaseView): boolean {
  const since = history.findLast(({ entry: { what } }) => what === 'merged' || what === 'reopened')
  return mergedInto !== null && status !== 'answered' && since?.entry.what !== 'reopened'
}

/** Everything this person may do now, each in one form with its consequence before it. */
export function actionsPart(view: CaseView, form: StepForm | null, words: CaseWords): Html {
  const { actions } = words.case
  const { steps, nextAction } = view
  const cameBack = form && steps.includes(form.step) ? [form.step] : null
  const now = followsLead(view) ? [] : (firstSteps[nextAction ?? ''] ?? [])
  const first = cameBack ?? now.filter((step) => steps.includes(step))
  const others = steps.filter((step) => !first.includes(step))
  const shown = (step: Step, open: boolean): Html =>
    stepForm(step, view, form?.step === step ? form : null, open, words)
  if (steps.length === 0)
    return html`<section aria-labelledby="gestes">
      <h2 id="gestes">${actions.now}</h2>
      <p class="soft">${view.status === 'closed' ? actions.over : actions.none}</p>
    </section>`
  return html`<section aria-labelledby="gestes" class="acts">
    ${
      first.length > 0 &&
      html`<h2 id="gestes">${actions.now}</h2>
        ${first.map((step, index) => shown(step, index === 0 || cameBack !== null))}`
    }
    ${
      others.length > 0 &&
      html`<h2 ${first.length === 0 && raw('id="gestes"')}>${actions.others}</h2>
        ${others.map((step) => shown(step, false))}`
    }
    ${view.lane === 'P' && steps.includes('assess') && html`<p class="soft">${words.case.dismissLater}</p>`}
  </section>`
}

function stepForm(step: Step, view: CaseView, form: StepForm | null, open: boolean, words: CaseWords): Html {
  const { actions } = words.case
  const { title } = stepTexts(step, view, words)
  const fields = asks[step](view, words)
  const flaws = flawsOf(step, fields, form, words)
  const flawOf = (name: string): string | undefined => flaws.find(({ field }) => field === name)?.message
  const draw = (field: Field): Html => caseField(step, field, form?.values ?? null, flawOf(field.name))
  const away = fields.filter(({ under }) => under !== undefined)
  const stands = ({ name, value = '' }: Field): boolean =>
    flawOf(name) !== undefined || (form ? (form.values[name] ?? []).some((one) => one !== '') : value.length > 0)
  const drawn = html`${fields.filter(({ under }) => under === undefined).map(draw)}
  ${[...Map.groupBy(away, ({ under }) => under)].map(
    ([heading, put]) =>
      html`<details class="more" ${put.some(stands) && raw(' open')}>
        <summary>${heading}</summary>
        ${put.map(draw)}
      </details>`,
  )}`
  return html`<details class="act" id="geste-${step}" ${open && raw(' open')}>
    <summary>${title}</summary>
    <form method="post" action="${view.base}/cases/${view.reference}/${step}">
      <input type="hidden" name="csrf" value="${view.csrf}" />
      <input type="hidden" name="requestId" value="${form?.requestId ?? `${view.requestId}-${step}`}" />
      <input type="hidden" name="version" value="${view.version}" />
      ${Object.entries(view.list.fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
      <div class="then">
        <b>${actions.then}</b>
        ${consequences(step, view, words).map((line) => html`<p>${line}</p>`)}
      </div>
      ${drawn} ${liveBox(step, view, words)} ${form?.preview && previewBox(form.preview, view, words)}
      ${buttons(step, view, form?.preview ?? null, words)}
    </form>
  </details>`
}

/** Goes on to the case that follows in the list; where what was asked for stands on the page that follows, nobody leaves it. */
const sendAndNext = (step: Step, { site }: CaseWords, disabled = false): Html =>
  step === 'reveal-contact'
    ? html``
    : html`<button class="button plain" name="go" value="next" ${disabled && raw('disabled')}>
        ${site.inList.saveAndNext}
      </button>`

/** With a preview on the page, sending sends what was seen; a changed text is shown again first. */
function buttons(step: Step, view: CaseView, preview: Preview | null, words: CaseWords): Html {
  const { preview: texts } = words.case
  const send = html`<button class="button" name="go" value="send">${stepTexts(step, view, words).send}</button>`
  if (!previewed.includes(step)) return html`<p class="buttons">${send} ${sendAndNext(step, words)}</p>`
  const ready = preview !== null && !preview.tooLong
  return ready
    ? html`<p class="buttons" data-plain>
        ${send} ${sendAndNext(step, words)}
        <button class="button plain" name="go" value="preview">${texts.again}</button>
      </p>`
    : html`<p class="buttons" data-plain><button class="button" name="go" value="preview">${texts.ask}</button></p>`
}

function previewBox(
  preview: Preview,
  { contact, language }: CaseView,
  {
    case: {
      preview: texts,
      trail: { noPrice },
    },
  }: CaseWords,
): Html {
  const { text, segments, units, perSegment, alphabet, changes, tooLong } = preview
  const size = say(segments === 1 ? texts.one : texts.several, { count: segments, units, room: perSegment })
  const changed = changes.map(([from, to]) => `${from} → ${to === '' ? '∅' : to}`).join(', ')
  return html`<div class="${tooLong ? 'warn' : 'calm'} preview" role="status" id="apercu" data-plain>
    <h3>${texts.title}</h3>
    <input type="hidden" name="previewed" value="${text}" />
    <blockquote class="words sms" lang="${language}" dir="auto">${text}</blockquote>
    ${tooLong && html`<p class="problem">${texts.tooLong}</p>`}
    <p>${contact.takesSms ? size : texts.notSent}</p>
    ${contact.takesSms && html`<p class="soft">${noPrice}</p>`} ${alphabet === 'ucs2' && html`<p>${texts.ucs2}</p>`}
    ${changes.length > 0 && html`<p>${say(texts.changes, { changes: changed })}</p>`}
  </div>`
}

/** With script: the SMS while it is written, and its own button. Without, it stays away. */
function liveBox(step: Step, view: CaseView, words: CaseWords): Html {
  const live = view.live.steps[step]
  if (!live || !previewed.includes(step)) return html``
  const { preview: texts, trail } = words.case
  return html`<div class="calm preview" data-live="${JSON.stringify(live)}" hidden>
    <h3>${texts.title}</h3>
    <input type="hidden" name="previewed" disabled />
    <blockquote class="words sms" lang="${view.language}" dir="auto" data-part="sms"></blockquote>
    <p class="problem" role="status" data-part="long" hidden>${texts.tooLong}</p>
    ${view.contact.takesSms ? html`<p data-part="size"></p>` : html`<p>${texts.notSent}</p>`}
    <p data-part="ucs2" hidden>${texts.ucs2}</p>
    <p data-part="changes" hidden></p>
    ${view.contact.takesSms && html`<p class="soft">${trail.noPrice}</p>`}
    <p class="buttons">
      <button class="button" name="go" value="send" disabled>${stepTexts(step, view, words).send}</button>
      ${sendAndNext(step, words, true)}
    </p>
  </div>`
}

interface Flaw {
  field: string
  message: string
}

function flawsOf(
  step: Step,
  fields: readonly Field[],
  form: StepForm | null,
  { case: { trouble } }: CaseWords,
): Flaw[] {
  if (form?.step !== step) return []
  return Object.entries(form.flaws).map(([field, code]) => {
    const label = fields.find(({ name }) => name === field)?.label ?? field
    return { field, message: say(trouble.issues[code] ?? trouble.issues.other, { field: label }) }
  })
}

/** On top of the page: why a form was not taken, and what became of what was typed in it. */
export function troublePart(view: CaseView, form: StepForm | null, words: CaseWords): Html {
  if (!form) return html``
  const { trouble: texts, why, steps } = words.case
  const { step, trouble } = form
  const flaws = flawsOf(step, asks[step](view, words), form, words)
  if (!trouble && flaws.length === 0) return html``
  const offered = view.steps.includes(step)
  const kept = offered
    ? html`<p>${texts.keptHere} <a href="#geste-${step}">${steps[step].title}</a></p>`
    : typed(form.values, texts.keptApart)
  const box = (title: string, body: Html): Html =>
    html`<div class="problems" role="alert" aria-labelledby="problemes" tabindex="-1">
      <h2 id="problemes">${title}</h2>
      ${body}
    </div>`
  if (!trouble)
    return box(
      texts.invalid,
      html`<ul>
        ${flaws.map(({ field, message }) => html`<li><a href="#${fieldId(step, field)}">${message}</a></li>`)}
      </ul>`,
    )
  if (trouble.is === 'refused')
    return box(
      `${texts.refused}\u00a0: ${steps[step].title}`,
      html`<p>${why[trouble.why]}</p>
        ${kept}`,
    )
  return box(
    texts.stale,
    html`<p>${texts.staleLead}</p>
      <ol class="history">
        ${trouble.since.map((line) => historyItem(line, view, words))}
      </ol>
      ${kept}`,
  )
}

const written = ['answer', 'meaning', 'text', 'reason', 'number', 'lead']

/** What was typed for a step that is no longer there: nothing anybody wrote is lost. */
function typed(values: Values, lead: string): Html {
  const texts = written.flatMap((name) => values[name] ?? []).filter((text) => text.trim() !== '')
  return texts.length === 0
    ? html``
    : html`<p>${lead}</p>
        ${texts.map((text) => html`<blockquote class="words" dir="auto">${text}</blockquote>`)}`
}

/** The second person: what waits, and why two are needed. */
export function secondPart({ second, lane }: CaseView, { codes, case: { second: texts } }: CaseWords): Html {
  const isS = lane === 'S1' || lane === 'S2'
  if (!second) return isS ? html`<p class="soft">${texts.rule}</p>` : html``
  const { what, who, level, dropped, mine } = second
  const names = dropped.join(', ')
  const said = [
    what === 'receipt' && say(texts.receipt, { who }),
    what === 'dismiss' && say(texts.dismiss, { who }),
    level !== null && say(texts.lower, { who, level: inWords(codes.levels, level) }),
    names !== '' && say(texts.unname, { who, names }),
  ].filter((line) => line !== false)
  return html`<div class="warn">
    <h2>${texts.title}</h2>
    <p>
      ${said.join(' ')}
      <b>${mine ? texts.mine : texts.yours}</b>
    </p>
    <p class="soft">${texts.rule}</p>
  </div>`
}
