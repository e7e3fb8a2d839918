import { html } from 'hono/html'
import type { Role } from '../../../core/case/actor.ts'
import type { Pressing } from '../../../core/lists/pressing.ts'
import type { Html } from '../../html.ts'
import { say } from '../../say.ts'
import type { StartTexts } from './texts.ts'

export interface StartView {
  role: Role
  /** Null: nothing exact can be said. */
  todos: readonly (Pressing & { href: string })[] | null
  ways: readonly { name: Exclude<keyof StartTexts['ways'], 'title'>; href: string }[]
}

/** What stands between the header and the end of the page: the three things to do now, then where else one may go. */
export function startBody({ role, todos, ways }: StartView, texts: StartTexts): Html {
  return html`<h1>${texts.title}</h1>
    ${todos === null ? html`<p>${texts.uncounted}</p>` : todos.length === 0 ? calm(role, texts) : list(todos, texts)}
    <nav class="ways" aria-labelledby="autres">
      <h2 id="autres">${texts.ways.title}</h2>
      <ul role="list">
        ${ways.map(({ name, href }) => html`<li><a href="${href}">${texts.ways[name]}</a></li>`)}
      </ul>
    </nav>`
}

const calm = (role: Role, { calm }: StartTexts): Html =>
  html`<div class="calm">
    <h2>${calm.title}</h2>
    <p>${calm.text[role]}</p>
  </div>`

/** How many, to be read from a chair, where the sentence begins with it. */
const large = (said: string, count: string): Html | string =>
  said.startsWith(count) ? html`<b>${count}</b> <span>${said.slice(count.length).trimStart()}</span>` : said

function list(todos: NonNullable<StartView['todos']>, texts: StartTexts): Html {
  return html`<p class="soft">${texts.lead}</p>
    <ol class="todos" role="list">
      ${todos.map(({ todo, count, href }) => {
        const { one, several, go } = texts.todos[todo]
        const said = count === 1 ? one : say(several, { count: String(count) })
        return html`<li>
          <p>${large(said, String(count))}</p>
          <a class="button plain" href="${href}">${go}<span class="visually-hidden"> (${said})</span></a>
        </li>`
      })}
    </ol>`
}
