import { complainant } from '../case/actor.ts'
import { type CaseFile, isOpen } from '../case/case-file.ts'
import { entry } from '../case/history.ts'
import type { Message } from '../channel/message.ts'
import type { SenderRecord } from '../channel/sender-record.ts'
import type { SmsIntent } from '../channel/sms-command.ts'
import { addDays, addHours } from '../deadlines/calendar.ts'
import { afterVerdict, reopening } from '../feedback/verdict.ts'
import type { Commit, StoredCase } from '../ports.ts'
import { callersByDigit, languageOf, reply, stageReply } from './message-replies.ts'
import type { Needs } from './needs.ts'
import { openCase, type Opening, scopeOf, sealedContact, sealedWords } from './open-case.ts'
import { standardsOf } from '../deadlines/rulebook.ts'
import { lastCase, openQuestion, type Outcome, withCase, withQuestion } from './sender-memory.ts'

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

type PlanFor<I extends SmsIntent> = (said: Said & { intent: I }, needs: Needs) => Promise<MessagePlan>
type Plans = { [Is in SmsIntent['is']]: PlanFor<Extract<SmsIntent, { is: Is }>> }

const maxRepeats = 50

async function opens(said: Said, needs: Needs, rest: Partial<Opening> = {}): Promise<MessagePlan> {
  const { message, phone, sender, digest } = said
  const open = await openCase(
    {
      channel: message.channel,
      kind: 'complaint',
      words: message.text,
      phone,
      // After STOP the answer stands open at follow-up; START, or agreeing again, brings the SMS back.
      consent: sender.optedOut ? 'none' : 'sms',
      language: languageOf(sender, needs),
      receivedAt: needs.now,
      flags: message.flags,
      raw: message.raw,
      ...rest,
    },
    needs,
  )
  const { reference } = open.caseFile
  return { outcome: 'opened', reference, commit: { open }, sender: withCase(sender, reference, digest, needs.now) }
}

/** Adds words to a case: sealed beside the entry that says when and how they came. */
async function joins(stored: StoredCase, { message }: Said, needs: Needs, thanks = false): Promise<MessagePlan> {
  const { caseFile } = stored
  const scope = scopeOf(caseFile.lane)
  const sealed = await needs.vault.seal(scope, caseFile.reference, sealedWords(message.text, message.raw))
  const added = entry('message-added', needs.now, complainant, {
    channel: message.channel,
    ...(thanks ? { thanks: true } : {}),
  })
  return {
    outcome: 'joined',
    reference: caseFile.reference,
    commit: { append: [{ before: caseFile, entries: [added], sealed: { words: { [caseFile.version]: sealed } } }] },
  }
}

/** The same words again within a day from the same phone; after 50 a day only a counter moves. */
async function repeats(said: Said, reference: string, needs: Needs): Promise<MessagePlan | null> {
  const { sender } = said
  const on = needs.now.slice(0, 10)
  const count = sender.repeats.on === on ? sender.repeats.count + 1 : 1
  const counted = { ...sender, repeats: { on, count } }
  const repeated = { outcome: 'repeated', reference, sender: counted }
  if (count > maxRepeats) return { ...repeated, commit: {} }
  const stored = await needs.cases.load(reference)
  if (!stored || !isOpen(stored.caseFile)) return null
  const again = entry('repeated', needs.now, complainant, { channel: said.message.channel })
  return { ...repeated, commit: { append: [{ before: stored.caseFile, entries: [again] }] } }
}

async function voice(said: Said, needs: Needs): Promise<MessagePlan> {
  const since = addHours(needs.now, -24)
  const same = said.sender.live.findLast(({ digest, openedAt }) => digest === said.digest && openedAt > since)
  return (same && (await repeats(said, same.reference, needs))) ?? opens(said, needs)
}

/** A digit or yes/no for one case: a verdict where one is awaited, else words that join it. */
async function judges(stored: StoredCase, said: Said, score: 1 | 2 | 3, needs: Needs): Promise<MessagePlan> {
  const { caseFile } = stored
  const entries = afterVerdict(caseFile, score, needs.programme, needs.now)
  const { reference } = caseFile
  if (entries.length === 0) return joins(stored, said, needs)
  const sender = withQuestion(said.sender, reference, null)
  return { outcome: 'verdict', reference, sender, commit: { append: [{ before: caseFile, entries }] } }
}

async function answersQuestion(said: Said, score: 1 | 2 | 3, needs: Needs): Promise<MessagePlan | null> {
  const asked = openQuestion(said.sender)
  const stored = asked && (await needs.cases.load(asked.reference))
  if (!stored) return null
  const { reference } = asked
  if (asked.question.is === 'verdict') return judges(stored, said, score, needs)
  if (asked.question.is === 'question') {
    const plan = await joins(stored, said, needs)
    return { ...plan, sender: withQuestion(said.sender, reference, null) }
  }
  const consent = callersByDigit[score]
  const given = entry('consent-given', needs.now, complainant, { consent })
  const sender = withQuestion(said.sender, reference, null)
  return { outcome: 'caller', reference, sender, commit: { append: [{ before: stored.caseFile, entries: [given] }] } }
}

const appealable = ({ status, told, closedAt, answer }: CaseFile, days: number, now: string): boolean =>
  answer !== null &&
  (status === 'answered' || (status === 'closed' && closedAt !== null)) &&
  addDays(told?.at ?? answer.at, days) >= now

/** What each kind of SMS does. Everything that is no command is somebody's voice. */
export const messagePlans: Plans = {
  voice,
  cites: async (said, needs) => {
    const stored = await needs.cases.load(said.intent.reference)
    return stored && isOpen(stored.caseFile) ? joins(stored, said, needs) : voice(said, needs)
  },
  'thanks-only': async (said, needs) => {
    const last = lastCase(said.sender, needs.now)
    const stored = last && (await needs.cases.load(last.reference))
    return stored && stored.caseFile.lane === 'N' && isOpen(stored.caseFile)
      ? joins(stored, said, needs, true)
      : opens(said, needs, { kind: 'thanks' })
  },
  verdict: async (said, needs) => {
    const { verdict, reference } = said.intent
    const cited = reference ? await needs.cases.load(reference) : null
    if (cited) return judges(cited, said, verdict, needs)
    const answered = reference ? null : await answersQuestion(said, verdict, needs)
    if (answered) return answered
    const last = lastCase(said.sender, needs.now)
    const stored = last && (await needs.cases.load(last.reference))
    if (stored && stored.caseFile.lane === 'N') return joins(stored, said, needs)
    return reply(said, needs, 'help', { onceADay: true })
  },
  'follow-up': (said, needs) => stageReply(said, said.intent.reference, needs),
  appeal: async (said, needs) => {
    const { reference } = said.intent
    const stored = reference ? await needs.cases.load(reference) : null
    if (!stored) return stageReply(said, reference, needs)
    const { caseFile } = stored
    const { appealDays } = standardsOf(needs.programme, caseFile.standards)
    const may = appealable(caseFile, appealDays, needs.now)
    const entries = may ? reopening(caseFile, needs.programme, needs.now) : []
    if (entries.length === 0) return joins(stored, said, needs)
    return { outcome: 'appealed', reference: caseFile.reference, commit: { append: [{ before: caseFile, entries }] } }
  },
  'call-me': (said, needs) => opens(said, needs, { words: null, consent: 'call', callMe: true }),
  stop: async (said, needs) => {
    const { reference } = said.intent
    const stopped = await reply(said, needs, 'stopped')
    const targets = reference ? [reference] : said.sender.live.map((live) => live.reference)
    const stored = await Promise.all(targets.map((target) => needs.cases.load(target)))
    const append = stored
      .filter((one) => one !== null)
      .map(({ caseFile }) => ({ before: caseFile, entries: [entry('opted-out', needs.now, complainant, {})] }))
    const sender = { ...said.sender, optedOut: reference === null || said.sender.optedOut }
    return { ...stopped, outcome: 'stopped', sender, commit: { ...stopped.commit, append } }
  },
  start: async (said, needs) => {
    const started = await reply(said, needs, 'started')
    const stored = await Promise.all(said.sender.live.map(({ reference }) => needs.cases.load(reference)))
    const sealed = async (reference: string) => ({
      contact: await needs.vault.seal('general', reference, sealedContact(said.phone)),
    })
    const append = await Promise.all(
      stored
        .filter((one) => one !== null && one.caseFile.optedOut && one.caseFile.lane === 'N')
        .map(async (one) => {
          const before = (one as StoredCase).caseFile
          const back = entry('opted-in', needs.now, complainant, {})
          return { before, entries: [back], sealed: await sealed(before.reference) }
        }),
    )
    const sender = { ...said.sender, optedOut: false }
    return { ...started, outcome: 'started', sender, commit: { ...started.commit, append } }
  },
  language: async (said, needs) => {
    const { language } = said.intent
    const sender = language ? { ...said.sender, language } : said.sender
    return { ...(await reply({ ...said, sender }, needs, 'language')), sender, outcome: 'language' }
  },
  help: (said, needs) => reply(said, needs, 'help'),
}
