import type { Organisation } from '../../directory/organisation.ts'
import type { Presence } from '../../directory/presence.ts'

/** A file that was looked at and not yet applied. */
export interface ImportDraft {
  person: string
  whole: boolean
  /** Versions of the tables it was compared with. */
  presenceVersion: number
  overlayVersion: number
  lines: readonly Presence[]
  added: readonly Organisation[]
}

/** Kept for an hour. */
export interface ImportDrafts {
  keep(id: string, draft: ImportDraft): Promise<void>
  find(id: string): Promise<ImportDraft | null>
  /** The same of what names people. */
  keepSealed(id: string, draft: SealedDraft): Promise<void>
  findSealed(id: string): Promise<SealedDraft | null>
  /** The same of a list that names nobody: as much as the directory's own lists hold. */
  keepText(id: string, draft: TextDraft): Promise<void>
  findText(id: string): Promise<TextDraft | null>
}

export interface TextDraft {
  person: string
  text: string
}

export interface SealedDraft {
  person: string
  sealed: string
}
