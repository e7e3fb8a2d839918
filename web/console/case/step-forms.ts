import type { Level } from '../../../core/case/level.ts'
import { say } from '../../say.ts'
import { type Option, optionsOf } from '../frame/choices.ts'
import type { Field } from '../frame/fields.ts'
import { day, inWords } from '../frame/words.ts'
import type { CaseTexts } from './texts.ts'
import type { CaseChoices, CaseView } from './view.ts'
import type { CaseWords } from './words.ts'

// What is asked about a danger to life, words that nobody here can read, and what the person writes back.

type Labels = CaseTexts['fields']

/** What was done about a danger to life, and on which day where it was not today. */
export const actFields = (fields: Labels, { from, until }: { from: string; until: string }): Field[] => [
  { as: 'area', name: 'done', label: fields.done, hint: fields.doneHint, required: true, maxLength: 2000, rows: 3 },
  { as: 'date', name: 'on', label: fields.doneAt, min: from, max: until },
]

/** Its short evaluation, asked for with the answer: why is said once, above the first. */
export const evaluationFields = (fields: Labels): Field[] =>
  (['seenBy', 'found', 'did', 'left'] as const).map((name) => ({
    as: 'area',
    name,
    label: fields[name],
    hint: name === 'seenBy' ? fields.evaluation : undefined,
    required: true,
    maxLength: 500,
    rows: 2,
  }))

/** In which language somebody trained is asked what the words mean; who asks says what they think it is. */
export const readerFields = (
  { languages, guess }: CaseChoices['readers'],
  none: Option,
  { readerLanguage: label, noReader }: Labels,
): Field[] => {
  const hint = languages.length === 0 ? noReader : undefined
  return [
    { as: 'select', name: 'language', label, hint, options: [none, ...languages], value: guess ?? '', required: true },
  ]
}

export const meaningFields = ({ meaning: label, meaningHint: hint }: Labels): Field[] => [
  { as: 'area', name: 'meaning', label, hint, required: true, maxLength: 4000, rows: 5 },
]

export const choose = ({ case: { actions } }: CaseWords): Option => ({ value: '', label: `— ${actions.choose} —` })

/** What the words of the person say of the answer. */
export const judgeFields = (_: CaseView, { codes, case: { fields } }: CaseWords): Field[] => [
  {
    as: 'radios',
    name: 'verdict',
    label: fields.verdict,
    options: optionsOf({ ...codes.satisfaction, none: fields.verdictNone }),
    required: true,
  },
]

/** Which case they answer, of those whose question was open. */
export const joinFields = ({ replyTo }: CaseView, words: CaseWords): Field[] => [
  { as: 'select', name: 'to', label: words.case.fields.joinTo, options: [choose(words), ...replyTo], required: true },
]

/** Which of them leave the case: those that may be another complaint stand there already, and one click splits them off. */
export const splitFields = ({ replies, maybeOther }: CaseView, words: CaseWords): Field[] => {
  const { fields, trail } = words.case
  const [value] = maybeOther
  const options = [...(value === undefined ? [choose(words)] : []), ...replies]
  const reply = {
    as: 'select',
    name: 'index',
    label: fields.reply,
    options,
    required: true,
    ...(value === undefined ? {} : { value }),
  } as const
  if (value === undefined) return [reply]
  const { label, yes, no } = trail.other
  return [reply, { as: 'radios', name: 'apart', label, options: optionsOf({ yes, no }), value: 'yes', required: true }]
}

export const optional = (label: string, { case: { actions } }: CaseWords): string => `${label} (${actions.optional})`

/** What each level would promise, beside its name. */
export function levelOptions(view: CaseView, words: CaseWords) {
  const { codes } = words
  const { also } = words.case
  const hintOf = (level: Level): string | undefined => {
    if (level === view.lane) return undefined
    if (level === 'S2') return also.protection
    if (level === 'S1') return also.integrity
    const promisedAt = view.choices.promises[level]
    return promisedAt ? say(also.promiseAt, { day: day(promisedAt, view, words) }) : also.promiseKept
  }
  return (['N0', 'N1', 'N2', 'S1', 'S2'] as const).map((level) => ({
    value: level,
    label: inWords(codes.levels, level),
    hint: hintOf(level),
  }))
}

/** What the person wants of us, and whether they took what was offered; neither need be known. */
export const helpFields = ({ questions, codes, case: { trail } }: CaseWords): Field[] => [
  {
    as: 'radios',
    name: 'sought',
    label: questions.danger.sought.label,
    options: optionsOf(questions.danger.sought.options),
  },
  { as: 'radios', name: 'taken', label: trail.help.taken, options: optionsOf(codes.taken) },
]

/** Where nobody may call or visit, somebody can only have come. */
export function toldFields({ contact: { mayCall } }: CaseView, { codes, case: { fields, trail } }: CaseWords): Field[] {
  const hows = (mayCall ? ['call', 'face', 'relay'] : ['face', 'relay']).map((value) => ({
    value,
    label: inWords(codes.hows, value),
  }))
  const { reachedYes: yes, reachedNo: no, reachedWrong: wrong, reachedUnwanted: unwanted } = fields
  const reached = optionsOf({ yes, no, wrong, unwanted })
  const asked = { as: 'radios', required: true } as const
  return [
    { ...asked, name: 'how', label: fields.how, options: hows },
    ...(mayCall ? [{ ...asked, name: 'reached', label: fields.reached, options: reached }] : []),
    { as: 'area', name: 'said', ...trail.said, maxLength: 2000, rows: 4 },
  ]
}
