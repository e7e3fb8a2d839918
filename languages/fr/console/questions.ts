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
    ageGroup: {
      label: 'Son âge',
      hint: 'Facultatif. Demandez, sans deviner.',
      key: 'a',
      options: {
        '0-4': 'moins de 5 ans',
        '5-11': '5 à 11 ans',
        '12-17': '12 à 17 ans',
        '18-59': '18 à 59 ans',
        '60-up': '60 ans et plus',
      },
    },
    displacement: {
      label: 'Sa situation',
      hint: 'Facultatif. Famille d’accueil : déplacée, et logée chez quelqu’un.',
      key: 'z',
      options: {
        'not-displaced': 'non déplacé',
        site: 'déplacé sur un site',
        'host-family': 'déplacé en famille d’accueil',
        returned: 'retourné',
        repatriated: 'rapatrié',
        refugee: 'réfugié',
      },
    },
    facility: {
      label: 'Quelle structure de santé',
      hint: 'Facultatif. Celle dont la personne parle.',
      key: 'w',
      options: {
        csref: 'CSRéf',
        cscom: 'CSCom',
        temporary: 'poste temporaire',
        'mobile-clinic': 'clinique mobile',
        'asc-site': 'site ASC',
      },
    },
    disability: {
      label:
        'La personne concernée a-t-elle beaucoup de difficultés à voir, entendre, marcher, se souvenir, se laver ou parler ?',
      hint: 'Facultatif. Posez la question telle quelle, sans deviner ; jamais pour un enfant de moins de 5 ans.',
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
    ageGroup: {
      label: 'Âge',
      options: {
        '0-4': 'moins de 5 ans',
        '5-11': '5 à 11 ans',
        '12-17': '12 à 17 ans',
        '18-59': '18 à 59 ans',
        '60-up': '60 ans et plus',
      },
    },
    displacement: {
      label: 'Situation',
      options: {
        'not-displaced': 'non déplacé',
        site: 'déplacé sur un site',
        'host-family': 'déplacé en famille d’accueil',
        returned: 'retourné',
        repatriated: 'rapatrié',
        refugee: 'réfugié',
      },
    },
    facility: {
      label: 'Structure de santé',
      options: {
        csref: 'CSRéf',
        cscom: 'CSCom',
        temporary: 'poste temporaire',
        'mobile-clinic': 'clinique mobile',
        'asc-site': 'site ASC',
      },
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
    ageGroup: {
      label: 'Âge',
      answers: {
        '0-4': 'moins de 5 ans',
        '5-11': '5 à 11 ans',
        '12-17': '12 à 17 ans',
        '18-59': '18 à 59 ans',
        '60-up': '60 ans et plus',
      },
    },
    displacement: {
      label: 'Situation',
      answers: {
        'not-displaced': 'non déplacé',
        site: 'déplacé sur un site',
        'host-family': 'déplacé en famille d’accueil',
        returned: 'retourné',
        repatriated: 'rapatrié',
        refugee: 'réfugié',
      },
    },
    facility: {
      label: 'Structure de santé',
      answers: {
        csref: 'CSRéf',
        cscom: 'CSCom',
        temporary: 'poste temporaire',
        'mobile-clinic': 'clinique mobile',
        'asc-site': 'site ASC',
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
    ageGroup: {
      heading: 'Par âge',
      note: 'Demandé par l’équipe seulement. Le formulaire public et l’USSD ne demandent que fille, garçon, femme ou homme.',
      values: {
        '0-4': 'Moins de 5 ans',
        '5-11': '5 à 11 ans',
        '12-17': '12 à 17 ans',
        '18-59': '18 à 59 ans',
        '60-up': '60 ans et plus',
      },
    },
    displacement: {
      heading: 'Par situation de déplacement',
      note: 'Ni l’USSD ni le SMS ne la demandent.',
      values: {
        'not-displaced': 'Non déplacé',
        site: 'Déplacé sur un site',
        'host-family': 'Déplacé en famille d’accueil',
        returned: 'Retourné',
        repatriated: 'Rapatrié',
        refugee: 'Réfugié',
      },
    },
    facility: {
      heading: 'Par type de structure de santé',
      note: 'Demandé par l’équipe seulement.',
      values: {
        csref: 'CSRéf',
        cscom: 'CSCom',
        temporary: 'Poste temporaire',
        'mobile-clinic': 'Clinique mobile',
        'asc-site': 'Site ASC',
      },
    },
    disability: {
      heading: 'Par handicap',
      note: 'Une seule question pour six difficultés (« wg_merged » dans le fichier) : à ne pas comparer aux chiffres du questionnaire complet du Groupe de Washington. Ni l’USSD ni le SMS ne la posent.',
      values: { yes: 'Beaucoup de difficultés', no: 'Pas beaucoup de difficultés' },
    },
  },
})
