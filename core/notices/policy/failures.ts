import { neverLeft } from '../gateway.ts'

/**
 * What a failed SMS says: another day may bring it there, none will, or it is ours to mend. Each gateway's folder has the table that makes these codes
 * of its own (design §5); a code nobody knows may pass.
 */
type FailureKind = 'later' | 'for-good' | 'ours'

const kinds: Readonly<Record<string, FailureKind>> = {
  'unknown-number': 'for-good',
  'invalid-number': 'for-good',
  'unsupported-number': 'for-good',
  'not-network-subscriber': 'for-good',
  'do-not-disturb': 'for-good',
  [neverLeft]: 'ours',
  'invalid-link': 'ours',
  'not-subscribed': 'ours',
}

export const failureKind = (reason: string | null): FailureKind =>
  (reason !== null && Object.hasOwn(kinds, reason) ? kinds[reason] : undefined) ?? 'later'
