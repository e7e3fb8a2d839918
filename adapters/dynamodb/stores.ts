import type { Rulebook } from '../../core/deadlines/rulebook.ts'
import type { Stores } from '../../core/ports/stores.ts'
import { dynamoCases } from './cases/case-store.ts'
import { dynamoFloods } from './cases/floods.ts'
import { dynamoLimits } from './cases/limits.ts'
import { dynamoMemory } from './cases/memory.ts'
import { dynamoReads } from './cases/reads.ts'
import { dynamoSenders } from './cases/sender-store.ts'
import { dynamoTallies } from './cases/tallies.ts'
import { dynamoUssdSessions } from './cases/ussd-sessions.ts'
import { dynamoCareList } from './directory/care-list.ts'
import { accessTo, type CommitOptions, type PassingOptions } from './table/access.ts'

export interface StoresOptions extends PassingOptions, CommitOptions {
  rulebook: Rulebook
}

/** Intake is `senders.find` and one `cases.commit`: two calls. */
export function dynamoStores(options: StoresOptions): Stores {
  const access = accessTo(options)
  return {
    cases: dynamoCases(access, options),
    senders: dynamoSenders(access),
    ussdSessions: dynamoUssdSessions(access),
    limits: dynamoLimits(access),
    floods: dynamoFloods(access),
    memory: dynamoMemory(access),
    tallies: dynamoTallies(access),
    reads: dynamoReads(access),
    care: dynamoCareList(access),
  }
}
