import type { SenderRecord } from '../channel/sender-record.ts'

/** Where a message that has no sender record is remembered. */
export interface KnownMessage {
  key: string
  reference: string
}

/** Who has written, and what was already answered; a `Commit` writes both. */
export interface SenderStore {
  /**
   * The record of one phone: the first of `fingerprints` that has one (older key generations included). Its `recent` holds the
   * last 200 messages, and `messageKey` too where that was answered within 48 h.
   */
  find(fingerprints: readonly string[], messageKey?: string): Promise<SenderRecord | null>
  message(key: string): Promise<KnownMessage | null>
  /** Takes away the known message that opened a case. */
  forget(reference: string): Promise<void>
}
