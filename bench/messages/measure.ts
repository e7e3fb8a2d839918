import { gsm7Units } from '../../core/channel/gsm7-alphabet.ts'
import { render } from '../../core/channel/ussd/screen.ts'
import { segments, type Segments, toGsm7 } from '../../core/notices/gsm7.ts'
import type { LanguageMessages, Messages } from '../../core/notices/messages.ts'
import { type Catalogue, carriesWords, type TemplateName, type Templates } from '../../core/notices/template.ts'
import { howShown, screens, smsRows } from './longest.ts'

/** A letter that an SMS pays for with more than half of its room, and what we send in its place. */
export type Letter = readonly [letter: string, plainer: string]

interface Measured extends Segments {
  language: string
  name: string
  /** As it stands in the catalogue, at its longest. */
  text: string
  letters: readonly Letter[]
}
export interface SmsMeasured extends Measured {
  allowed: number
  /** How many letters staff have in it; null where they write nothing. */
  room: number | null
}
export interface ScreenMeasured extends Measured {
  lines: number
}

export const screenUnits = 160
export const screenLines = 7

const measured = (text: string): Segments & Pick<Measured, 'text' | 'letters'> => {
  const outside = new Set(Array.from(text).filter((letter) => gsm7Units(letter) === null))
  return { ...segments(text), text, letters: [...outside].map((letter): Letter => [letter, toGsm7(letter)]) }
}

const longestOf = (texts: readonly string[]): string =>
  texts.toSorted((a, b) => segments(b).segments - segments(a).segments || segments(b).units - segments(a).units)[0] ??
  ''

/** All ways of one template, and how much room staff have in it at its shortest. */
function waysOf<Name extends TemplateName>(sms: Catalogue, name: Name, ways: readonly Templates[Name][], most: number) {
  const texts = ways.map((values) => sms[name](values))
  if (!carriesWords(name)) return { text: longestOf(texts), room: null }
  const write = (letters: number): string =>
    longestOf(ways.map((values) => sms[name]({ ...values, text: 'x'.repeat(letters) })))
  let room = 0
  while (segments(write(room + 1)).segments <= most) room += 1
  return { text: write(room), room }
}

/** Every SMS of one language at its longest. */
export function smsOf({ code, sms }: LanguageMessages, messages: Messages): SmsMeasured[] {
  const rows = smsRows(messages)
  const measure = (name: TemplateName): SmsMeasured => {
    const { ways, segments: allowed } = rows[name]
    const { text, room } = waysOf(sms, name, ways, allowed)
    return { language: code, name, allowed, room, ...measured(text) }
  }
  return (Object.keys(rows) as TemplateName[]).map((name) => measure(name))
}

/** Every screen of one language at its longest, with what it begins with. */
export const screensOf = ({ code, ussd }: LanguageMessages): ScreenMeasured[] =>
  screens.map((screen) => {
    const text = render({ screen, ...howShown(screen) }, ussd)
    return { language: code, name: screen.name, lines: text.split('\n').length, ...measured(text) }
  })

const costing = ({ letters }: Pick<Measured, 'letters'>): string =>
  letters
    .map(([letter, plainer]) => (plainer === letter ? `« ${letter} »` : `« ${letter} » (« ${plainer} »)`))
    .join(', ')

/** What keeps the build from passing, one sentence each. */
export function tooMuch(sms: readonly SmsMeasured[], shown: readonly ScreenMeasured[]): string[] {
  return [
    ...sms.flatMap((one) => {
      const { language, name, segments: takes, allowed, room } = one
      return [
        ...(one.alphabet === 'ucs2' ? [`SMS ${name} (${language}) is written with ${costing(one)}`] : []),
        ...(takes > allowed ? [`SMS ${name} (${language}) takes ${String(takes)} segments of ${String(allowed)}`] : []),
        ...(room !== null && room < leastRoom ? [`SMS ${name} (${language}) leaves ${String(room)} letters`] : []),
      ]
    }),
    ...shown.flatMap((one) => {
      const { language, name, units, lines } = one
      return [
        ...(one.alphabet === 'ucs2' ? [`screen ${name} (${language}) is written with ${costing(one)}`] : []),
        ...(units > screenUnits ? [`screen ${name} (${language}) has ${String(units)} of ${String(screenUnits)}`] : []),
        ...(lines > screenLines ? [`screen ${name} (${language}) has ${String(lines)} lines`] : []),
      ]
    }),
  ]
}

/** Fewer letters than this and an answer says nothing. */
const leastRoom = 120
