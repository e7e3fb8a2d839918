import * as z from 'zod/mini'
import { entry } from '../../case/history.ts'
import { mayContact } from '../../case/may-contact.ts'
import { awaitsCall, triedDays, unheardNews } from '../../case/news.ts'
import { standardsOf } from '../../deadlines/rulebook.ts'
import { withSaid } from './said-on-call.ts'
import { staffStep } from './step.ts'

const Told = z.object({
  how: z.enum(['call', 'face', 'relay']),
  /** What came of it; `reached` says the same in two words. */
  result: z.optional(z.enum(['told', 'nobody', 'wrong-number', 'unwanted'])),
  reached: z._default(z.boolean(), true),
  /** What the person said, in words, also that they want no call: those of the case where they had only asked to be called. */
  said: z.optional(z.string().check(z.maxLength(2000))),
})

/**
 * Told by voice, the answer or news before it; or called, because they asked for it. Calls with an answer that reach nobody count: three on
 * three days, or a wrong number, put the person on the visit list, and give up a call that was asked for. Without consent there is no call;
 * whoever says that they want none has none from then on.
 */
export const told = staffStep(
  Told,
  async ({ how, reached, result = reached ? 'told' : 'nobody', said = '' }, context) => {
    const { caseFile, by, requestId, needs } = context
    const { now, programme } = needs
    const isAnswered = caseFile.status === 'answered'
    const spoke = said.trim() !== ''
    // A slip of the finger: what somebody said is lost with it.
    if (spoke && (result === 'nobody' || result === 'wrong-number')) return { refused: 'nobody-spoke' }
    const about = unheardNews(caseFile).at(-1)?.index
    const asked = awaitsCall(caseFile)
    if (!isAnswered && about === undefined && !asked) return { refused: 'nothing-to-tell' }
    // No consent, STOP: never a call or a visit (design §4). Who comes of their own accord is told face to face, or by a relay.
    if (!mayContact(caseFile) && (how === 'call' || result !== 'told')) return { refused: 'no-contact' }
    if (result === 'told') {
      const what = isAnswered ? 'told' : 'called'
      const line =
        about === undefined
          ? entry(what, now, by, { how }, requestId)
          : entry('heard', now, by, { about, how }, requestId)
      return spoke ? withSaid(said, [line], context) : { entries: [line] }
    }
    const days = triedDays({ callTries: [...caseFile.callTries, now] })
    const { tellAttempts } = standardsOf(programme, caseFile.standards)
    const isOver = result === 'wrong-number' || days >= tellAttempts
    const over = asked && (isOver || result === 'unwanted') ? { over: true } : {}
    const tried = entry('call-tried', now, by, { result, ...over }, requestId)
    if (result === 'unwanted') {
      const entries = [tried, entry('consent-given', now, by, { consent: 'none' })]
      return spoke ? withSaid(said, entries, context) : { entries }
    }
    const gaveUp = isAnswered && isOver && !caseFile.unreachableAt
    return { entries: gaveUp ? [tried, entry('unreachable', now, by, {})] : [tried] }
  },
  { ordinaryOnly: true },
)
