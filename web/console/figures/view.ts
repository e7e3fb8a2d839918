import type { Period } from '../../../core/figures/period.ts'
import type { FiguresShown, FiguresTooMany } from '../../../core/figures/shown.ts'
import type { FiguresReport } from '../../../core/reports/figures-report.ts'
import type { Read } from '../../../core/reports/table.ts'
import type { FiguresTexts } from './texts.ts'
import type { Option } from '../frame/choices.ts'
import { periodName } from './wording.ts'

interface Link {
  href: string
  label: string
}

/** What somebody can ask for, and what they did. */
export interface FiguresFrame {
  /** Says which region or cercle, where one was asked for. */
  title: string
  /** Null for those who have but a number a year. */
  periods: {
    id: string
    label: string
    kinds: (Link & { chosen: boolean })[]
    earlier: Link | null
    later: Link | null
  } | null
  /** The regions there are to choose from, and the one that is shown; null where there is no choice. */
  regions: PartChoice | null
  /** The cercles of these figures, the same way. */
  cercles: PartChoice | null
  /** Of the version to hand on. */
  shared: boolean
}

export interface PartChoice {
  asked: string | null
  options: readonly Option[]
}

export interface FiguresView extends FiguresFrame {
  report: FiguresReport
  /** In the language of the page. */
  read: Read
  /** For whoever is shown true numbers: the way to those that may be handed on, and back. */
  share: { to: 'share' | 'inside'; href: string } | null
  /** What the inbox has more, for whoever may open it. */
  gap: (Record<'listed' | 'open' | 'answered' | 'apart', number> & { href: string }) | null
  /** For a meeting: null where there is nothing to project. */
  wall: string | null
  /** The same report as files, one a format. */
  files: Link[]
}

/** What an address of figures says beside the period. */
export interface FiguresAddress {
  base: string
  region: string | null
  cercle: string | null
  /** The version to hand on. */
  shared: boolean
}

/** `page`: the last part of the path, with what a file's name ends in. */
export const figuresHref = (
  { base, region, cercle, shared }: FiguresAddress,
  period: Pick<Period, 'id'>,
  page = 'chiffres',
): string => {
  const part = (region === null ? '' : `&region=${region}`) + (cercle === null ? '' : `&cercle=${cercle}`)
  return `${base}/${page}?periode=${period.id}${part}${shared ? '&diffusion' : ''}`
}

/** Where somebody can go from the period that is shown. */
export function periodLinks(
  address: FiguresAddress,
  shown: FiguresShown | FiguresTooMany,
  texts: FiguresTexts,
): FiguresFrame['periods'] {
  if (!('period' in shown)) return null
  const { period, choices } = shown
  const { kinds, earlier, later } = choices
  const link = (to: Period) => ({
    href: figuresHref(address, to),
    label: periodName(to, texts),
  })
  return {
    id: period.id,
    label: periodName(period, texts),
    kinds: kinds.map((one) => ({
      href: link(one).href,
      label: texts.periods.kinds[one.kind],
      chosen: one.kind === period.kind,
    })),
    earlier: earlier && link(earlier),
    later: later && link(later),
  }
}
