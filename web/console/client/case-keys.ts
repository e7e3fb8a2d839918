import { lettersOn } from './letters.ts'

/**
 * Triage by keyboard goes on in a case: A goes to the first thing to fill in, S sends and goes on, N goes on,
 * U back to the list. Whoever switched single letters
 * off in the list has none here (WCAG 2.1.4).
 */
export function caseKeys(): void {
  const first = document.querySelector<HTMLDetailsElement>('details.act[open]')
  const back = document.querySelector<HTMLAnchorElement>('.crumb a')
  if (!back || !lettersOn()) return
  const onKey: Readonly<Record<string, () => void>> = {
    a: () => {
      const field = 'input:not([type=hidden]):not([type=radio]), input[type=radio]:checked, select, textarea, button'
      const [target = first?.querySelector<HTMLElement>('input[type=radio], button')] =
        first?.querySelectorAll<HTMLElement>(field) ?? []
      target?.focus()
    },
    s: () => first?.querySelector<HTMLButtonElement>('button[value=next]:enabled')?.click(),
    n: () => document.querySelector<HTMLAnchorElement>('.crumb a[rel=next]')?.click(),
    u: () => {
      back.click()
    },
  }
  document.addEventListener('keydown', (event) => {
    const { target, key } = event
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    // A letter chooses in a list and is typed in a field; on a radio button it means nothing yet.
    if (target instanceof HTMLElement && target.matches('input:not([type=radio]), textarea, select')) return
    const act = onKey[key.toLowerCase()]
    if (!act) return
    act()
    event.preventDefault()
  })
}
