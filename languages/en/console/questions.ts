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
  },
}
