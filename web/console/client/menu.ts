/** The account menu closes with Escape and by a click elsewhere, as menus do. */
export function closeMenu(): void {
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
