import { html } from 'hono/html'
import { addressOf } from './address.ts'
import { publicPage, type PublicSettings } from './page.ts'
import type { PublicTexts } from './texts.ts'
import type { Html } from '../html.ts'

export function notFoundPage(settings: PublicSettings, texts: PublicTexts): Html {
  const { notFound } = texts
  const body = html`<h1>${notFound.title}</h1>
    <p class="lead">${notFound.text}</p>
    <p><a class="button" href="${addressOf('/', texts)}">${notFound.home}</a></p>
    <p><a href="${addressOf('/suivi', texts)}">${notFound.follow}</a></p>`
  return publicPage({ texts, title: notFound.title, settings, again: '/', body })
}
