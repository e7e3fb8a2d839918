import type { Field } from '../frame/fields.ts'
import { type Option, optionsOf } from '../frame/choices.ts'
import type { CaseView } from './view.ts'
import type { CaseWords } from './words.ts'

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

/** Which of them leave the case. */
export const splitFields = ({ replies }: CaseView, words: CaseWords): Field[] => [
  { as: 'select', name: 'index', label: words.case.fields.reply, options: [choose(words), ...replies], required: true },
]
