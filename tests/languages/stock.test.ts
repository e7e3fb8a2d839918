import { describe, expect, it } from 'vitest'
import type { Languages } from '../../core/language.ts'
import { consoleStock, consoleTextsFor } from '../../languages/console.ts'
import { complete, draft, offeredTexts, type Stock, textsIn } from '../../languages/stock.ts'
import { mali } from '../../programme/mali.ts'
import { signInPage } from '../../web/console/sign-in/page.ts'
import { invented } from '../support/languages/qaa/language.ts'

interface Sample {
  hello: string
  days: readonly string[]
  made: (name: string) => string
  page: { title: string; text: string }
}
const language = (code: string) => ({ code, name: code, smsName: code })
const whole: Sample = {
  hello: 'bonjour',
  days: ['lundi', 'mardi'],
  made: (name) => `pour ${name}`,
  page: { title: 'Titre', text: 'Texte' },
}
const stock: readonly Stock<Sample>[] = [
  complete(language('fr'), whole),
  draft(language('ses'), { page: { title: 'Ses' }, days: ['un seul'] }),
  draft(language('khq'), { hello: 'Khq', made: (name) => `khq ${name}` }),
]

describe('the texts of a language', () => {
  const texts = textsIn(stock, ['khq', 'ses', 'fr'])

  it('are its own, else those of the next in its chain, text by text', () => {
    expect(texts.hello).toBe('Khq')
    expect(texts.made('x')).toBe('khq x')
    expect(texts.page).toEqual({ title: 'Ses', text: 'Texte' })
  })

  it('take a list whole: two languages are not mixed in one', () => {
    expect(texts.days).toEqual(['un seul'])
  })

  it('are those of a complete language as they are, and of nobody beyond it', () => {
    expect(textsIn(stock, ['fr', 'ses'])).toEqual(whole)
    expect(textsIn(stock, ['unknown', 'fr'])).toEqual(whole)
  })

  it('do not come of drafts alone', () => {
    expect(() => textsIn(stock, ['khq', 'ses'])).toThrow('khq, ses')
  })
})

describe('the languages offered', () => {
  const languages: Languages = [
    { code: 'fr', standIn: null, on: ['people', 'public', 'staff'] },
    { code: 'khq', standIn: 'ses', on: ['public'] },
    { code: 'nowhere', standIn: 'fr', on: ['public'] },
    { code: 'ses', standIn: 'fr', on: [] },
  ]

  it('are those of the programme that are there, a stand-in that is not offered read all the same', () => {
    const offered = offeredTexts(stock, languages, 'public')
    expect(offered.map(({ language }) => language)).toEqual(['fr', 'khq'])
    expect(offered[1]).toMatchObject({ hello: 'Khq', page: { title: 'Ses' }, chain: ['khq', 'ses', 'fr'] })
  })

  it('must be some', () => {
    expect(() => offeredTexts(stock.slice(1), languages, 'staff')).toThrow('staff')
  })
})

it('a third language of staff, one section of it there, is chosen like the others and reads along its chain', async () => {
  const languages: Languages = [...mali.languages, { code: invented.code, standIn: 'en', on: ['staff'] }]
  const third = draft(invented, { site: { signIn: { title: 'Retcennoc es' } } })
  const [first, ...others] = consoleTextsFor(languages, [...consoleStock, third])
  const shown = async (texts: typeof first) => String(await signInPage(texts, { problem: null, wanted: null }))
  const french = await shown(first)
  expect([...french.matchAll(/href="\?langue=(\w+)"/g)].map(([, code]) => code)).toEqual(['en', 'qaa'])
  expect(french).toMatch(/Éguɐl<\/span> \(à l’essai\)/)
  const own = others.find(({ language }) => language === invented.code)
  if (!own) throw new Error('the third is not offered')
  const page = await shown(own)
  expect(page).toContain('<html lang="qaa">')
  expect(page).toContain('Retcennoc es')
  expect(page).toContain('Restricted access')
})
