import { html } from 'hono/html'
import { careEverywhere } from './care.ts'
import { addressOf } from './address.ts'
import { problemList, questionFields, radios, select, textField } from './fields.ts'
import { flawOf, flawsOf, type FormView, maxPhoneLength, titleOf } from './form-view.ts'
import { publicPage } from './page.ts'
import type { PublicTexts } from './texts.ts'
import type { Html } from '../html.ts'
import { say, unbroken } from '../say.ts'

/**
 * What key 4, 1 asks on USSD: danger now, region, child or adult, what is wanted, may someone trained call. No words, nothing required, every
 * first answer the one that says least (design §13).
 */
export function protectionForm(
  { values, problems, requestId, regions, settings, again, care }: FormView,
  texts: PublicTexts,
): Html {
  const { protection } = texts
  const unsaid = { value: '', label: protection.notSaid }
  const questions = questionFields(protection.questions, values.answers).map(({ options, ...field }) =>
    radios({ ...field, options: [unsaid, ...options] }),
  )
  const consent = values.consent === '' ? 'none' : values.consent
  const body = html`${problemList(titleOf(problems, texts), flawsOf(problems, texts))}
    <h1>${protection.title}</h1>
    <p class="lead">${protection.lead}</p>
    <div class="warn">
      <p>${protection.notEmergency}</p>
      ${settings.emergencyNumber !== null && html`<p><strong>${say(protection.emergency, { number: unbroken(settings.emergencyNumber) })}</strong></p>`}
    </div>
    ${careEverywhere(care, texts)}
    <form method="post" action="${addressOf('/danger', texts)}" autocomplete="off">
      <input type="hidden" name="requestId" value="${requestId}" /><input
        type="hidden"
        name="kind"
        value="protection"
      />
      ${questions.slice(0, 1)}
      ${select({ name: 'region', ...protection.place, value: values.region, options: [unsaid, ...regions] })}
      ${questions.slice(1)}
      ${radios({
        name: 'consent',
        label: protection.call.label,
        hint: protection.call.hint,
        value: consent,
        options: [
          { value: 'none', label: protection.call.no, silent: true },
          { value: 'call-woman', label: protection.call.woman },
          { value: 'call-man', label: protection.call.man },
        ],
      })}
      ${textField({ name: 'phone', ...protection.phone, type: 'tel', value: values.phone, flaw: flawOf('phone', problems, texts), classes: 'needs-contact', attributes: ` maxlength="${maxPhoneLength}" inputmode="tel"` })}
      <p class="soft">${protection.after}</p>
      <button class="button" type="submit">${protection.send}</button>
    </form>`
  return publicPage({
    texts,
    title: protection.title,
    problem: problems.length > 0 ? titleOf(problems, texts) : null,
    settings,
    again,
    discreet: true,
    body,
  })
}
