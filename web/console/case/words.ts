import { say } from '../../say.ts'
import type { Common } from '../frame/common.ts'
import type { Here } from '../frame/when.ts'
import { day, inWords } from '../frame/words.ts'
import type { CaseTexts } from './texts.ts'
import type { HistoryLine } from './view.ts'

/** The texts a case page needs. */
export type CaseWords = Common & { case: CaseTexts }

const lists = ({ codes }: CaseWords): Readonly<Record<string, Readonly<Record<string, string>>>> => ({
  channel: codes.channels,
  consent: codes.consents,
  taken: codes.taken,
  clock: codes.clocks,
  outcome: codes.outcomes,
  how: codes.hows,
  result: codes.results,
  waitingFor: codes.waitingFor,
  part: codes.parts,
  score: codes.satisfaction,
  level: codes.levels,
  language: codes.languages,
  to: codes.owners,
})

/** Entries that read otherwise where a code of theirs says so. */
const variants: readonly (readonly [what: string, code: string, reads: string])[] = [
  ['assigned', 'handOver', 'offered'],
  ['message-added', 'other', 'message-other'],
  ['told', 'unconfirmed', 'told-unconfirmed'],
  ['escalated', 'early', 'escalated-early'],
  ['nagged', 'early', 'nagged-early'],
  ['lower-proposed', 'dropped', 'unnaming-proposed'],
]

/** Under which code an entry of the history has its sentence. */
const happeningOf = (line: Readonly<Record<string, unknown>> & { what: string }): string =>
  variants.find(([what, code]) => line.what === what && Boolean(line[code]))?.[2] ?? line.what

/** An instant is a day, a number a rung of the ladder (or a score), anything else a code. */
function read(name: string, value: unknown, here: Here, words: CaseWords): string | null {
  if (typeof value === 'number' && name !== 'score') return words.codes.ladder[value] ?? String(value)
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const text = String(value)
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return day(text, here, words)
  const list = lists(words)[name]
  return list ? inWords(list, text) : text
}

/** What one entry says was answered of the person concerned: each with the words of its question. */
function answered(entry: Readonly<Record<string, unknown>>, { questions }: CaseWords) {
  const all: Readonly<Record<string, { label: string; answers: Readonly<Record<string, string>> }>> = questions.facts
  return Object.entries(all).flatMap(([name, { label, answers }]) => {
    const answer = entry[name]
    return typeof answer === 'string' ? [{ name, label, said: inWords(answers, answer) }] : []
  })
}

/** One entry of the history in plain words. */
export function happening({ entry, names }: Pick<HistoryLine, 'entry' | 'names'>, here: Here, words: CaseWords) {
  const said = answered({ ...entry }, words)
  const [own] = said
  if (own && entry.what === `${own.name}-given`)
    return say(inWords(words.codes.happenings, 'answer-given'), { question: own.label, answer: own.said })
  const values = Object.fromEntries(
    Object.entries(entry).map(([name, value]) => [name, read(name, value, here, words)]),
  )
  return say(inWords(words.codes.happenings, happeningOf(entry)), {
    ...values,
    place: null,
    category: null,
    answers: said.map((one) => one.said).join(' · '),
    ...names,
  })
}

/** « point focal, Aïssata Traoré ». */
export function whoDid({ entry, who }: HistoryLine, words: CaseWords): string {
  const role = inWords(words.codes.people, entry.by.role)
  return who === null ? role : say(words.case.history.by, { role, name: who })
}
