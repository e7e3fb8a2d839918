/** A form is sent once, however fast its button is pressed. A link that hangs may be tried again: the server knows the repeat. */
export function sendOnce(): void {
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

/** Back on a page, what was typed there is not behind a closed line: who typed it must find it. */
export function unfoldTyped(): void {
  window.addEventListener('pageshow', () => {
    for (const typed of document.querySelectorAll<HTMLTextAreaElement>('details:not([open]) textarea'))
      if (typed.value !== typed.defaultValue) typed.closest('details')?.setAttribute('open', '')
  })
}
