import { asciiDigits } from '../../channel/digits.ts'
import type { SmsIntent } from '../../channel/sms-intent.ts'
import { parseSms } from '../../channel/sms-command.ts'
import type { StoredCase } from '../../ports/cases.ts'
import type { Needs } from '../needs.ts'
import { openWords } from '../sealed.ts'

/** A number of a phone, in whatever groups; hours are shorter. */
const longNumber = /\d(?:[\s.-]?\d){6,}/g

const says = (intent: SmsIntent): boolean => (intent.is === 'call-me' || intent.is === 'caller') && intent.says

/**
 * When somebody wants to be called, as they wrote it last: only an SMS every word of which is one of our lists or a number, so that a list
 * may show it (« rappelez-moi demain après 15 h »). A number beside it is left out. Null where nothing was said of it.
 */
export async function whenToCall(
  stored: StoredCase,
  needs: Pick<Needs, 'vault' | 'programme'>,
): Promise<string | null> {
  const { lane, history } = stored.caseFile
  if (lane !== 'N') return null
  for (const [index, line] of [...history.entries()].reverse()) {
    const isTheirs = (line.what === 'received' && line.callMe) || (line.what === 'message-added' && !line.thanks)
    const words = isTheirs && line.channel === 'sms' ? await openWords(stored, index, needs) : null
    if (words !== null && says(parseSms(words, { commands: needs.programme.commands, openQuestion: true })))
      return asciiDigits(words).replaceAll(longNumber, '…').trim()
  }
  return null
}
