import { html } from 'hono/html'
import type { Html } from '../../html.ts'
import type { FormState } from '../frame/form-state.ts'
import { plainForm } from '../frame/plain-form.ts'
import type { MailPageTexts } from './texts.ts'

interface MailView {
  at: string
  csrf: string
  address: string
  kinds: readonly string[]
  /** Of an address, in characters. */
  longest: number
  state: FormState | null
}

/** One's own address and what is sent to it. */
export function mailBody({ at, csrf, address, kinds, longest, state }: MailView, texts: MailPageTexts): Html {
  const { fields, problems } = texts
  const options = Object.entries(texts.kinds).map(([value, label]) => ({ value, label }))
  return html`<h1>${texts.title}</h1>
    <p class="soft">${texts.lead}</p>
    ${plainForm({
      id: 'courriel',
      action: at,
      csrf,
      fields: [
        { as: 'text', name: 'address', maxLength: longest, value: address, ...fields.address },
        { as: 'checks', name: 'kinds', options, value: kinds, ...fields.kinds },
      ],
      hidden: {},
      submit: texts.save,
      state,
      titled: problems.title,
    })}`
}
