import * as z from 'zod/mini'
import { complainant } from '../../case/actor.ts'
import { entry } from '../../case/history.ts'
import { mayNotJoin } from '../intake/replies/apart.ts'
import type { Needs } from '../needs.ts'
import { openWords, sealedWords, scopeOf } from '../sealed.ts'
import type { StoredCase } from '../../ports/cases.ts'
import { openApart } from './open-apart.ts'
import { Code, staffStep } from './step.ts'

/*
 * Which case the words of a person belong to is settled by what was asked, and where that guessed wrong, or did not guess, by somebody
 * (`docs/decisions/029-what-people-write-back.md`).
 */

const Join = z.object({ to: Code })
/** Where in the history the words stand; forms send it as text. */
const Split = z.object({
  index: z.union([z.number(), z.string().check(z.regex(/^\d{1,6}$/))]),
  /** `no`: they belong here after all. */
  apart: z._default(z.enum(['yes', 'no']), 'yes'),
})

/** All the person said in a case, in order. */
async function saidIn(stored: StoredCase, needs: Needs): Promise<string> {
  const lines = stored.caseFile.history.flatMap(({ what }, index) =>
    what === 'received' || what === 'message-added' ? index : [],
  )
  const words = await Promise.all(lines.map((index) => openWords(stored, index, needs)))
  return words.filter((one) => one !== null).join('\n')
}

/** The words of this case are the reply to a question of another one, where several were open: they join it, and this one ends without an SMS. */
export const join = staffStep(
  Join,
  async ({ to }, { stored, caseFile, by, requestId, needs, other }) => {
    if (!caseFile.mayReplyTo.includes(to)) return { refused: 'not-a-reply' }
    if (caseFile.mergedInto || caseFile.followers.length > 0) return { refused: 'lead-is-merged' }
    // Somebody found it a danger to life: no other case ends its clocks.
    if (caseFile.level === 'N2') return { refused: 'stays-apart' }
    const asked = await other(to)
    if (!asked || asked.caseFile.lane !== 'N' || asked.caseFile.status === 'closed') return { refused: 'unknown-lead' }
    const words = await saidIn(stored, needs)
    if (words === '') return { refused: 'erased' }
    if (mayNotJoin(words, needs.suggest(words), [asked.caseFile], needs)) return { refused: 'stays-apart' }
    const { caseFile: before } = asked
    const judge = before.status === 'answered' ? { judge: true } : {}
    const joined = entry('message-added', needs.now, complainant, { channel: caseFile.channel, ...judge })
    const sealed = await needs.vault.seal(scopeOf(before.lane), to, sealedWords(words))
    return {
      entries: [entry('closed', needs.now, by, { how: 'joined', lead: to }, requestId)],
      also: { append: [{ before, entries: [joined], sealed: { words: { [before.version]: sealed } } }] },
    }
  },
  { ordinaryOnly: true },
)

/**
 * A reply that was none, or must not be read by whoever has the case: a case of its own from when it was written, and gone from here. Of what
 * may be another complaint, somebody says here too that it is not.
 */
export const split = staffStep(
  Split,
  async ({ index: given, apart }, { stored, caseFile, by, requestId, needs }) => {
    const index = Number(given)
    const line = caseFile.history[index]
    const words = line?.what === 'message-added' ? await openWords(stored, index, needs) : null
    if (line?.what !== 'message-added' || words === null) return { refused: 'not-a-reply' }
    if (apart === 'no') {
      if (!caseFile.maybeOther.includes(index)) return { refused: 'not-a-reply' }
      return { entries: [entry('kept-together', needs.now, by, { index }, requestId)] }
    }
    const also = await openApart(stored, caseFile, { channel: line.channel, words, receivedAt: line.at }, needs)
    const { reference } = also.open.caseFile
    return {
      entries: [entry('split-off', needs.now, by, { index, apart: reference }, requestId)],
      drop: index,
      also,
    }
  },
  { ordinaryOnly: true },
)
