import type { StaffQuestions } from '../../../web/question-texts.ts'
import { typesetFrench } from '../typeset.ts'

export const questionsFr: StaffQuestions = typesetFrench({
  intake: {
    person: {
      label: 'Qui est concerné',
      hint: 'Facultatif. Fille ou garçon : moins de 18 ans.',
      key: 'q',
      options: { woman: 'une femme', man: 'un homme', girl: 'une fille', boy: 'un garçon' },
    },
    disability: {
      label:
        'La personne concernée a-t-elle beaucoup de difficultés à voir, entendre, marcher, se souvenir, se laver ou parler ?',
      hint: 'Facultatif. Posez la question telle quelle, sans deviner.',
      key: 'h',
      options: { yes: 'oui', no: 'non' },
    },
  },
  danger: {
    danger: { label: 'Quelqu’un est-il en danger maintenant ?', options: { yes: 'oui', no: 'non' } },
    person: {
      label: 'La personne concernée est',
      options: { child: 'un enfant (moins de 18 ans)', adult: 'un adulte' },
    },
  },
})
