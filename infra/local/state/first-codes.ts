import { randomBytes } from 'node:crypto'
import * as z from 'zod/mini'
import { addDays } from '../../../core/deadlines/calendar.ts'
import type { FirstCodes } from '../../../core/operations/directory/first-code.ts'
import { readState, StartError, writeState } from './state-file.ts'

const Codes = z.object({ protection: z.string(), integrity: z.string(), until: z.string() })

/** For how long a code of one machine is good, by the product's clock. */
const goodForDays = 1

/** Five groups of four, easily read over: 100 bits. */
const draw = (): string =>
  Array.from(randomBytes(20), (byte) => 'abcdefghijkmnpqrstuvwxyz23456789'.charAt(byte % 32))
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-')

interface Asked {
  file: string
  now: string
  /** Somebody asked for a machine whose pairs have nobody yet. */
  empty: boolean
  /** Has anybody a place in a pair here? */
  peopled: boolean
}

/**
 * The codes for the first of each pair, of a machine that began without anybody in them; null of every other. `drawn`: just now, to be shown
 * once. Throws StartError where the pairs of this folder have their people already.
 */
export function firstCodesIn({ file, now, empty, peopled }: Asked): { codes: FirstCodes | null; drawn: boolean } {
  const known = readState(file, (text) => Codes.parse(JSON.parse(text))) ?? null
  if (!empty || (known !== null && known.until > now)) return { codes: known, drawn: false }
  if (known === null && peopled)
    throw new StartError(
      'JAABI_PAIRS=empty is for a new state folder: in this one the pairs have their people already.',
    )
  const codes = { protection: draw(), integrity: draw(), until: addDays(now, goodForDays) }
  writeState(file, JSON.stringify(codes), 0o600)
  return { codes, drawn: true }
}

/** What `JAABI_PAIRS` says: nothing, or `empty`. Throws StartError for anything else. */
export function pairsEmptyIn(text: string | undefined): boolean {
  if (text === undefined || text === '') return false
  if (text === 'empty') return true
  throw new StartError(
    `JAABI_PAIRS is “${text}”: leave it out, or say JAABI_PAIRS=empty to begin without anybody in the pairs.`,
  )
}
