import { html } from 'hono/html'
import { addressOf } from './address.ts'
import { publicPage, type PublicSettings } from './page.ts'
import type { PublicTexts } from './texts.ts'
import type { Html } from '../html.ts'

/** Nothing is there, or something broke behind it: what that means, and where to go on. */
function nothingToShow(said: { title: string; text: string }, settings: PublicSettings, texts: PublicTexts): Html {
  const { notFound } = texts
  const body = html`<h1>${said.title}</h1>
    <p class="lead">${said.text}</p>
    <p><a class="button" href="${addressOf('/', texts)}">${notFound.home}</a></p>
    <p><a href="${addressOf('/suivi', texts)}">${notFound.follow}</a></p>`
  return publicPage({ texts, title: said.title, settings, again: '/', body })
}

export const notFoundPage = (settings: PublicSettings, texts: PublicTexts): Html =>
  nothingToShow(texts.notFound, settings, texts)

export const troublePage = (settings: PublicSettings, texts: PublicTexts): Html =>
  nothingToShow(texts.trouble, settings, texts)
