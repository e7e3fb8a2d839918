import { html, raw } from 'hono/html'
import { doorPage } from '../layout.ts'
import type { SignInProblem } from '../frame/site-texts.ts'
import type { Common } from '../frame/common.ts'
import type { Html } from '../../html.ts'

export interface SignInView {
  problem: SignInProblem | null
  /** The page somebody wanted, to be led back to. */
  wanted: string | null
}

/** Two doors: the teams', and the one that asks for a second factor. */
export function signInPage(texts: Common, { problem, wanted }: SignInView): Html {
  const { signIn } = texts.site
  const query = wanted === null ? '' : `?vers=${encodeURIComponent(wanted)}`
  // What was typed is still in the page behind this one: signing in elsewhere keeps it.
  const target = problem === 'typing' ? html` target="_blank"` : ''
  const door = (name: string, { label, hint }: { label: string; hint: string }) =>
    html`<section>
      <p><a class="button" href="/console/connexion/${name}${query}" ${target}>${label}</a></p>
      <p class="hint">${hint}</p>
    </section>`
  const body = html`<h1>${signIn.title}</h1>
    ${
      problem
        ? html`<div class="warn" role="alert">
            <h2>${signIn.problems.title}</h2>
            <p>${signIn.problems[problem]}</p>
          </div>`
        : html`<p class="lead">${signIn.lead}</p>`
    }
    <div class="doors">${door('equipes', signIn.teams)} ${door('restreint', signIn.restricted)}</div>
    <p><a href="/">${signIn.publicPages}</a></p>`
  return doorPage({ texts, title: signIn.title, body })
}

/** `left`: the page that ends a session, which erases what the browser kept; `provider`: where its own session can be closed too. */
export function signedOutPage(texts: Common, left: { provider: string | null } | null): Html {
  const { signedOut } = texts.site
  const provider = left?.provider
  const body = html`<h1 ${left && raw('data-forget')}>${signedOut.title}</h1>
    <p class="lead">${signedOut.text}</p>
    ${provider && html`<p><a class="button" href="${provider}">${signedOut.provider}</a></p>`}
    <p><a href="/console/connexion">${signedOut.again}</a></p>`
  return doorPage({ texts, title: signedOut.title, body })
}
