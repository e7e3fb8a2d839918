import { takeAway } from '../offline/copy.ts'
import { keptUnder } from './seal.ts'

/**
 * On every page: the menu says how much still waits for the link on this device behind this door, and signing out erases all that the
 * browser kept, after a question where something real was not sent.
 */
export function intakeLeave(): void {
  const keys = (start: string): string[] => {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(keptUnder) && key.includes(start))
    } catch {
      return []
    }
  }
  const forget = (): void => {
    for (const key of keys(':')) localStorage.removeItem(key)
    void takeAway().catch(() => undefined)
  }
  const entry = document.querySelector('.site nav a[href$="/nouvelle"]')
  const base = entry?.getAttribute('href')?.replace(/\/nouvelle$/, '') ?? ''
  const waiting = keys(`:${base}:envoi:`).length
  if (waiting > 0) entry?.append(` (${waiting})`)
  const isReal = (key: string): boolean => !key.includes(':/console/exercice:')
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-unsent]'))
    form.addEventListener('submit', (event) => {
      if (keys(':envoi:').some(isReal) && !window.confirm(form.dataset['unsent'])) event.preventDefault()
      else forget()
    })
  // A draft that was being written while somebody left. Not by the address alone: it may be opened long after, over what waits for the link.
  if (document.querySelector('[data-forget]')) forget()
}
