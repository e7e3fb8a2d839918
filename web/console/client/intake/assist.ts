/**
 * « Nouvelle plainte » by keyboard: Ctrl+Enter records; an intake point suggests its place and language as long as nobody said another; an
 * old date is asked about at once.
 */
export function intakeAssist(): void {
  const form = document.querySelector<HTMLFormElement>('form#saisie')
  if (!form) return
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    form.requestSubmit()
  })

  followClock(form)

  const place = form.querySelector<HTMLInputElement>('#place')
  const chosen = form.querySelector<HTMLSelectElement>('#placeCode')
  const point = form.querySelector<HTMLSelectElement>('#source')
  const language = form.querySelector<HTMLSelectElement>('#language')
  if (!place || !chosen || !point || !language) return

  const suggests = JSON.parse(point.dataset['suggests'] ?? '{}') as Partial<
    Record<string, { place: string | null; language: string }>
  >
  let suggested = { place: place.value, language: language.value }
  point.addEventListener('change', () => {
    const next = suggests[point.value]
    const before = suggested
    suggested = { place: next?.place ?? '', language: next?.language ?? '' }
    if (place.value === before.place) place.value = suggested.place
    if (language.value === before.language) language.value = suggested.language
  })
  // Emptied by hand, the place is not given: the intake point does not fill it in again.
  place.addEventListener('input', () => {
    chosen.value = place.value.trim() === '' ? 'none' : ''
  })
}

/** The date: now, until somebody says another; counted by the server's clock, which a small laptop may not share. */
function followClock(form: HTMLFormElement): void {
  const received = form.querySelector<HTMLInputElement>('#received')
  const old = form.querySelector<HTMLElement>('#ancien')
  if (!received || !old) return
  const openedMs = performance.now()
  const { latest = '', oldBefore = '' } = received.dataset
  let byHand = received.value !== latest
  let begun = false
  const check = (): void => {
    old.hidden = received.value === '' || received.value.slice(0, 10) >= oldBefore
  }
  received.addEventListener('input', () => {
    byHand = true
  })
  form.addEventListener('next', () => {
    begun = false
    check()
  })
  received.addEventListener('change', check)
  form.querySelector('#text')?.addEventListener('input', () => {
    const now = new Date(Date.parse(`${latest}:00Z`) + performance.now() - openedMs).toISOString().slice(0, 16)
    received.max = now
    if (!byHand && !begun) received.value = now
    begun = true
  })
  check()
}
