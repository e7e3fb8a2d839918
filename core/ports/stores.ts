import type { CaseStore } from './cases.ts'
import type { CareList } from './directory/care-list.ts'
import type { Floods } from './floods.ts'
import type { Limits } from './limits.ts'
import type { Memory } from './memory.ts'
import type { Reads } from './reads.ts'
import type { SenderStore } from './senders.ts'
import type { Tallies } from './tallies.ts'
import type { UssdSessions } from './ussd-sessions.ts'

/** What one programme keeps of its cases and of who wrote; practice has another set under keys of its own. */
export interface Stores {
  cases: CaseStore
  senders: SenderStore
  ussdSessions: UssdSessions
  limits: Limits
  floods: Floods
  memory: Memory
  tallies: Tallies
  reads: Reads
  care: CareList
}
