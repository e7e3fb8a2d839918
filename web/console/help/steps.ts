import { html } from 'hono/html'
import type { GuideStep, Where } from './texts.ts'
import type { ConsoleBase } from '../frame/door.ts'
import type { Html } from '../../html.ts'
import { inboxHref } from '../frame/inbox-choice.ts'

/** The real pages the steps lead to; null where this door has none. */
function placesOf(base: ConsoleBase): Record<Where, string | null> {
  const list = (choice: Partial<Parameters<typeof inboxHref>[1]>) =>
    inboxHref(base, { range: null, traits: [], silentDays: 0, ...choice })
  return {
    inbox: base,
    new: list({ traits: ['new'] }),
    mine: list({ traits: ['mine'] }),
    late: list({ range: 'late' }),
    unassigned: list({ traits: ['unassigned'] }),
    visit: list({ traits: ['visit'] }),
    waiting: list({ traits: ['waiting'] }),
    reopened: list({ traits: ['reopened'] }),
    intake: base === '/console/protection' ? null : `${base}/nouvelle`,
    practice: '/console/exercice/jeu',
    exercises: '/console/exercice/jeu#exercices',
    procedure: `${base}/aide/procedure`,
  }
}

/** One thing to do, with a link to where it is done. What another role does leads nowhere: the same page would show the reader's own cases. */
export function guideStep({ text, here }: GuideStep, base: ConsoleBase | null): Html {
  if (!here) return html`${text}`
  const [where, label] = here
  const [before = '', after = ''] = text.split('{here}')
  const href = base && placesOf(base)[where]
  const link = href === null ? html`<b>${label}</b>` : html`<a href="${href}">${label}</a>`
  return html`${before}${link}${after}`
}
