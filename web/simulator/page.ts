import { html, raw } from 'hono/html'
import { say } from '../say.ts'
import type { SimulatorTexts } from './texts.ts'
import { type Html, mark } from '../html.ts'

const letters = ['', 'abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz', '', '', '']
const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#']

interface Named {
  id: string
  name: string
}

/** What the programme and the machine bring to the page. */
export interface SimulatorScene {
  /** Who sits down at the desk by one click. */
  seats: readonly Named[]
  /** Everybody else who can. */
  people: readonly Named[]
  /** The topic of each regional cluster, and its name. */
  clusters: readonly { topic: string; name: string }[]
}

/** `/simulator`: a page that `client/` fills; the desk is the console itself, in a frame. Nothing inline runs, so `default-src 'self'` holds. */
export function simulatorPage(texts: SimulatorTexts, scene: SimulatorScene): Html {
  return html`<!doctype html>
    <html lang="${texts.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${texts.title} · Jaabi</title>
        <link rel="stylesheet" href="/simulator.css" />
        <script type="application/json" id="texts">
          ${raw(JSON.stringify(texts).replaceAll('<', '\\u003c'))}
        </script>
        <script type="module" src="/simulator/main.js"></script>
      </head>
      <body class="simulator">
        <header class="site" aria-label="${texts.title}">
          <div>
            <a class="brand" href="/"
              >${mark}<span><b>Jaabi</b><small>${texts.title}</small></span></a
            >
            <p class="health" id="health"></p>
          </div>
        </header>
        <p class="offline" id="offline" role="alert" hidden>${texts.offline}</p>
        <main aria-labelledby="page-title">
          <h1 class="hidden" id="page-title">${texts.title}</h1>
          <p class="lead">${texts.intro}</p>
          ${guide(texts)}
          <div class="sides" id="sides" data-side="phone">
            ${clock(texts)}${tabs(texts)}${phone(texts)}${desk(texts, scene)}${topics(texts, scene)}
          </div>
        </main>
      </body>
    </html>`
}

/** On a narrow screen, which of the two is in view. */
function tabs({ sides, phone, desk }: SimulatorTexts): Html {
  return html`<div class="tabs switcher" role="group" aria-label="${sides}">
    <button type="button" data-show="phone" aria-pressed="true">${phone.title} <span id="side-unread"></span></button
    ><button type="button" data-show="desk" aria-pressed="false">${desk.title}</button>
  </div>`
}

function guide({ guide }: SimulatorTexts): Html {
  const step = ({ title, text }: { title: string; text: string }, index: number): Html =>
    html`<li id="step-${index + 1}">
      <b>${title}</b> <span class="tick" hidden>✓ ${guide.done}</span
      ><span class="what">${text}</span
      >${index === 0 && html`<button type="button" class="small" id="example">${guide.exampleButton}</button>`}
    </li>`
  return html`<section class="guide" aria-labelledby="guide-title">
    <h2 id="guide-title">${guide.title}</h2>
    <ol>
      ${guide.steps.map(step)}
    </ol>
  </section>`
}

function phone({ phone, phones }: SimulatorTexts): Html {
  const key = (label: string, index: number): Html =>
    html`<button type="button" class="key" data-key="${label}">
      ${label}<small aria-hidden="true">${letters[index]}</small>
    </button>`
  return html`<section class="phone-side" aria-labelledby="phone-title">
    <h2 id="phone-title">${phone.title}</h2>
    <div class="field">
      <label for="number">${phone.choose}</label
      ><select id="number">
        ${phones.map(({ number, label }) => html`<option value="${number}">${label}</option>`)}
      </select>
    </div>
    <label class="switch"><input type="checkbox" id="power" checked /> <span id="power-label">${phone.on}</span></label>
    <div class="handset" id="handset">
      <div class="ear" aria-hidden="true"></div>
      <div class="lcd">
        <div class="bar">
          <span aria-hidden="true">▂▄▆</span><span id="bar-number"></span><span id="bar-unread"></span
          ><span id="bar-time"></span>
        </div>
        <div class="view" id="view" role="log" aria-live="polite" tabindex="0" aria-label="${phone.title}"></div>
        <label class="hidden" for="typed" id="typed-label"></label
        ><textarea id="typed" rows="2" spellcheck="false"></textarea>
        <div class="softs" aria-hidden="true">
          <span id="soft-left-label"></span><span id="count"></span><span id="soft-right-label"></span>
        </div>
      </div>
      <div class="pad softkeys">
        <button type="button" class="key soft" id="soft-left"></button
        ><button type="button" class="key soft" id="soft-right"></button>
      </div>
      <div class="pad callkeys">
        <button type="button" class="key call" id="call">${phone.call}</button
        ><button type="button" class="key hang" id="hang">${phone.hangUp}</button>
      </div>
      <div class="pad digits">${keys.map(key)}</div>
      <p class="maker" aria-hidden="true">jaabi</p>
    </div>
    <div class="held" id="held" hidden>
      <p id="held-text"></p>
      <button type="button" class="small" id="absent">${phone.absent}</button>
      <button type="button" class="small" id="failed">${phone.failed}</button>
    </div>
  </section>`
}

function clock({ clock }: SimulatorTexts): Html {
  const step = ({ label, advance }: { label: string; advance: string }): Html =>
    html`<button type="button" class="small" data-advance="${advance}">${label}</button>`
  return html`<section class="panel clock" aria-labelledby="clock-title">
    <h2 id="clock-title">${clock.title}</h2>
    <p class="now">${clock.now} <strong id="now"></strong></p>
    <p class="buttons">${clock.steps.map(step)}</p>
    <details>
      <summary>${clock.more}</summary>
      <form class="row" id="set-clock">
        <label for="set-at">${clock.set}</label><input type="datetime-local" id="set-at" required /><button
          class="small"
        >
          ${clock.setButton}
        </button>
      </form>
      <div class="row">
        <label for="gateway">${clock.gateway}</label
        ><select id="gateway">
          ${clock.modes.map(({ mode, label }) => html`<option value="${mode}">${label}</option>`)}
        </select>
      </div>
    </details>
    <p class="status" id="clock-status" role="status"></p>
  </section>`
}

function desk({ desk }: SimulatorTexts, { seats, people }: SimulatorScene): Html {
  return html`<section class="panel desk-side" aria-labelledby="desk-title">
    <div class="head">
      <h2 id="desk-title">${desk.title}</h2>
      <p class="status" id="desk-news" role="status"></p>
      <button type="button" class="small" id="refresh">${desk.refresh}</button>
    </div>
    <form class="tabs" method="post" action="/local/desk" target="desk" aria-label="${desk.sit}">
      ${seats.map(({ id, name }) => html`<button name="person" value="${id}" data-seat>${name}</button>`)}
    </form>
    <form class="row another" method="post" action="/local/desk" target="desk">
      <label for="someone">${desk.another}</label
      ><select id="someone" name="person" required>
        <option value=""></option>
        ${people.map(({ id, name }) => html`<option value="${id}">${name}</option>`)}</select
      ><button class="small">${desk.sitButton}</button>
    </form>
    <iframe id="desk" name="desk" src="/console" title="${desk.frame}"></iframe>
  </section>`
}

function topics({ topics }: SimulatorTexts, { clusters }: SimulatorScene): Html {
  const choices = [
    ...clusters.map(({ topic, name }) => [topic, say(topics.cluster, { name })] as const),
    ...Object.entries(topics.names),
  ]
  return html`<section class="panel topics" aria-labelledby="topics-title">
    <h2 id="topics-title">${topics.title}</h2>
    <div class="row">
      <label for="topic">${topics.choose}</label
      ><select id="topic">
        <option value="">${topics.all}</option>
        ${choices.map(([value, label]) => html`<option value="${value}">${label}</option>`)}
      </select>
    </div>
    <ul class="published" id="published" tabindex="0" aria-labelledby="topics-title">
      <li class="soft">${topics.empty}</li>
    </ul>
  </section>`
}
