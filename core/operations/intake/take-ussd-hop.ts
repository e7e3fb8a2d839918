import { complainant } from '../../case/actor.ts'
import { entry } from '../../case/history.ts'
import type { PlaceRef } from '../../places/place-ref.ts'
import { type Excuse, type Turn, ussdConversation } from '../../channel/ussd/conversation.ts'
import type { HopReading, UssdHop } from '../../channel/ussd/hop.ts'
import { render } from '../../channel/ussd/screen.ts'
import { type Step, UssdState } from '../../channel/ussd/state.ts'
import { inLanguage } from '../../notices/messages.ts'
import type { UssdSession } from '../../ports/ussd-sessions.ts'
import { type Needs, type ReadingNeeds, retry, untilWritten } from '../needs.ts'
import { readCareOut } from './reading-care-out.ts'
import { openTo } from './ussd-replies.ts'
import { applyEffect, type Conversation } from './ussd-effects.ts'
import { draftCommit, type UssdDraft } from './ussd-draft.ts'

/** More than any way through the menus has; each may be a write. */
const answersAtOnce = 30

/** Where somebody says something in their own words. */
const wordSteps: readonly Step[] = ['words', 'why', 'reply']

/**
 * Menu answers that a lost hop brought at once are taken one by one; once words are asked, the rest is words. A 0 there is none: it
 * asks for a call, and what follows says who may make it.
 */
async function takeAnswers(
  from: Turn<PlaceRef>,
  { answers, onward }: HopReading,
  scene: { draft: UssdDraft; conversation: Conversation; needs: ReadingNeeds },
): Promise<Turn<PlaceRef>> {
  let turn = from
  for (const [at, answer] of answers.slice(0, answersAtOnce).entries()) {
    if (turn.end) break
    const isWords = wordSteps.includes(turn.state.step) && answer.trim() !== '0'
    turn = scene.conversation.answer(turn.state, isWords ? onward(at) : answer)
    if (turn.effect) turn = await applyEffect(turn.effect, { ...scene, turn })
    if (isWords) break
  }
  return turn
}

const conversationOf = ({ programme: { messages, settings, commands } }: Needs): Conversation =>
  ussdConversation<PlaceRef>({ languages: messages.languages, places: settings.ussdPlaces, commands })

const show = (turn: Turn<PlaceRef>, { programme }: Needs): string =>
  render(turn, inLanguage(programme.messages, turn.state.language).ussd)

/** What to say when no screen can be made: an END the gateway accepts. */
export const excuseScreen = (excuse: Excuse, needs: Needs): string =>
  show(conversationOf(needs).excuse(excuse, needs.programme.languages[0].code), needs)

/**
 * One USSD screen for another. The case is made at the hop where words (or the danger answer) arrive, in one transaction with
 * the session; later answers are appended to it. Repeats and late hops get the screen they had.
 */
export async function takeUssdHop(
  hop: UssdHop,
  digest: (typed: string) => string,
  needs: ReadingNeeds,
): Promise<string> {
  const { cases, senders, ussdSessions, programme, vault, now } = needs
  const fingerprints = await vault.fingerprints(`phone:${hop.phone}`)
  const [fingerprint = ''] = fingerprints
  const conversation = conversationOf(needs)
  return untilWritten(async () => {
    const before = await ussdSessions.find(hop.sessionId)
    // Another caller in a known session learns nothing.
    if (before && (before.fingerprint !== fingerprint || before.serviceCode !== hop.serviceCode))
      return excuseScreen('trouble', needs)
    const reading = hop.read(before?.hops ?? [], digest)
    if (before && (reading.is === 'repeat' || reading.is === 'stale')) return before.screen
    // After its END nothing goes on: taking it afresh would file the same words again.
    if (before?.end && reading.is === 'next') return before.screen
    const known = before !== null && reading.is === 'next' ? UssdState.parse(before.state) : null
    const record = known ? null : await senders.find(fingerprints)
    const language = known?.language ?? record?.language ?? programme.languages[0].code
    const draft: UssdDraft = {
      hop,
      fingerprints,
      language,
      stored: null,
      isNew: false,
      entries: [],
      also: [],
      contact: null,
      sender: null,
      replied: null,
    }
    const start = conversation.start(language, record ? await openTo(record, needs) : [], record?.optedOut)
    const from = known ? { ...start, state: known, end: false } : start
    const taken = await takeAnswers(from, reading, { draft, conversation, needs })
    const { reference, step } = taken.state
    // The last answer may say nothing, and still it ends the case's stay in its session.
    if (reference && step.startsWith('receipt')) draft.stored ??= await cases.load(reference)
    const turn = await readCareOut(taken, draft, needs)
    const after: UssdSession = {
      id: hop.sessionId,
      version: (before?.version ?? 0) + 1,
      fingerprint,
      serviceCode: hop.serviceCode,
      reference,
      state: turn.state,
      screen: show(turn, needs),
      end: turn.end,
      hops: known && before ? [...before.hops, reading.seen] : [reading.seen],
      startedAt: before?.startedAt ?? now,
    }
    const written = await cases.commit({ ...draftCommit(draft, turn.end, now), session: { before, after } })
    return written === 'done' ? after.screen : retry
  })
}

/** The session is over, however: what was said in it is a case now, without waiting for the sweep. */
export async function endUssdSession(sessionId: string, cut: boolean, needs: Needs): Promise<void> {
  const { cases, ussdSessions, now } = needs
  await untilWritten(async () => {
    const session = await ussdSessions.find(sessionId)
    const stored = session?.reference ? await cases.load(session.reference) : null
    if (!stored?.caseFile.inSession) return true
    const ended = entry('session-ended', now, complainant, { cut })
    return (await cases.commit({ append: [{ before: stored.caseFile, entries: [ended] }] })) === 'done' || retry
  })
}
