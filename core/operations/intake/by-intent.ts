import { complainant } from '../../case/actor.ts'
import { type CaseFile, isOpen } from '../../case/case-file.ts'
import type { SmsIntent } from '../../channel/sms-intent.ts'
import { addDays } from '../../deadlines/calendar.ts'
import { standardsOf } from '../../deadlines/rulebook.ts'
import { citesClosed } from '../../notices/by-entry.ts'
import { isRefusal, reopening } from '../../notices/verdict.ts'
import type { StoredCase } from '../../ports/cases.ts'
import { answersByNumber, bareVerdict, hasDigit, isSaidAgain, judges, lastOpenCase } from './replies/verdicts.ts'
import { joins, type MessagePlan, opens, repeats, type Said } from './replies/joining.ts'
import { answersCaller, asksForCall } from './replies/call-me.ts'
import { greets } from './replies/greets.ts'
import { isEcho } from './replies/is-echo.ts'
import { openQuestions } from './replies/open-questions.ts'
import { cites, replies } from './replies/replying.ts'
import { cited, reply, stageReply } from './replies/replies.ts'
import { withdraws } from './replies/withdrawing.ts'
import { answersWords } from './replies/words-asked.ts'
import type { ReadingNeeds } from '../needs.ts'
import { liveCases, silences, speaksAgain } from '../silence.ts'

type PlanFor<I extends SmsIntent> = (said: Said & { intent: I }, needs: ReadingNeeds) => Promise<MessagePlan>
type Plans = { [Is in SmsIntent['is']]: PlanFor<Extract<SmsIntent, { is: Is }>> }

/**
 * Words about a case that is over are a case of their own. About an S case they may be S again, whatever they say; the receipt
 * is the bare one at every level, so that it tells nobody which it was.
 */
const afterClosing = async (
  said: Said,
  { caseFile: { lane } }: StoredCase,
  needs: ReadingNeeds,
): Promise<MessagePlan> =>
  (await repeats(said, needs)) ??
  opens(said, needs, { flags: [citesClosed], ...(lane === 'S1' || lane === 'S2' ? { lane: 'P' } : {}) })

const appealable = ({ status, told, closedAt, answer }: CaseFile, days: number, now: string): boolean =>
  answer !== null &&
  (status === 'answered' || (status === 'closed' && closedAt !== null)) &&
  addDays(told?.at ?? answer.at, days) >= now

/** « C'est bon » thanks and « ça va » greets, and to « réglé ? » both answer. */
const isVerdict = async ({ message, sender }: Said, needs: ReadingNeeds): Promise<boolean> =>
  needs.programme.hearsVerdict(message.text) !== null &&
  (await openQuestions(sender, needs)).some(({ question }) => question.is === 'verdict')

/** What each kind of SMS does. Everything that is no command is somebody's voice. */
const messagePlans: Plans = {
  voice: replies,
  cites: async (asked, needs) => {
    const { stored, said } = await cited(asked, asked.intent.reference, needs)
    if (!stored) return replies(said, needs)
    return isOpen(stored.caseFile) ? cites(stored, said, needs) : afterClosing(said, stored, needs)
  },
  'thanks-only': async (said, needs) => {
    if (await isVerdict(said, needs)) return replies(said, needs)
    const stored = await lastOpenCase(said, needs)
    if (stored) return joins(stored, said, needs, { thanks: true, aside: true })
    const { greets: words } = said.intent
    return words === undefined ? opens(said, needs, { kind: 'thanks' }) : greets(said, words, needs)
  },
  greeting: async (said, needs) =>
    (await isVerdict(said, needs)) ? replies(said, needs) : greets(said, said.intent.words, needs),
  caller: async (said, needs) => (await answersCaller(said, said.intent, needs)) ?? replies(said, needs),
  verdict: async (asked, needs) => {
    const { verdict, reference } = asked.intent
    const { stored: meant, said } = await cited(asked, reference, needs)
    if (meant && !isOpen(meant.caseFile)) return afterClosing(said, meant, needs)
    if (meant && verdict === 1 && isRefusal(meant.caseFile)) return joins(meant, said, needs)
    if (meant) return judges(meant, said, bareVerdict(verdict), needs)
    // A bare « oui » or « non » answers what « oui, … » would; to no question it is somebody's voice.
    if (reference === null && !hasDigit(said)) return replies(said, needs)
    const answered = reference === null ? await answersByNumber(said, verdict, needs) : null
    if (answered) return answered
    // « Combien de sacs? » « 3 »; or another verdict than the one just given, which somebody judges.
    if (reference === null && (await openQuestions(said.sender, needs)).length > 0) return replies(said, needs)
    const stored = await lastOpenCase(said, needs)
    return stored
      ? joins(stored, said, needs, isSaidAgain(stored.caseFile, verdict) ? { thanks: true } : {})
      : reply(said, needs, 'help', { onceADay: 'helpedOn' })
  },
  'follow-up': async (said, needs) =>
    said.intent.wonders && (await openQuestions(said.sender, needs)).length > 0
      ? replies(said, needs)
      : stageReply(said, said.intent.reference, needs),
  appeal: async (asked, needs) => {
    const { stored, said, refused } = await cited(asked, asked.intent.reference, needs)
    if (refused) return { outcome: 'refused', reference: null, commit: {} }
    if (!stored) return reply(said, needs, 'unknownReference')
    const { caseFile } = stored
    const { appealDays } = standardsOf(needs.programme, caseFile.standards)
    const may = appealable(caseFile, appealDays, needs.now)
    const entries = may ? reopening(caseFile, needs.programme, needs.now) : []
    if (entries.length === 0) return isOpen(caseFile) ? joins(stored, said, needs) : afterClosing(said, stored, needs)
    return { outcome: 'appealed', reference: caseFile.reference, commit: { append: [{ before: caseFile, entries }] } }
  },
  'call-me': (said, needs) => asksForCall(said, said.intent, needs),
  stop: async (said, needs) => {
    const { reference, mistyped } = said.intent
    const { sender } = said
    // Of whoever means one case none other is silenced.
    if (mistyped) return reply(said, needs, 'unknownReference')
    const targets = await liveCases(sender, needs, (live) => reference === null || live === reference)
    // Anybody may hold a number, but nobody silences a case of another phone.
    if (reference !== null && targets.length === 0) return reply(said, needs, 'unknownReference')
    const stopped = await reply(said, needs, 'stopped', reference === null ? {} : { values: { reference } })
    const append = silences(targets, complainant, needs.now)
    const optedOut = reference === null || sender.optedOut
    return {
      ...stopped,
      outcome: 'stopped',
      sender: { ...(stopped.sender ?? sender), optedOut },
      commit: { ...stopped.commit, append },
    }
  },
  start: async (said, needs) => {
    const started = await reply(said, needs, 'started')
    const live = await liveCases(said.sender, needs)
    const back = live.map((before) => speaksAgain(before, said.phone, complainant, needs))
    const append = (await Promise.all(back)).flat()
    const sender = { ...(started.sender ?? said.sender), optedOut: false }
    return { ...started, outcome: 'started', sender, commit: { ...started.commit, append } }
  },
  withdraw: (said, needs) => withdraws(said, said.intent.reference, needs),
  language: async (said, needs) => {
    const { language } = said.intent
    if (!language) return reply(said, needs, 'languages')
    const sender = { ...said.sender, language }
    return { ...(await reply({ ...said, sender }, needs, 'language')), outcome: 'language' }
  },
  help: (said, needs) => reply(said, needs, 'help'),
}

/** What becomes of one SMS; while words are asked for, what may be the answer is no command. */
export async function planFor(said: Said, needs: ReadingNeeds): Promise<MessagePlan> {
  if (isEcho(said, needs)) return { outcome: 'echo', reference: null, commit: {} }
  if (await answersWords(said, needs)) return replies(said, needs)
  const plan = messagePlans[said.intent.is] as PlanFor<SmsIntent>
  return plan(said, needs)
}
