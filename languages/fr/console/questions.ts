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
    sought: {
      label: 'Que veut la personne ?',
      options: { care: 'des soins et de l’aide seulement', report: 'signaler' },
    },
  },
  assess: {
    person: {
      label: 'Qui est concerné',
      options: { woman: 'femme', man: 'homme', girl: 'fille', boy: 'garçon' },
    },
    disability: {
      label: 'Beaucoup de difficultés à voir, entendre, marcher, se souvenir, se laver ou parler',
      hint: 'Seulement si la question lui a été posée ; jamais deviné. Pour compter : rien n’en est gardé à un niveau S.',
      options: { yes: 'beaucoup de difficultés', no: 'pas beaucoup de difficultés' },
    },
  },
  facts: {
    person: {
      label: 'Qui est concerné',
      answers: {
        woman: 'femme',
        man: 'homme',
        girl: 'fille',
        boy: 'garçon',
        child: 'enfant',
        adult: 'adulte',
      },
    },
    disability: {
      label: 'Voir, entendre, marcher, se souvenir, se laver, parler',
      answers: { yes: 'beaucoup de difficultés', no: 'pas beaucoup de difficultés' },
    },
    danger: { label: 'Danger maintenant', answers: { yes: 'oui', no: 'non' } },
    sought: { label: 'Demande', answers: { care: 'soins et aide seulement', report: 'signaler' } },
  },
  figures: {
    person: {
      heading: 'Par sexe et âge',
      values: {
        woman: 'Femme',
        man: 'Homme',
        girl: 'Fille',
        boy: 'Garçon',
        child: 'Enfant, sexe non précisé',
        adult: 'Adulte, sexe non précisé',
      },
    },
    disability: {
      heading: 'Par handicap',
      note: 'Une seule question pour six difficultés (« wg_merged » dans le fichier) : à ne pas comparer aux chiffres du questionnaire complet du Groupe de Washington. Ni l’USSD ni le SMS ne la posent.',
      values: { yes: 'Beaucoup de difficultés', no: 'Pas beaucoup de difficultés' },
    },
  },
})
