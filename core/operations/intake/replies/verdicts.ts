import { complainant } from '../../../case/actor.ts'
import { type CaseFile, isOpen } from '../../../case/case-file.ts'
import { entry } from '../../../case/history.ts'
import { asciiDigits } from '../../../channel/digits.ts'
import { type Caller, callersByDigit } from '../../../channel/message.ts'
import type { SenderRecord } from '../../../channel/sender-record.ts'
import type { Verdict } from '../../../channel/sms-intent.ts'
import type { Heard } from '../../../channel/verdict-words.ts'
import { afterVerdict } from '../../../notices/verdict.ts'
import type { StoredCase } from '../../../ports/cases.ts'
import { type About, added, joins, type MessagePlan, type Said } from './joining.ts'
import { openQuestions } from './open-questions.ts'
import type { Needs } from '../../needs.ts'
import { recentCases, withQuestion } from '../../sender-memory.ts'

/**
 * A verdict for one case, where one is awaited; else words that join it. What was said besides is kept under the case, and judged where
 * it stays answered: at the top « 3 » with words closes nothing before somebody read them.
 */
export async function judges(
  stored: StoredCase,
  said: Said,
  heard: Pick<Heard, 'score' | 'bare' | 'more'>,
  needs: Needs,
  about: About = {},
): Promise<MessagePlan> {
  const { caseFile } = stored
  const { score, bare, more } = heard
  const after = afterVerdict(caseFile, score, needs.programme, needs.now)
  const { reference, version } = caseFile
  if (after.length === 0) return joins(stored, said, needs, about)
  const reopens = after.some(({ what }) => what === 'reopened')
  const entries = bare ? after : after.filter(({ what }) => what !== 'closed')
  const judge = !bare && !reopens && (more || score === 3)
  const words = bare ? null : await added(stored, said, needs, { ...about, score, ...(judge ? { judge } : {}) })
  const all = [...(words ? [words.line] : []), ...entries]
  const closes = all.some(({ what }) => what === 'closed')
  const index = version + all.length - 1
  const { now: askedAt } = needs
  // The reason may follow on its own.
  const why = closes ? null : ({ is: 'why', index, askedAt, deliveredAt: askedAt } as const)
  return {
    outcome: 'verdict',
    reference,
    sender: withQuestion(said.sender, reference, why),
    commit: { append: [{ before: caseFile, entries: all, ...(words ? { sealed: words.sealed } : {}) }] },
  }
}

/**
 * What a whole text on an answered case says of it, where its first part was read alone: the verdict, or that somebody must judge it. What was
 * heard in another way before holds no longer.
 */
export function verdictOf(caseFile: CaseFile, index: number, text: string, { programme, now }: Needs) {
  const line = caseFile.history[index]
  const before = line?.what === 'message-added' ? (line.score ?? null) : null
  const mayBe = caseFile.satisfaction === null || caseFile.satisfaction === before
  const heard = mayBe ? programme.hearsVerdict(text) : null
  if (!heard) return { judge: true, entries: [] }
  const { score, more } = heard
  const known = before === score
  const after = known ? [] : afterVerdict(caseFile, score, programme, now).filter(({ what }) => what !== 'closed')
  const reopens = after.some(({ what }) => what === 'reopened')
  return { judge: !reopens && (more || score === 3), entries: after }
}

export const bareVerdict = (score: Verdict) => ({ score, bare: true, more: false })

export const hasDigit = ({ message }: Said): boolean => /[0-9]/.test(asciiDigits(message.text))

/** A bare 1 to 3 answers the last of our SMS that asked for one: the verdict of the last answer, or who may call. Null when none did. */
export async function answersByNumber(said: Said, score: Verdict, needs: Needs): Promise<MessagePlan | null> {
  const open = await openQuestions(said.sender, needs)
  const asked = open.find(({ question }) => question.is === 'verdict' || question.is === 'caller')
  if (!asked) {
    const again = open.find(({ stored }) => isSaidAgain(stored.caseFile, score))
    return again ? joins(again.stored, said, needs, { thanks: true }) : null
  }
  const { stored, question } = asked
  return question.is === 'verdict'
    ? judges(stored, said, bareVerdict(score), needs)
    : agreesToCaller(stored.caseFile, callersByDigit[score], said.sender, needs)
}

/** Who may call, as asked: nothing more is asked then. */
export function agreesToCaller(before: CaseFile, consent: Caller, sender: SenderRecord, { now }: Needs): MessagePlan {
  const { reference } = before
  const given = entry('consent-given', now, complainant, { consent })
  return {
    outcome: 'caller',
    reference,
    sender: withQuestion(sender, reference, null),
    commit: { append: [{ before, entries: [given] }] },
  }
}

/** The open N case a bare digit or a thank-you still belongs to: the last there is. */
export async function lastOpenCase({ sender }: Said, needs: Needs): Promise<StoredCase | null> {
  const recent = recentCases(sender, needs.now)
  const stored = await Promise.all(recent.map(({ reference }) => needs.cases.load(reference)))
  return stored.findLast((one) => one !== null && one.caseFile.lane === 'N' && isOpen(one.caseFile)) ?? null
}

/** The same verdict once more says nothing new. */
export const isSaidAgain = ({ satisfaction }: CaseFile, score: Verdict): boolean => satisfaction === score
