import { html } from 'hono/html'
import { careEverywhere } from '../../public/care.ts'
import { problemList, questionFields, radios, select, textField } from '../../public/fields.ts'
import { channelField, flawsOf, type IntakeWords, receivedField } from './parts.ts'
import type { IntakeView } from './view.ts'
import type { Html } from '../../html.ts'

/**
 * What key 4, 1 asks on USSD, for somebody who stands there or calls: danger now, place, child or adult, may someone trained call
 * (design §13). No words and no intake point, which would say who and where; nothing of it is ever kept in the browser.
 */
export function dangerForm(view: IntakeView, words: IntakeWords): Html {
  const { intake } = words
  const { danger, consent } = intake
  const { values, problems, base, csrf, requestId, places } = view
  const { shown, flaw } = flawsOf(problems, intake)
  const unsaid = { value: '', label: danger.notSaid }
  const questions = questionFields(words.questions.danger, values.answers).map(({ options, ...field }) =>
    radios({ ...field, options: [...options, unsaid], columns: true }),
  )
  const help = (['taken', 'declined', 'offered'] as const).map((value) => ({
    value,
    label: danger.help.options[value],
  }))
  const calls = (['call-woman', 'call-man', 'call'] as const).map((value) => ({ value, label: consent.options[value] }))
  const silent = { value: 'none', label: consent.options.none, silent: true }
  return html`${problemList(intake.problems.title, shown)}
    <h1>${danger.title}</h1>
    <div class="warn"><p>${danger.lead}</p></div>
    ${careEverywhere(view.care, intake)}
    <div
      id="attente"
      class="waiting"
      role="status"
      data-base="${base}"
      data-texts="${JSON.stringify(intake.waiting)}"
    ></div>
    <form id="saisie" class="intake narrow" method="post" action="${base}/nouvelle" autocomplete="off">
      <input type="hidden" name="csrf" value="${csrf}" /><input type="hidden" name="requestId" value="${requestId}" />
      <input type="hidden" name="kind" value="danger" />
      ${questions.slice(0, 1)}
      ${select({ name: 'placeCode', label: danger.place.label, hint: danger.place.hint, value: values.placeCode, options: [{ value: 'none', label: danger.notSaid }], groups: places })}
      ${questions.slice(1)}
      ${radios({ name: 'help', label: danger.help.label, value: values.help, options: [...help, { value: '', label: danger.help.notYet }] })}
      ${radios({ name: 'consent', label: danger.call, value: values.consent, flaw: flaw('consent'), options: [silent, ...calls], columns: true })}
      ${textField({ name: 'phone', label: danger.phone.label, hint: danger.phone.hint, type: 'tel', value: values.phone, flaw: flaw('phone'), classes: 'needs-contact', attributes: ' maxlength="30" inputmode="tel"' })}
      ${channelField(view, words)} ${receivedField(view, words)}
      <div class="send">
        <button class="button" accesskey="s">${danger.send}</button>
        <a href="${base}/nouvelle">${danger.back}</a>
      </div>
    </form>
    <p class="soft">${intake.kept.never}</p>`
}
