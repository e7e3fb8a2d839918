import { keepLetters, lettersOn } from './letters.ts'

/**
 * Triage by keyboard: J and K (and the arrows, once a case has the focus) go from case to case, Enter opens as it does on any
 * link, L reads the words in the list, N turns the page, `/` looks for a number, `?` helps. Single letters can be switched off (WCAG 2.1.4).
 */
export function triageKeys(): void {
  const help = document.querySelector<HTMLDialogElement>('dialog#clavier')
  const active = document.querySelector<HTMLInputElement>('#clavier-actif')
  const open = document.querySelector<HTMLButtonElement>('#clavier-ouvre')
  if (!help || !active || !open) return
  active.checked = lettersOn()
  active.addEventListener('change', () => {
    keepLetters(active.checked)
  })
  if (open.parentElement) open.parentElement.hidden = false
  open.addEventListener('click', () => {
    help.showModal()
  })

  const cases = [...document.querySelectorAll<HTMLAnchorElement>('a[data-case]')]
  const go = (by: 1 | -1): void => {
    const at = cases.findIndex((one) => one === document.activeElement)
    const link = cases[Math.min(Math.max(at + by, 0), cases.length - 1)]
    link?.focus()
    link?.closest('tr')?.scrollIntoView({ block: 'nearest' })
  }
  const onKey: Readonly<Record<string, () => void>> = {
    j: () => {
      go(1)
    },
    k: () => {
      go(-1)
    },
    l: () => document.activeElement?.closest('tr')?.querySelector<HTMLAnchorElement>('a.read')?.click(),
    n: () => document.querySelector<HTMLAnchorElement>('a[rel=next]')?.click(),
    '/': () => document.querySelector<HTMLInputElement>('#q')?.focus(),
    '?': () => {
      help.showModal()
    },
  }
  const arrows: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 }

  document.addEventListener('keydown', (event) => {
    const { target, key } = event
    if (help.open || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')) return
    const by = arrows[key]
    const act = by === undefined ? onKey[key.toLowerCase()] : undefined
    if (by !== undefined && cases.some((one) => one === target)) go(by)
    else if (act && active.checked) act()
    else return
    event.preventDefault()
  })
}
