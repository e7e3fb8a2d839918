import { html, raw } from 'hono/html'
import { timeForm } from './page.ts'
import { longestSms, type Outcome, type PracticeWords } from './texts.ts'
import type { Here } from '../frame/when.ts'
import type { Html } from '../../html.ts'
import { day, hour, inWords } from '../frame/words.ts'
import { say, sentence } from '../../say.ts'

/** On the phone of a made-up person: what they got, or what they sent and what it did. */
type Line =
  | { is: 'got'; at: string; template: string; text: string; segments: number }
  | { is: 'said'; at: string; text: string; outcome: string; reference: string | null }

interface Phone extends Here {
  csrf: string
  requestId: string
  reference: string
  grouped: string
  /** In order of time. */
  lines: readonly Line[]
  /** There is a number: the person can be played. */
  speaks: boolean
  /** What they were asked and did not answer yet. */
  asks: 'verdict' | 'question' | null
  open: boolean
  /** More time may pass. */
  mayPass: boolean
}

/** What would stand on the person's phone, newest first, and what they may say; then time. */
export function phonePart(phone: Phone, texts: PracticeWords): Html {
  const { phone: words } = texts.practice
  const { lines, speaks, open, now } = phone
  const count = lines.filter(({ is, at }) => is === 'got' && at <= now).length
  return html`<details class="rehearsed" id="telephone" ${open && raw('open')}>
    <summary>${say(words.title, { count })}</summary>
    ${speaks ? speakForms(phone, texts) : html`<p class="soft">${lines.length === 0 ? words.none : words.silent}</p>`}
    ${
      lines.length > 0 &&
      html`<ol>
        ${lines.toReversed().map((line) => (line.is === 'got' ? gotItem(line, phone, texts) : saidItem(line, phone, texts)))}
      </ol>`
    }
    <p class="soft">${words.note}</p>
    ${timeForm(phone, texts)}
  </details>`
}

type Of<Is extends Line['is']> = Extract<Line, { is: Is }>

function gotItem({ template, at, text, segments }: Of<'got'>, here: Here, texts: PracticeWords): Html {
  const { phone: words } = texts.practice
  const when = { day: day(at, here, texts), time: hour(at, here, texts) }
  const name = inWords(texts.codes.templates, template)
  const count = segments === 1 ? words.one : say(words.several, { count: segments })
  const said = at > here.now ? `${name} · ${say(words.later, when)}` : say(words.at, { template: name, ...when })
  return html`<li>
    <small>${sentence(said, {})} · ${count}</small>
    <p class="bubble" dir="auto">${text}</p>
  </li>`
}

const isOutcome = (code: string, all: Record<Outcome, string>): code is Outcome => code in all

function saidItem({ at, text, outcome, reference }: Of<'said'>, here: Here, texts: PracticeWords): Html {
  const { said, outcomes } = texts.practice.phone
  const what = isOutcome(outcome, outcomes) ? say(outcomes[outcome], { reference }) : outcome
  const line = say(said, { day: day(at, here, texts), time: hour(at, here, texts), what })
  return html`<li class="own">
    <small>${line}</small>
    <p class="bubble" dir="auto">${text}</p>
  </li>`
}

/** Their digits, each a form of one click, and their words. */
function speakForms({ csrf, requestId, reference, asks }: Phone, { practice: { phone } }: PracticeWords): Html {
  const action = `/console/exercice/cases/${reference}/personne`
  const hidden = html`<input type="hidden" name="csrf" value="${csrf}" /><input
      type="hidden"
      name="requestId"
      value="${requestId}"
    />`
  // Words to no question are another message: about this case they cite its number.
  const prefix = asks === null ? `${reference} ` : ''
  return html`<p><b>${phone.play}</b> ${phone.asks[asks ?? 'nothing']}</p>
    ${asks === 'verdict' && scoresForm(action, hidden, phone.scores)}
    <form method="post" action="${action}">
      ${hidden}
      <div class="field">
        <label for="sms">${phone.text}</label>
        <p class="hint" id="sms-aide">${phone.textHint}</p>
        <input
          type="text"
          id="sms"
          name="text"
          value="${prefix}"
          maxlength="${longestSms}"
          aria-describedby="sms-aide"
          required
        />
      </div>
      <button class="button plain small">${phone.send}</button>
    </form>`
}

const scoresForm = (action: string, hidden: Html, scores: readonly string[]): Html =>
  html`<form class="scores" method="post" action="${action}">
    ${hidden}
    ${scores.map((label, index) => html`<button class="button plain small" name="text" value="${index + 1}">${label}</button>`)}
  </form>`
