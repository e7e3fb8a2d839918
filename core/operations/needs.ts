import type { NoticeStore } from '../ports/notices.ts'
import type { Stores } from '../ports/stores.ts'
import type { Vault } from '../ports/vault.ts'
import type { Villages } from '../places/villages.ts'
import type { Suggestion } from '../routing/suggestion.ts'
import type { Programme } from './programme.ts'

/** What operations are given. One reading of the clock per request; randomness too, so that tests can repeat themselves. */
export interface Needs extends Stores {
  programme: Programme
  notices: NoticeStore
  vault: Vault
  now: string
  /** 0 ≤ n < 1, unguessable where it makes a reference. */
  random: () => number
}

/**
 * And where words come in or are shown, what reads them. List and model weigh a hundred kilobytes: no part of the programme, so that
 * what never reads words does not carry them.
 */
export interface ReadingNeeds extends Needs {
  suggest: (text: string) => Suggestion
  /** Only where people choose places: no message is read by them, and they weigh as much again. */
  villages?: Villages
}

/**
 * More than this many writers on one item within one request is not a crowd but a fault. Somebody who writes sixty SMS at once loses
 * against the other fifty-nine at worst, and is not sent away.
 */
const maxTries = 200

/** Somebody else wrote first. */
export const retry = Symbol('retry')

/**
 * Reads, decides and writes until nobody came in between. `attempt` answers `retry` after a conflict, which is never taken for a
 * duplicate (design §4). At the first try, when it is not `sure`, it may be content with what is a moment old, which costs half: whatever is
 * written on that is refused.
 */
export async function untilWritten<T>(attempt: (sure: boolean) => Promise<T | typeof retry>): Promise<T> {
  for (let tries = 0; tries < maxTries; tries++) {
    const result = await attempt(tries > 0)
    if (result !== retry) return result
  }
  throw new Error(`no write in ${maxTries} tries: somebody else keeps writing first`)
}
