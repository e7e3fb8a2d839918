import type { Member } from './member.ts'
import { hasWoman, stayingIn } from './pair.ts'
import type { PairName } from './seat.ts'

/** What is kept of a pair beside its people, in one item that every change of a seat writes: of two changes at once one comes too late. */
export interface PairRecord {
  pair: PairName
  /** 0 before anything was written. */
  version: number
  /** Since when those who have a seat and are to stay are all men; null while they are not, and before there was anybody. */
  noWomanSince: string | null
  /** Fingerprints of the codes that opened it once. */
  codesUsed: readonly string[]
}

/** The record as a change leaves it, on condition of the version that was read. */
export function recordAfter(record: PairRecord, members: readonly Member[], now: string): PairRecord {
  const staying = stayingIn(record.pair, members)
  const noWomanSince = hasWoman(staying)
    ? null
    : staying.length > 0
      ? (record.noWomanSince ?? now)
      : record.noWomanSince
  return { ...record, noWomanSince }
}
