import type { Figure } from './table.ts'

/** One set of figures; `quick` measures the same with less. */
export type Section = (options: { quick: boolean; say: (line: string) => void }) => Promise<Figure[]>
