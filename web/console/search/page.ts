import { html } from 'hono/html'
import { problemList } from '../../public/fields.ts'
import { capital, say } from '../../say.ts'
import { askedPart } from './asked.ts'
import { listTable } from '../frame/list-table.ts'
import { caseField, type Field, fieldId, mostSought } from '../frame/fields.ts'
import type { SearchRow, SearchView } from './view.ts'
import type { Common } from '../frame/common.ts'
import type { SearchTexts } from './texts.ts'
import { spellDay } from '../frame/when.ts'
import type { Html } from '../../html.ts'
import { inWords } from '../frame/words.ts'

export type SearchWords = Common & { search: SearchTexts }

/** What stands between the header and the end of the page. */
export function searchBody(view: SearchView, words: SearchWords): Html {
  const { search } = words
  const flaws = view.flaws.map(({ field, flaw }) => ({ field: fieldId(form, field), message: search.problems[flaw] }))
  return html`<h1>${search.title}</h1>
    <p class="soft">${search.lead[view.scope]}</p>
    ${problemList(search.problems.title, flaws)} ${wordsForm(view, words)} ${view.found && results(view, words)}
    ${searchForm(view, words)}`
}

/** A few words, read by our lists; what they were taken for stands in the form below. */
function wordsForm(view: SearchView, { search }: SearchWords): Html {
  const { label, hint, send, otherwise } = search.words
  const wrong = view.flaws.find(({ field }) => field === 'mots')
  const field: Field = { as: 'text', name: 'mots', label, hint, maxLength: mostSought }
  return html`<form class="half-remembered" role="search" action="${view.base}/recherche" aria-label="${label}">
      ${caseField(form, field, view.values, wrong && search.problems[wrong.flaw])}
      <button class="button">${send}</button>
    </form>
    ${
      view.otherwise.length > 0 &&
      html`<p class="soft">
        ${otherwise}
        ${view.otherwise.map(({ label, href }, at) => html`${at > 0 && ' · '}<a href="${href}">${label}</a>`)}
      </p>`
    }`
}

const form = 'recherche'

function searchForm(view: SearchView, { search, codes }: SearchWords): Html {
  const { fields, hints, any } = search
  const { choices, scope, values, lastOn } = view
  const { places } = choices
  const none = { value: '', label: any }
  const listed = (codes: readonly string[], labels: Readonly<Record<string, string>>) => [
    none,
    ...codes.map((code) => ({ value: code, label: capital(inWords(labels, code)) })),
  ]
  const draw = (field: Field): Html => {
    const wrong = view.flaws.find((one) => one.field === field.name)
    return caseField(form, field, values, wrong && search.problems[wrong.flaw])
  }
  const day = (name: string, label: string) => draw({ as: 'date', name, label, min: '2015-01-01', max: lastOn })
  const select = (
    name: string,
    label: string,
    options: Parameters<typeof listed>[0],
    labels: Parameters<typeof listed>[1],
  ) => draw({ as: 'select', name, label, options: listed(options, labels) })
  return html`<form class="search" role="search" action="${view.base}/recherche" aria-label="${search.criteria}">
    <fieldset>
      <legend>${search.period}</legend>
      <p class="hint">${hints.period}</p>
      <div class="pair">${day('du', fields.from)}${day('au', fields.until)}</div>
    </fieldset>
    <fieldset>
      <legend>${search.where}</legend>
      <div class="pair">
        ${draw({ as: 'place', name: 'lieu', label: fields.place, hint: hints.place, list: places })}
        ${draw({ as: 'select', name: 'sujet', label: fields.category, options: [none], groups: choices.categories })}
        ${scope !== 'organisation' && draw({ as: 'select', name: 'organisation', label: fields.organisation, options: [none, ...choices.organisations] })}
      </div>
    </fieldset>
    <details ${openWhere(values) ? 'open' : ''}>
      <summary>${search.more}</summary>
      <div class="pair">
        ${select('etat', fields.status, Object.keys(search.statuses), search.statuses)}
        ${select('niveau', fields.level, choices.levels, { ...codes.levels, unassessed: search.unassessed })}
        ${select('canal', fields.channel, choices.channels, codes.channelNames)}
        ${select('nature', fields.kind, choices.kinds, codes.kinds)}
        ${select('avis', fields.satisfaction, ['1', '2', '3'], codes.satisfaction)}
        ${draw({ as: 'checks', name: 'retard', label: fields.late, options: [{ value: 'oui', label: search.onlyLate }] })}
      </div>
    </details>
    <button class="button">${search.send}</button>
  </form>`
}

const narrowing = ['etat', 'niveau', 'canal', 'nature', 'avis', 'retard']
const openWhere = (values: SearchView['values']): boolean => narrowing.some((name) => (values[name]?.[0] ?? '') !== '')

function results(view: SearchView, words: SearchWords): Html {
  const { results: texts, columns } = words.search
  const { rows = [], next = null, start = null, examined = 0 } = view.found ?? {}
  const whole = next === null && start === null
  const said =
    whole && rows.length === 1 ? texts.one : say(whole ? texts.all : texts.page, { count: String(rows.length) })
  const partly = next !== null && examined >= 500
  return html`<section class="found" aria-labelledby="trouves">
    <h2 id="trouves">${texts.title}</h2>
    ${askedPart(view, words)}
    ${rows.length === 0 ? (next === null && html`<p>${texts.none}</p>`) || '' : html`<p class="soft">${said} ${texts.order}</p>`}
    ${
      rows.length > 0 &&
      listTable(
        'found-table',
        texts.title,
        Object.values(columns),
        rows.map((row) => foundRow(row, view, words)),
      )
    }
    ${partly && html`<p class="soft">${say(texts.partly, { count: String(examined) })}</p>`}
    ${
      (next !== null || start !== null) &&
      html`<nav class="pages" aria-label="${texts.label}">
        ${start !== null && html`<a href="${start}">← ${texts.start}</a>`}
        ${next !== null && html`<a class="button plain" rel="next" href="${next}">${texts.next} →</a>`}
      </nav>`
    }
  </section>`
}

function foundRow(row: SearchRow, view: SearchView, { search, when, codes }: SearchWords): Html {
  const verdict = row.satisfaction === null ? null : inWords(codes.satisfaction, String(row.satisfaction))
  return html`<tr role="row">
    <th role="rowheader" scope="row">
      <a href="${row.href}" data-case>${row.grouped}</a>
      <small>${row.level === null ? search.unassessed : inWords(codes.levels, row.level)}</small>
    </th>
    <td role="cell">${spellDay(`${row.receivedOn}T12:00:00.000Z`, view, when)}</td>
    <td role="cell">
      <b>${row.categoryLabel ?? search.noCategory}</b> <small>${row.placeName ?? search.noPlace}</small>
      ${row.suggested.length > 0 && html`<small>${say(search.suggested, { names: row.suggested.join(' · ') })}</small>`}
    </td>
    <td role="cell">
      ${search.statuses[row.status]}
      ${row.late && html`<span class="tag late"><i aria-hidden="true">▲</i> ${search.late}</span>`}
      ${verdict !== null && html`<small>${say(search.verdict, { verdict })}</small>`}
    </td>
    <td role="cell">${row.organisation ?? search.noOrganisation}</td>
  </tr>`
}
