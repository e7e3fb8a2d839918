import { html } from 'hono/html'
import type { CarePlace } from '../../core/directory/care.ts'
import type { Html } from '../html.ts'
import { unbroken } from '../say.ts'
import type { PublicTexts } from './texts.ts'

type Texts = Pick<PublicTexts, 'care'>

/** Care and support of one region; null: what serves the whole country. */
export interface CareGroup {
  region: string | null
  lines: readonly CarePlace[]
}

/** What can be dialled of a number as it is written. */
const dialled = (phone: string): string => phone.replaceAll(/[^+\d]/g, '')

function line({ place, name, phone, hours, woman }: CarePlace, { care }: Texts): Html {
  const said = [place, name].filter(Boolean).join(' · ')
  return html`<li>
    ${said} · <a href="tel:${dialled(phone)}"><b>${unbroken(phone)}</b></a> · ${hours}${woman && html` · ${care.women}`}
  </li>`
}

const list = (lines: readonly CarePlace[], texts: Texts): Html =>
  html`<ul>
    ${lines.map((one) => line(one, texts))}
  </ul>`

/** Nearest first, for somebody who said where. */
export const careNearby = (lines: readonly CarePlace[], texts: Texts): Html | '' =>
  lines.length === 0
    ? ''
    : html`<section class="card">
        <h2>${texts.care.receipt}</h2>
        ${list(lines, texts)}
      </section>`

/** Everything there is, before anybody says anything: nothing has to be sent to read it. */
export const careEverywhere = (groups: readonly CareGroup[], texts: Texts): Html | '' =>
  groups.length === 0
    ? ''
    : html`<section class="card">
        <h2>${texts.care.title}</h2>
        <p>${texts.care.lead}</p>
        ${groups.map(({ region, lines }) =>
          region === null
            ? list(lines, texts)
            : html`<details>
                <summary>${region}</summary>
                ${list(lines, texts)}
              </details>`,
        )}
      </section>`
