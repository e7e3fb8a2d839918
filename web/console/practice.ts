import { html, raw } from 'hono/html'
import { fill } from '../public/texts.ts'
import { day, hour, inWords, sentence } from './case-words.ts'
import type { Html } from './layout.ts'
import { type PracticePart, practiceParts, type PracticeTexts } from './practice-texts.ts'
import type { ConsoleTexts } from './texts.ts'
import { type Here, spellDay } from './when.ts'

const base = '/console/exercice'
const settings = `${base}/jeu`

/** On every page of practice, on paper too: nobody may take one of these cases for real. */
export const practiceBanner = ({ banner }: PracticeTexts, part: string): Html =>
  html`<aside class="practice" aria-label="${banner.label}">
    <div>
      <p><b>${banner.text}</b> ${fill(banner.playing, { part })}</p>
      <p><a href="${settings}">${banner.change}</a> <a href="/console">${banner.leave}</a></p>
    </div>
  </aside>`

interface Settings extends Here {
  csrf: string
  part: PracticePart
  /** When the cases laid out go by themselves; null where there are none. */
  goneAt: string | null
}

/** Whom to play, and a fresh start. */
export function practiceBody({ csrf, part, goneAt, ...here }: Settings, { practice, inbox }: ConsoleTexts): Html {
  const { title, lead, rules, choose, start, play, again, againHint, back } = practice
  return html`<h1>${title}</h1>
    <p class="lead">${lead}</p>
    <ul>
      ${rules.map((rule) => html`<li>${rule}</li>`)}
    </ul>
    <form method="post" action="${settings}">
      <input type="hidden" name="csrf" value="${csrf}" />
      <fieldset>
        <legend>${choose}</legend>
        <div class="choices two">${practiceParts.map((one) => choice(one, one === part, practice))}</div>
      </fieldset>
      ${
        goneAt === null
          ? html`<button class="button" name="go" value="start">${start}</button>`
          : html`<p><button class="button" name="go" value="play">${play}</button></p>
              <p><a href="${base}">${back}</a></p>
              <div class="card">
                <p>${fill(againHint, { day: spellDay(goneAt, here, inbox.when) })}</p>
                <button class="button plain" name="go" value="start">${again}</button>
              </div>`
      }
    </form>`
}

const choice = (part: PracticePart, chosen: boolean, { parts }: PracticeTexts): Html =>
  html`<label class="choice"
    ><input type="radio" name="part" value="${part}" ${chosen && raw('checked')} /><span
      >${parts[part].name}<small>${parts[part].tries}</small></span
    ></label
  >`

interface Sms {
  template: string
  /** When it would have left, or would leave. */
  at: string
  text: string
  segments: number
}

interface Rehearsed extends Here {
  sms: readonly Sms[]
  /** Opened by itself after a step. */
  justDone: boolean
}

/** What would have arrived on the person's phone, newest first. */
export function rehearsedPart({ sms, justDone, ...here }: Rehearsed, texts: ConsoleTexts): Html {
  const { sms: words } = texts.practice
  if (sms.length === 0) return html`<p class="rehearsed soft">${words.none}</p>`
  return html`<details class="rehearsed" ${justDone && raw('open')}>
    <summary>${fill(words.title, { count: String(sms.length) })}</summary>
    <ol>
      ${sms.map((one) => rehearsedItem(one, here, texts))}
    </ol>
    <p class="soft">${words.note}</p>
  </details>`
}

function rehearsedItem({ template, at, text, segments }: Sms, here: Here, texts: ConsoleTexts): Html {
  const { sms: words } = texts.practice
  const when = { day: day(at, here, texts), time: hour(at, here, texts) }
  const name = inWords(texts.case.codes.templates, template)
  const count = segments === 1 ? words.one : fill(words.several, { count: String(segments) })
  const said = at > here.now ? `${name} · ${fill(words.later, when)}` : fill(words.at, { template: name, ...when })
  return html`<li>
    <small>${sentence(said, {})} · ${count}</small>
    <p class="bubble" dir="auto">${text}</p>
  </li>`
}
