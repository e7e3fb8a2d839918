import type { Given, QuestionName } from '../channel/questions.ts'
import { complainant } from './actor.ts'
import { type Entry, historySchema } from './history.ts'

/** The lines that bring what the person answered, one each. */
export const answerLines = (given: Given, at: string): Entry[] =>
  (Object.entries(given) as [QuestionName, string][]).map(
    ([name, answer]) =>
      ({ what: `${name}-given`, schema: historySchema, at, by: complainant, [name]: answer }) as Entry,
  )
