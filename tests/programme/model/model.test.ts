import { expect, test } from 'vitest'
import { judged } from '../../../core/routing/model/judge.ts'
import { readWith } from '../../../core/routing/model/model.ts'
import { categories } from '../../../programme/categories.ts'
import { judge } from '../../../programme/model/judge.ts'
import { packedModel } from '../../../programme/model/model-packed.ts'
import { packedModule, unpack } from '../../../programme/model/packed.ts'
import { isHeldOut, sentences, writerOf } from '../../../programme/model/sentences.ts'
import { train } from '../../../programme/model/train.ts'
import { suggestFromWords } from '../../../programme/suggest-from-words.ts'

const all = sentences()

test('there are thousands of sentences, of every level and category, by several hands', () => {
  const own = all.filter((one) => !isHeldOut(one))
  expect(own.length).toBeGreaterThan(3000)
  expect(new Set(own.map(writerOf)).size).toBeGreaterThanOrEqual(6)
  expect(new Set(own.map(({ level }) => level))).toEqual(new Set(['N0', 'N1', 'N2', 'S1', 'S2']))
  expect(new Set(own.map(({ category }) => category))).toEqual(new Set(categories.map(({ code }) => code)))
})

test('no writer stands both in what is trained on and in what is tried', () => {
  const [tried, trained] = [all.filter(isHeldOut), all.filter((one) => !isHeldOut(one))]
  const writers = new Set(trained.map(writerOf))
  expect(tried.filter((one) => writers.has(writerOf(one)))).toEqual([])
  const texts = new Set(trained.map(({ text }) => text))
  expect(tried.filter(({ text }) => text.length > 20 && texts.has(text))).toEqual([])
})

test('the level of a sentence and the lane of its category say the same', () => {
  const lanes = new Map(categories.map(({ code, lane }) => [code, lane]))
  for (const { level, category, text } of all)
    expect(level.startsWith('S') ? level : 'N', text).toBe(lanes.get(category))
})

test('the same sentences give the same bytes, and unpacked it reads as it did', () => {
  const few = all.filter(({ hand }, at) => hand === 'g' && at % 3 === 0)
  const model = train(few)
  const packed = packedModule(model)
  expect(packedModule(train(few))).toBe(packed)
  const again = unpack(/'(.+)'/.exec(packed)?.[1] ?? '')
  for (const { text } of few.slice(0, 20))
    for (const output of ['sensitive', 'danger', 'EHA-EAU'])
      expect(readWith(again, text, []).score(output)).toBeCloseTo(readWith(model, text, []).score(output), 4)
})

test('it is small enough to travel with everything that takes in messages', () => {
  expect(packedModel.length).toBeLessThanOrEqual(100 * 1024)
})

test('it says which words spoke, as they were written', () => {
  const text = 'LE PRESIDENT du comité vend nos sacs la nuit'
  const { sensitive } = judged(judge, text, [], [])
  expect(sensitive?.words.length).toBeGreaterThan(0)
  for (const phrase of sensitive?.words ?? []) expect(text).toContain(phrase)
})

test.each([
  "l'agent qui inscrit veut que ma fille passe la nuit chez lui",
  'il a dit que sans un petit quelque chose pour lui mon nom ne sort pas',
  'depuis que jai parlé ils viennent a moto devant chez moi la nuit',
  'on a forcé ma soeur de 14 ans a se marier',
])('« %s » may be sensitive, in whatever words', (text) => {
  expect(suggestFromWords(text).sensitive).toBe(true)
})

test.each([
  'elle ne repond plus quand on lappelle et elle est froide',
  'le bebe ne tete plus et ses yeux sont rentrés',
  'un serpent a mordu mon fils et pas de voiture',
])('« %s » may be a danger to life, in whatever words', (text) => {
  expect(suggestFromWords(text).level).toBe('N2')
})

test('neither list nor model lowers what the other raises', () => {
  const quiet = {
    ...judge,
    bounds: { ...judge.bounds, sensitive: { ...judge.bounds.sensitive, from: 99 }, danger: 99 },
  }
  expect(judged(quiet, 'mon enfant convulse', [], [])).toMatchObject({ sensitive: null, danger: null })
  expect(suggestFromWords('il veut un cadeau avant de donner le kit').sensitive).toBe(true)
  expect(suggestFromWords('mon enfant convulse').level).toBe('N2')
})
