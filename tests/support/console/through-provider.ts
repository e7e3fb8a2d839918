import { expect } from 'vitest'
import { visitor } from './visitor.ts'

/** As far as the provider's answer, which stands in the address it sends the browser back to. */
export async function throughProvider(
  base: string,
  pool: 'equipes' | 'restreint',
  person: string,
  { wanted = '', browser = visitor() } = {},
) {
  const people = await browser.follow(`${base}/console/connexion/${pool}?vers=${encodeURIComponent(wanted)}`)
  expect(await people.text()).toContain('Ordinateur d’essai')
  const first = await browser.post(people.url, { personne: person })
  const [, code] = /id="code-du-jour">(\d{6})</.exec(first.status === 200 ? await first.clone().text() : '') ?? []
  const chosen = code === undefined ? first : await browser.post(people.url, { code })
  const answered = await browser.follow(browser.next(chosen), `${base}/console/retour`)
  return { browser, back: browser.next(answered) }
}
