import { complainant } from '../../case/actor.ts'
import { type CaseFile, isOpen } from '../../case/case-file.ts'
import { entry } from '../../case/history.ts'
import type { Message } from '../../channel/message.ts'
import type { SenderRecord } from '../../channel/sender-record.ts'
import type { SmsIntent } from '../../channel/sms-command.ts'
import { marksTo, partSize, placeOf } from '../../channel/sms-part.ts'
import { suggestedOf } from './open-case.ts'
import { type MessagePlan, opens, type Said } from './replies/joining.ts'
import type { ReadingNeeds } from '../needs.ts'
import { openWords, scopeOf, sealedWords } from '../sealed.ts'

/** Parts of one SMS arrive together; what comes later is another. */
const togetherMs = 60_000
/** Longer than any phone sends. */
const longest = 4000
/** Any part but the last has more letters. */
const shortestPart = 60

/** What a text goes on with may look like any of these; a command it is not. */
const mayContinue: readonly SmsIntent['is'][] = ['voice', 'cites', 'thanks-only']

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
  if (!last || message.raw !== null || !mayContinue.includes(intent.is)) return null
  const at = Date.parse(needs.now) - Date.parse(last.at) <= togetherMs ? startOf(message, last) : null
  const stored = at === null ? null : await needs.cases.load(last.reference)
  const before = stored && (await openWords(stored, last.index, needs))
  if (at === null || !stored || before === null || !takesParts(stored.caseFile)) return null
  const { caseFile } = stored
  const { reference } = caseFile
  const { part, text } = message
  const came = last.marked?.parts.some((one) => one.at === part?.at) ?? false
  // Said again within a day: the whole is there already. A few letters are found in any text; two marked parts may be alike.
  const isThere = before.includes(text) && (last.again || came || (!part && text.length >= shortestPart))
  if (isThere || last.again || came) return isThere ? { outcome: 'repeated', reference, commit: {} } : null
  const whole = before.slice(0, at) + text + before.slice(at)
  if (whole.length > longest) return null
  const suggestion = needs.suggest(whole)
  const isPossible = suggestion.sensitive || suggestion.unread
  // Words that joined an ordinary case stay there; what they turn out to say as a whole is a case of its own.
  if (last.index > 0 && isPossible && caseFile.lane === 'N') return opens(said, needs, { words: whole, suggestion })
  const lane = caseFile.lane === 'P' || isPossible ? 'P' : 'N'
  const suggested = last.index === 0 ? suggestedOf(suggestion) : caseFile.suggested
  const continued = entry('continued', needs.now, complainant, {
    channel: message.channel,
    of: last.index,
    lane,
    suggested,
  })
  const words = { [last.index]: await needs.vault.seal(scopeOf(lane), reference, sealedWords(whole)) }
  return {
    outcome: 'joined',
    reference,
    commit: { append: [{ before: caseFile, entries: [continued], sealed: { words } }] },
    sender: { ...sender, lastWords: { ...wordsAfter(message, last, at), at: needs.now } },
  }
}

type LastWords = NonNullable<SenderRecord['lastWords']>

/** Where in the words there are this text begins: as its gateway marks it, else as lengths say. Null: it is a text of its own. */
function startOf({ part, text }: Message, { marked, from, length, size }: LastWords): number | null {
  if (part || marked) return part && marked ? marksTo(part, marked) : null
  const place = placeOf(partSize(text), size)
  return place && from + (place === 'behind' ? length : 0)
}

/** What the next part is measured against: the last one in the order of the text, and those a gateway marked. */
function wordsAfter({ part, text }: Message, last: LastWords, at: number): LastWords {
  const { length } = text
  if (part && last.marked) {
    const parts = [...last.marked.parts, { at: part.at, length }]
    return { ...last, marked: { of: part.of, parts } }
  }
  return at > last.from ? { ...last, from: at, length, size: partSize(text) } : { ...last, from: at + length }
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
  const { text, part } = message
  return {
    ...rest,
    lastWords: {
      at: now,
      reference: plan.reference,
      index: Number(index ?? known),
      again,
      from: 0,
      length: text.length,
      size: partSize(text),
      ...(part ? { marked: { of: part.of, parts: [{ at: part.at, length: text.length }] } } : {}),
    },
  }
}
