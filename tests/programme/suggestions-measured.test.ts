import { expect, test } from 'vitest'
import { agreement, corporaIn, labelled } from '../../bench/suggestions/corpora.ts'
import { firstList } from '../../bench/suggestions/first-list.ts'
import { measured } from '../../bench/suggestions/measure.ts'
import type { Told } from '../../bench/suggestions/text.ts'

test('some 700 texts are labelled, twice, and the passes mostly agree', () => {
  expect(labelled.length).toBeGreaterThanOrEqual(600)
  for (const field of ['kind', 'level', 'category'] as const) expect(agreement(field).same).toBeGreaterThan(0.9)
})

test('without the corpora it says which files it lacks, and measures none', () => {
  const { texts, lacking } = corporaIn('/nowhere')
  expect(texts).toEqual([])
  expect(lacking).toHaveLength(3)
})

test('the first list still reads as it did', () => {
  expect(firstList('on demande un bakchich')).toMatchObject({ category: 'INT-ARGENT', sensitive: true, level: null })
  expect(firstList('mon nom est enlevé si je ne couche pas avec lui')).toMatchObject({ sensitive: false })
})

test('a text whose two labels differ is neither a find nor a false alarm', () => {
  const told = (text: string, ...levels: string[]): Told => ({
    source: 'x',
    language: 'fr',
    text,
    labels: levels.map((level) => ({ kind: 'complaint', level, category: 'EHA-EAU' })),
  })
  const texts = [told('a', 'S1', 'S1'), told('b', 'S1', 'N1'), told('c', 'N1', 'N1'), told('d', 'N2', 'N2')]
  const shout = () => ({ category: null, sensitive: true, level: 'N2', kind: null }) as const
  expect(measured(shout, texts)).toEqual([
    '100 % (1/1)',
    '100 % (1/1)',
    '100 % (1/1)',
    '100 % (1/1)',
    '0 % (0/4)',
    '100 % (4/4)',
    '0 % (0/4)',
    '0 % (0/4)',
  ])
})
