import type { Period } from '../../../core/figures/period.ts'
import type { FiguresShown } from '../../../core/figures/shown.ts'
import type { FiguresReport } from '../../../core/reports/figures-report.ts'
import type { Read } from '../../../core/reports/table.ts'
import type { FiguresTexts } from './texts.ts'
import { periodName } from './wording.ts'

interface Link {
  href: string
  label: string
}

export interface FiguresView {
  report: FiguresReport
  /** In the language of the page. */
  read: Read
  /** Null for those who have but a number a year. */
  periods: { label: string; kinds: (Link & { chosen: boolean })[]; earlier: Link | null; later: Link | null } | null
  /** For whoever is shown true numbers: the way to those that may be handed on, and back. */
  share: { to: 'share' | 'inside'; href: string } | null
  /** What the inbox has more, for whoever may open it. */
  gap: (Record<'listed' | 'open' | 'answered' | 'apart', number> & { href: string }) | null
  /** For a meeting: null where there is nothing to project. */
  wall: string | null
  /** The same report as files, one a format. */
  files: Link[]
}

/** Where somebody can go from the period that is shown. */
export function periodLinks(
  base: string,
  shown: FiguresShown,
  texts: FiguresTexts,
  shared = false,
): FiguresView['periods'] {
  if (!('period' in shown)) return null
  const { period, choices } = shown
  const { kinds, earlier, later } = choices
  const link = (to: Period) => ({
    href: `${base}/chiffres?periode=${to.id}${shared ? '&diffusion' : ''}`,
    label: periodName(to, texts),
  })
  return {
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
