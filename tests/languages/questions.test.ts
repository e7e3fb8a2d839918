import { expect, test } from 'vitest'
import { askedBy, type ChosenLane, countedNames, questionNames } from '../../core/channel/questions.ts'
import { publicFr } from '../../languages/fr/public.ts'
import { consoleTexts } from '../support/console/texts.ts'

/** Pages ask what they have words for: what is missing the compiler says, what is too much or out of order this does. */
const asked = (form: Parameters<typeof askedBy>[0], lane: ChosenLane): string[] =>
  askedBy(form, lane).map(({ name }) => name)

test('the public form has words for what it asks, in the order of the table', () => {
  expect(Object.keys(publicFr.form.questions)).toEqual(asked('web', 'N'))
  expect(Object.keys(publicFr.protection.questions)).toEqual(asked('web', 'S2'))
})

test.each(Object.values(consoleTexts))('so have the forms of staff: $language', ({ questions }) => {
  expect(Object.keys(questions.intake)).toEqual(asked('intake', 'N'))
  expect(Object.keys(questions.danger)).toEqual(asked('intake', 'S2'))
  expect(Object.keys(questions.assess)).toEqual(asked('assess', 'N'))
  expect(Object.keys(questions.facts).sort()).toEqual([...questionNames].sort())
  expect(Object.keys(questions.figures)).toEqual(countedNames)
})
