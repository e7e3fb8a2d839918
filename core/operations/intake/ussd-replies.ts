import { type CaseFile, isOpen, mayBeDanger } from '../../case/case-file.ts'
import { fold } from '../../case/fold.ts'
import type { PlaceRef } from '../../places/place-ref.ts'
import type { SenderRecord } from '../../channel/sender-record.ts'
import type { Caller } from '../../channel/message.ts'
import type { Verdict } from '../../channel/sms-intent.ts'
import type { Turn, ussdConversation } from '../../channel/ussd/conversation.ts'
import type { Ask } from '../../channel/ussd/state.ts'
import { dayMonthOrNull } from '../../notices/day-month.ts'
import type { StoredCase } from '../../ports/cases.ts'
import type { Needs, ReadingNeeds } from '../needs.ts'
import { type MessagePlan, opens, type Said } from './replies/joining.ts'
import { openQuestions } from './replies/open-questions.ts'
import { cites } from './replies/replying.ts'
import { agreesToCaller, bareVerdict, judges } from './replies/verdicts.ts'
import { senderOf, type UssdDraft } from './ussd-draft.ts'

/**
 * The questions of ours this phone may answer on the keypad, what was delivered last first. For what else somebody may say of a verdict
 * nobody asked.
 */
export async function openTo(sender: SenderRecord, needs: Needs): Promise<Ask[]> {
  const open = await openQuestions(sender, needs)
  return open
    .filter(({ question: { is }, stored }) => is !== 'why' || stored.caseFile.status !== 'answered')
    .map(({ question: { is }, stored }) => ({
      reference: stored.caseFile.reference,
      is: is === 'verdict' || is === 'caller' ? is : 'words',
    }))
}

interface Scene {
  turn: Turn<PlaceRef>
  draft: UssdDraft
  conversation: ReturnType<typeof ussdConversation<PlaceRef>>
  needs: ReadingNeeds
}

/** What was typed, as the SMS it might have been: the same plans answer both. */
async function said(text: string, { draft, needs }: Scene): Promise<Said & { before: SenderRecord | null }> {
  const { phone, sessionId, serviceCode, networkCode, arrivedAt } = draft.hop
  const { before, sender } = await senderOf(draft, needs)
  const [digest = ''] = await needs.vault.fingerprints(JSON.stringify(['text', phone, text]))
  return {
    before,
    sender: draft.replied?.plan.sender ?? sender,
    phone,
    digest,
    key: sessionId,
    intent: { is: 'voice' },
    message: {
      channel: 'ussd',
      gateway: 'ussd',
      account: serviceCode,
      externalId: sessionId,
      to: serviceCode,
      text,
      part: null,
      providerAt: null,
      arrivedAt,
      networkCode,
      flags: [],
      raw: null,
      sender: { is: 'phone', phone },
    },
  }
}

/** Answers that a lost hop brought at once are written as one. */
function together(first: MessagePlan | undefined, next: MessagePlan): MessagePlan {
  const [before] = first?.commit.append ?? []
  if (!before) return next
  const [after, ...others] = next.commit.append ?? []
  const isSame = after?.before.reference === before.before.reference
  const append = isSame
    ? [{ ...before, ...after, before: before.before, entries: [...before.entries, ...after.entries] }, ...others]
    : [before, ...(after ? [after, ...others] : [])]
  return { ...next, commit: { ...next.commit, append } }
}

/** The case as it is with what this hop has said of it already. */
async function asSaid(reference: string, { draft, needs }: Scene): Promise<StoredCase | null> {
  const stored = await needs.cases.load(reference)
  const mine = draft.replied?.plan.commit.append?.find(({ before }) => before.reference === reference)
  return stored && mine ? { ...stored, caseFile: mine.entries.reduce(fold, stored.caseFile) } : stored
}

const isAsked = ({ lane, status, satisfaction }: CaseFile): boolean =>
  lane === 'N' && status === 'answered' && satisfaction === null

export async function verdictOn(reference: string, score: Verdict, scene: Scene): Promise<Turn<PlaceRef>> {
  const { turn, draft, conversation, needs } = scene
  const stored = await asSaid(reference, scene)
  if (!stored || !isAsked(stored.caseFile)) return conversation.replied(turn, reference, null)
  const { before, ...one } = await said(String(score), scene)
  const plan = await judges(stored, one, bareVerdict(score), needs)
  draft.replied = { before, plan: { ...plan, sender: plan.sender ?? one.sender } }
  const closes = plan.commit.append?.some(({ entries }) => entries.some(({ what }) => what === 'closed'))
  return closes ? conversation.replied(turn, reference, null) : turn
}

/** Who may call. Answered meanwhile at another door, the first word holds. */
export async function callerOn(reference: string, consent: Caller, scene: Scene): Promise<Turn<PlaceRef>> {
  const { turn, draft, conversation, needs } = scene
  const { before, ...one } = await said('', scene)
  const asked = (await openQuestions(one.sender, needs)).find(
    ({ question, stored }) => question.is === 'caller' && stored.caseFile.reference === reference,
  )
  if (asked) {
    const plan = agreesToCaller(asked.stored.caseFile, consent, one.sender, needs)
    draft.replied = { before, plan: { ...plan, sender: plan.sender ?? one.sender } }
  }
  return conversation.replied(turn, reference, null)
}

/** Words for a question, read as those of an SMS are: what must not join is a case of its own, whose number the screen then says. */
export async function replyOn(reference: string, words: string, scene: Scene): Promise<Turn<PlaceRef>> {
  const { turn, draft, conversation, needs } = scene
  const stored = await asSaid(reference, scene)
  const { before, ...one } = await said(words, scene)
  const isTheirs = stored?.caseFile.lane === 'N' && isOpen(stored.caseFile)
  const plan = isTheirs ? await cites(stored, one, needs) : await opens(one, needs)
  draft.replied = { before, plan: { ...together(draft.replied?.plan, plan), sender: plan.sender ?? one.sender } }
  const own = plan.commit.open?.caseFile
  const danger = own && mayBeDanger(own) ? { date: dayMonthOrNull(own.promisedAt, needs.programme.calendar) } : null
  return conversation.replied(turn, own?.reference ?? reference, danger)
}
