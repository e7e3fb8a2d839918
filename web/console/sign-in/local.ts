import { html } from 'hono/html'
import type { Role } from '../../../core/case/actor.ts'
import { consoleStyle } from '../style.ts'
import { type Html, mark } from '../../html.ts'

export interface LocalSignInTexts {
  title: string
  mark: string
  pools: Record<'staff' | 'restricted', string>
  groups: Record<'triage' | 'regions' | 'partners' | 'others', string>
  another: string
  enter: string
  unknown: string
  factor: Record<'title' | 'app' | 'code' | 'enter' | 'wrong', string>
  /** As these people are called on one machine. */
  roles: Record<Role, string>
  /** The other one of a pair. */
  second: string
}

interface LocalPerson {
  id: string
  name: string
  role: Role
}

const groupOf: Partial<Record<Role, keyof LocalSignInTexts['groups']>> = {
  'focal-point': 'triage',
  deputy: 'triage',
  'regional-cluster': 'regions',
  partner: 'partners',
}

/** The page of the sign-in provider of one machine: each person is a button. */
export function localSignInPage(
  texts: LocalSignInTexts,
  { people, pool, unknown }: { people: readonly LocalPerson[]; pool: 'staff' | 'restricted'; unknown: boolean },
): Html {
  const groups = Object.groupBy(people, ({ role }) => groupOf[role] ?? 'others')
  const names = Object.keys(texts.groups) as (keyof LocalSignInTexts['groups'])[]
  const content = html`<h1>${texts.title}</h1>
    <p class="warn">${texts.mark}</p>
    ${unknown && html`<p class="problems" role="alert">${texts.unknown}</p>`}
    <form method="post">
      ${names.map((name) => group(texts.groups[name], groups[name] ?? []))}
      <div class="field card">
        <label for="autre">${texts.another}</label>
        <input type="text" id="autre" name="autre" autocomplete="off" />
      </div>
      <button class="button plain">${texts.enter}</button>
    </form>`
  return localPage(texts, { title: texts.title, pool, content })
}

/** The second factor: what an authenticator app would show, to be typed as its code is. */
export function localFactorPage(texts: LocalSignInTexts, { code, wrong }: { code: string; wrong: boolean }): Html {
  const { factor } = texts
  const content = html`<h1>${factor.title}</h1>
    <p class="warn">${texts.mark}</p>
    ${wrong && html`<p class="problems" role="alert">${factor.wrong}</p>`}
    <p>${factor.app} <b id="code-du-jour">${code}</b></p>
    <form method="post">
      <div class="field card">
        <label for="code">${factor.code}</label>
        <input
          type="text"
          id="code"
          name="code"
          inputmode="numeric"
          maxlength="6"
          autocomplete="one-time-code"
          required
        />
      </div>
      <button class="button">${factor.enter}</button>
    </form>`
  return localPage(texts, { title: factor.title, pool: 'restricted', content })
}

function localPage(
  texts: LocalSignInTexts,
  { title, pool, content }: { title: string; pool: 'staff' | 'restricted'; content: Html },
): Html {
  return html`<!doctype html>
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Jaabi</title>
        <link rel="stylesheet" href="${consoleStyle.href}" />
      </head>
      <body class="console">
        <header class="site">
          <div>
            <span class="brand"
              >${mark}<span><b>Jaabi</b><small>${texts.pools[pool]}</small></span></span
            >
          </div>
        </header>
        <main>${content}</main>
      </body>
    </html>`
}

const group = (title: string, people: readonly LocalPerson[]): Html | '' =>
  people.length === 0
    ? ''
    : html`<h2>${title}</h2>
        <div class="choices two">
          ${people.map(({ id, name }) => html`<button class="button plain" name="personne" value="${id}">${name}</button>`)}
        </div>`
