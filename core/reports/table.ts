import type { Label, LanguageCode } from '../language.ts'

/** Reads a label in the language a page or a file is wanted in: whoever wants it hands this on, so that neither picks one itself. */
export type Read = (label: Label | undefined) => string

/** Something to say, in any language. */
export const isSaid = (said: Label): boolean => Object.values(said).some((text) => text !== '')

/** Says something in each language there are words for. */
export type Say<Wording> = (what: (words: Wording) => string) => Label
export const inEach =
  <Wording>(wordings: Readonly<Record<LanguageCode, Wording>>): Say<Wording> =>
  (what) =>
    Object.fromEntries(Object.entries(wordings).map(([language, words]) => [language, what(words)]))

export interface Cell {
  /** For programs: a number, a code, what a share can be (0 to 1). Null where there is nothing, or where it is not printed. */
  value: number | string | { low: number; high: number } | null
  /** For people: the number as it is printed, the name of the code, the word for why there is none. */
  said: Label
}
export const empty: Cell = { value: null, said: {} }

export interface Column {
  code: string
  label: Label
  /** Its hashtag in the Humanitarian Exchange Language; null where that has none. */
  hxl: string | null
  /** `code`: of a list, and what is said is its name. `number`: a count, a share or days. */
  holds: 'code' | 'number'
  /** Of numbers, where a file has a column more for it: the highest a share can be, and what is printed for people. */
  highest?: Label
  inWords?: Label
}

/** What is read with a number. */
export interface Note {
  /** The code at the head of its row; null: about every row. */
  of: string | null
  /** What that is called. */
  name: Label
  /** Stands before the rows, or in their place. */
  text: Label
  /** How the number is made, and of what. */
  formula: Label
  source: Label
  /** What the rows are parts of; null where they only stand beside each other, or each says its own. */
  n: Cell | null
}

/**
 * Numbers as they may be shown, said in one or more languages: made once, after small ones are hidden (`docs/figures.md`). Pages draw it and
 * formats write it; neither decides what may be seen.
 */
export interface Table {
  code: string
  title: Label
  /** Of whom, as of when, of which period. */
  about: readonly Label[]
  columns: readonly Column[]
  /** As many cells as there are columns. */
  rows: readonly (readonly Cell[])[]
  notes: readonly Note[]
  /** What notes are called, where a file has a place of their own for them. */
  noted?: Record<'title' | 'of' | 'formula' | 'source', Label>
}
