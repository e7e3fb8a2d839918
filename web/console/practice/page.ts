import { html, raw } from 'hono/html'
import { guideStep } from '../help/steps.ts'
import type { PracticeMark } from '../layout.ts'
import { type PracticePart, practiceParts, type PracticeTexts, timeSteps, type PracticeWords } from './texts.ts'
import { type Here, spellDay } from '../frame/when.ts'
import type { Html } from '../../html.ts'
import { say } from '../../say.ts'

const base = '/console/exercice'
const settings = `${base}/jeu`

/**
 * On every page of practice, on paper too: nobody may take one of these cases for real. It says whom one plays and, where somebody let
 * time pass, which day it is there.
 */
export function practiceMark(part: PracticePart, ahead: Here | null, { practice, when }: PracticeWords): PracticeMark {
  const { mark, banner, parts } = practice
  const today = ahead && say(banner.today, { day: spellDay(ahead.now, ahead, when) })
  const said = html`<aside class="practice" aria-label="${banner.label}">
    <div>
      <p><b>${banner.text}</b> ${say(banner.playing, { part: parts[part].name })}${today !== null && ` ${today}`}</p>
      <p><a href="${settings}">${banner.change}</a> <a href="/console">${banner.leave}</a></p>
    </div>
  </aside>`
  return { mark, banner: said }
}

interface Settings extends Here {
  csrf: string
  part: PracticePart
  /** When the cases laid out go by themselves; null where there are none. */
  goneAt: string | null
  /** Which organisation the part of the partner plays. */
  organisation: string
  /** More time may pass. */
  mayPass: boolean
}

/** What to try, whom to play, time, and a fresh start. */
export function practiceBody(view: Settings, texts: PracticeWords): Html {
  const { title, lead, rules, choose, start, play, back } = texts.practice
  const { csrf, part, goneAt } = view
  return html`<h1>${title}</h1>
    <p class="lead">${lead}</p>
    <ul>
      ${rules.map((rule) => html`<li>${rule}</li>`)}
    </ul>
    ${goneAt !== null && html`<p><a class="button" href="${base}">${back}</a></p>`}
    ${exercisesPart(view, texts.practice)}
    <form id="role" method="post" action="${settings}">
      <input type="hidden" name="csrf" value="${csrf}" />
      <fieldset>
        <legend>${choose}</legend>
        <div class="choices two">${practiceParts.map((one) => choice(one, one === part, texts.practice))}</div>
      </fieldset>
      ${
        goneAt === null
          ? html`<button class="button" name="go" value="start">${start}</button>`
          : html`<button class="button" name="go" value="play">${play}</button>`
      }
    </form>
    ${goneAt !== null && html`${timePart(view, texts)} ${overPart({ ...view, goneAt }, texts)}`}`
}

const choice = (part: PracticePart, chosen: boolean, { parts }: PracticeTexts): Html =>
  html`<label class="choice"
    ><input type="radio" name="part" value="${part}" ${chosen && raw('checked')} /><span
      >${parts[part].name}<small>${parts[part].tries}</small></span
    ></label
  >`

/** Whoever plays the focal point or the deputy finds the lists behind the links. */
const triages: readonly PracticePart[] = ['focal-point', 'deputy']

function exercisesPart({ goneAt, part, organisation }: Settings, { exercises }: PracticeTexts): Html {
  const leads = goneAt !== null && triages.includes(part)
  const why = goneAt === null ? exercises.begin : leads ? '' : exercises.play
  return html`<section class="exercises" aria-labelledby="exercices">
    <h2 id="exercices">${exercises.title}</h2>
    <p>${exercises.lead} ${why}</p>
    <ol>
      ${exercises.list.map(
        ({ title, ...step }) =>
          html`<li>
            <b>${title}</b> ${guideStep({ ...step, text: say(step.text, { organisation }) }, leads ? base : null)}
          </li>`,
      )}
    </ol>
  </section>`
}

const timePart = (view: Settings, texts: PracticeWords): Html =>
  html`<section aria-labelledby="temps">
    <h2 id="temps">${texts.practice.time.title}</h2>
    ${timeForm(view, texts)}
  </section>`

interface TimeForm {
  csrf: string
  mayPass: boolean
  /** The case whose page it stands on: it leads back there. */
  reference?: string
}

/** Lets days pass, for all the practice cases of one person. */
export function timeForm({ csrf, mayPass, reference }: TimeForm, { practice: { time }, when }: PracticeWords): Html {
  if (!mayPass) return html`<p class="soft">${time.most}</p>`
  const [one, several] = when.units.day
  return html`<form class="passes" method="post" action="${settings}">
    <input type="hidden" name="csrf" value="${csrf}" /><input type="hidden" name="go" value="pass" />
    ${reference && html`<input type="hidden" name="vers" value="${reference}" />`}
    <p>${reference && html`<b>${time.here}</b>`} ${time.lead}</p>
    <p class="row">
      ${timeSteps.map(
        (days) =>
          html`<button class="button plain small" name="days" value="${days}">
            ${say(days === 1 ? one : several, { count: String(days) })}
          </button>`,
      )}
    </p>
  </form>`
}

function overPart(
  { csrf, part, goneAt, ...here }: Settings & { goneAt: string },
  { practice, when }: PracticeWords,
): Html {
  const { startOver, again, againHint } = practice
  return html`<section aria-labelledby="recommencer">
    <h2 id="recommencer">${startOver}</h2>
    <p>${say(againHint, { day: spellDay(goneAt, here, when) })}</p>
    <form method="post" action="${settings}">
      <input type="hidden" name="csrf" value="${csrf}" /><input type="hidden" name="part" value="${part}" />
      <button class="button plain" name="go" value="start">${again}</button>
    </form>
  </section>`
}
