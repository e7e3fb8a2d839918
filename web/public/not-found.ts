import { html } from 'hono/html'
import { publicPage, type PublicSettings } from './page.ts'
import type { PublicTexts } from './texts.ts'
import type { Html } from '../html.ts'

export function notFoundPage(settings: PublicSettings, texts: PublicTexts): Html {
  const { notFound } = texts
  const body = html`<h1>${notFound.title}</h1>
    <p class="lead">${notFound.text}</p>
    <p><a class="button" href="/">${notFound.home}</a></p>
    <p><a href="/suivi">${notFound.follow}</a></p>`
  return publicPage({ texts, title: notFound.title, settings, body })
}
