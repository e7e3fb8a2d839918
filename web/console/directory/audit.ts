import { html, raw } from 'hono/html'
import type { AuditEntry } from '../../../core/directory/audit.ts'
import { type TabScene, listing, tabBody, tabHref } from './parts.ts'
import type { Group } from '../frame/choices.ts'
import type { Html } from '../../html.ts'

/** One change in words. */
export interface AuditLine {
  at: string
  who: string
  what: AuditEntry['what']
  about: string
  changes: AuditEntry['changes']
}

interface AuditView {
  scene: TabScene
  lines: readonly AuditLine[]
  whose: string
  groups: readonly Group[]
  next: string | null
  fromStart: boolean
}

/** What it was and what it is; of what was not there, what it is alone. */
function changed(from: string | null, to: string | null, unkept: string): Html {
  if (from === null) return to === null ? html`<i>${unkept}</i>` : html`<b>${to}</b>`
  return html`${from} → ${to === null ? '—' : html`<b>${to}</b>`}`
}

export function auditBody({ scene, lines, whose, groups, next, fromStart }: AuditView): Html {
  const { texts } = scene
  const { audit, columns } = texts
  const here = tabHref(scene.at, 'audit')
  const at = (value: string): string => (value === '' ? here : `${here}?de=${encodeURIComponent(value)}`)
  const option = (value: string, label: string): Html =>
    html`<option value="${value}" ${value === whose && raw('selected')}>${label}</option>`
  const labels: Readonly<Record<string, string>> = {
    ...Object.fromEntries(Object.entries(texts.fields).map(([name, { label }]) => [name, label])),
    ...audit.more,
  }
  return tabBody(
    scene,
    html`<form class="find" action="${here}">
        <label for="de">${audit.filter}</label>
        <div>
          <select id="de" name="de">
            ${option('', audit.all)}${Object.entries(audit.lists).map(([value, label]) => option(value, label))}${groups.map(({ label, options }) => options.length > 0 && html`<optgroup label="${label}">${options.map((one) => option(one.value, one.label))}</optgroup>`)}
          </select>
          <button class="button plain">${texts.search.send}</button>
        </div>
      </form>
      ${
        lines.length === 0
          ? html`<p>${texts.count.none}</p>`
          : listing(
              texts.tabs.audit,
              [columns.at, columns.who, columns.what, columns.about, columns.changes],
              lines.map((line) => [
                line.at,
                line.who,
                audit.what[line.what],
                line.about,
                html`<ul>
                  ${line.changes.map(({ field, from, to }) => html`<li>${labels[field] ?? field} · ${changed(from, to, audit.unkept)}</li>`)}
                </ul>`,
              ]),
            )
      }
      ${
        (next !== null || !fromStart) &&
        html`<nav class="pages" aria-label="${texts.tabs.audit}">
          ${!fromStart && html`<a href="${at(whose)}">← ${audit.start}</a>`}
          ${next !== null && html`<a class="button plain" rel="next" href="${at(whose)}${whose === '' ? '?' : '&'}suite=${encodeURIComponent(next)}">${audit.next} →</a>`}
        </nav>`
      }`,
  )
}
