import type { SearchTexts } from './texts.ts'
import type { PlaceList } from '../frame/places.ts'
import type { Here } from '../frame/when.ts'
import type { Group, Option, Values } from '../frame/choices.ts'

/** One case found: names for its codes and where it leads. */
export interface SearchRow {
  href: string
  grouped: string
  receivedOn: string
  categoryLabel: string | null
  placeName: string | null
  /** What its words suggest, where nobody has assessed it. */
  suggested: readonly string[]
  status: keyof SearchTexts['statuses']
  late: boolean
  level: string | null
  organisation: string | null
  satisfaction: number | null
}

export interface SearchView extends Here {
  base: string
  scope: keyof SearchTexts['lead']
  /** What stands in the form, by the names in the address. */
  values: Values
  lastOn: string
  choices: {
    places: PlaceList
    categories: readonly Group[]
    organisations: readonly Option[]
    levels: readonly string[]
    channels: readonly string[]
    kinds: readonly string[]
  }
  /** By the field it is about. */
  flaws: readonly { field: string; flaw: keyof SearchTexts['problems'] }[]
  /** What else the typed words may have meant. */
  otherwise: readonly { label: string; href: string }[]
  /** Null before anything was looked for. */
  found: {
    /** The days that were looked at. */
    fromOn: string
    untilOn: string
    rows: readonly SearchRow[]
    next: string | null
    start: string | null
    examined: number
  } | null
}
