import { describe, expect, it } from 'vitest'
import { partSize, placeOf } from '../../../core/channel/sms-part.ts'

const of = (units: number, letter = 'a') => letter.repeat(units)
const place = (text: string, last: string) => placeOf(partSize(text), partSize(last))

describe('a text goes on from the one before', () => {
  it.each([
    ['the part of a long SMS', of(153), 'fin'],
    ['a whole SMS that was full', of(160), 'fin'],
    ['one less, where an escape could not be cut', of(152), '€ de trop'],
    ['the same of a whole SMS', of(159), '[sic]'],
    ['a part in the wide alphabet', of(67, 'ɛ'), 'laban'],
    ['a whole SMS in the wide alphabet', of(70, 'ɛ'), 'laban'],
    ['a part that needs it only for what follows', of(67), 'kɔ'],
    ['one less, where a picture could not be cut', of(66, 'ɛ'), '😡'],
    ['characters that cost two', `${of(151)}€`, 'fin'],
  ])('%s', (_what, first, rest) => {
    expect(place(rest, first)).toBe('behind')
    expect(place(first, rest)).toBe('before')
  })

  it.each([
    ['one that was not full', of(150), 'fin'],
    ['one less and nothing to spare', of(152), 'fin'],
    ['one more', of(154), 'fin'],
    ['two short ones', 'Le puits est sale', 'Le toit est tombé'],
    ['a full part of the wide alphabet in plain letters alone', of(67), 'fin'],
  ])('not %s', (_what, first, rest) => {
    expect(place(rest, first)).toBeNull()
    expect(place(first, rest)).toBeNull()
  })
})
