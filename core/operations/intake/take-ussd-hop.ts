import { complainant } from '../../case/actor.ts'
import { entry } from '../../case/history.ts'
import type { PlaceRef } from '../../places/place-ref.ts'
import type { UssdHop } from '../../channel/message.ts'
import { type Turn, ussdConversation } from '../../channel/ussd/conversation.ts'
import { render } from '../../channel/ussd/screen.ts'
import { UssdState } from '../../channel/ussd/state.ts'
import { inLanguage } from '../../notices/messages.ts'
import type { UssdSession } from '../../ports/ussd-sessions.ts'
import { type Needs, untilWritten } from '../needs.ts'
import { applyEffect, type Conversation, draftCommit, type UssdDraft } from './ussd-effects.ts'

/** How one hop reads against the hops seen before; the gateway adapter knows its own way of joining answers. */
export interface HopReading {
  is: 'first' | 'next' | 'repeat' | 'stale' | 'restart' | 'conflict' | 'missing-initial'
  /** What this hop added. */
  answer: string
  /** All answers, where nothing tells how they were typed. */
  all: string[]
  /** To remember it by: never its words. */
  seen: { length: number; digest: string }
}

/** Menu answers glued together by a lost hop are taken one by one; once words are asked, the rest is words, stars and all. */
async function takeAnswers(
  from: Turn<PlaceRef>,
  parts: readonly string[],
  scene: { draft: UssdDraft; conversation: Conversation; needs: Needs },
): Promise<Turn<PlaceRef>> {
  const [part, ...rest] = parts
  if (part === undefined || from.end) return from
  const isWords = from.state.step === 'words' && part.trim() !== '0'
  const turn = scene.conversation.answer(from.state, isWords ? parts.join('*') : part)
  const settled = turn.effect ? await applyEffect(turn.effect, { ...scene, turn }) : turn
  return isWords ? settled : takeAnswers(settled, rest, scene)
}

/** What a hop added: words whole, menu answers one by one. `0*2` where words are asked is a call and who may make it. */
const newParts = ({ step }: UssdState, { answer }: HopReading): string[] =>
  step === 'words' && !/^\s*0\s*\*/.test(answer) ? [answer] : answer.split('*')

const conversationOf = ({ programme }: Needs): Conversation =>
  ussdConversation<PlaceRef>({ languages: programme.messages.languages, places: programme.settings.ussdPlaces })

const show = (turn: Turn<PlaceRef>, { programme }: Needs): string =>
  render(turn, inLanguage(programme.messages, turn.state.language).ussd)

/** What to say when something broke behind the screen: an END the gateway accepts. */
export const troubleScreen = (needs: Needs): string =>
  show(conversationOf(needs).trouble(needs.programme.messages.languages[0].code), needs)

/**
 * One USSD screen for another. The case is made at the hop where words (or the danger answer) arrive, in one transaction with
 * the session; later answers are appended to it. Repeats and late hops get the screen they had.
 */
export async function takeUssdHop(
  hop: UssdHop,
  read: (seen: readonly { length: number; digest: string }[]) => HopReading,
  needs: Needs,
): Promise<string> {
  const { cases, senders, ussdSessions, programme, vault, now } = needs
  const fingerprints = await vault.fingerprints(`phone:${hop.phone}`)
  const [fingerprint = ''] = fingerprints
  const conversation = conversationOf(needs)
  return untilWritten(async () => {
    const before = await ussdSessions.find(hop.sessionId)
    // Another caller in a known session learns nothing.
    if (before && (before.fingerprint !== fingerprint || before.serviceCode !== hop.serviceCode))
      return troubleScreen(needs)
    const reading = read(before?.hops ?? [])
    if (before && (reading.is === 'repeat' || reading.is === 'stale')) return before.screen
    // After its END nothing goes on: taking it afresh would file the same words again.
    if (before?.end && reading.is === 'next') return before.screen
    const known = before !== null && reading.is === 'next' ? UssdState.parse(before.state) : null
    const record = known ? null : await senders.find(fingerprints)
    const language = known?.language ?? record?.language ?? programme.messages.languages[0].code
    const draft: UssdDraft = {
      ...{ hop, fingerprints, language, stored: null, isNew: false, entries: [], contact: null, sender: null },
    }
    const start = conversation.start(language)
    const from = known ? { ...start, state: known, end: false } : start
    const afresh = reading.is === 'restart' ? [] : reading.all
    const parts = known ? newParts(known, reading) : afresh
    const turn = await takeAnswers(from, parts, { draft, conversation, needs })
    const { reference, step } = turn.state
    // The last answer may say nothing, and still it ends the case's stay in its session.
    if (reference && step.startsWith('receipt')) draft.stored ??= await cases.load(reference)
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
    return written === 'done' ? after.screen : null
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
    return (await cases.commit({ append: [{ before: stored.caseFile, entries: [ended] }] })) === 'done' ? true : null
  })
}
