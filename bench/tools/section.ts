import type { Figure } from './table.ts'

export interface SectionOptions {
  /** Measures the same with less. */
  quick: boolean
  /** Folder of another checkout, dependencies installed, to measure against; only `bundles` does. */
  beside: string | undefined
  say: (line: string) => void
}

/** One set of figures. */
export type Section = (options: SectionOptions) => Promise<Figure[]>
