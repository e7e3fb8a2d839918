import type { Consent, HelpSaid, Kind } from '../../../core/channel/message.ts'
import type { Given } from '../../../core/channel/questions.ts'
import type { IntakeProblem, StaffChannel } from './texts.ts'
import type { Group, Option } from '../frame/choices.ts'
import type { PlaceList } from '../frame/places.ts'
import type { CarePlace } from '../../../core/directory/care.ts'
import type { CareGroup } from '../../public/care.ts'
import type { Here } from '../frame/when.ts'

export type IntakeKind = Kind | 'integrity' | 'danger'
export const staffChannels: readonly StaffChannel[] = ['call', 'box', 'face', 'partner']

/** As typed or chosen; '' where nothing was. */
export interface IntakeValues {
  kind: IntakeKind
  text: string
  onBehalf: 'self' | 'other' | 'group' | ''
  /** Where the staff are: `2027-06-07T09:00`. */
  received: string
  /** Somebody looked again at a date long past. */
  old: boolean
  /** Code of an intake point, or '' for none of the list; then `channel` says how it came. */
  source: string
  channel: StaffChannel | ''
  /** A name as typed. */
  place: string
  /** `system code`, `none` for not said, '' for whatever `place` and the intake point say. */
  placeCode: string
  phone: string
  consent: Consent
  language: string
  /** Of a danger: what became of the offer of care; '' where none was made yet. */
  help: HelpSaid | ''
  /** To the questions that the page asks. */
  answers: Given
}

/** One line, box or desk, with names. */
export interface IntakePointLine {
  code: string
  name: string
  organisation: string
  channel: StaffChannel
  /** Null: serves more than one place. */
  place: string | null
  /** Null where nobody said. */
  hours: string | null
  /** As the reader calls them. */
  languages: readonly string[]
  /** Code of the first of them. */
  language: string
}

/** One of one's own entries. */
export interface OwnLine {
  /** As it stands in addresses, and as people read it. */
  reference: string
  grouped: string
  at: string
  given: boolean
  stage: 'received' | 'in-hand' | 'answered'
  correctable: boolean
}

export interface IntakeView {
  /** The copy that opens without a link: it knows nobody. */
  offline: boolean
  own: readonly OwnLine[]
  here: Here

  base: string
  csrf: string
  /** Drawn with the form: sent twice, it makes one case. */
  requestId: string
  values: IntakeValues
  problems: readonly IntakeProblem[]
  intakePoints: readonly IntakePointLine[]
  /** There are more than the page shows. */
  morePoints: boolean
  /** Regions and cercles, and the communes of the one chosen. */
  places: readonly Group[]
  /** What a typed name may mean, where it may mean several. */
  candidates: readonly Option[]
  languages: readonly Option[]
  /** Now where the staff are, for the latest date that can be chosen; and the first day whose promise is not past yet. */
  latest: string
  oldBefore: string
  placeList: PlaceList
  /** On the page of a danger, all that is read out; else nothing. */
  care: readonly CareGroup[]
  /** What the browser seals with what it keeps: of this person, never written down in the browser. */
  keys: readonly string[]
}

/** What the receipt page may show; nothing of the case but what its filer was told when it was filed. */
export interface IntakeReceipt {
  base: string
  is: 'promised' | 'thanks' | 'short' | 'danger'
  grouped: string
  /** `YYYY-MM-DD`, with `promised`. */
  promisedOn: string | null
  /** The promised day has gone by: old paper. */
  past: boolean
  language: string
  languageName: string
  /** Where care is, nearest first, of a danger and of what may be one. */
  care: readonly CarePlace[]
}
