import type { Consent } from '../../core/channel/message.ts'
import type { Given } from '../../core/channel/questions.ts'
import type { CareGroup } from './care.ts'
import type { Flaw } from './fields.ts'
import type { PublicSettings } from './page.ts'
import type { OfferedKind, Problem, PublicTexts } from './texts.ts'

/**
 * Which page of the form: an ordinary kind, `abus` the choice that key 4 offers, `integrity` money or favours asked (S1, with
 * words), `protection` violence or danger (S2, never words). The same value is posted as `kind`.
 */
export type FormKind = OfferedKind | 'integrity' | 'protection'

/** As typed, so that nothing is lost; '' where nothing was. */
export interface FormValues {
  text: string
  phone: string
  consent: Consent | ''
  language: string
  /** Free words, ordinary pages only. */
  place: string
  /** One of `regions`, or '' for not said. */
  region: string
  /** To the questions that the page asks. */
  answers: Given
}

export const emptyValues: FormValues = {
  text: '', phone: '', consent: '', language: '', place: '', region: '', answers: {},
} // prettier-ignore

export interface FormView {
  /** What draws the page again; null for one that was posted. */
  again: string | null
  kind: FormKind
  values: FormValues
  problems: readonly Problem[]
  /** Drawn once per page shown: the same one posted twice makes one case. */
  requestId: string
  /** What we would promise somebody who writes today, as `YYYY-MM-DD`. */
  promises: readonly { kind: 'complaint' | 'question' | 'suggestion'; on: string }[]
  regions: readonly { value: string; label: string }[]
  /** Languages we can answer in; not asked while there is only one. */
  languages: readonly { code: string; name: string; draft: boolean }[]
  /** On the page of a danger; none elsewhere. */
  care: readonly CareGroup[]
  settings: PublicSettings
}

/** The longest that is taken of each field; the same numbers are checked where the form is read. */
export const maxTextLength = 4000
export const maxPlaceLength = 200
export const maxPhoneLength = 30

const fieldOf: Record<Problem, string | null> = {
  'text-missing': 'text',
  'text-too-long': 'text',
  'place-too-long': 'place',
  'consent-missing': 'consent',
  'phone-missing': 'phone',
  'phone-unreadable': 'phone',
  'call-phone-missing': 'phone',
  'phone-abroad': 'phone',
  'reference-missing': 'reference',
  'too-many': null,
  unavailable: null,
}

export const flawsOf = (problems: readonly Problem[], texts: PublicTexts): Flaw[] =>
  problems.map((problem) => ({ field: fieldOf[problem], message: texts.problems[problem] }))

/** What the title of a page says where a form came back, before anything else is read. */
export const titleOf = (problems: readonly Problem[], { problems: texts }: PublicTexts): string =>
  problems.some((problem) => fieldOf[problem] !== null) ? texts.title : texts.unsent

/** What is wrong with one field. */
export const flawOf = (field: string, problems: readonly Problem[], texts: PublicTexts): string | undefined =>
  flawsOf(problems, texts).find((flaw) => flaw.field === field)?.message
