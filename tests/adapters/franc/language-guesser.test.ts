import { expect, test } from 'vitest'
import { guessLanguage } from '../../../adapters/franc/language-guesser.ts'

const served = ['fr', 'bm']

test.each([
  ['le forage est en panne depuis lundi', 'fr'],
  ['jai pas eu mon riz on attend tjr', 'fr'],
  ['kits incomplets', 'fr'],
  ['ji tɛ yen', 'bm'],
  ['Furaw tè yen dogotoroso la', 'bm'],
  ['pompe tinyena dugu kono', 'bm'],
  ['i ni ce', 'bm'],
])('« %s » is %s', async (text, language) => {
  expect(await guessLanguage(text, served)).toBe(language)
})

test.each(['', '500', 'ji', 'merci', '🙏🏿', 'الماء مقطوع منذ ثلاثة أيام'])(
  '« %s » is like none of them more than another, and never French by default',
  async (text) => {
    expect(await guessLanguage(text, served)).toBeNull()
  },
)

test('of languages nobody serves it says nothing', async () => {
  expect(await guessLanguage('le forage est en panne', [])).toBeNull()
  expect(await guessLanguage('we have no water since monday', ['fr', 'en'])).toBe('en')
})
