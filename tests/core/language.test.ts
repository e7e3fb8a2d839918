import { describe, expect, it } from 'vitest'
import { chainOf, labelIn, type Languages, offeredOn } from '../../core/language.ts'
import { mali } from '../../programme/mali.ts'
import { sectors } from '../../programme/sectors.ts'

const languages: Languages = [
  { code: 'fr', standIn: null, on: ['people', 'public', 'staff'] },
  { code: 'ses', standIn: 'fr', on: ['people'] },
  { code: 'khq', standIn: 'ses', on: [] },
  { code: 'en', standIn: null, on: ['staff'] },
]

describe('a chain of languages', () => {
  it('goes over what is declared, and ends with the programme’s first', () => {
    expect(chainOf(languages, 'khq')).toEqual(['khq', 'ses', 'fr'])
    expect(chainOf(languages, 'fr')).toEqual(['fr'])
  })

  it('leads from a language nobody declared to the first, never to another', () => {
    expect(chainOf(languages, 'en')).toEqual(['en', 'fr'])
    expect(chainOf(languages, 'xx')).toEqual(['xx', 'fr'])
  })

  it('ends with the first also where two stand in for each other by mistake', () => {
    const twisted: Languages = [languages[0], { code: 'a', standIn: 'b', on: [] }, { code: 'b', standIn: 'a', on: [] }]
    expect(chainOf(twisted, 'a')).toEqual(['a', 'b', 'fr'])
  })

  it('says what is offered where, in the order of the list', () => {
    expect(offeredOn(languages, 'people')).toEqual(['fr', 'ses'])
    expect(offeredOn(languages, 'staff')).toEqual(['fr', 'en'])
  })
})

describe('a label', () => {
  const chain = chainOf(languages, 'khq')

  it('is the nearest of the chain that has one', () => {
    expect(labelIn({ fr: 'eau', ses: 'hari', en: 'water' }, chain)).toBe('hari')
    expect(labelIn({ en: 'water', fr: 'eau' }, chain)).toBe('eau')
  })

  it('is nothing rather than a language outside the chain', () => {
    expect(labelIn({ en: 'water' }, chain)).toBe('')
  })

  it('of Mali is there in its first language', () => {
    const [first] = mali.languages
    const own = chainOf(mali.languages, first.code)
    const labels = [
      ...mali.categories.flatMap(({ label, owner }) => [label, owner]),
      ...sectors.map(({ label }) => label),
    ]
    expect(labels.length).toBeGreaterThan(50)
    expect(labels.filter((label) => labelIn(label, own) === '')).toEqual([])
  })
})
