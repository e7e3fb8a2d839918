import { html } from 'hono/html'
import type { IntakeWords } from './parts.ts'
import type { IntakeView, OwnLine } from './view.ts'
import { spellDay, spellTime } from '../frame/when.ts'
import type { Html } from '../../html.ts'
import { problemList, textArea } from '../../public/fields.ts'

/** Numbers to pass on, in the order of the slips; those passed on are put away. Nothing where nobody wrote anything down. */
export function ownPart(
  { own, base, csrf, here }: Pick<IntakeView, 'own' | 'base' | 'csrf' | 'here'>,
  words: IntakeWords,
): Html {
  const { intake, when } = words
  const texts = intake.own
  if (own.length === 0) return html``
  const line = ({ reference, grouped, at, stage, given, correctable }: OwnLine): Html =>
    html`<li>
      <b class="number">${grouped}</b> ${spellDay(at, here, when)}, ${spellTime(at, here, when)} ·
      ${texts.stages[stage]}
      ${correctable && html`<a href="${base}/nouvelle/${reference}/correction">${texts.correct}</a>`}
      ${
        !given &&
        html`<form method="post" action="${base}/nouvelle/${reference}/donne">
          <input type="hidden" name="csrf" value="${csrf}" /><button class="button plain small">
            ${texts.give}<span class="visually-hidden"> ${grouped}</span>
          </button>
        </form>`
      }
    </li>`
  const given = own.filter((one) => one.given)
  return html`<section class="own" id="notes" aria-labelledby="mes-notes">
    <h2 id="mes-notes">${texts.title}</h2>
    <p class="soft">${texts.lead}</p>
    <ol>
      ${own.filter((one) => !one.given).map(line)}
    </ol>
    ${
      given.length > 0 &&
      html`<details>
        <summary>${texts.given} (${given.length})</summary>
        <ol>
          ${given.map(line)}
        </ol>
      </details>`
    }
  </section>`
}

interface Correcting {
  base: string
  csrf: string
  reference: string
  grouped: string
  text: string
  missing: boolean
}

/** The words alone, under the number they have. */
export function correctingBody(
  { base, csrf, reference, grouped, text, missing }: Correcting,
  { intake }: IntakeWords,
): Html {
  const { correcting } = intake.own
  const flaw = missing ? intake.problems['text-missing'] : undefined
  return html`${problemList(intake.problems.title, flaw === undefined ? [] : [{ field: 'text', message: flaw }])}
    <h1>${correcting.title}</h1>
    <p class="soft">${correcting.lead}</p>
    <p><strong>${grouped}</strong></p>
    <form class="intake narrow" method="post" action="${base}/nouvelle/${reference}/correction" autocomplete="off">
      <input type="hidden" name="csrf" value="${csrf}" />
      ${textArea({ name: 'text', label: intake.words.label, hint: intake.words.hint, value: text, flaw, maxLength: 20_000, rows: 6 })}
      <div class="send"><button class="button">${correcting.send}</button></div>
    </form>`
}
