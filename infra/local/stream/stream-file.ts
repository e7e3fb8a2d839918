import { DatabaseSync } from 'node:sqlite'

/** The engine's SQLite file, seen from beside the engine. */
export interface StreamFile {
  /** Changes whenever the engine has committed something; far cheaper than asking the engine. */
  version: () => unknown
  /** Deletes records up to this sequence number, but the newest; false when the engine held the lock, or the disk has no room. */
  trim: (doneUpTo: bigint) => boolean
  close: () => void
}

/** SQLite's answers when another connection holds the write lock, and when the disk fails or is full; the higher bits say in which way. */
const PASSING = { busy: 5, io: 10, full: 13 }
/** Bounds the time for which the engine must wait for us. */
const ROWS_AT_ONCE = 2_000

/**
 * AWS forgets stream records after 24 hours; dynoxide keeps them and reads them all at every write, so that writing slows
 * down by the thousand. The newest must stay: the engine takes the next sequence number from it.
 */
export function streamFile(dbPath: string, table: string): StreamFile {
  // No waiting: trimming is never urgent, and waiting here would stop the whole process.
  const database = new DatabaseSync(dbPath, { timeout: 0 })
  // A lost trim costs nothing, so no sync of our own; and checkpoints stay the engine's work.
  database.exec('PRAGMA synchronous = OFF; PRAGMA wal_autocheckpoint = 0')
  const version = database.prepare('PRAGMA data_version')
  const old = database.prepare(
    `DELETE FROM _stream_records WHERE id IN (
       SELECT id FROM _stream_records
       WHERE table_name = :table AND CAST(sequence_number AS INTEGER) <= :doneUpTo
         AND id < (SELECT MAX(id) FROM _stream_records WHERE table_name = :table)
       ORDER BY id LIMIT ${ROWS_AT_ONCE})`,
  )
  return {
    version: () => version.get()?.data_version,
    trim: (doneUpTo) => {
      try {
        old.run({ table, doneUpTo })
        return true
      } catch (error) {
        if (!passes(error)) throw error
        return false
      }
    },
    close: () => {
      database.close()
    },
  }
}

function passes(error: unknown): boolean {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return false
  return Object.values(PASSING).includes(error.errcode & 0xff)
}
