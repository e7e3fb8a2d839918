import { placeLists, plain } from './place-lists.ts'

/** Wherever a place is typed. */
export function placeSearches(): void {
  for (const place of document.querySelectorAll<HTMLInputElement>('input[data-places]')) placeSearch(place)
}

/** A place is found by a few letters, with or without accents, in a list below its field. */
function placeSearch(place: HTMLInputElement): void {
  const texts = JSON.parse(place.dataset['texts'] ?? '{}') as { found?: string; none?: string; villages?: string }
  const list = document.createElement('ul')
  const heard = document.createElement('span')
  const villages = document.createElement('p')
  const around = document.createElement('div')
  list.id = `${place.id}-lieux`
  list.hidden = true
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', place.labels?.[0]?.textContent ?? '')
  heard.className = 'visually-hidden'
  heard.setAttribute('role', 'status')
  villages.className = 'hint'
  villages.setAttribute('role', 'status')
  around.className = 'searching'
  place.replaceWith(around)
  around.append(place, list, heard)
  around.after(villages)
  for (const [name, value] of [
    ['role', 'combobox'],
    ['aria-expanded', 'false'],
    ['aria-controls', list.id],
    ['aria-autocomplete', 'list'],
  ] as const)
    place.setAttribute(name, value)

  const lists = placeLists(place.dataset)
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
    void choose()
  }
  /** A cercle, or what lies in one, stands in the field: its villages can be typed now. */
  async function choose(): Promise<void> {
    const count = await lists.choose(place.value)
    villages.textContent = count > 0 ? (texts.villages ?? '').replace('{count}', String(count)) : ''
  }
  function find(): void {
    const typed = plain(place.value.trim())
    const found = typed === '' ? null : lists.fitting(typed)
    if (!found) {
      close()
      return
    }
    const lines = found.slice(0, most).map(({ label }, index) => {
      const line = document.createElement('li')
      line.id = `${list.id}-${index}`
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
    place.setAttribute('aria-expanded', String(lines.length > 0))
    at = -1
  }
  place.addEventListener('focus', () => void lists.load().then(choose))
  place.addEventListener('input', (event) => {
    // Not after a choice, which is an input too.
    if (event instanceof InputEvent) void lists.load().then(find)
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
