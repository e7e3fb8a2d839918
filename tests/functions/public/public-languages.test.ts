import { describe, expect, test } from 'vitest'
import type { Languages } from '../../../core/language.ts'
import { publicRoutes } from '../../../functions/public/routes.ts'
import { peopleStock, peopleTextsFor } from '../../../languages/people.ts'
import { publicFr } from '../../../languages/fr/public.ts'
import { publicStock } from '../../../languages/public.ts'
import { draft } from '../../../languages/stock.ts'
import { mali } from '../../../programme/mali.ts'
import { form } from '../../support/functions/phone.ts'
import { withJaabi } from '../../support/functions/services.ts'
import { invented } from '../../support/languages/qaa/language.ts'
import { publicQaa } from '../../support/languages/qaa/public.ts'

const newJaabi = await withJaabi()

/** Mali with French alone on its public pages. */
const french = mali.languages.map((one) =>
  one.code === 'fr' ? one : { ...one, on: one.on.filter((surface) => surface !== 'public') },
) as unknown as Languages
const languages: Languages = [...mali.languages, { code: invented.code, standIn: 'fr', on: ['people', 'public'] }]

/** Mali as it is, or with the invented language on its pages and phones. */
async function site({ offered }: { offered: boolean }) {
  const people = peopleTextsFor(mali.settings, languages, [...peopleStock(mali.settings), draft(invented, {})])
  const jaabi = await newJaabi({ programme: offered ? { languages, ...people } : { languages: french } })
  const app = publicRoutes(jaabi.servicesFor('public-web'), [...publicStock, draft(invented, publicQaa)])
  const read = async (response: Response) => (await response.text()).replaceAll(/[\u00a0\u202f]/g, ' ')
  return {
    jaabi,
    opens: async (path: string, wishes?: string) =>
      read(await app.request(path, { headers: wishes === undefined ? {} : { 'accept-language': wishes } })),
    posts: async (path: string, fields: Record<string, string>) =>
      read(await app.request(path, { method: 'POST', headers: form, body: new URLSearchParams(fields).toString() })),
  }
}
const languageOf = (page: string): string => /<html lang="([^"]*)"/.exec(page)?.[1] ?? ''
/** Where a page leads on this site, and where its forms go. */
const leadsTo = (page: string): string[] =>
  [...page.matchAll(/(?:href|action)="(\/[^"]*)"/g)].map(([, to = '']) => to.replaceAll('&amp;', '&'))

describe('the public pages with one language', () => {
  test('offer no choice, and are French whatever is asked or wished', async () => {
    const { opens } = await site({ offered: false })
    for (const page of [await opens('/?langue=qaa'), await opens('/', 'qaa'), await opens('/', 'en')]) {
      expect(languageOf(page)).toBe('fr')
      expect(page).not.toContain('class="languages"')
      expect(leadsTo(page).filter((to) => to.includes('langue'))).toEqual([])
    }
  })
})

describe('the public pages with a second language, half of it there', () => {
  test.each([
    ['/', undefined, 'fr'],
    ['/?langue=qaa', undefined, 'qaa'],
    ['/?langue=fr', 'qaa', 'fr'],
    ['/?langue=xx', 'qaa', 'qaa'],
    ['/', 'qaa-ML, fr;q=0.9', 'qaa'],
    ['/', 'fr;q=0.8, qaa;q=0.9', 'qaa'],
    ['/', 'FR, qaa', 'fr'],
    ['/', 'en-GB, de;q=0.9', 'en'],
    ['/', 'de, en;q=0', 'fr'],
    ['/', 'qaa;q=0', 'fr'],
    ['/', ';;,=', 'fr'],
  ])('%s, wishing for %s, is in %s', async (path, wishes, language) => {
    const { opens } = await site({ offered: true })
    expect(languageOf(await opens(path, wishes))).toBe(language)
  })

  test('say in French what it lacks, and never anything in English', async () => {
    const { opens } = await site({ offered: true })
    const page = await opens('/?langue=qaa')
    expect(page).toContain('Suon-setid')
    expect(page).toContain('Egassem ertov')
    expect(page).toContain('Notre promesse')
    expect(page).toMatch(/21 niuj 2027/)
    expect(await opens('/affiche?langue=qaa')).toContain(publicFr.poster.how)
  })

  test('say which is a draft, and lead to the same page in each', async () => {
    const { opens } = await site({ offered: true })
    const page = await opens('/?kind=protection', 'qaa')
    const choice = /<nav class="languages".*?<\/nav>/s.exec(page)?.[0] ?? ''
    expect(leadsTo(choice)).toEqual(['fr', 'en', 'qaa'].map((code) => `/?kind=protection&langue=${code}`))
    expect(choice).toMatch(/Français<\/span><\/a\s*>/)
    expect(choice).toMatch(/Éguɐl<\/span> \(à l’essai\)/)
    expect(choice).toMatch(/langue=qaa"[^>]*aria-current="true"/)
  })

  test('stay in it from the form over what is missing to the number and its follow-up', async () => {
    const { jaabi, opens, posts } = await site({ offered: true })
    const open = await opens('/?langue=qaa')
    expect(leadsTo(open).filter((to) => !/[?&]langue=(qaa|fr|en)$/.test(to))).toEqual([])
    const posting = leadsTo(open).find((to) => to.startsWith('/plainte')) ?? ''
    const missing = await posts(posting, { kind: 'complaint', text: '', language: 'qaa' })
    expect(missing).toContain('Stom seuqleuq zevircé')
    expect(missing).not.toContain('class="languages"')
    const receipt = await posts(posting, { kind: 'complaint', text: 'Le moulin est cassé', language: 'qaa' })
    expect(receipt).toContain('Éton neib')
    const [reference = ''] = await jaabi.references()
    const following = leadsTo(receipt).find((to) => to.includes(reference)) ?? ''
    const followed = await opens(following, 'fr')
    expect(languageOf(followed)).toBe('qaa')
    expect(followed).toContain('<input type="hidden" name="langue" value="qaa" />')
    expect((await jaabi.caseOf(reference)).language).toBe('qaa')
  })

  test('tell whoever trained reads about a danger which language the page was in', async () => {
    const { jaabi, posts } = await site({ offered: true })
    await posts('/plainte?langue=qaa', { kind: 'protection', danger: 'yes' })
    const [reference = ''] = await jaabi.references()
    expect(await jaabi.caseOf(reference)).toMatchObject({ lane: 'S2', language: 'qaa' })
  })
})
