import { performance } from 'node:perf_hooks'
import { suggestFromWords } from '../../programme/suggest-from-words.ts'
import type { Section } from '../tools/section.ts'
import { median } from '../tools/stats.ts'
import type { Figure } from '../tools/table.ts'
import { texts } from '../tools/texts.ts'

const letters = 16 * 1024
const filled = (text: string): string => text.repeat(Math.ceil(letters / text.length)).slice(0, letters)
const prose = filled(`${texts.join('. ')}. `)

/** What a stranger may post to keep a machine busy, against prose of the same length. */
const unkind: readonly (readonly [string, string])[] = [
  ['one place name', filled('Gao ')],
  ['names of places', filled('Kadiolo Koutiala Sikasso Bourem Menaka ')],
  ['one short word', filled('a ')],
  ['terms of one rule', filled('medicament '.repeat(20) + 'manque '.repeat(20))],
]

function readMs(text: string): number {
  const from = performance.now()
  suggestFromWords(text)
  return performance.now() - from
}

/** What 16 KB cost to read: places, the list of words and the model together. */
export const longTexts: Section = ({ quick }) => {
  const rounds = Array.from({ length: quick ? 5 : 15 }, () => ({
    prose: readMs(prose),
    ...Object.fromEntries(unkind.map(([name, text]) => [name, readMs(text)])),
  }))
  const figures = unkind.map(([name]): Figure => {
    const ms = (one: (typeof rounds)[number]): number => (one as Record<string, number>)[name] ?? 0
    return {
      section: 'texts',
      what: `16 KB of ${name}`,
      figure: `${median(rounds.map(ms)).toFixed(1)} ms against ${median(rounds.map((one) => one.prose)).toFixed(1)} ms`,
      ratio: median(rounds.map((one) => ms(one) / one.prose)),
      over: '16 KB of prose',
      budget: { atMost: 3 },
    }
  })
  return Promise.resolve(figures)
}
