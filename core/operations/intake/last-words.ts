import type { Message } from '../../channel/message.ts'
import type { SenderRecord } from '../../channel/sender-record.ts'
import { marksTo, partSize, placeOf } from '../../channel/sms-part.ts'
import type { MessagePlan, Said } from './replies/joining.ts'

export type LastWords = NonNullable<SenderRecord['lastWords']>

/** Where in the words there are this text begins: as its gateway marks it, else as lengths say. Null: it is a text of its own. */
export function startOf({ part, text }: Message, { marked, from, length, size }: LastWords): number | null {
  if (part || marked) return part && marked ? marksTo(part, marked) : null
  const place = placeOf(partSize(text), size)
  return place && from + (place === 'behind' ? length : 0)
}

/** What the next part is measured against: the last one in the order of the text, and those a gateway marked. */
export function wordsAfter({ part, text }: Message, last: LastWords, at: number): LastWords {
  const { length } = text
  if (part && last.marked) {
    const parts = [...last.marked.parts, { at: part.at, length }]
    return { ...last, marked: { of: part.of, parts } }
  }
  return at > last.from ? { ...last, from: at, length, size: partSize(text) } : { ...last, from: at + length }
}

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
