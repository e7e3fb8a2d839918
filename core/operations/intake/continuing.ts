import { complainant } from '../../case/actor.ts'
import { type CaseFile, isOpen } from '../../case/case-file.ts'
import { type Entry, entry, type EntryOf } from '../../case/history.ts'
import type { Message } from '../../channel/message.ts'
import type { SmsIntent } from '../../channel/sms-intent.ts'
import { type LastWords, startOf, wordsAfter } from './last-words.ts'
import { suggestedOf } from './open-case.ts'
import { keptApart } from '../../notices/by-entry.ts'
import type { Append, StoredCase } from '../../ports/cases.ts'
import { mayBeOther, staysApart } from './replies/apart.ts'
import { type MessagePlan, opens, type Said } from './replies/joining.ts'
import { suggested, without } from './replies/replying.ts'
import { openQuestions } from './replies/open-questions.ts'
import { verdictOf } from './replies/verdicts.ts'
import type { Needs, ReadingNeeds } from '../needs.ts'
import { openWords, scopeOf, sealedWords } from '../sealed.ts'

/** Parts of one SMS arrive together; what comes later is another. */
const togetherMs = 60_000
/** So soon nobody types another text and sends it: what follows a full part at once is the next one, even « 2 » or « stop ». */
const typedMs = 10_000
/** Longer than any phone sends. */
const longest = 4000
/** Any part but the last has more letters. */
const shortestPart = 60

/** What a text goes on with may look like any of these; a command it is not. */
const mayContinue: readonly SmsIntent['is'][] = ['voice', 'cites', 'thanks-only', 'greeting']

/** No part of a longer text is a command, whatever it reads like alone. */
export const heardAs = ({ part }: Message, intent: SmsIntent): SmsIntent =>
  part === null || intent.is === 'cites' ? intent : { is: 'voice' }

/**
 * A part of a long SMS that came as an SMS of its own, in whatever order: its words stand where they belong among those it continues. Null
 * when it is a message of its own.
 */
export async function continues(said: Said, needs: ReadingNeeds): Promise<MessagePlan | null> {
  const { message, sender, intent } = said
  const { lastWords: last } = sender
  if (!last || message.raw !== null) return null
  const sinceMs = Date.parse(needs.now) - Date.parse(last.at)
  const at = sinceMs <= togetherMs ? startOf(message, last) : null
  const isOwn = intent.is === 'caller' || (intent.is === 'follow-up' && intent.wonders)
  const isAlone = isOwn || sinceMs <= typedMs
  if (at === null || !(mayContinue.includes(intent.is) || (isAlone && !(await isAsked(said, needs))))) return null
  const stored = await needs.cases.load(last.reference)
  const before = stored && (await openWords(stored, last.index, needs))
  if (!stored || before === null || !takesParts(stored.caseFile, last.index)) return null
  const { caseFile } = stored
  const { reference } = caseFile
  const { part, text } = message
  const came = last.marked?.parts.some((one) => one.at === part?.at) ?? false
  // Said again within a day: the whole is there already. A few letters are found in any text; two marked parts may be alike.
  const isThere = before.includes(text) && (last.again || came || (!part && text.length >= shortestPart))
  if (isThere || last.again || came) return isThere ? { outcome: 'repeated', reference, commit: {} } : null
  const whole = before.slice(0, at) + text + before.slice(at)
  if (whole.length > longest) return null
  if (last.index > 0 && caseFile.lane === 'N') return joined(stored, { said, last, at, whole }, needs)
  const suggestion = needs.suggest(whole)
  const lane = caseFile.lane === 'P' || suggestion.sensitive || suggestion.unread ? 'P' : 'N'
  const kept = last.index === 0 ? suggestedOf(suggestion) : caseFile.suggested
  return goesOn(stored, { said, last, at, whole }, { lane, suggested: kept }, needs)
}

/** 1, 2 or 3, or who may call, to a question that asks for it: no text ends so as often as that is answered. */
const isAsked = async ({ intent, sender }: Said, needs: Needs): Promise<boolean> =>
  (intent.is === 'verdict' || intent.is === 'caller') &&
  (await openQuestions(sender, needs)).some(({ question: { is } }) => is === 'verdict' || is === 'caller')

/** A part found its place: the words there are with it, and from where in them it stands. */
interface Continued {
  said: Said
  last: LastWords
  at: number
  whole: string
}

type Read = Pick<EntryOf<'continued'>, 'lane' | 'suggested' | 'judge' | 'other'>

async function goesOn(
  { caseFile: before }: StoredCase,
  { said: { message, sender }, last, at, whole }: Continued,
  as: Read,
  needs: Needs,
  more: readonly Entry[] = [],
): Promise<MessagePlan> {
  const { channel } = message
  const { reference } = before
  const line = entry('continued', needs.now, complainant, { channel, of: last.index, ...as })
  const words = { [last.index]: await needs.vault.seal(scopeOf(as.lane), reference, sealedWords(whole)) }
  return {
    outcome: 'joined',
    reference,
    commit: { append: [{ before, entries: [line, ...more], sealed: { words } }] },
    sender: { ...sender, lastWords: { ...wordsAfter(message, last, at), at: needs.now } },
  }
}

/**
 * Words that joined a case are read as one with their next part, as they would be had they come whole: what must not stand there leaves it
 * for a case of its own, and the verdict is that of the whole text.
 */
async function joined(stored: StoredCase, part: Continued, needs: ReadingNeeds): Promise<MessagePlan> {
  const { caseFile } = stored
  const { said, last, at, whole } = part
  const text = without(caseFile.reference, whole)
  const suggestion = suggested(text, needs)
  if (suggestion && staysApart(text, suggestion, [caseFile], needs)) {
    const plan = await opens({ ...said, message: { ...said.message, text: whole } }, needs, {
      mayReplyTo: [caseFile.reference],
      suggestion,
      flags: [keptApart],
    })
    const reference = plan.reference ?? ''
    const line = entry('split-off', needs.now, complainant, { index: last.index, apart: reference })
    const gone: Append = { before: caseFile, entries: [line], drop: last.index }
    const lastWords = { ...wordsAfter(said.message, last, at), reference, index: 0, at: needs.now }
    return {
      ...plan,
      sender: { ...(plan.sender ?? said.sender), lastWords },
      commit: { ...plan.commit, append: [gone] },
    }
  }
  const other = suggestion !== null && mayBeOther(text, suggestion, caseFile, needs)
  const as = { lane: 'N', suggested: caseFile.suggested, other } as const
  if (caseFile.status !== 'answered') return goesOn(stored, part, as, needs)
  const { judge, entries } = verdictOf(caseFile, last.index, text, needs)
  return goesOn(stored, part, { ...as, judge }, needs, entries)
}

/** Nobody has decided on it yet, nor done anything since words joined it: what somebody read must not say something else afterwards. */
const takesParts = (caseFile: CaseFile, index: number): boolean => {
  const { lane, assessedAt, wroteAt } = caseFile
  const isUntouched = assessedAt === null || (index > 0 && wroteAt !== null)
  return isOpen(caseFile) && isUntouched && (lane === 'N' || lane === 'P')
}
