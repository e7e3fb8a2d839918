import { expect, test } from 'vitest'
import { fold } from '../../../core/places/normalise.ts'
import { distance, lacksMore, lettersIn, sound } from '../../../core/places/spelling.ts'
import { commonWords } from '../../../programme/common-words.ts'
import { terms } from '../../../programme/lexicon-terms.ts'
import { places } from '../../../programme/places/places.ts'
import { sounds } from '../../../programme/spelling.ts'

const system = 'cod-2021'
const names = (['region', 'cercle', 'commune'] as const).flatMap((level) => places.list(system, level))
const all = [...commonWords, ...Object.values(terms).flat(), ...names.map(({ name }) => name)]
const words = [...new Set(all.flatMap((one) => fold(one).split(/[^a-z]+/)))].filter((word) => word.length > 3)

test('a rule of sounds that is passed over would have changed nothing', () => {
  const always = sounds.map(([pattern, heard]) => [pattern, heard] as const)
  for (const word of [...words, 'phare', 'cycle', 'chaque', 'djenne', 'guerre', 'sous', 'wahabou', 'zoo', 'eau'])
    expect(sound(word, sounds)).toBe(sound(word, always))
})

test('words whose letters set them apart are as far apart when they are compared letter by letter', () => {
  const some = words.filter((_, at) => at % 3 === 0)
  const fooled = some.flatMap((one, at) =>
    some.slice(at, at + 60).flatMap((other) =>
      [1, 2].flatMap((limit) => {
        const [letters, others] = [lettersIn(one), lettersIn(other)]
        const isApart = lacksMore(letters, others, limit) || lacksMore(others, letters, limit)
        return isApart && distance(one, other, limit) <= limit ? [`${one} ${other}`] : []
      }),
    ),
  )
  expect(fooled).toEqual([])
  // One letter more, less, another, or two in the other order.
  for (const [one, other] of [
    ['soigner', 'soignerz'],
    ['soigner', 'soiger'],
    ['soigner', 'saigner'],
    ['soigner', 'soginer'],
  ] as const)
    // prettier-ignore
    expect(lacksMore(lettersIn(one), lettersIn(other), 1) || lacksMore(lettersIn(other), lettersIn(one), 1)).toBe(false)
  expect(lacksMore(lettersIn('soigner'), lettersIn('marabout'), 2)).toBe(true)
})
