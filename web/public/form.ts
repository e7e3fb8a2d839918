import { html } from 'hono/html'
import { addressOf, nameOf } from './address.ts'
import { problemList, radios, select, textArea, textField, type Option } from './fields.ts'
import { flawOf, flawsOf, maxPhoneLength, maxPlaceLength, maxTextLength, titleOf, type FormView } from './form-view.ts'
import { publicPage } from './page.ts'
import { protectionForm } from './protection-form.ts'
import { sensitiveChoice } from './sensitive-choice.ts'
import { spellDay, type PublicTexts } from './texts.ts'
import type { Html } from '../html.ts'
import { say } from '../say.ts'

/**
 * `GET /`, and `POST /plainte` when something is missing. The words come first and « Envoyer » stands within two screens of a small
 * phone; what else there is to know follows, and what is asked of the person stands on the page with the number, and the region
 * too where that page asks anything.
 */
export function formPage(view: FormView, texts: PublicTexts): Html {
  if (view.kind === 'abus') return sensitiveChoice(view, texts)
  if (view.kind === 'protection') return protectionForm(view, texts)
  const isIntegrity = view.kind === 'integrity'
  const title = isIntegrity ? texts.form.integrity.title : texts.form.title
  const cameBack = view.problems.length > 0
  const opening = cameBack
    ? html`${problemList(titleOf(view.problems, texts), flawsOf(view.problems, texts))}
        <h1>${texts.form.formTitle}</h1>`
    : isIntegrity
      ? integrityIntro(texts)
      : ordinaryIntro(view, texts)
  const body = html`${opening}${wordsForm(view, texts)}${!isIntegrity && goodToKnow(view, texts)}`
  const problem = cameBack ? titleOf(view.problems, texts) : null
  return publicPage({ texts, title, problem, here: '/', settings: view.settings, again: view.again, body })
}

function integrityIntro({ form }: PublicTexts): Html {
  return html`<h1>${form.integrity.title}</h1>
    <p class="lead">${form.integrity.text}</p>
    <p>${form.integrity.promise}</p>`
}

/** Few lines: what this is, the way for danger, by when one hears, and where it says who reads. */
function ordinaryIntro({ promises }: FormView, texts: PublicTexts): Html {
  const { form } = texts
  const complaint = promises.find(({ kind }) => kind === 'complaint')
  return html`<h1>${form.title}</h1>
    <p class="lead">${form.lead}</p>
    <p>
      <a class="button danger-way" href="${addressOf('/?kind=abus', texts)}"
        ><b>${form.danger.title}</b> ${form.danger.link}</a
      >
    </p>
    <p>
      ${complaint && say(form.promises.line, { date: spellDay(complaint.on, texts) })}
      <a href="#savoir">${form.know.link}</a>
    </p>`
}

function goodToKnow({ promises }: FormView, texts: PublicTexts): Html {
  const { form } = texts
  const promise = ({ kind, on }: FormView['promises'][number]): Html =>
    html`<div>
      <dt>${form.kind.options[kind].label}</dt>
      <dd>${spellDay(on, texts)}</dd>
    </div>`
  return html`<section id="savoir">
      <h2>${form.know.title}</h2>
      <ul class="know">
        ${form.know.points.map(({ title, text }) => html`<li><b>${title}</b><br />${text}</li>`)}
      </ul>
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
      <h2>${form.danger.title}</h2>
      <p>${form.danger.text}</p>
    </section>`
}

function wordsForm({ kind, values, problems, requestId, regions, languages }: FormView, texts: PublicTexts): Html {
  const { form } = texts
  const flaw = (field: string): string | undefined => flawOf(field, problems, texts)
  const kinds: Option[] = Object.entries(form.kind.options).map(([value, { label }]) => ({ value, label }))
  const consents = Object.entries(form.consent.options).map(([value, label]) => ({
    value,
    label,
    silent: value === 'none',
  }))
  const named = languages.map((one) => ({ value: one.code, label: nameOf(one, texts) }))
  return html`<form method="post" action="${addressOf('/plainte', texts)}">
    <input type="hidden" name="requestId" value="${requestId}" />
    ${kind === 'integrity' ? html`<input type="hidden" name="kind" value="integrity" />` : select({ name: 'kind', label: form.kind.label, value: kind, options: kinds, classes: 'beside' })}
    <div class="warn only-abuse">
      <p>${form.abuse.text}</p>
      <p><a class="button" href="${addressOf('/?kind=abus', texts)}">${form.abuse.link}</a></p>
    </div>
    <div class="not-abuse">
      ${textArea({ name: 'text', ...form.text, value: values.text, flaw: flaw('text'), maxLength: maxTextLength, rows: 4 })}
      ${textField({ name: 'place', label: form.place.label, hint: form.place.hint, value: values.place, flaw: flaw('place'), attributes: ` maxlength="${maxPlaceLength}" autocomplete="off"` })}
      ${kind === 'integrity' && select({ name: 'region', label: form.place.region, value: values.region, options: [{ value: '', label: form.place.noRegion }, ...regions], classes: 'beside' })}
      ${radios({ name: 'consent', label: form.consent.label, hint: form.consent.hint, value: values.consent, flaw: flaw('consent'), options: consents, columns: true })}
      ${textField({ name: 'phone', ...form.phone, type: 'tel', value: values.phone, flaw: flaw('phone'), classes: 'needs-contact', attributes: ` maxlength="${maxPhoneLength}" inputmode="tel" autocomplete="tel"` })}
      ${languages.length > 1 ? select({ name: 'language', label: form.language, value: values.language || texts.language, options: named, classes: 'beside' }) : html`<input type="hidden" name="language" value="${texts.language}" />`}
      <button class="button" type="submit">${form.send}</button>
    </div>
  </form>`
}
