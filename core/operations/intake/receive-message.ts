import type { Message } from '../../channel/message.ts'
import { newSender, type SenderRecord } from '../../channel/sender-record.ts'
import { parseSms } from '../../channel/sms-command.ts'
import type { SmsIntent } from '../../channel/sms-intent.ts'
import { continues, heardAs } from './continuing.ts'
import { withLastWords } from './last-words.ts'
import type { MessagePlan, Said } from './replies/joining.ts'
import { planFor } from './by-intent.ts'
import { type Needs, type ReadingNeeds, retry, untilWritten } from '../needs.ts'
import { openCase } from './open-case.ts'
import { reply } from './replies/replies.ts'
import { type Outcome, questionsOf, recentCases, remember } from '../sender-memory.ts'

/** What became of a message, and the case it belongs to; `known` when the same message had been accepted before. */
export interface Received extends Outcome {
  known: boolean
}

/**
 * The same in two deliveries of one message, different in any two messages: gateway, account, sender, provider id (without one:
 * the provider's date, without that what could not be read, without that the minute it came in) and text.
 */
export async function messageKey(message: Message, { vault }: Needs): Promise<string> {
  const { gateway, account, sender, externalId, providerAt, raw, arrivedAt, text } = message
  const who = sender.phone ?? sender.raw
  const which = externalId ?? providerAt ?? raw ?? arrivedAt.slice(0, 'YYYY-MM-DDTHH:MM'.length)
  const [key] = await vault.fingerprints(JSON.stringify(['message', gateway, account, who, which, text]))
  if (!key) throw new Error('the vault gives no fingerprint')
  return key
}

/**
 * Takes one SMS in, or a call that nobody took. Providers deliver the same message again, a hundred times at once if they like: one case, one receipt, the
 * same answer. When it returns, the message is in the table. One read and one two-item transaction; a third call only
 * when the message joins a case.
 */
export async function receiveMessage(message: Message, needs: ReadingNeeds): Promise<Received> {
  const key = await messageKey(message, needs)
  const { sender } = message
  return sender.is === 'phone' ? fromPhone(message, sender.phone, key, needs) : fromNoPhone(message, key, needs)
}

/** It says who, and that they want a call. */
const missedCall: SmsIntent = { is: 'call-me', reference: null, says: false }

async function fromPhone(message: Message, phone: string, key: string, needs: ReadingNeeds): Promise<Received> {
  const { cases, senders, vault, now, programme } = needs
  const fingerprints = await vault.fingerprints(`phone:${phone}`)
  const [fingerprint = ''] = fingerprints
  const [digest = ''] = await vault.fingerprints(JSON.stringify(['text', phone, message.text]))
  return untilWritten(async () => {
    const before = await senders.find(fingerprints, key)
    const sender: SenderRecord = before ? { ...before, fingerprint } : newSender(fingerprint, now)
    const seen = sender.recent[key]
    if (seen) return { ...seen, known: true }
    // Whether it is still open the plan looks.
    const open = questionsOf(sender).length > 0 || recentCases(sender, now).length > 0
    const isCall = message.channel === 'call'
    const read = parseSms(message.text, { commands: programme.commands, openQuestion: open })
    const intent = isCall ? missedCall : heardAs(message, read)
    const said: Said = { message, phone, sender, digest, key, intent }
    const part = isCall ? null : await continues(said, needs)
    const plan = part ?? (await withWhySilent(await planFor(said, needs), said, needs))
    const kept = part?.commit.append ? (plan.sender ?? sender) : withLastWords(plan.sender ?? sender, said, plan, now)
    const after = { ...remember(kept, key, plan, now), lastBy: { gateway: message.gateway, at: now } }
    const written = await cases.commit({ ...plan.commit, sender: { before, after } })
    return written === 'done' ? { outcome: plan.outcome, reference: plan.reference, known: false } : retry
  })
}

/** What is kept of somebody who sent STOP has no answer: once a day they hear why, and how to get one. */
async function withWhySilent(plan: MessagePlan, said: Said, needs: Needs): Promise<MessagePlan> {
  const isKept = plan.commit.open ?? plan.commit.append
  if (!said.sender.optedOut || !isKept || plan.commit.notice || plan.outcome === 'started') return plan
  const sender = plan.sender ?? said.sender
  const why = await reply({ ...said, sender }, needs, 'silenced', { onceADay: 'silenceToldOn' })
  return { ...plan, commit: { ...plan.commit, ...why.commit }, ...(why.sender ? { sender: why.sender } : {}) }
}

/** A sender that is no phone cannot be answered or followed: the message key stands in for the sender item. */
async function fromNoPhone(message: Message, key: string, needs: ReadingNeeds): Promise<Received> {
  const { cases, senders, programme, now } = needs
  return untilWritten(async () => {
    const known = await senders.message(key)
    if (known) return { outcome: 'opened', reference: known.reference, known: true }
    const open = await openCase(
      {
        channel: message.channel,
        kind: 'complaint',
        words: message.text,
        phone: null,
        consent: 'none',
        language: programme.languages[0].code,
        receivedAt: now,
        flags: [...message.flags, 'no-phone'],
        raw: message.raw,
      },
      needs,
    )
    const { reference } = open.caseFile
    const written = await cases.commit({ open, message: { key, reference } })
    return written === 'done' ? { outcome: 'opened', reference, known: false } : retry
  })
}
