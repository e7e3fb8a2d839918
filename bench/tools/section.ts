import type { Figure } from './table.ts'

export interface SectionOptions {
  /** Measures the same with less. */
  quick: boolean
  /** Folder of another checkout, dependencies installed, for the sections that can: `bundles` measures against it, `profile` profiles it. */
  beside: string | undefined
  say: (line: string) => void
}

/** One set of figures. */
export type Section = (options: SectionOptions) => Promise<Figure[]>
