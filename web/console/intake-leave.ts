/**
 * On every page: the menu says how much still waits for the link on this device, and signing out erases all that the browser kept,
 * after a question where something was not sent. Sent to the browser as its own text: it uses nothing from outside itself.
 */
export function intakeLeave(): void {
  const keys = (start: string): string[] => {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith('jaabi-saisie:') && key.includes(start))
    } catch {
      return []
    }
  }
  const forget = (): void => {
    for (const key of keys(':')) localStorage.removeItem(key)
  }
  const waiting = keys(':envoi:').length
  const entry = document.querySelector('.site nav a[href$="/nouvelle"]')
  if (waiting > 0) entry?.append(` (${waiting})`)
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-unsent]'))
    form.addEventListener('submit', (event) => {
      if (keys(':envoi:').length > 0 && !window.confirm(form.dataset['unsent'])) event.preventDefault()
      else forget()
    })
  if (location.pathname === '/console/sortie') forget()
}
