import { complainant } from '../../../case/actor.ts'
import { fold } from '../../../case/fold.ts'
import { entry } from '../../../case/history.ts'
import type { SenderRecord } from '../../../channel/sender-record.ts'
import type { StoredCase } from '../../../ports/cases.ts'
import type { Needs } from '../../needs.ts'
import { isRecent } from '../../sender-memory.ts'
import { scopeOf, sealedWords } from '../../sealed.ts'

/** More say nothing more. */
const mostGreetings = 5

/** A greeting is the beginning of what comes next, as long as what this phone was answered is remembered. */
const waiting = ({ greeted }: SenderRecord, now: string): string[] =>
  greeted && isRecent(greeted, now) ? greeted.words : []

/** Remembers a greeting until what it begins has come. */
export function greetedWith(sender: SenderRecord, words: string, now: string): SenderRecord {
  const all = [...waiting(sender, now).filter((one) => one !== words), words]
  return { ...sender, greeted: { at: now, words: all.slice(-mostGreetings) } }
}

export const withoutGreeting = ({ greeted: _, ...sender }: SenderRecord): SenderRecord => sender

/** A new case, before it is written, with what this phone greeted with: « peulh » may be all they said of their language. */
export async function withGreeting(
  { caseFile, sealed }: StoredCase,
  sender: SenderRecord,
  { now, vault }: Pick<Needs, 'now' | 'vault'>,
): Promise<StoredCase> {
  const words = waiting(sender, now)
  if (words.length === 0) return { caseFile, sealed }
  const { lane, reference, version } = caseFile
  const kept = await vault.seal(scopeOf(lane), reference, sealedWords(words.join(', ')))
  return {
    caseFile: fold(caseFile, entry('message-added', now, complainant, { channel: 'sms', thanks: true, aside: true })),
    sealed: { ...sealed, words: { ...sealed.words, [version]: kept } },
  }
}
