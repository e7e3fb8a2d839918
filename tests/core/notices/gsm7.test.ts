import fc from 'fast-check'
import { split } from 'split-sms'
import { describe, expect, it } from 'vitest'
import { lint, segments, toGsm7 } from '../../../core/notices/gsm7.ts'

const plain = fc.constantFrom(...Array.from('abc éèàùòÇ\n1234:/?@£$'))
const extended = fc.constantFrom(...Array.from('^{}\\[~]|€\f'))
const outside = fc.constantFrom('ê', 'ç', '’', 'ɛ', 'ߊ', 'م', '👍', '𝄞')
const text = fc.oneof(
  fc.array(fc.oneof({ weight: 9, arbitrary: plain }, { weight: 2, arbitrary: extended }), { maxLength: 500 }),
  fc.array(fc.oneof({ weight: 5, arbitrary: plain }, { weight: 2, arbitrary: outside }), { maxLength: 300 }),
  fc.array(extended, { maxLength: 200 }),
)

describe('how a text travels as SMS', () => {
  it('counts as split-sms does', () => {
    fc.assert(
      fc.property(text, (characters) => {
        const message = characters.join('')
        const theirs = split(message, { summary: true })
        const ours = segments(message)
        expect([ours.alphabet, ours.segments]).toEqual([
          theirs.characterSet === 'GSM' ? 'gsm7' : 'ucs2',
          theirs.parts.length,
        ])
        expect(ours.units * (ours.alphabet === 'gsm7' ? 1 : 2)).toBe(theirs.bytes)
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['', 1, 160],
    ['x'.repeat(160), 1, 160],
    ['x'.repeat(161), 2, 153],
    ['€'.repeat(80), 1, 160],
    // 153 is odd: the escape and its euro move to the next segment together.
    ['€'.repeat(153), 3, 153],
    ['ê'.repeat(70), 1, 70],
    ['ê'.repeat(71), 2, 67],
    // 67 is odd too: no picture is cut in half.
    ['👍'.repeat(67), 3, 67],
  ])('%#: %i segments', (message, count, perSegment) => {
    expect(segments(message)).toMatchObject({ segments: count, perSegment })
  })
})

describe('French made to fit GSM-7', () => {
  it.each([
    ['Le forage a été réparé où ça ?', 'Le forage a été réparé où ca ?'],
    ['L’hôpital a reçu « 3 » kits…', 'L\'hopital a recu "3" kits...'],
    ['cœur, sœur, Œuvre, ÊTRE, À', 'coeur, soeur, OEuvre, ETRE, A'],
    ['e\u0301te\u0301', 'été'],
    ['10\u00a0000\u202fF — fini', '10 000 F - fini'],
    ['tɔgɔ ɲɛ ŋ', 'tògò nyè ng'],
  ])('%s', (from, to) => {
    expect(toGsm7(from)).toBe(to)
  })

  it('leaves é è à ù and what has no plain form as they are', () => {
    expect(toGsm7('é è à ù É Ç')).toBe('é è à ù É Ç')
    expect(toGsm7('شكرا')).toBe('شكرا')
    expect(segments(toGsm7('merci شكرا')).alphabet).toBe('ucs2')
  })

  it('never needs doing twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (given) => {
        expect(toGsm7(toGsm7(given))).toBe(toGsm7(given))
      }),
    )
  })
})

describe('lint of an answer written by staff', () => {
  it('names each replacement once, and what is sent', () => {
    expect(lint('Réparé bientôt, bientôt: c’est prêt')).toMatchObject({
      changes: [
        ['ô', 'o'],
        ['’', "'"],
        ['ê', 'e'],
      ],
      result: "Réparé bientot, bientot: c'est pret",
      alphabet: 'gsm7',
      tooLong: false,
    })
  })

  it('refuses what takes three segments', () => {
    expect(lint('x'.repeat(306)).tooLong).toBe(false)
    expect(lint('x'.repeat(307)).tooLong).toBe(true)
    expect(lint('ك'.repeat(135)).tooLong).toBe(true)
  })
})
