import type { Field } from '../frame/fields.ts'
import type { CaseTexts } from './texts.ts'

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
