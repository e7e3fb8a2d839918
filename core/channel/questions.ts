/** The lane somebody chose by what they began to say: an ordinary message, money or favours demanded, violence or danger. */
export type ChosenLane = 'N' | 'S1' | 'S2'
/** The public form; « Nouvelle plainte » with `POST /api/cases`; the assessment of an ordinary case. SMS asks nothing. */
type Form = 'web' | 'intake' | 'assess'

interface Question {
  /** What can be answered, by lane: in a lane that is missing nobody asks, and what is answered all the same is not kept. */
  lanes: Partial<Record<ChosenLane, readonly string[]>>
  asked: readonly Form[]
  /** The screen of the keypad that asks it, by the lane whose answers it offers; sessions keep its name. */
  keypad?: Partial<Record<ChosenLane, string>>
  /** The figures of ordinary cases are broken down by it. */
  counted: boolean
  /** Not asked of whom another question was answered so. */
  notOf?: Partial<Record<string, readonly string[]>>
  /** Says nothing of what happened: it stays in the stub of an S2 case, when all else is erased. */
  inStub?: boolean
}

/**
 * What is asked of whom a message is about, and nowhere decides what happens to it (docs/decisions/020-questions.md). Nothing is ever
 * required, no answer is the default, and nobody guesses one from the words. An answer is a line `<name>-given` of the history, or a
 * field of the assessment: a name or an answer that was ever stored stays readable.
 */
export const questions = {
  /** Is somebody in danger now: on the keypad this answer makes the case. */
  danger: { lanes: { S2: ['yes', 'no'] }, asked: ['web', 'intake'], keypad: { S2: 'danger' }, counted: false },
  /** Whom it is about, by sex and age; of S2 only what decides who acts. */
  person: {
    lanes: { N: ['woman', 'man', 'girl', 'boy'], S2: ['child', 'adult'] },
    asked: ['web', 'intake', 'assess'],
    keypad: { N: 'person', S2: 'age' },
    counted: true,
  },
  /** In bands that add up to child and adult; staff ask it where it matters. */
  ageGroup: { lanes: { N: ['0-4', '5-11', '12-17', '18-59', '60-up'] }, asked: ['intake', 'assess'], counted: true },
  /** Displaced people in host families are the ones nobody counts: a site is seen, a courtyard is not. */
  displacement: {
    lanes: { N: ['not-displaced', 'site', 'host-family', 'returned', 'repatriated', 'refugee'] },
    asked: ['web', 'intake', 'assess'],
    counted: true,
  },
  /** The kind of health facility it is about. */
  facility: {
    lanes: { N: ['csref', 'cscom', 'temporary', 'mobile-clinic', 'asc-site'] },
    asked: ['intake', 'assess'],
    counted: true,
  },
  /**
   * Much difficulty in at least one of six things the Washington Group asks about, put as one question (`wg_merged`): too long for a
   * keypad, and not comparable with the full set (docs/decisions/015-disability-one-question.md). The set is not for children under five.
   */
  disability: {
    lanes: { N: ['yes', 'no'] },
    asked: ['web', 'intake', 'assess'],
    counted: true,
    notOf: { ageGroup: ['0-4'] },
  },
  /** What somebody wants of us. Whatever they answer, care is offered: it never depends on reporting (design §13). */
  sought: {
    lanes: { S2: ['care', 'report'] },
    asked: ['web', 'intake'],
    keypad: { S2: 'sought' },
    counted: false,
    inStub: true,
  },
} as const satisfies Record<string, Question>

type Questions = typeof questions
export type QuestionName = keyof Questions
type Lanes<Q extends QuestionName> = Questions[Q]['lanes']

/** Every answer to a question, or those of one lane. */
export type AnswerTo<Q extends QuestionName, L extends ChosenLane = ChosenLane> = Extract<
  Lanes<Q>[L & keyof Lanes<Q>],
  readonly string[]
>[number]

/** Which questions a form asks in a lane. */
export type AskedBy<F extends Form, L extends ChosenLane> = {
  [Q in QuestionName]: F extends Questions[Q]['asked'][number] ? (L extends keyof Lanes<Q> ? Q : never) : never
}[QuestionName]

/** Which questions are counted. */
export type Counted = { [Q in QuestionName]: Questions[Q]['counted'] extends true ? Q : never }[QuestionName]

type Keypads = { [Q in QuestionName]: Questions[Q] extends { keypad: infer K } ? K[keyof K] : never }
/** The screens of the keypad that ask. */
export type KeypadScreen = Keypads[QuestionName]

/** What was answered; null or absent where nobody said. */
export type Answers = Record<QuestionName, string | null>
export type Given = Partial<Record<QuestionName, string>>

const rows = Object.entries(questions) as [QuestionName, Question][]
export const questionNames = rows.map(([name]) => name)
export const countedNames = rows.flatMap(([name, { counted }]) => (counted ? [name] : [])) as Counted[]
/** What an erasure of all takes with it. */
export const unstubbedNames = rows.flatMap(([name, { inStub }]) => (inStub ? [] : [name]))
/** One thing for each of some questions, under its name. */
export const forEachOf = <Q extends QuestionName, T>(names: readonly Q[], make: (name: Q) => T) =>
  Object.fromEntries(names.map((name) => [name, make(name)])) as Record<Q, T>
/** The names of those screens. */
export const keypadScreens = rows.flatMap(([, { keypad }]) => Object.values(keypad ?? {})) as KeypadScreen[]
/** Of a case nobody has said anything of. */
export const unanswered = forEachOf(questionNames, () => null)

/** What can be answered in a lane; in any of them, where none is said. */
export function answersTo(name: QuestionName, lane?: ChosenLane): readonly string[] {
  const { lanes }: Question = questions[name]
  return lane ? (lanes[lane] ?? []) : Object.values(lanes).flat()
}

/** The questions of a form, each with what can be answered in a lane, or in any of them. */
export const askedBy = (form: Form, lane?: ChosenLane) =>
  rows.flatMap(([name, row]) => {
    const answers = answersTo(name, lane)
    return row.asked.includes(form) && answers.length > 0 ? [{ name, answers }] : []
  })

/** The questions of the keypad in a lane, in order, each with its screen. */
export const askedByKeypad = (lane: ChosenLane) =>
  rows.flatMap(([name, row]) => {
    const screen = row.keypad?.[lane]
    return screen === undefined ? [] : [{ name, screen: screen as KeypadScreen, answers: answersTo(name, lane) }]
  })

const said = (given: object, takes: (name: QuestionName, answer: string) => boolean): Given =>
  Object.fromEntries(
    questionNames.flatMap((name) => {
      const answer = (given as Record<string, unknown>)[name]
      return typeof answer === 'string' && takes(name, answer) ? [[name, answer]] : []
    }),
  )

/** The answers that stand in a line of a history, or of a case, whatever a row says today. */
export const answersIn = (given: object): Given => said(given, () => true)

/** Of what was answered together, without what nobody asks of such a person. */
export function fitting(given: Given): Given {
  const isNotOf = ({ notOf = {} }: Question): boolean =>
    Object.entries(notOf).some(([other, answers]) => answers?.includes(given[other as QuestionName] ?? '') ?? false)
  return said(given, (name) => !isNotOf(questions[name]))
}

/** Of what somebody posted, what is an answer in a lane, or in any of them. */
export const answersFor = (posted: object, lane?: ChosenLane): Given =>
  fitting(said(posted, (name, answer) => answersTo(name, lane).includes(answer)))
