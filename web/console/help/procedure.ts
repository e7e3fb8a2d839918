import { html } from 'hono/html'
import { daysPart } from './days.ts'
import { deadlinesPart, othersPart } from './deadlines.ts'
import { levelsIn, rolesIn, type HelpWords } from './texts.ts'
import type { ProcedureView } from './procedure-view.ts'
import { spellDay } from '../frame/when.ts'
import type { Html } from '../../html.ts'
import { say, sentence } from '../../say.ts'

/** The procedure in force, for the screen and for A4 paper. Every number in it is the programme's. */
export function procedureBody(view: ProcedureView, base: string, texts: HelpWords): Html {
  const { procedure } = texts.help
  const { title, lead, inForce, calendar, printed, print, back, contents } = procedure
  const parts: readonly (readonly [id: string, title: string, body: Html])[] = [
    ['delais', procedure.levels.title, deadlinesPart(view, texts)],
    ['echelle', procedure.ladder.title, ladderPart(view, texts)],
    ['autres', procedure.others.title, othersPart(view, texts)],
    ['jours', procedure.days.title, daysPart(view, texts)],
    ['voit', procedure.sees.title, seesPart(view, texts)],
    ['fait', procedure.does.title, doesPart(view, texts)],
    ['recoit', procedure.told.title, toldPart(view, texts)],
    ['sujets', procedure.categories.title, categoriesPart(view, texts)],
    ['pretes', procedure.ready.title, readyPart(view, texts)],
  ]
  return html`<p class="crumb screen-only"><a href="${base}/aide">${back}</a></p>
    <div class="sop">
      <h1>${title}</h1>
      <p class="lead">${lead}</p>
      <ul class="sop-versions">
        <li>${say(inForce, { version: view.standards.version })}</li>
        <li>${say(calendar, { version: view.calendar.version })}</li>
        <li>${say(printed, { day: spellDay(view.now, { ...view, now: '' }, texts.when) })}</li>
      </ul>
      <p class="soft screen-only">${print}</p>
      <nav class="screen-only" aria-label="${contents}">
        <ul>
          ${parts.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}
        </ul>
      </nav>
      ${parts.map(
        ([id, name, body]) =>
          html`<section aria-labelledby="${id}">
            <h2 id="${id}">${name}</h2>
            ${body}
          </section>`,
      )}
      ${signedPart(texts)}
    </div>`
}

function ladderPart({ clusters }: ProcedureView, { help, codes }: HelpWords): Html {
  const { lead, regions, national, sensitive } = help.procedure.ladder
  return html`<p>${lead}</p>
    <ol class="sop-ladder">
      ${codes.ladder.map((rung) => html`<li>${rung}</li>`)}
    </ol>
    <p>${say(regions, { names: clusters.join(', ') })} ${national}</p>
    <p>${sensitive}</p>`
}

/** Roles lie across, so that a person reads their own column. */
function seesPart({ sees }: ProcedureView, { help, site }: HelpWords): Html {
  const { lead, case: heading, yes, no, situations, lists } = help.procedure.sees
  const roles = rolesIn(help)
  return html`<p>${lead}</p>
    ${scrolling(
      help.procedure.sees.title,
      html`<table class="help-table sop-sees">
        <thead>
          <tr>
            <th scope="col">${heading}</th>
            ${roles.map((role) => html`<th scope="col">${site.roles[role]}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${sees.map(
            ({ situation, roles: seeing }) =>
              html`<tr>
                <th scope="row">${situations[situation]}</th>
                ${roles.map((role) => (seeing.includes(role) ? html`<td><b>${yes}</b></td>` : html`<td>${no}</td>`))}
              </tr>`,
          )}
        </tbody>
      </table>`,
    )}
    <p>${lists}</p>`
}

function doesPart({ does }: ProcedureView, { help, site, codes, case: { steps } }: HelpWords): Html {
  const { lead, step: heading, from: when, by: who, ordinary, all } = help.procedure.does
  return html`<p>${lead}</p>
    ${scrolling(
      help.procedure.does.title,
      html`<table class="help-table">
        <thead>
          <tr>
            <th scope="col">${heading}</th>
            <th scope="col">${when}</th>
            <th scope="col">${who}</th>
          </tr>
        </thead>
        <tbody>
          ${does.map(
            ({ step, from, by, ordinaryOnly }) =>
              html`<tr>
                <th scope="row">${steps[step].title}${ordinaryOnly && html` <small>${ordinary}</small>`}</th>
                <td>${from.length === 0 ? all : from.map((status) => codes.statuses[status] ?? status).join(', ')}</td>
                <td>${by.map((role) => site.roles[role]).join(', ')}</td>
              </tr>`,
          )}
        </tbody>
      </table>`,
    )}`
}

function toldPart({ told, languages }: ProcedureView, { help, codes }: HelpWords): Html {
  const { lead, when, languages: spoken, draft } = help.procedure.told
  const [first] = languages
  const called = ({ code, name }: (typeof languages)[number]): string => codes.languages[code] ?? name
  const names = languages.map((one) => (one.draft ? say(draft, { name: called(one) }) : called(one))).join(', ')
  return html`<p>${lead}</p>
    <dl class="sop-told">
      ${told.map(
        ({ template, text }) =>
          html`<div>
            <dt>${when[template]} <small>${sentence(codes.templates[template] ?? template, {})}</small></dt>
            <dd lang="fr">${text}</dd>
          </div>`,
      )}
    </dl>
    <p>${say(spoken, { names, first: first ? called(first) : '' })}</p>`
}

function categoriesPart({ categories }: ProcedureView, { help }: HelpWords): Html {
  const { lead, code, label, level, owner } = help.procedure.categories
  const inOrder = levelsIn(help).flatMap((one) => categories.filter((category) => category.level === one))
  return html`<p>${lead}</p>
    ${scrolling(
      help.procedure.categories.title,
      html`<table class="help-table">
        <thead>
          <tr>
            ${[label, level, owner, code].map((name) => html`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${inOrder.map(
            (one) =>
              html`<tr>
                <th scope="row">${one.label}</th>
                <td>${one.level}</td>
                <td>${one.owner}</td>
                <td><small>${one.code}</small></td>
              </tr>`,
          )}
        </tbody>
      </table>`,
    )}`
}

function readyPart({ ready }: ProcedureView, { help }: HelpWords): Html {
  const { lead, none } = help.procedure.ready
  return html`<p>${lead}</p>
    ${
      ready.length === 0
        ? html`<p class="soft">${none}</p>`
        : html`<ul lang="fr">
            ${ready.map((text) => html`<li>${text}</li>`)}
          </ul>`
    }`
}

/** Lines to sign on, on paper. */
const signedPart = ({ help }: HelpWords): Html => {
  const { title, lines } = help.procedure.signed
  return html`<section class="sop-signed" aria-labelledby="signe">
    <h2 id="signe">${title}</h2>
    <ul>
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ul>
  </section>`
}

/** Wider than a phone: it scrolls by itself, also by keyboard. */
const scrolling = (label: string, table: Html): Html =>
  html`<div class="help-wide" role="group" aria-label="${label}" tabindex="0">${table}</div>`
