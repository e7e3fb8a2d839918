import type { Step } from '../../../core/case/status.ts'
import type { QuestionName } from '../../../core/channel/questions.ts'
import type { Field } from '../frame/fields.ts'
import {
  actFields,
  choose,
  evaluationFields,
  helpFields,
  joinFields,
  judgeFields,
  levelOptions,
  meaningFields,
  optional,
  readerFields,
  splitFields,
  toldFields,
} from './step-forms.ts'
import type { CaseView } from './view.ts'
import type { CaseWords } from './words.ts'
import { type Option, optionsOf } from '../frame/choices.ts'
import { day } from '../frame/words.ts'
import { say } from '../../say.ts'

type Asks = (view: CaseView, words: CaseWords) => Field[]

const reasonOf =
  (required: boolean): Asks =>
  (_, { case: { fields } }) => [
    { as: 'area', name: 'reason', label: fields.reason, hint: fields.reasonHint, required, maxLength: 2000, rows: 2 },
  ]
const reason = reasonOf(true)
const nothing: Asks = () => []

/** On protection's page nothing is asked but codes, and the reason to lower. */
const assess: Asks = (view, words) => {
  const { codes } = words
  const { fields, suggested } = words.case
  const { choices, level, category, place, kind, named, lane } = view
  const none: Option = { value: '', label: words.case.facts.none }
  const lower: Field[] =
    level === null
      ? []
      : [{ as: 'area', name: 'reason', label: fields.reasonLower, hint: fields.reasonHint, maxLength: 2000, rows: 2 }]
  const chosen: Field[] = [
    {
      as: 'radios',
      name: 'level',
      label: fields.level,
      options: levelOptions(view, words),
      required: true,
      value: choices.level ?? '',
    },
    {
      as: 'select',
      name: 'category',
      label: fields.category,
      options: [none],
      groups: choices.categories,
      value: (category ?? view.suggested.category)?.code ?? '',
    },
  ]
  if (lane === 'S2') return [...chosen, ...lower]
  const { recognised, list, candidates } = choices.places
  const found = recognised.filter((name) => name !== place)
  // One that is alone stands in the field already.
  const recognises =
    found.length > (place === null ? 1 : 0) ? say(fields.suggestedPlaces, { places: found.join(' · ') }) : undefined
  return [
    ...chosen,
    {
      as: 'place',
      name: 'place',
      label: fields.place,
      list,
      hint: found.length === 0 && place === null ? suggested.noPlace : recognises,
      value: place ?? (recognised.length === 1 ? recognised[0] : ''),
    },
    ...(candidates.length > 0
      ? [{ as: 'radios', name: 'placeMeant', label: words.site.places.several, options: candidates } as const]
      : []),
    { as: 'select', name: 'kind', label: fields.kind, options: optionsOf(codes.kinds), value: kind },
    ...lower,
    {
      as: 'checks',
      name: 'named',
      under: fields.someoneNamed,
      label: optional(fields.named, words),
      hint: fields.namedHint,
      options: choices.named,
      value: named.map(({ value }) => value),
    },
    {
      as: 'text',
      name: 'namedPerson',
      under: fields.someoneNamed,
      label: optional(fields.namedPerson, words),
      hint: fields.namedPersonHint,
      maxLength: 100,
    },
    ...ofThePerson(view, words),
  ]
}

/** What only figures need, put away: for whoever was asked on the phone. What was said can be said otherwise, not unsaid. */
const ofThePerson: Asks = (view, words) => {
  const { fields, facts } = words.case
  return Object.entries(words.questions.assess).map(([name, { label, hint, options }]): Field => {
    const said = view[name as QuestionName]
    const unsaid = said === null || !(said in options) ? [{ value: '', label: facts.none }] : []
    const answer = { value: said ?? '', options: [...unsaid, ...optionsOf(options)] }
    return { as: 'select', name, under: fields.ofThePerson, label: optional(label, words), hint, ...answer }
  })
}

const assign: Asks = ({ choices }, words) => {
  const options = [choose(words), ...choices.organisations]
  return [{ as: 'select', name: 'organisation', label: words.case.fields.organisation, options, required: true }]
}

const refer: Asks = ({ lane, choices }, words) => {
  const { fields } = words.case
  const ordinary = lane === 'N'
  return [
    {
      as: 'select',
      name: 'to',
      label: ordinary ? fields.organisation : fields.body,
      options: [choose(words), ...(ordinary ? choices.organisations : choices.bodies)],
      required: true,
    },
  ]
}

const answer: Asks = (view, words) => {
  const { fields } = words.case
  return [
    {
      as: 'select',
      name: 'outcome',
      label: fields.outcome,
      options: [choose(words), ...optionsOf(words.codes.outcomes)],
      required: true,
    },
    {
      as: 'area',
      name: 'answer',
      label: fields.answer,
      hint: fields.answerHint,
      required: true,
      maxLength: 1000,
      rows: 5,
    },
    ...(view.level === 'N2' && !view.evaluated ? evaluationFields(fields) : []),
  ]
}

const extend: Asks = (view, words) => {
  const { extension } = view.choices
  const { fields } = words.case
  if (!extension) return reason(view, words)
  const { from, until, proposed } = extension
  const hint = say(fields.untilHint, { from: day(from, view, words), until: day(until, view, words) })
  return [
    { as: 'date', name: 'to', label: fields.until, hint, min: from, max: until, value: proposed, required: true },
    ...reason(view, words),
  ]
}

const wait: Asks = (view, words) => {
  const { fields } = words.case
  const complainant = {
    value: 'complainant',
    label: say(fields.waitsComplainant, { day: day(view.choices.waitUntil, view, words) }),
  }
  return [
    {
      as: 'radios',
      name: 'for',
      label: fields.waitingFor,
      required: true,
      options: [...(view.pauseUsed ? [] : [complainant]), { value: 'third-party', label: fields.waitsThird }],
    },
    { as: 'area', name: 'reason', label: fields.reason, hint: fields.reasonHint, maxLength: 2000, rows: 2 },
  ]
}

const text =
  (label: 'question' | 'note', maxLength: number): Asks =>
  (_, { case: { fields } }) => [{ as: 'area', name: 'text', label: fields[label], required: true, maxLength, rows: 4 }]

/** What each step asks for, in order. */
export const asks: Record<Step, Asks> = {
  assess,
  'ask-reader': ({ choices }, words) => readerFields(choices.readers, choose(words), words.case.fields),
  'say-meaning': (_, { case: { fields } }) => meaningFields(fields),
  assign,
  refer,
  accept: nothing,
  refuse: reason,
  revoke: nothing,
  'send-back': reason,
  act: (view, { case: { fields } }) => actFields(fields, view.choices.actedOn),
  ask: text('question', 1000),
  answer,
  told: toldFields,
  judge: judgeFields,
  receipt: (_, { case: { fields } }) => [
    { as: 'text', name: 'number', label: fields.number, required: true, maxLength: 200 },
  ],
  confirm: nothing,
  extend,
  wait,
  resume: nothing,
  reopen: reason,
  note: text('note', 4000),
  merge: (_, { case: { fields } }) => [
    {
      as: 'text',
      name: 'lead',
      label: fields.lead,
      hint: fields.leadHint,
      required: true,
      maxLength: 20,
      numeric: true,
    },
  ],
  unmerge: nothing,
  join: joinFields,
  split: splitFields,
  withdraw: reason,
  dismiss: reason,
  'reveal-contact': reason,
  'offer-help': (_, words) => helpFields(words),
  silence: reasonOf(false),
  unsilence: reason,
}
