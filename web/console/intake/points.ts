import { html } from 'hono/html'
import type { Html } from '../../html.ts'
import { say } from '../../say.ts'
import type { IntakeWords } from './parts.ts'
import type { IntakeTexts } from './texts.ts'
import type { IntakePointLine } from './view.ts'

/** What an intake point is, where, when and in what; its name leads to a form that begins with it. */
export function intakePointLine(
  { name, channel, organisation, place, hours, languages }: IntakePointLine,
  href: string | null,
  { known, intakePoint }: IntakeTexts,
): Html {
  const there = [place ?? known.anywhere, hours, languages.join(', ')].filter((said) => said !== null)
  return html`<b>${href === null ? name : html`<a href="${href}">${name}</a>`}</b>
    <span>${intakePoint.groups[channel]} · ${say(known.by, { organisation })}</span>
    <span>${there.join(' · ')}</span>`
}

interface PointsView {
  base: string
  q: string
  lines: readonly IntakePointLine[]
  /** More are found than are shown. */
  more: boolean
}

/** `GET …/nouvelle/points`: every intake point, for whoever writes down what was said at one that the form does not show. */
export function intakePointsBody({ base, q, lines, more }: PointsView, { intake }: IntakeWords): Html {
  const { known, title } = intake
  const at = `${base}/nouvelle`
  return html`<p class="crumb"><a href="${at}">← ${title}</a></p>
    <h1>${known.title}</h1>
    <p class="soft">${known.choose}</p>
    <form class="find" role="search" action="${at}/points">
      <label for="q">${known.search}</label>
      <div>
        <input type="search" id="q" name="q" value="${q}" maxlength="80" autocomplete="off" />
        <button class="button plain">${known.find}</button>
      </div>
    </form>
    ${lines.length === 0 && html`<p>${known.none}</p>`}
    <div class="known">
      <ul>
        ${lines.map((one) => html`<li>${intakePointLine(one, `${at}?point=${one.code}`, intake)}</li>`)}
      </ul>
    </div>
    ${more && html`<p class="soft">${known.more}</p>`}`
}
