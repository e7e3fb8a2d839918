import type { PairWhy } from '../../directory/pair.ts'
import type { PairRecord } from '../../directory/pair-record.ts'
import type { PairName } from '../../directory/seat.ts'
import type { Vault } from '../../ports/vault.ts'

/** What a deployment drew for the first of each pair, where one administrator has nobody beside them yet: good once each, and not for long. */
export interface FirstCodes extends Readonly<Record<PairName, string>> {
  /** The instant from which on none counts (UTC). */
  until: string
}

export interface CodeNeeds {
  vault: Pick<Vault, 'fingerprints'>
  /** Null where a deployment has none, or no more. */
  firstCodes: FirstCodes | null
  now: string
}

/** As it is read out or copied: blanks and dashes are nobody's mistake. */
const plain = (code: string): string => code.replace(/[\s-]/g, '')

/** Why a code opens nothing; or the fingerprint by which it is known as used from then on. */
export async function codeRefused(
  code: string,
  { pair, codesUsed }: PairRecord,
  { vault, firstCodes, now }: CodeNeeds,
): Promise<{ why: PairWhy } | { why: null; fingerprint: string }> {
  const fingerprints = await vault.fingerprints(`first-of-pair:${plain(code)}`)
  const [fingerprint] = fingerprints
  if (fingerprint === undefined || firstCodes === null || plain(code) !== plain(firstCodes[pair]))
    return { why: 'code-wrong' }
  if (fingerprints.some((one) => codesUsed.includes(one))) return { why: 'code-used' }
  return firstCodes.until <= now ? { why: 'code-over' } : { why: null, fingerprint }
}
