import type { HistoryLine } from './view.ts'
import type { ConsoleTexts } from '../texts.ts'
import { type Here, spellDay, spellTime } from '../frame/when.ts'

/** The texts a case page needs. */
export type CaseWords = Pick<ConsoleTexts, 'case' | 'inbox' | 'questions'>

type Holes = Readonly<Record<string, string | number | null | undefined>>

const isEmpty = (value: string | number | null | undefined): boolean =>
  value === null || value === undefined || value === ''

/** Fills `{holes}`; a part in `[…]` goes when one of its holes is empty. What is put in is never read as a template. */
export function say(template: string, holes: Holes = {}): string {
  const kept = template.replace(/\[([^\]]*)\]/g, (_, part: string) =>
    [...part.matchAll(/\{(\w+)\}/g)].some(([, name = '']) => isEmpty(holes[name])) ? '' : part,
  )
  return kept.replace(/\{(\w+)\}(\.?)/g, (hole, name: string, stop: string) => {
    const value = holes[name]
    // « le 7 déc. » ends its sentence by itself.
    return isEmpty(value) ? hole : `${String(value)}${String(value).endsWith('.') ? '' : stop}`
  })
}

/** The words for a code; a code without words is shown as it is. */
export const inWords = (list: Readonly<Record<string, string>>, code: string): string => list[code] ?? code

export const day = (at: string, here: Here, { inbox }: CaseWords): string => spellDay(at, here, inbox.when)
export const hour = (at: string, here: Here, { inbox }: CaseWords): string => spellTime(at, here, inbox.when)

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)
export const sentence = (template: string, holes: Holes): string => capital(say(template, holes))

export function ownerInWords({ code, name }: { code: string; name: string | null }, { case: { codes } }: CaseWords) {
  if (name === null) return inWords(codes.owners, code)
  return code.startsWith('region:') ? say(codes.owners['region'] ?? '{name}', { name }) : name
}

const lists = ({ case: { codes } }: CaseWords): Readonly<Record<string, Readonly<Record<string, string>>>> => ({
  channel: codes.channels,
  consent: codes.consents,
  person: codes.persons,
  danger: codes.danger,
  disability: codes.disability,
  clock: codes.clocks,
  outcome: codes.outcomes,
  how: codes.hows,
  waitingFor: codes.waitingFor,
  part: codes.parts,
  score: codes.satisfaction,
  level: codes.levels,
  to: codes.owners,
})

/** Entries that read otherwise where a code of theirs says so. */
const variants: readonly (readonly [what: string, code: string, reads: string])[] = [
  ['assigned', 'handOver', 'offered'],
  ['told', 'unconfirmed', 'told-unconfirmed'],
  ['lower-proposed', 'dropped', 'unnaming-proposed'],
]

/** Under which code an entry of the history has its sentence. */
const happeningOf = (line: Readonly<Record<string, unknown>> & { what: string }): string =>
  variants.find(([what, code]) => line.what === what && Boolean(line[code]))?.[2] ?? line.what

/** An instant is a day, a number a rung of the ladder (or a score), anything else a code. */
function read(name: string, value: unknown, here: Here, words: CaseWords): string | null {
  if (typeof value === 'number' && name !== 'score') return words.case.codes.ladder[value] ?? String(value)
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const text = String(value)
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return day(text, here, words)
  const list = lists(words)[name]
  return list ? inWords(list, text) : text
}

/** One entry of the history in plain words. */
export function happening({ entry, names }: Pick<HistoryLine, 'entry' | 'names'>, here: Here, words: CaseWords) {
  const values = Object.fromEntries(
    Object.entries(entry).map(([name, value]) => [name, read(name, value, here, words)]),
  )
  return say(inWords(words.case.codes.happenings, happeningOf(entry)), {
    ...values,
    place: null,
    category: null,
    ...names,
  })
}

/** « point focal, Aïssata Traoré ». */
export function whoDid({ entry, who }: HistoryLine, words: CaseWords): string {
  const role = inWords(words.case.codes.people, entry.by.role)
  return who === null ? role : say(words.case.history.by, { role, name: who })
}
