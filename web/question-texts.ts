import type { AnswerTo, AskedBy, ChosenLane, Counted, QuestionName } from '../core/channel/questions.ts'

/** A question as a form puts it. */
export interface FormTexts<Answer extends string = string> {
  label: string
  hint?: string
  /** Leads to its field by keyboard, for staff. */
  key?: string
  options: Record<Answer, string>
}

interface FactTexts<Answer extends string> {
  label: string
  answers: Record<Answer, string>
}

export interface CountedTexts<Answer extends string = string> {
  heading: string
  /** With what the numbers may, or may not, be compared. */
  note?: string
  values: Record<Answer, string>
}

/** What the public form asks in one lane, in order: the compiler wants words for every question of `core/channel/questions.ts`. */
export type PublicQuestions<L extends ChosenLane> = { [Q in AskedBy<'web', L>]: FormTexts<AnswerTo<Q, L>> }

/** Every question in the words of staff, in each place in the order of that place. */
export interface StaffQuestions {
  /** « Nouvelle plainte ». */
  intake: { [Q in AskedBy<'intake', 'N'>]: FormTexts<AnswerTo<Q, 'N'>> }
  /** Its page for danger; the first is asked before the place. */
  danger: { [Q in AskedBy<'intake', 'S2'>]: FormTexts<AnswerTo<Q, 'S2'>> }
  /** The assessment of an ordinary case. */
  assess: { [Q in AskedBy<'assess', 'N'>]: FormTexts<AnswerTo<Q, 'N'>> }
  /** What a case says of the person concerned. */
  facts: { [Q in QuestionName]: FactTexts<AnswerTo<Q>> }
  figures: { [Q in Counted]: CountedTexts<AnswerTo<Q>> }
}
