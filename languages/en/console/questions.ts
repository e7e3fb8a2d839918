import type { StaffQuestions } from '../../../web/question-texts.ts'

export const questionsEn: StaffQuestions = {
  intake: {
    person: {
      label: 'Who it concerns',
      hint: 'Optional. Girl or boy: under 18.',
      key: 'q',
      options: { woman: 'a woman', man: 'a man', girl: 'a girl', boy: 'a boy' },
    },
    disability: {
      label:
        'Does the person concerned have a lot of difficulty seeing, hearing, walking, remembering, washing or speaking?',
      hint: 'Optional. Ask it as it is written, do not guess.',
      key: 'h',
      options: { yes: 'yes', no: 'no' },
    },
  },
  danger: {
    danger: { label: 'Is somebody in danger now?', options: { yes: 'yes', no: 'no' } },
    person: { label: 'The person concerned is', options: { child: 'a child (under 18)', adult: 'an adult' } },
    sought: { label: 'What do they want?', options: { care: 'care and support only', report: 'to report it' } },
  },
  assess: {
    person: { label: 'Who it concerns', options: { woman: 'woman', man: 'man', girl: 'girl', boy: 'boy' } },
    disability: {
      label: 'A lot of difficulty seeing, hearing, walking, remembering, washing or speaking',
      hint: 'Only if they were asked; never guessed. For counting: nothing of it is kept at an S level.',
      options: { yes: 'a lot of difficulty', no: 'not a lot of difficulty' },
    },
  },
  facts: {
    person: {
      label: 'Who it concerns',
      answers: { woman: 'woman', man: 'man', girl: 'girl', boy: 'boy', child: 'child', adult: 'adult' },
    },
    disability: {
      label: 'Seeing, hearing, walking, remembering, washing, speaking',
      answers: { yes: 'a lot of difficulty', no: 'not a lot of difficulty' },
    },
    danger: { label: 'In danger now', answers: { yes: 'yes', no: 'no' } },
    sought: { label: 'Asked for', answers: { care: 'care and support only', report: 'to report' } },
  },
  figures: {
    person: {
      heading: 'By sex and age',
      values: {
        woman: 'Woman',
        man: 'Man',
        girl: 'Girl',
        boy: 'Boy',
        child: 'Child, sex not said',
        adult: 'Adult, sex not said',
      },
    },
    disability: {
      heading: 'By disability',
      note: 'One question for six difficulties (“wg_merged” in the file): not to be compared with figures from the full Washington Group set. Neither USSD nor SMS asks it.',
      values: { yes: 'A lot of difficulty', no: 'Not a lot of difficulty' },
    },
  },
}
