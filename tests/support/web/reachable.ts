import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { localPeople } from '../../../infra/local/people.ts'

/** Every role, and the first of the ready-made people who has it. */
export const seated: ReadonlyMap<string, string> = new Map(localPeople.toReversed().map(({ role, id }) => [role, id]))

/** Pages that differ only in which case, person, organisation or filter they show are one page. */
export const kindOf = (href: string): string =>
  new URL(href).pathname
    .replace(/\d{10}/, 'N')
    .replace(/(organisations|personnes)\/(?!nouvelle|liste|invitations)[^/]+/, '$1/N')

/** What a case or a first page shows depends on who looks; all else looks the same to everybody who reaches it. */
function lookOf(href: string, role: string): string {
  const kind = kindOf(href)
  return kind.includes('N') || /^\/console(\/(protection|exercice))?(\/accueil)?$/.test(kind) ? `${role} ${kind}` : kind
}

/**
 * Every page of the console this person can reach by links from where they are, each kind once; of those that look the same to
 * everybody, only what is not among `seen` yet. What is given is `seen` from then on. Practice, once laid out, is behind a page that looks
 * the same to everybody: it is begun from.
 */
export async function* reachable(page: Page, role: string, seen: Set<string>): AsyncGenerator<string> {
  const start = page.url()
  const console = new URL('/console', start).href
  const waiting = role === 'focal-point' ? [start, `${console}/exercice`] : [start]
  const known = new Set(waiting.map(kindOf))
  for (let href = waiting.shift(); href !== undefined; href = waiting.shift()) {
    const look = lookOf(href, role)
    if (seen.has(look)) continue
    seen.add(look)
    const answer = await page.goto(href)
    expect(answer?.status(), href).toBe(200)
    const links = await page.$$eval('a[href]', (all) =>
      all.map((one) => (one instanceof HTMLAnchorElement ? one.href : '')),
    )
    for (const link of links.filter((one) => one.startsWith(console))) {
      // Files are saved, not opened.
      if (/[.](csv|xlsx)$/.test(new URL(link).pathname)) continue
      if (known.has(kindOf(link))) continue
      known.add(kindOf(link))
      // A part of a page is no page: going there from the page itself would ask nobody. A wall is looked at while it stands.
      const whole = link.replace(/#.*/, '')
      waiting.push(kindOf(link).endsWith('/ecran') ? `${whole}${whole.includes('?') ? '&' : '?'}fixe` : whole)
    }
    yield href
  }
}
