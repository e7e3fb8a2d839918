import * as z from 'zod/mini'
import { type CaseFile, isEvaluated } from '../../case/case-file.ts'
import { entry } from '../../case/history.ts'
import { outcomes } from '../../case/codes.ts'
import { mayContact } from '../../case/may-contact.ts'
import { answerTemplate, staffSms } from '../../notices/staff-sms.ts'
import { isNamed } from '../../routing/may-see.ts'
import { ladder } from '../../routing/owner.ts'
import { reopenedPromiseAt } from '../../deadlines/promise.ts'
import { policyOf } from '../../deadlines/rulebook.ts'
import { sealedUnder } from './handling.ts'
import { scopeOf, sealedWords } from '../sealed.ts'
import { Reason, type Refused, staffStep, type StepContext, type StepResult } from './step.ts'

const short = z.string().check(z.minLength(1), z.maxLength(500))
const Answer = z.object({
  outcome: z.enum(outcomes),
  answer: z.string().check(z.minLength(1), z.maxLength(1000)),
  /** The short evaluation of a danger to life (`evaluated`): all four, or none where there was none. */
  seenBy: z.optional(short),
  found: z.optional(short),
  did: z.optional(short),
  left: z.optional(short),
})
type Answer = z.infer<typeof Answer>
const Question = z.object({ text: z.string().check(z.minLength(1), z.maxLength(1000)) })
const Reopening = z.object({ reason: Reason })

/** The text as its SMS will read, checked: warned of what changes, refused above two segments (design §5). */
function checked(context: StepContext, template: 'answer' | 'refused' | 'question', text: string) {
  return staffSms(context.needs.programme.messages, context.caseFile, template, text)
}

/** What an evaluation says, as it is kept; null where it is not whole. */
const evaluationOf = ({ seenBy, found, did, left }: Answer): string | null =>
  seenBy && found && did && left ? [seenBy, found, did, left].join('\n') : null

/** No danger to life is answered without what was seen, found, done and left to do; once in a run is enough. */
const needsEvaluation = (caseFile: CaseFile): boolean => caseFile.level === 'N2' && !isEvaluated(caseFile)

/**
 * Cases merged into this one keep their promise: answered by the same operation, each under its own reference. A danger to life takes the same
 * evaluation; where none is given, since the case it follows is none, it stays what it is, with its clocks, and follows it no longer: no other
 * answer will come from there.
 */
async function answeredFollowers({ caseFile, viewer, by, requestId, needs }: StepContext, body: Answer) {
  const { vault, now } = needs
  const found = evaluationOf(body)
  const followers = await Promise.all(caseFile.followers.map((reference) => needs.cases.load(reference)))
  const waiting = followers
    .flatMap((follower) => follower?.caseFile ?? [])
    .filter(({ lane, status }) => lane === 'N' && status !== 'closed' && status !== 'answered')
  const takes = (one: CaseFile) => !isNamed(viewer, one) && (found !== null || !needsEvaluation(one))
  const left = waiting.filter((one) => !takes(one))
  const lead = { lead: caseFile.reference }
  const answered = await Promise.all(
    waiting.filter(takes).map(async (before) => {
      const { lane, reference, version } = before
      const sealed = (text: string) => vault.seal(scopeOf(lane), reference, sealedWords(text))
      const as = { outcome: body.outcome, ...lead }
      const answered = entry('answered', now, by, as, `${requestId}-follower`)
      const evaluated = found !== null && needsEvaluation(before) ? found : null
      return {
        before,
        entries: [answered, ...(evaluated ? [entry('evaluated', now, by, {})] : [])],
        sealed: {
          words: {
            [version]: await sealed(body.answer),
            ...(evaluated ? { [version + 1]: await sealed(evaluated) } : {}),
          },
        },
      }
    }),
  )
  return {
    entries: left.map(({ reference }) => entry('unfollowed', now, by, { follower: reference })),
    append: [...answered, ...left.map((before) => ({ before, entries: [entry('unmerged', now, by, lead)] }))],
  }
}

async function evaluation(body: Answer, context: StepContext) {
  const { caseFile, by, needs } = context
  if (!needsEvaluation(caseFile)) return { entries: [] }
  const text = evaluationOf(body)
  if (text === null) return null
  return { entries: [entry('evaluated', needs.now, by, {})], sealed: await sealedUnder(context, text, 1) }
}

export const answer = staffStep(
  Answer,
  async (body, context): Promise<StepResult | Refused> => {
    const { by, requestId, needs } = context
    const { tooLong, changes } = checked(context, answerTemplate(body.outcome), body.answer)
    if (tooLong) return { refused: 'text-too-long' }
    const evaluated = await evaluation(body, context)
    if (!evaluated) return { refused: 'evaluation-needed' }
    const said = await sealedUnder(context, body.answer)
    const followers = await answeredFollowers(context, body)
    const answered = entry('answered', needs.now, by, { outcome: body.outcome }, requestId)
    return {
      // The answer first: its words stand under the index its SMS is made from.
      entries: [answered, ...evaluated.entries, ...followers.entries],
      sealed: { words: { ...said.words, ...evaluated.sealed?.words } },
      also: { append: followers.append },
      lint: changes,
    }
  },
  { ordinaryOnly: true },
)

/** A question by SMS, without anybody seeing the number. */
export const ask = staffStep(
  Question,
  async ({ text }, context) => {
    const { caseFile, by, requestId, needs } = context
    if (!mayContact(caseFile) || caseFile.consent !== 'sms') return { refused: 'no-sms-consent' }
    const { tooLong, changes } = checked(context, 'question', text)
    if (tooLong) return { refused: 'text-too-long' }
    return {
      entries: [entry('asked', needs.now, by, {}, requestId)],
      sealed: await sealedUnder(context, text),
      lint: changes,
    }
  },
  { ordinaryOnly: true },
)

export const reopen = staffStep(
  Reopening,
  (_, { caseFile, by, requestId, needs }) => {
    if (caseFile.closedHow === 'dismissed' || caseFile.closedHow === 'joined')
      return { entries: [entry('restored', needs.now, by, {}, requestId)] }
    const to = Math.min(caseFile.escalationLevel, ladder.coordination)
    const promisedAt = reopenedPromiseAt(caseFile, policyOf(needs.programme, caseFile), needs.now)
    return { entries: [entry('reopened', needs.now, by, { to, promisedAt }, requestId)] }
  },
  { ordinaryOnly: true },
)
