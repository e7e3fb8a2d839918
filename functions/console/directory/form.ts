import type { DirectoryOutcome } from '../../../core/operations/directory/change.ts'
import type { DirectoryTexts } from '../../../web/console/directory/texts.ts'
import type { Values } from '../../../web/console/frame/choices.ts'
import type { FormState } from '../../../web/console/frame/form-state.ts'
import { say } from '../../../web/say.ts'

/** A posted form of the directory: what was typed, field by field. */
export interface DirectoryPosted {
  values: Values
  one: (name: string) => string
  many: (name: string) => string[]
  /** The version of what was changed, as the form was shown; null on a form for something new. */
  version: number | null
}

export function readDirectoryForm(form: FormData): DirectoryPosted {
  // Nothing is inherited: a field may be called « constructor ».
  const values = Object.create(null) as Record<string, string[]>
  for (const [name, value] of form) if (typeof value === 'string') (values[name] ??= []).push(value)
  const one = (name: string): string => (values[name]?.[0] ?? '').trim()
  const version = one('version')
  return {
    values,
    one,
    many: (name) => values[name] ?? [],
    version: /^\d{1,9}$/.test(version) ? Number(version) : null,
  }
}

const orNull = (text: string): string | null => (text === '' ? null : text)

export const personIn = (id: string, { one, many }: DirectoryPosted) => ({
  id,
  name: one('name'),
  role: one('role'),
  region: orNull(one('region')),
  organisation: orNull(one('organisation')),
  languages: many('languages'),
  focalFor: orNull(one('focalFor')),
  pseaOn: orNull(one('pseaOn')),
  readerOf: many('readerOf'),
  active: one('active') === 'oui',
})

export const organisationIn = ({ one, many }: DirectoryPosted) => ({
  name: one('name'),
  kind: one('kind'),
  regions: many('regions'),
  sectors: many('sectors'),
  supervises: many('supervises'),
  mandatedFor: many('mandatedFor'),
  protocolOn: orNull(one('protocolOn')),
  languages: many('languages'),
  active: one('active') === 'oui',
})

export const absenceIn = ({ one }: DirectoryPosted) =>
  one('fin') === 'oui' ? null : { fromOn: one('fromOn'), untilOn: one('untilOn'), deputy: one('deputy') }

type NotDone = Exclude<DirectoryOutcome, { is: 'done' | 'unknown' }>

export const statusOf = { invalid: 422, refused: 422, stale: 409 } as const satisfies Record<NotDone['is'], number>

/** What is wrong with a form, in words, beside what was typed. */
export function stateOf(outcome: NotDone, { values }: DirectoryPosted, texts: DirectoryTexts): FormState {
  const { problems, refused, fields } = texts
  const labels: Readonly<Record<string, { label: string } | undefined>> = fields
  if (outcome.is === 'stale') return { values, flaws: { '': problems.stale } }
  if (outcome.is === 'refused') return { values, flaws: { [outcome.field ?? '']: refused[outcome.why] } }
  const flaws = outcome.fields.map((name) => [name, say(problems.invalid, { field: labels[name]?.label ?? name })])
  return { values, flaws: Object.fromEntries(flaws) as FormState['flaws'] }
}
