import { gsm7Units } from '../channel/gsm7-alphabet.ts'

/** How a text travels as SMS. `units` are septets (gsm7) or 16-bit units (ucs2); `perSegment` is what one segment holds. */
export interface Segments {
  alphabet: 'gsm7' | 'ucs2'
  units: number
  segments: number
  perSegment: number
}

/** One segment alone, and each of several, which give up room for a header (3GPP TS 23.040). */
const room = { gsm7: { alone: 160, each: 153 }, ucs2: { alone: 70, each: 67 } } as const

/** Characters no accent-stripping finds, as French is typed, and the Bambara letters in their older spelling: each, then what is put. */
const plainer: Readonly<Record<string, string>> = Object.fromEntries(
  [
    '’\' ‘\' ʼ\' `\' ´\' “" ”" „" «" »" ‹" ›"',
    'œoe ŒOE –- —- ‑- −- •- ·- ×x °o →-> ⁄/',
    'ɛè ƐE ɔò ƆO ɲny ƝNy ŋng ŊNg ɓb ɗd ƴy',
  ]
    .flatMap((row) => row.split(' '))
    .map(([from = '', ...to]): [string, string] => [from, to.join('')])
    .concat([
      ['\t', ' '],
      ['\u2028', '\n'],
      ['\u2029', '\n'],
    ]),
)

/** What a person who writes an answer is shown: each replacement once, and what the SMS will be. */
export interface Lint extends Segments {
  changes: [from: string, to: string][]
  result: string
  /** Over two segments: refused (design §5). */
  tooLong: boolean
}

/** Accents that stand alone, and characters that take no room. */
const dropped = /[\u0300-\u036f\u00ad\u200b\u2060\ufeff]/
/** Guillemets take the blank inside them along. */
const guillemets = /«[\s\u00a0\u202f]?|[\s\u00a0\u202f]?»/gu

export function segments(text: string): Segments {
  const characters = Array.from(text)
  const septets = characters.map(gsm7Units)
  const alphabet = septets.includes(null) ? 'ucs2' : 'gsm7'
  const sizes = alphabet === 'gsm7' ? septets.map((cost) => cost ?? 0) : characters.map(({ length }) => length)
  const units = sizes.reduce((sum, size) => sum + size, 0)
  const { alone, each } = room[alphabet]
  if (units <= alone) return { alphabet, units, segments: 1, perSegment: alone }
  return { alphabet, units, segments: packed(sizes, each), perSegment: each }
}

/** An escape and its character, or the halves of a surrogate pair, never part. */
function packed(sizes: readonly number[], each: number): number {
  let count = 1
  let used = 0
  for (const size of sizes) {
    if (used + size > each) {
      count += 1
      used = 0
    }
    used += size
  }
  return count
}

function plainCharacter(character: string): string {
  const known = plainer[character]
  if (known !== undefined) return known
  if (dropped.test(character)) return ''
  const bare = character.normalize('NFKD').replaceAll(/\p{M}/gu, '')
  const plain = Array.from(bare, (part) => plainer[part] ?? part).join('')
  return segments(plain).alphabet === 'gsm7' ? plain : character
}

function change(text: string, changed?: (from: string, to: string) => void): string {
  const tidy = text.normalize('NFC').replaceAll(guillemets, (mark) => mark.trim())
  return Array.from(tidy, (character) => {
    if (gsm7Units(character) !== null) return character
    const to = plainCharacter(character)
    if (to !== character) changed?.(character, to)
    return to
  }).join('')
}

/**
 * The same text in GSM-7 where it can be: ê→e, ç→c, ’→', œ→oe; é è à ù stay. What has no plain form (Arabic, N'Ko, pictures) is left
 * alone rather than lost, and the text then travels as UCS-2.
 */
export const toGsm7 = (text: string): string => change(text)

/** Lints a whole SMS, so put the answer into its template first. The console lints by these very rules in the browser. */
export function lint(text: string): Lint {
  const changes = new Map<string, string>()
  const result = change(text, (from, to) => changes.set(from, to))
  const size = segments(result)
  return { changes: [...changes], result, ...size, tooLong: size.segments > 2 }
}
