import { html } from 'hono/html'
import { careNearby } from '../../public/care.ts'
import type { IntakeWords } from './parts.ts'
import type { Spoken, SpokenTexts } from './texts.ts'
import type { IntakeReceipt } from './view.ts'
import type { Html } from '../../html.ts'
import { say } from '../../say.ts'

/** The reference in large, and what to read out. `spoken` is in the person's language, or in another where there are no texts. */
export function intakeReceiptBody(receipt: IntakeReceipt, { intake }: IntakeWords, spoken: Spoken): Html {
  const { is, grouped, base, past, care } = receipt
  const texts = intake.receipt
  const next = html`<p class="after">
    <a class="button" id="encore" href="${base}/nouvelle" accesskey="n" autofocus>${texts.another}</a>
    <a href="${base}">${texts.inbox}</a>
  </p>`
  if (is === 'danger')
    return html`<h1>${texts.dangerTitle}</h1>
      <ul>
        ${texts.danger.map((line) => html`<li>${line}</li>`)}
      </ul>
      ${careNearby(care, intake)}
      <p class="soft">${texts.number}</p>
      <p><strong>${grouped}</strong></p>
      ${next}`
  return html`<h1>${texts.title}</h1>
    <div class="ticket filed">
      <div>
        <p class="soft">${texts.number}</p>
        <p class="number">${grouped}</p>
        <p>${texts.writeDown}</p>
      </div>
      <div class="thread"></div>
    </div>
    ${past && html`<p class="flash careful">${texts.past}</p>`} ${is === 'short' && html`<p>${texts.noDate}</p>`}
    ${careNearby(care, intake)} ${is === 'thanks' && html`<p>${texts.thanks}</p>`}
    <h2>${texts.aloud}</h2>
    <p class="said aloud" lang="${spoken.code}">${aloud(receipt, spoken.texts)}</p>
    ${spoken.code !== receipt.language && html`<p class="soft">${say(texts.aloudOther, { language: receipt.languageName })}</p>`}
    ${spoken.draft && html`<p class="soft">${texts.draft}</p>`} ${next}`
}

function aloud({ is, grouped, promisedOn }: IntakeReceipt, texts: SpokenTexts): string {
  const template = is === 'promised' ? texts.promised : is === 'thanks' ? texts.thanks : texts.short
  return say(template, { reference: grouped, day: promisedOn === null ? null : spokenDay(promisedOn, texts) })
}

/** « lundi 21 juin 2027 », or `21/06` where the language has no names for days and months yet. */
function spokenDay(on: string, { weekdays, months, firstDay = '1' }: SpokenTexts): string {
  const [year = '', month = '', day = ''] = on.split('-')
  if (!weekdays || !months) return `${day}/${month}`
  const weekday = weekdays[new Date(`${on}T12:00:00.000Z`).getUTCDay()] ?? ''
  return `${weekday} ${day === '01' ? firstDay : String(Number(day))} ${months[Number(month) - 1] ?? month} ${year}`
}
