import { neverLeft } from '../gateway.ts'

/**
 * What a failed SMS says: another day may bring it there, none will, or it is ours to mend. Each gateway's folder has the table that makes these codes
 * of its own (design §5); a code nobody knows may pass.
 */
type Outlook = 'later' | 'for-good' | 'ours'

const outlooks: Readonly<Record<string, Outlook>> = {
  'unknown-number': 'for-good',
  'invalid-number': 'for-good',
  'unsupported-number': 'for-good',
  'not-network-subscriber': 'for-good',
  'do-not-disturb': 'for-good',
  [neverLeft]: 'ours',
  'invalid-link': 'ours',
  'not-subscribed': 'ours',
}

export const outlookOf = (reason: string | null): Outlook =>
  (reason !== null && Object.hasOwn(outlooks, reason) ? outlooks[reason] : undefined) ?? 'later'
