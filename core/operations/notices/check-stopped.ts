import type { Notice } from '../../notices/notice.ts'
import { afterSend } from '../../notices/notice-steps.ts'
import type { SenderRecord } from '../../channel/sender-record.ts'
import type { Needs } from '../needs.ts'
import { returnFacts } from './return-facts.ts'

/**
 * STOP reaches the last cases of a phone at once; here an older one, one opened in that very moment, whoever was invited, and the
 * number kept for an organisation: nothing is sent, and the history says why.
 */
export async function stopped(notice: Notice, sender: SenderRecord | null, needs: Needs): Promise<boolean> {
  if (!sender?.optedOut) return false
  const refused = afterSend(notice, { outcome: 'opted-out' }, needs.now, 0)
  if (await needs.notices.replace(notice, refused)) await returnFacts(refused, needs)
  return true
}
