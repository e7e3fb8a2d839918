import * as z from 'zod/mini'
import { askedBy, type AskedBy, type QuestionName, questionNames } from '../channel/questions.ts'

/** What an answer of its own is kept as: one kind of line a question. */
export const linesOfAnswers = Object.fromEntries(
  questionNames.map((name) => [`${name}-given`, { [name]: z.string() }]),
) as { [Q in QuestionName as `${Q}-given`]: { [K in Q]: z.ZodMiniString } }

/** What an assessment says of the person concerned, as it was answered when somebody asked. */
export const assessedAnswers = Object.fromEntries(
  askedBy('assess', 'N').map(({ name, answers }) => [name, z.optional(z.enum(answers))]),
) as { [Q in AskedBy<'assess', 'N'>]: z.ZodMiniOptional<z.ZodMiniEnum<Record<string, string>>> }
