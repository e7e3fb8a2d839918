import type { CaseFile } from '../../case/case-file.ts'
import type { Needs } from '../needs.ts'

/** What is remembered of messages and SMS for the sake of a case goes when its words do. Safe to repeat. */
export async function forgetErased(
  { reference, history }: CaseFile,
  from: number,
  { notices, senders }: Pick<Needs, 'notices' | 'senders'>,
): Promise<void> {
  if (!history.slice(from).some((entry) => entry.what === 'erased' && entry.part !== 'contact')) return
  await notices.forget(reference)
  await senders.forget(reference)
}
