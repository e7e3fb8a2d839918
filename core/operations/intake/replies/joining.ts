import { complainant } from '../../../case/actor.ts'
import { entry, type EntryOf } from '../../../case/history.ts'
import type { Message } from '../../../channel/message.ts'
import type { SenderRecord } from '../../../channel/sender-record.ts'
import type { SmsIntent } from '../../../channel/sms-intent.ts'
import type { Commit, StoredCase } from '../../../ports/cases.ts'
import type { Needs, ReadingNeeds } from '../../needs.ts'
import { scopeOf, sealedWords } from '../../sealed.ts'
import { acknowledged } from '../acknowledging.ts'
import { openCase, type Opening } from '../open-case.ts'
import { type Joins, saidAgain, saidBefore } from '../repeats.ts'
import { withGreeting, withoutGreeting } from './greeted.ts'
import { languageOf, type Outcome, rememberedAs, withCase } from '../../sender-memory.ts'

/** One SMS read: who, what, and what it seems to want. */
export interface Said {
  message: Message
  phone: string
  sender: SenderRecord
  /** Keyed digest of the exact text. */
  digest: string
  key: string
  intent: SmsIntent
}

/** What to write; the caller adds the sender record. */
export interface MessagePlan extends Outcome {
  commit: Commit
  sender?: SenderRecord
}

const maxRepeats = 50

/** A case of its own. */
export async function opens(said: Said, needs: ReadingNeeds, rest: Partial<Opening> = {}): Promise<MessagePlan> {
  const { message, phone, sender, digest } = said
  const { flags = [], ...others } = rest
  const plain = await openCase(
    {
      channel: message.channel,
      kind: 'complaint',
      words: message.text,
      phone,
      // After STOP the answer stands open at follow-up; START, or agreeing again, brings the SMS back.
      consent: sender.optedOut ? 'none' : 'sms',
      language: languageOf(sender, needs),
      receivedAt: needs.now,
      flags: [...message.flags, ...flags],
      raw: message.raw,
      ...others,
    },
    needs,
  )
  const { reference } = plain.caseFile
  const opened = await withGreeting(plain, sender, needs)
  const { open, sender: after, notice } = await acknowledged(opened, sender, phone, needs)
  return {
    outcome: 'opened',
    reference,
    commit: { open, ...(notice ? { notice } : {}) },
    sender: withCase(withoutGreeting(after), reference, digest, needs.now),
  }
}

/** `thanks`: they say nothing to be read; `aside`: nor do they answer. `score`: the verdict they are. `other`: they may be another complaint. */
type Joining = Pick<EntryOf<'message-added'>, 'thanks' | 'aside' | 'score' | 'judge' | 'other'>

/** What is known of words before anybody reads them. */
export type About = Pick<Joining, 'thanks' | 'aside' | 'other'>

/** The words of a message as they are added to a case: sealed beside the entry that says when and how they came. */
export async function added({ caseFile }: StoredCase, { message }: Said, needs: Needs, as: Joining) {
  const { reference, lane, version } = caseFile
  const sealed = await needs.vault.seal(scopeOf(lane), reference, sealedWords(message.text, message.raw))
  const line = entry('message-added', needs.now, complainant, { channel: message.channel, ...as })
  return { line, sealed: { words: { [version]: sealed } } }
}

/** Adds words to a case. On an answered one somebody judges what they say of the answer. */
export async function joins(stored: StoredCase, said: Said, needs: Needs, about: About = {}): Promise<MessagePlan> {
  const { caseFile } = stored
  const judge = !about.thanks && caseFile.lane === 'N' && caseFile.status === 'answered'
  const { line, sealed } = await added(stored, said, needs, { ...about, ...(judge ? { judge } : {}) })
  return {
    outcome: 'joined',
    sender: said.sender,
    reference: rememberedAs(caseFile),
    commit: { append: [{ before: caseFile, entries: [line], sealed }] },
  }
}

/**
 * The same words again within a day from the same phone; after 50 a day only a counter moves. Null when it is no repeat.
 * Nothing joins an S case by number: there the words are a case again.
 */
export async function repeats(said: Said, needs: Needs, joins?: Joins): Promise<MessagePlan | null> {
  const same = saidBefore(said.sender, said.digest, needs.now)
  return same ? saysAgain(same.reference, said, needs, joins) : null
}

/** The same said again of a case, in whatever words; null where it does not join it. */
export async function saysAgain(
  reference: string,
  { sender, message }: Said,
  needs: Needs,
  joins?: Joins,
): Promise<MessagePlan | null> {
  const on = needs.now.slice(0, 10)
  const count = sender.repeats.on === on ? sender.repeats.count + 1 : 1
  // However often it was said: where the case is over, or they were called, it says something.
  const again = await saidAgain(reference, { channel: message.channel, by: complainant }, needs, joins)
  return (
    again && {
      outcome: 'repeated',
      reference,
      sender: { ...sender, repeats: { on, count } },
      commit: count > maxRepeats ? {} : { append: [again] },
    }
  )
}
