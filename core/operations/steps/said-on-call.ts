import { complainant } from '../../case/actor.ts'
import { fold } from '../../case/fold.ts'
import { type Entry, entry } from '../../case/history.ts'
import { keptApart } from '../../notices/by-entry.ts'
import { staysApart } from '../intake/replies/apart.ts'
import { suggestedOf } from '../intake/open-case.ts'
import { scopeOf, sealedWords } from '../sealed.ts'
import { openApart } from './open-apart.ts'
import type { StepContext, StepResult } from './step.ts'

/**
 * What a person said when somebody spoke with them, written down by whoever did. Where they had only asked to be called, these are the words
 * of the case, read as any others; else they join it, or are a case of their own where they must not (`staysApart`). `entries`: the lines of
 * the step itself, before these.
 */
export async function withSaid(
  said: string,
  entries: readonly Entry[],
  { stored, caseFile, needs }: StepContext,
): Promise<StepResult> {
  const { reference, lane, status, version } = caseFile
  const channel = 'call'
  const suggestion = needs.suggest(said)
  const sealed = () => needs.vault.seal(scopeOf(lane), reference, sealedWords(said))
  if (status === 'received' && stored.sealed.words[0] === undefined) {
    const as = suggestion.sensitive || suggestion.unread ? 'P' : 'N'
    const line = { channel, of: 0, lane: as, suggested: suggestedOf(suggestion) } as const
    const first = entry('continued', needs.now, complainant, line)
    return { entries: [...entries, first], sealed: { words: { 0: await sealed() } } }
  }
  if (staysApart(said, suggestion, [caseFile], needs)) {
    const own = { flags: [keptApart], mayReplyTo: [reference] }
    const opening = { channel, words: said, suggestion, receivedAt: needs.now, ...own } as const
    return { entries, also: await openApart(stored, entries.reduce(fold, caseFile), opening, needs) }
  }
  const judge = status === 'answered' ? { judge: true } : {}
  const line = entry('message-added', needs.now, complainant, { channel, ...judge })
  return { entries: [...entries, line], sealed: { words: { [version + entries.length]: await sealed() } } }
}
