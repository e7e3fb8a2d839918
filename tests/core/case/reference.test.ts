import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { grouped, isReference, newReference, readReference } from '../../../core/case/reference.ts'

/** A reference from eight given digits. */
function of(eight: string): string {
  let at = 0
  return newReference(() => Number(eight[at++]) / 10 + 0.05)
}
const reference = fc.stringMatching(/^[0-9]{8}$/).map(of)
const digit = fc.integer({ min: 0, max: 9 }).map(String)
const put = (text: string, at: number, ...characters: string[]): string =>
  text.slice(0, at) + characters.join('') + text.slice(at + characters.length)
const wrong = (original: string, misread: string): void => {
  fc.pre(original !== misread)
  expect(isReference(misread)).toBe(false)
}

describe('a reference number', () => {
  it('is eight digits and two that check them (ISO 7064 mod 97-10)', () => {
    expect(of('48291379')).toBe('4829137920')
    expect(of('00000000')).toBe('0000000098')
    fc.assert(
      fc.property(reference, (number) => {
        expect(Number(number) % 97).toBe(1)
        expect(isReference(number)).toBe(true)
      }),
    )
  })

  it('is not recognised with one digit misread', () => {
    fc.assert(
      fc.property(reference, fc.nat(9), digit, (number, at, other) => {
        wrong(number, put(number, at, other))
      }),
    )
  })

  it('is not recognised with two neighbours swapped, or two across one', () => {
    fc.assert(
      fc.property(reference, fc.nat(8), (number, at) => {
        wrong(number, put(number, at, number.charAt(at + 1), number.charAt(at)))
      }),
    )
    fc.assert(
      fc.property(reference, fc.nat(7), (number, at) => {
        wrong(number, put(number, at, number.charAt(at + 2), number.charAt(at + 1), number.charAt(at)))
      }),
    )
  })

  it('is not recognised when 11 is heard as 77, or 131 as 737', () => {
    const number = (eight: string, at: number, heard: string[]) => of(put(eight, at, ...heard))
    const eight = fc.stringMatching(/^[0-9]{8}$/)
    fc.assert(
      fc.property(eight, fc.nat(6), digit, digit, (start, at, a, b) => {
        const right = number(start, at, [a, a])
        wrong(right, put(right, at, b, b))
      }),
    )
    fc.assert(
      fc.property(eight, fc.nat(5), digit, digit, digit, (start, at, a, b, middle) => {
        const right = number(start, at, [a, middle, a])
        wrong(right, put(right, at, b, middle, b))
      }),
    )
  })

  it('reads aloud in groups that never break', () => {
    expect(grouped('4829137920')).toBe('4829\u00a01379\u00a020')
    expect(readReference(grouped('4829137920'))).toBe('4829137920')
  })
})

describe('finding a reference in what people write', () => {
  it.each([
    'suivi 4829137920',
    'mon dossier 4829 1379 20 svp',
    '48-29-13-79-20',
    '4829.1379.20',
    '3 4829137920',
    '4829137920, 3',
    '٤٨٢٩١٣٧٩٢٠',
    '4829137921 puis 4829137920',
    '4829l3792O',
    'SUIVI 4829I3792o',
    'suivi4829l3792O',
    'suivi4829137920svp',
    '4829137920lundi',
    '4829,1379,20',
    '4829/1379/20',
    '4829, l379, 2O.',
    'il 4829137920',
    'oo 4829137920 lo',
    '４８２９１３７９２０',
    '４８２９１３７９２Ｏ',
  ])('%s', (text) => {
    expect(readReference(text)).toBe('4829137920')
  })

  it.each([
    ['a wrong check digit', '4829137921'],
    ['part of a longer number', '34829137920'],
    ['a phone number', '+223 70 00 00 01'],
    ['digits apart from each other', '48291379 est le numéro, 20 ans'],
    ['no digits', 'bonjour'],
    ['letters alone', 'OIlo lOIO lo'],
    ['the letters of a word beside', '482913792lundi o'],
  ])('finds none in %s', (_what, text) => {
    expect(readReference(text)).toBeNull()
  })
})
