/**
 * « Nouvelle plainte » by keyboard: Ctrl+Enter records; an intake point suggests its place and language as long as nobody said another; an
 * old date is asked about at once; a place is found by a few letters, with or without accents. Sent to the browser as its own text:
 * it uses nothing from outside itself.
 */
export function intakeAssist(): void {
  const form = document.querySelector<HTMLFormElement>('form#saisie')
  if (!form) return
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    form.requestSubmit()
  })

  // The date: now, until somebody says another; counted by the server's clock, which a small laptop may not share.
  const received = form.querySelector<HTMLInputElement>('#received')
  const old = form.querySelector<HTMLElement>('#ancien')
  if (received && old) {
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

  const texts = JSON.parse(place.dataset['texts'] ?? '{}') as { found?: string; none?: string }
  const list = document.createElement('ul')
  const heard = document.createElement('span')
  const around = document.createElement('div')
  list.id = 'lieux'
  list.hidden = true
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', form.querySelector('label[for=place]')?.textContent ?? '')
  heard.className = 'visually-hidden'
  heard.setAttribute('role', 'status')
  around.className = 'searching'
  place.replaceWith(around)
  around.append(place, list, heard)
  for (const [name, value] of [
    ['role', 'combobox'],
    ['aria-expanded', 'false'],
    ['aria-controls', list.id],
    ['aria-autocomplete', 'list'],
  ] as const)
    place.setAttribute(name, value)

  const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  let places: { label: string; letters: string }[] | null = null
  async function load(): Promise<void> {
    if (places) return
    const response = await fetch(form?.dataset['places'] ?? '').catch(() => null)
    const labels = response?.ok ? ((await response.json()) as string[]) : null
    places = labels?.map((label) => ({ label, letters: plain(label) })) ?? null
  }

  const most = 7
  let at = -1
  const options = (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[role=option]')]
  const close = (): void => {
    list.hidden = true
    at = -1
    place.setAttribute('aria-expanded', 'false')
    place.removeAttribute('aria-activedescendant')
  }
  const mark = (to: number): void => {
    const all = options()
    if (all.length === 0) return
    at = (to + all.length) % all.length
    all.forEach((one, index) => {
      one.setAttribute('aria-selected', String(index === at))
    })
    place.setAttribute('aria-activedescendant', all[at]?.id ?? '')
  }
  const take = (option: HTMLElement): void => {
    place.value = option.textContent
    place.dispatchEvent(new Event('input', { bubbles: true }))
    close()
  }
  function find(): void {
    const typed = plain(place?.value.trim() ?? '')
    if (typed === '' || !places) {
      close()
      return
    }
    // Names that begin so first, then those with a word that does; larger places come first in the list.
    const begins = places.filter(({ letters }) => letters.startsWith(typed))
    const inside = places.filter(({ letters }) => !letters.startsWith(typed) && letters.includes(` ${typed}`))
    const found = [...begins, ...inside]
    const lines = found.slice(0, most).map(({ label }, index) => {
      const line = document.createElement('li')
      line.id = `lieu-${index}`
      line.setAttribute('role', 'option')
      line.setAttribute('aria-selected', 'false')
      line.textContent = label
      line.addEventListener('mousedown', (event) => {
        event.preventDefault()
        take(line)
      })
      return line
    })
    heard.textContent =
      found.length === 0 ? (texts.none ?? '') : (texts.found ?? '').replace('{count}', String(found.length))
    list.replaceChildren(...lines)
    list.hidden = lines.length === 0
    place?.setAttribute('aria-expanded', String(lines.length > 0))
    at = -1
  }
  place.addEventListener('focus', () => void load())
  place.addEventListener('input', (event) => {
    // Not after a choice, which is an input too.
    if (event instanceof InputEvent) void load().then(find)
  })
  place.addEventListener('blur', close)
  place.addEventListener('keydown', (event) => {
    if (list.hidden) return
    const option = options()[at]
    if (event.key === 'ArrowDown') mark(at + 1)
    else if (event.key === 'ArrowUp') mark(at < 0 ? -1 : at - 1)
    else if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && !event.ctrlKey && option) take(option)
    else return
    event.preventDefault()
  })
}
