import { complainant } from '../../case/actor.ts'
import { type CaseFile, isOpen } from '../../case/case-file.ts'
import { entry } from '../../case/history.ts'
import type { SenderRecord } from '../../channel/sender-record.ts'
import type { SmsIntent } from '../../channel/sms-command.ts'
import { partSize, placeOf } from '../../channel/sms-part.ts'
import { suggestedOf } from './open-case.ts'
import { type MessagePlan, opens, type Said } from './joining.ts'
import type { Needs } from '../needs.ts'
import { openWords, scopeOf, sealedWords } from '../sealed.ts'

/** Parts of one SMS arrive together; what comes later is another. */
const togetherMs = 60_000
/** Longer than any phone sends. */
const longest = 4000
/** Any part but the last has more letters. */
const shortestPart = 60

/** What a text goes on with may look like any of these; a command it is not. */
const mayContinue: readonly SmsIntent['is'][] = ['voice', 'cites', 'thanks-only']

/**
 * A part of a long SMS that came as an SMS of its own, in whatever order: its words stand where they belong among those it continues. Null
 * when it is a message of its own.
 */
export async function continues(said: Said, needs: Needs): Promise<MessagePlan | null> {
  const { message, sender, intent } = said
  const { lastWords: last } = sender
  if (!last || message.raw !== null || !mayContinue.includes(intent.is)) return null
  const size = partSize(message.text)
  const place = Date.parse(needs.now) - Date.parse(last.at) <= togetherMs ? placeOf(size, last.size) : null
  const stored = place && (await needs.cases.load(last.reference))
  const before = stored && (await openWords(stored, last.index, needs))
  if (!stored || before === null || !takesParts(stored.caseFile)) return null
  const { caseFile } = stored
  const { reference } = caseFile
  // Said again within a day: the whole is there already. A few letters are found in any text.
  const isThere = before.includes(message.text) && (last.again || message.text.length >= shortestPart)
  if (isThere || last.again) return isThere ? { outcome: 'repeated', reference, commit: {} } : null
  const at = last.from + (place === 'behind' ? last.length : 0)
  const whole = before.slice(0, at) + message.text + before.slice(at)
  if (whole.length > longest) return null
  const suggestion = needs.programme.suggest(whole)
  const isPossible = suggestion.sensitive || suggestion.unread
  // Words that joined an ordinary case stay there; what they turn out to say as a whole is a case of its own.
  if (last.index > 0 && isPossible && caseFile.lane === 'N') return opens(said, needs, { words: whole })
  const lane = caseFile.lane === 'P' || isPossible ? 'P' : 'N'
  const suggested = last.index === 0 ? suggestedOf(suggestion) : caseFile.suggested
  const continued = entry('continued', needs.now, complainant, {
    channel: message.channel,
    of: last.index,
    lane,
    suggested,
  })
  const words = { [last.index]: await needs.vault.seal(scopeOf(lane), reference, sealedWords(whole)) }
  const lastWords =
    place === 'behind'
      ? { ...last, at: needs.now, from: at, length: message.text.length, size }
      : { ...last, at: needs.now, from: at + message.text.length }
  return {
    outcome: 'joined',
    reference,
    commit: { append: [{ before: caseFile, entries: [continued], sealed: { words } }] },
    sender: { ...sender, lastWords },
  }
}

/** Nobody has decided on it yet: what somebody assessed must not say something else afterwards. */
const takesParts = (caseFile: CaseFile): boolean =>
  isOpen(caseFile) && caseFile.assessedAt === null && (caseFile.lane === 'N' || caseFile.lane === 'P')

/** What a next part may go on from: the words this message left in a case, or those it says again. */
export function withLastWords(sender: SenderRecord, { message }: Said, plan: MessagePlan, now: string): SenderRecord {
  const { lastWords: _, ...rest } = sender
  if (message.raw !== null || plan.reference === null) return rest
  const { open, append = [] } = plan.commit
  const appended = append.find(({ before }) => before.reference === plan.reference)
  const index = open ? (open.sealed.words[0] ? 0 : null) : Object.keys(appended?.sealed?.words ?? {})[0]
  const again = plan.outcome === 'repeated'
  const known = sender.lastWords?.reference === plan.reference ? sender.lastWords.index : 0
  if (index === null || (index === undefined && !again)) return rest
  const { text } = message
  return {
    ...rest,
    lastWords: {
      ...{ at: now, reference: plan.reference, index: Number(index ?? known), again },
      ...{ from: 0, length: text.length, size: partSize(text) },
    },
  }
}
