import { byId } from './dom.ts'

type Side = 'phone' | 'desk'

const sides = byId('sides', HTMLElement)
const tabs = document.querySelectorAll<HTMLButtonElement>('[data-show]')

/** On a narrow screen one of the two is in view; a wide one shows both whatever is said here. */
export function show(side: Side): void {
  sides.dataset['side'] = side
  for (const tab of tabs) tab.setAttribute('aria-pressed', String(tab.dataset['show'] === side))
}

/** `phoneShown` runs when the phone came into view. */
export function startSides(phoneShown: () => void): void {
  for (const tab of tabs)
    tab.addEventListener('click', () => {
      const side = tab.dataset['show'] === 'desk' ? 'desk' : 'phone'
      show(side)
      if (side === 'phone') phoneShown()
    })
}
