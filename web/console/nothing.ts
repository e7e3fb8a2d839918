import { html } from 'hono/html'
import { consolePage, type ConsolePage, doorPage } from './layout.ts'
import type { Common } from './frame/common.ts'
import type { Html } from '../html.ts'

/** The pages that only say something: nothing here, a form that was not ours, trouble. */
export type Nothing = 'notFound' | 'forged' | 'tooMuch' | 'trouble'

export function nothingPage(what: Nothing, page: Omit<ConsolePage, 'title' | 'here' | 'body' | 'flash'>): Html {
  const { title } = page.texts.site[what]
  return consolePage({ ...page, title, here: null, body: bodyOf(page.texts, what, page.base) })
}

/** The same for somebody of whom nothing is known. */
export function nothingForNobody(what: Nothing, texts: Common): Html {
  return doorPage({ texts, title: texts.site[what].title, body: bodyOf(texts, what, '/console') })
}

function bodyOf({ site }: Common, what: Nothing, base: string): Html {
  const { title, text, back } = site[what]
  return html`<h1>${title}</h1>
    <p class="lead">${text}</p>
    <p><a class="button" href="${base}">${back}</a></p>`
}
