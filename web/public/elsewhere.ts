import { html } from 'hono/html'
import type { Html } from '../html.ts'
import { unbroken } from '../say.ts'
import { addressOf } from './address.ts'
import { publicPage, type PublicSettings } from './page.ts'
import type { PublicTexts } from './texts.ts'

/** What anybody may know of an intake point: never who runs it, who opens it or how it is called. */
export interface PublicPoint {
  kind: string
  /** The commune at most; null where it serves several places. */
  where: string | null
  number: string | null
  when: string | null
  languages: string
}

export interface ElsewhereView {
  settings: PublicSettings
  /** For the whole country. */
  everywhere: readonly PublicPoint[]
  /** Regions where there are any, by code. */
  regions: readonly { code: string; name: string; count: number }[]
  /** The one that was asked for. */
  open: { code: string; name: string; points: readonly PublicPoint[] } | null
}

function line({ kind, where, number, when, languages }: PublicPoint, { elsewhere }: PublicTexts): Html {
  const said = [when, languages].filter((one) => one !== null).join(' · ')
  const dialled = number === null ? null : html`<a href="tel:${number}"><b>${unbroken(number)}</b></a>`
  return html`<li>
    <b>${kind}</b
    >${where !== null && html` · ${where}`}${dialled && html`<br />${elsewhere.number} ${dialled}`}<br />${said}
  </li>`
}

const list = (points: readonly PublicPoint[], texts: PublicTexts): Html =>
  html`<ul class="know">
    ${points.map((one) => line(one, texts))}
  </ul>`

/** `GET /ailleurs`: where one can speak without writing here; one region at a time, for those who pay by what they load. */
export function elsewherePage({ settings, everywhere, regions, open }: ElsewhereView, texts: PublicTexts): Html {
  const { elsewhere } = texts
  const again = open === null ? '/ailleurs' : `/ailleurs?region=${open.code}`
  const title = open === null ? elsewhere.title : `${elsewhere.title} · ${open.name}`
  const none = everywhere.length === 0 && regions.length === 0
  const body = html`<h1>${title}</h1>
    <p class="lead">${elsewhere.lead}</p>
    <p>
      <a class="button danger-way" href="${addressOf('/?kind=abus', texts)}"
        ><b>${texts.form.danger.title}</b> ${texts.form.danger.link}</a
      >
    </p>
    ${none && html`<p>${elsewhere.none}</p>`} ${open !== null && list(open.points, texts)}
    ${
      everywhere.length > 0 &&
      html`<h2>${elsewhere.everywhere}</h2>
        ${list(everywhere, texts)}`
    }
    ${
      regions.length > 0 &&
      html`<h2>${elsewhere.regions}</h2>
        <ul>
          ${regions.map(({ code, name, count }) => html`<li><a href="${addressOf(`/ailleurs?region=${code}`, texts)}">${name}</a> (${count})</li>`)}
        </ul>`
    }`
  return publicPage({ texts, title, here: '/ailleurs', settings, again, body })
}
