import type { Read, Table } from '../../core/reports/table.ts'

/** A kind of file that a table can be written as, in the language it is read in. */
export interface Format {
  /** As people call it, and how the file's name ends. */
  name: string
  extension: string
  contentType: string
  /** `at`: when, as some kinds of file say of themselves. */
  write: (table: Table, read: Read, at: string) => string | Promise<Uint8Array<ArrayBuffer>>
}
