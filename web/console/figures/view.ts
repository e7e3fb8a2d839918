import type { Colour } from '../../../core/figures/indicators.ts'

/** One figure, as it is printed and downloaded. */
export interface Figure {
  label: string
  /** Printed large; a word where there is no number. */
  value: string
  /** « n = 34 dossiers répondus »; null for what is itself a number of cases. */
  n: string | null
  /** 0 to 1: what is drawn; null where there is nothing to draw. */
  range: { low: number; high: number } | null
  colour: Colour | null
  before: string | null
  formula: string
  source: string
}

/** Numbers that add up, as rows with bars. */
export interface FiguresTable {
  heading: string
  /** What stands before the rows, or in their place. */
  note: string | null
  rows: { label: string; value: string; /** 0 to 1; null where the number is not printed. */ part: number | null }[]
  /** What 1 is: shares of a whole in percent, or only lengths beside each other. */
  ofWhole: boolean
  formula: string
  source: string
}

export interface FiguresSection {
  title: string
  lead: string | null
  figures: Figure[]
  tables: FiguresTable[]
}

interface Link {
  href: string
  label: string
}

/** The page and its download are both made of this and of nothing else. */
export interface FiguresView {
  asOf: string
  /** Null for those who have but a number a year. */
  periods: { label: string; kinds: (Link & { chosen: boolean })[]; earlier: Link | null; later: Link | null } | null
  download: string
  sections: FiguresSection[]
}

/** How codes are called in the language of the page; a code nobody stands behind any more, as it is. */
export interface FiguresNames {
  day: string
  scope: string
  cluster: (id: string) => string
  cercle: (code: string) => string
  category: (code: string) => string
}
