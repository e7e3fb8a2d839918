import { asset } from '../frame/asset.ts'
import { caseKeys } from './case-keys.ts'
import { intakeAssist } from './intake-assist.ts'
import { intakeKeep } from './intake-keep.ts'
import { intakeLeave } from './intake-leave.ts'
import { intakeWaiting } from './intake-waiting.ts'
import { triageKeys } from './triage-keys.ts'

/** A form is sent once, however fast its button is pressed. A link that hangs may be tried again: the server knows the repeat. */
function sendOnce(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.method !== 'post' || event.defaultPrevented) return
    const sentAt = Number(form.dataset['sentAt'] ?? 0)
    if (event.timeStamp - sentAt < 5_000 && sentAt > 0) event.preventDefault()
    else form.dataset['sentAt'] = String(event.timeStamp)
  })
  window.addEventListener('pageshow', () => {
    for (const form of document.forms) delete form.dataset['sentAt']
  })
}

/** The account menu closes with Escape and by a click elsewhere, as menus do. */
function closeMenu(): void {
  const menu = document.querySelector<HTMLDetailsElement>('details.who')
  document.addEventListener('click', ({ target }) => {
    if (menu?.open && target instanceof Node && !menu.contains(target)) menu.open = false
  })
  document.addEventListener('keydown', ({ key }) => {
    if (!menu?.open || key !== 'Escape') return
    menu.open = false
    menu.querySelector('summary')?.focus()
  })
}

/** Back on a page, what was typed there is not behind a closed line: who typed it must find it. */
function unfoldTyped(): void {
  window.addEventListener('pageshow', () => {
    for (const typed of document.querySelectorAll<HTMLTextAreaElement>('details:not([open]) textarea'))
      if (typed.value !== typed.defaultValue) typed.closest('details')?.setAttribute('open', '')
  })
}

/**
 * What pages do more with script than without. Each function is sent to the browser as its own text, so it may use nothing
 * from outside itself.
 */
const enhancements: readonly (() => void)[] = [
  sendOnce,
  closeMenu,
  unfoldTyped,
  triageKeys,
  caseKeys,
  intakeAssist,
  intakeLeave,
]

export const consoleScript = asset(
  '/console/script.js',
  'text/javascript; charset=utf-8',
  [
    ...enhancements.map((run) => `(${run.toString()})();`),
    `(${intakeKeep.toString()})(${intakeWaiting.toString()});`,
  ].join('\n'),
)
