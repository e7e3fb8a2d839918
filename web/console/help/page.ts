import { html, raw } from 'hono/html'
import type { Role } from '../../../core/case/actor.ts'
import { guideStep } from './steps.ts'
import { type HelpTexts, levelsIn, rolesIn, type HelpWords } from './texts.ts'
import type { ConsoleBase } from '../frame/door.ts'
import type { Html } from '../../html.ts'
import { traits } from '../frame/inbox-choice.ts'
import { say } from '../../say.ts'

interface Guide {
  base: ConsoleBase
  role: Role
  /** Days after which a case counts as silent. */
  silentDays: number
  /** Whose work the places are. */
  credits: readonly string[]
}

/** The first-day guide: the reader's own role is open, the others can be opened. */
export function helpBody(guide: Guide, texts: HelpWords): Html {
  const { help } = texts
  const { title, lead, practice, paper, hour } = help
  const own = [guide.role, ...rolesIn(help).filter((role) => role !== guide.role)]
  return html`<h1>${title}</h1>
    <p class="lead">${lead}</p>
    <div class="help-doors">
      ${guide.base !== '/console/exercice' && door(practice, '/console/exercice')}
      ${door(paper, `${guide.base}/aide/procedure`)}
    </div>
    <section aria-labelledby="heure">
      <h2 id="heure">${hour.title}</h2>
      <p class="soft">${hour.lead}</p>
      ${own.map((role) => roleGuide(role, guide, texts))}
    </section>
    ${marksPart(guide, texts)} ${listPart('jamais', help.never, 'never')} ${listPart('coince', help.stuck, 'stuck')}
    ${keysPart(texts)}
    <p class="soft"><small>${guide.credits.join(' ')}</small></p>`
}

const door = ({ title, text, go }: HelpTexts['practice'], href: string): Html =>
  html`<div class="card">
    <h2>${title}</h2>
    <p>${text}</p>
    <p><a class="button" href="${href}">${go}</a></p>
  </div>`

function roleGuide(role: Role, { base, role: reader }: Guide, { help, site }: HelpWords): Html {
  const { lead, steps } = help.roles[role]
  const mine = role === reader
  return html`<details class="guide" ${mine && raw('open')}>
    <summary><b>${site.roles[role]}</b>${mine && html` <span class="tag mark">${help.hour.you}</span>`}</summary>
    <p>${lead}</p>
    <ol>
      ${steps.map((step) => html`<li>${guideStep(step, mine ? base : null)}</li>`)}
    </ol>
  </details>`
}

function marksPart({ silentDays }: Guide, { help, inbox, codes }: HelpWords): Html {
  const { marks } = help
  const { due, filters, unassessed, you } = inbox
  const bare = (text: string): string => text.replace(/\s*\{time\}/, ' …')
  const rows: (readonly [shape: string, name: string, means: string])[] = [
    ['▲', bare(due.late), marks.due.late],
    ['◆', bare(due.today), marks.due.today],
    ['○', bare(due.left), marks.due.left],
    ['✶', unassessed, marks.new],
    ['➜', you, marks.mine],
    ...levelsIn(help).map((level) => [levelShapes[level], codes.levels[level] ?? level, marks.levels[level]] as const),
    ...traits.flatMap((trait) =>
      trait === 'mine' || trait === 'new'
        ? []
        : [
            [
              traitShapes[trait] ?? '',
              say(filters.traits[trait], { days: String(silentDays) }),
              marks.traits[trait],
            ] as const,
          ],
    ),
  ]
  return html`<section aria-labelledby="marques">
    <h2 id="marques">${marks.title}</h2>
    <p class="soft">${marks.lead}</p>
    <table class="help-table">
      <thead>
        <tr>
          <th scope="col">${marks.columns.mark}</th>
          <th scope="col">${marks.columns.means}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([shape, name, means]) =>
            html`<tr>
              <th scope="row">
                <span class="tag"><i aria-hidden="true">${shape}</i> ${name}</span>
              </th>
              <td>${means}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`
}

/** As the inbox draws them. */
const levelShapes = { N0: '○', N1: '●', N2: '▲', S1: '■', S2: '■' } as const
const traitShapes: Readonly<Record<string, string>> = {
  reopened: '↺',
  call: '☎',
  visit: '⌂',
  waiting: '…',
  'third-party': '…',
}

const listPart = (id: string, { title, list }: HelpTexts['never'], kind: string): Html =>
  html`<section aria-labelledby="${id}" class="${kind}">
    <h2 id="${id}">${title}</h2>
    <dl class="help-list">
      ${list.map(
        ([what, why]) =>
          html`<div>
            <dt>${what}</dt>
            <dd>${why}</dd>
          </div>`,
      )}
    </dl>
  </section>`

const keysPart = ({ help, inbox: { keys } }: HelpWords): Html =>
  html`<section aria-labelledby="clavier-aide">
    <h2 id="clavier-aide">${help.keys.title}</h2>
    <p>${help.keys.lead}</p>
    <dl class="help-keys">
      ${keys.lines.map(
        ([pressed, does]) =>
          html`<div>
            <dt><kbd>${pressed}</kbd></dt>
            <dd>${does}</dd>
          </div>`,
      )}
    </dl>
  </section>`
