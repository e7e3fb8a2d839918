import type { HopClass, HopReading, SeenHop } from '../../../core/channel/ussd/hop.ts'

/**
 * Africa's Talking sends everything typed so far, joined by `*`, and does not escape a typed star: `a*b` after choice 1
 * arrives as `1*a*b`. Only the hop before tells where the last answer begins, so a session remembers each hop's
 * length (in UTF-16 units) and keyed digest, never its words.
 *
 * `answer` is what this hop added, stars included; where nothing tells, the last part of the split.
 */
export function classifyHop(
  seen: readonly SeenHop[],
  typed: string,
  digest: (typed: string) => string,
): { is: HopClass; answer: string } {
  const last = seen.at(-1)
  if (last === undefined) return { is: typed === '' ? 'first' : 'missing-initial', answer: lastPart(typed) }

  const equals = (hop: SeenHop) => hop.length === typed.length && hop.digest === digest(typed)
  /** What was typed after `hop`, or null if `typed` does not continue it. Nothing typed has no star after it. */
  const after = (hop: SeenHop): string | null => {
    if (hop.length >= typed.length || hop.digest !== digest(typed.slice(0, hop.length))) return null
    if (hop.length === 0) return typed
    return typed[hop.length] === '*' ? typed.slice(hop.length + 1) : null
  }
  const answerOf = (at: number): string => {
    const before = at > 0 ? seen[at - 1] : undefined
    return (before === undefined ? null : after(before)) ?? lastPart(typed)
  }

  if (equals(last)) return { is: 'repeat', answer: answerOf(seen.length - 1) }
  if (typed === '') return { is: 'restart', answer: '' }
  const next = after(last)
  if (next !== null) return { is: 'next', answer: next }
  const earlier = seen.findLastIndex(equals)
  return earlier < 0 ? { is: 'conflict', answer: lastPart(typed) } : { is: 'stale', answer: answerOf(earlier) }
}

/** All answers, for a session whose hops were never seen; a star typed inside an answer cannot be told apart. Empty answers count. */
export const splitTyped = (typed: string): string[] => (typed === '' ? [] : typed.split('*'))

/** Answer by answer: with stars typed in words undone again by `onward`, since only the conversation knows where words are asked. */
export function readHop(seen: readonly SeenHop[], typed: string, digest: (typed: string) => string): HopReading {
  const { is, answer } = classifyHop(seen, typed, digest)
  const answers = is === 'next' ? answer.split('*') : splitTyped(typed)
  return {
    is,
    answers,
    onward: (from) => answers.slice(from).join('*'),
    seen: { length: typed.length, digest: digest(typed) },
  }
}

const lastPart = (typed: string): string => splitTyped(typed).at(-1) ?? ''
