import type { Option } from '../frame/choices.ts'
import type { Field } from '../frame/fields.ts'
import type { CaseTexts } from './texts.ts'
import type { CaseChoices } from './view.ts'

// What is asked where it may not wait: a danger to life, and words that nobody here can read.

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
