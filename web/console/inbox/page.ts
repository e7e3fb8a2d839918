import { html, raw } from 'hono/html'
import type { Role } from '../../../core/case/actor.ts'
import { offersPart } from './offers.ts'
import { dangersPart, floodsPart, togetherPart, wavesPart } from './together.ts'
import { inboxRow } from './row.ts'
import { mostSought } from '../frame/fields.ts'
import { listTable } from '../frame/list-table.ts'
import { type Choice, inboxHref, ranges, traits } from '../frame/inbox-choice.ts'
import type { InboxTexts, InboxWords } from './texts.ts'
import type { InboxView } from './view.ts'
import type { Html } from '../../html.ts'
import { say } from '../../say.ts'

/** Who sees how much everybody has; the page itself decides. */
const triages: readonly Role[] = ['focal-point', 'deputy', 'regional-cluster']

/** Who may open all that their figures leave out, and is told there what it is. */
const opens: readonly Role[] = [...triages, 'partner']

/** Who has no list of cases, and where their work is instead. */
const listless = { administrator: 'annuaire', relay: 'nouvelle' } as const
const isListless = (role: Role): role is keyof typeof listless => role in listless

/** What stands between the header and the end of the page: `web/console/layout.ts` puts the rest around it. */
export function inboxBody(view: InboxView, words: InboxWords): Html {
  const { inbox: texts } = words
  const { title, lead } = texts
  const { role } = view
  if (isListless(role))
    return html`<h1>${title}</h1>
      <p class="soft">${lead[role]}</p>
      <div class="calm"><p>${texts.empty.text[role]}</p></div>
      <p><a class="button" href="${view.base}/${listless[role]}">${texts.instead[role]}</a></p>`
  return html`<div class="inbox-head">
      <div>
        <h1>${title}</h1>
        <p class="soft">
          ${lead[view.role]}${view.counts && triages.includes(view.role) && html` <a href="${view.base}/charge">${texts.workload}</a>`}${view.counts && opens.includes(view.role) && html`${triages.includes(role) && ' ·'} <a href="${view.base}/chiffres#boite">${texts.figures}</a>`}
        </p>
      </div>
      ${search(view, texts)}
    </div>
    ${filters(view, texts)}${view.choice.traits.includes('call') && html`<p><a href="${view.base}/appels">${texts.calls}</a></p>`}
    ${offersPart(view, words)} ${dangersPart(view, words)} ${floodsPart(view, words)} ${wavesPart(view, words)}
    ${view.rows.length > 0 ? list(view, words) : view.offers.length + view.floods.length + view.dangers.length > 0 ? '' : empty(view, texts)}
    ${pages(view, texts)} ${togetherPart(view, words)} ${keyboard(texts)}`
}

function search({ base, unreadable, findsWords }: InboxView, { search }: InboxTexts): Html {
  const { label, hint } = findsWords ? search.words : search
  const wrong = unreadable !== null
  return html`<form class="find ${wrong && 'wrong'}" role="search" action="${base}/inbox">
    <label for="q">${label}</label>
    ${wrong && html`<p class="problem" id="q-faute">${search.unreadable}</p>`}
    <div>
      <input
        type="search"
        id="q"
        name="q"
        ${!findsWords && raw('inputmode="numeric"')}
        autocomplete="off"
        maxlength="${mostSought}"
        placeholder="4829 1379 96"
        value="${unreadable ?? ''}"
        aria-describedby="${wrong ? 'q-faute ' : ''}q-aide"
        ${wrong && raw('aria-invalid="true" autofocus')}
      />
      <button class="button plain">${search.send}</button>
    </div>
    <small class="soft" id="q-aide">${hint}</small>
  </form>`
}

function filters(view: InboxView, { filters }: InboxTexts): Html {
  const { choice } = view
  const days = String(choice.silentDays)
  const byRange = [
    chip(view, { ...choice, range: null }, filters.anytime, choice.range === null),
    ...ranges.map((range) => chip(view, { ...choice, range }, filters.ranges[range], choice.range === range)),
  ]
  const byTrait = [
    chip(view, { ...choice, traits: [] }, filters.anything, choice.traits.length === 0),
    ...traits.map((trait) =>
      chip(view, { ...choice, traits: [trait] }, say(filters.traits[trait], { days }), choice.traits.includes(trait)),
    ),
  ]
  return html`<div class="filters">
    ${line('filtre-quand', filters.when, byRange)}${line('filtre-quoi', filters.what, byTrait)}
  </div>`
}

const line = (id: string, label: string, chips: readonly Html[]): Html =>
  html`<nav aria-labelledby="${id}">
    <b id="${id}">${label}</b>
    <ul role="list">
      ${chips.map((one) => html`<li>${one}</li>`)}
    </ul>
  </nav>`

const chip = ({ base, counts }: InboxView, choice: Choice, label: string, chosen: boolean): Html => {
  const count = counts && countOf(counts, choice)
  return html`<a href="${inboxHref(base, choice)}" ${chosen && raw('aria-current="true"')}
    >${label}${count !== null && html` <span class="count">${count}</span>`}</a
  >`
}

/** What is counted is what each filter finds alone: of two together nobody knows. */
function countOf(counts: NonNullable<InboxView['counts']>, { range, traits }: Choice): number | null {
  const [one, ...more] = [...(range ? [range] : []), ...traits]
  return more.length > 0 ? null : counts[one ?? 'all']
}

function list(view: InboxView, words: InboxWords): Html {
  const { title, columns } = words.inbox
  const rows = view.rows.map((row) => inboxRow(row, view, words))
  return listTable('inbox', title, Object.values(columns), rows)
}

function empty(view: InboxView, { empty }: InboxTexts): Html {
  const { choice, base, role, fromStart, examined } = view
  if (!isChosen(choice) && fromStart)
    return html`<div class="calm">
      <h2>${empty.title}</h2>
      <p>${empty.text[role]}</p>
    </div>`
  const all = html`<p><a href="${base}/inbox">${empty.all}</a></p>`
  if (view.next !== null) return html`<div class="calm"><p>${say(empty.noneYet, { count: String(examined) })}</p></div>`
  return html`<div class="calm">
    <p>${fromStart ? goodNews(choice, empty) : empty.end}</p>
    ${all}
  </div>`
}

const isChosen = ({ range, traits }: Choice): boolean => range !== null || traits.length > 0

/** One filter alone that finds nothing is news of its own. */
function goodNews({ range, traits }: Choice, { good, filtered }: InboxTexts['empty']): string {
  const asked = [...(range ? [range] : []), ...traits]
  return (asked.length === 1 && asked[0] && good[asked[0]]) || filtered
}

function pages(view: InboxView, { pages }: InboxTexts): Html {
  const { rows, choice, fromStart, next, examined, base } = view
  const whole = fromStart && next === null && !isChosen(choice) && rows.length > 0 && view.offers.length === 0
  const said = rows.length === 1 ? pages.one : say(pages.all, { count: String(rows.length) })
  const partly = rows.length > 0 && examined !== null
  return html`${whole && html`<p class="soft">${said}</p>`}
  ${partly && html`<p class="soft">${say(pages.partly, { count: String(examined) })}</p>`}
  ${
    (next !== null || !fromStart) &&
    html`<nav class="pages" aria-label="${pages.label}">
      ${!fromStart && html`<a href="${inboxHref(base, choice)}">← ${pages.start}</a>`}
      ${next !== null && html`<a class="button plain" rel="next" href="${next}">${pages.next} →</a>`}
    </nav>`
  }`
}

/** Drawn for everybody, shown by the script that makes the keys work. */
function keyboard({ keys }: InboxTexts): Html {
  return html`<p class="keys" hidden>
      <button type="button" class="link" id="clavier-ouvre">${keys.open} <kbd>?</kbd></button>
    </p>
    <dialog id="clavier" aria-labelledby="clavier-titre">
      <h2 id="clavier-titre">${keys.title}</h2>
      <dl>
        ${keys.lines.map(
          ([pressed, does]) =>
            html`<div>
              <dt><kbd>${pressed}</kbd></dt>
              <dd>${does}</dd>
            </div>`,
        )}
      </dl>
      <p class="soft">${keys.intro}</p>
      <p>
        <label><input type="checkbox" id="clavier-actif" checked /> ${keys.on}</label>
      </p>
      <form method="dialog"><button class="button small">${keys.close}</button></form>
    </dialog>`
}
