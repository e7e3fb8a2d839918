import { html, raw } from 'hono/html'
import type { InLanguage } from '../../core/language.ts'
import { squeeze } from '../style.ts'
import type { Html } from '../html.ts'
import type { PublicTexts } from './texts.ts'

/** An address of ours in one language; without it where there is nothing to choose. */
const inLanguage = (path: string, language: string, { offered }: InLanguage): string =>
  offered.length < 2 ? path : `${path}${path.includes('?') ? '&' : '?'}langue=${language}`

/** Where a page leads stays in its language. */
export const addressOf = (path: string, texts: InLanguage): string => inLanguage(path, texts.language, texts)

/** A form that is asked, not posted, drops what its address says after the question mark. */
export const keptLanguage = ({ language, offered }: InLanguage): Html =>
  offered.length < 2 ? html`` : html`<input type="hidden" name="langue" value="${language}" />`

const style = squeeze(`
.site .languages { flex: 1 0 100%; flex-wrap: wrap; gap: 0 1.1rem }
.site .languages a { padding: .35rem 0 .6rem }
`)

const marked = (draft: boolean, { site }: PublicTexts): string => (draft ? ` (${site.draft})` : '')

export const nameOf = ({ name, draft }: { name: string; draft: boolean }, texts: PublicTexts): string =>
  name + marked(draft, texts)

/** The same page in each language, as its speakers call it; with the style it needs, which other pages do without. */
export function languageChoice(again: string, texts: PublicTexts): { choice: Html; style: string } | null {
  const { language, offered, site } = texts
  if (offered.length < 2) return null
  const link = (one: (typeof offered)[number]): Html =>
    html`<a
      href="${inLanguage(again, one.code, texts)}"
      hreflang="${one.code}"
      ${one.code === language && raw(' aria-current="true"')}
      ><span lang="${one.code}">${one.name}</span>${marked(one.draft, texts)}</a
    >`
  return { choice: html`<nav class="languages" aria-label="${site.languages}">${offered.map(link)}</nav>`, style }
}
