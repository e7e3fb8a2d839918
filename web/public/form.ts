import { html } from 'hono/html'
import type { Given } from '../../core/channel/questions.ts'
import { addressOf, nameOf } from './address.ts'
import { problemList, questionFields, radios, select, textArea, textField, type Option } from './fields.ts'
import { flawOf, flawsOf, maxPhoneLength, maxPlaceLength, maxTextLength, type FormView } from './form-view.ts'
import { publicPage } from './page.ts'
import { protectionForm } from './protection-form.ts'
import { sensitiveChoice } from './sensitive-choice.ts'
import { spellDay, type PublicTexts } from './texts.ts'
import type { Html } from '../html.ts'

/** `GET /`, and `POST /plainte` when something is missing. */
export function formPage(view: FormView, texts: PublicTexts): Html {
  if (view.kind === 'abus') return sensitiveChoice(view, texts)
  if (view.kind === 'protection') return protectionForm(view, texts)
  const intro = view.kind === 'integrity' ? integrityIntro(texts) : ordinaryIntro(view, texts)
  const title = view.kind === 'integrity' ? texts.form.integrity.title : texts.form.title
  const opening =
    view.problems.length > 0
      ? html`${problemList(texts.problems.title, flawsOf(view.problems, texts))}
          <h1>${texts.form.formTitle}</h1>`
      : html`${intro}
          <h2 id="message">${texts.form.formTitle}</h2>`
  const body = html`${opening}${wordsForm(view, texts)}`
  return publicPage({ texts, title, here: '/', settings: view.settings, again: view.again, body })
}

function integrityIntro({ form }: PublicTexts): Html {
  return html`<h1>${form.integrity.title}</h1>
    <p class="lead">${form.integrity.text}</p>
    <p>${form.integrity.promise}</p>`
}

function ordinaryIntro({ promises }: FormView, texts: PublicTexts): Html {
  const { form } = texts
  const promise = ({ kind, on }: FormView['promises'][number]): Html =>
    html`<div>
      <dt>${form.kind.options[kind].label}</dt>
      <dd>${spellDay(on, texts)}</dd>
    </div>`
  return html`<h1>${form.title}</h1>
    <p class="lead">${form.lead}</p>
    <p><a class="button" href="#message">${form.start}</a></p>
    <section class="warn">
      <h2>${form.danger.title}</h2>
      <p>${form.danger.text}</p>
      <p><a class="button plain" href="${addressOf('/?kind=abus', texts)}">${form.danger.link}</a></p>
    </section>
    <section>
      <h2>${form.promises.title}</h2>
      <p>${form.promises.intro}</p>
      <dl class="facts">
        ${promises.map(promise)}
        <div>
          <dt>${form.kind.options.thanks.label}</dt>
          <dd>${form.promises.thanks}</dd>
        </div>
      </dl>
      <p>${form.promises.urgent}</p>
      <p>${form.promises.late}</p>
    </section>
    <section>
      <h2>${form.know.title}</h2>
      <ul class="know">
        ${form.know.points.map(({ title, text }) => html`<li><b>${title}</b>${text}</li>`)}
      </ul>
    </section>`
}

function wordsForm({ kind, values, problems, requestId, regions, languages }: FormView, texts: PublicTexts): Html {
  const { form } = texts
  const flaw = (field: string): string | undefined => flawOf(field, problems, texts)
  const kinds: Option[] = Object.entries(form.kind.options).map(([value, option]) => ({ value, ...option }))
  const consents = Object.entries(form.consent.options).map(([value, label]) => ({
    value,
    label,
    silent: value === 'none',
  }))
  const named = languages.map((one) => ({ value: one.code, label: nameOf(one, texts) }))
  return html`<form method="post" action="${addressOf('/plainte', texts)}">
    <input type="hidden" name="requestId" value="${requestId}" />
    ${kind === 'integrity' ? html`<input type="hidden" name="kind" value="integrity" />` : radios({ name: 'kind', label: form.kind.label, value: kind, options: kinds, columns: true })}
    <div class="warn only-abuse">
      <p>${form.abuse.text}</p>
      <p><a class="button" href="${addressOf('/?kind=abus', texts)}">${form.abuse.link}</a></p>
    </div>
    <div class="not-abuse">
      ${textArea({ name: 'text', ...form.text, value: values.text, flaw: flaw('text'), maxLength: maxTextLength })}
      ${textField({ name: 'place', label: form.place.label, hint: form.place.hint, value: values.place, flaw: flaw('place'), attributes: ` maxlength="${maxPlaceLength}" autocomplete="off"` })}
      ${select({ name: 'region', label: form.place.region, value: values.region, options: [{ value: '', label: form.place.noRegion }, ...regions] })}
      ${radios({ name: 'consent', label: form.consent.label, hint: form.consent.hint, value: values.consent, flaw: flaw('consent'), options: consents })}
      ${textField({ name: 'phone', ...form.phone, type: 'tel', value: values.phone, flaw: flaw('phone'), classes: 'needs-contact', attributes: ` maxlength="${maxPhoneLength}" inputmode="tel" autocomplete="tel"` })}
      ${languages.length > 1 ? select({ name: 'language', label: form.language, value: values.language || texts.language, options: named }) : html`<input type="hidden" name="language" value="${texts.language}" />`}
      ${kind !== 'integrity' && questions(values.answers, texts)}
      <button class="button" type="submit">${form.send}</button>
    </div>
  </form>`
}

/** Asked last, and of ordinary messages alone: they are for counting who is heard. Two answers fit side by side, more are a list. */
const questions = (given: Given, { form }: PublicTexts): Html[] =>
  questionFields(form.questions, given).map(({ options, ...field }) => {
    const all = [{ value: '', label: form.notSaid }, ...options]
    return options.length > 2 ? select({ ...field, options: all }) : radios({ ...field, options: all, columns: true })
  })
