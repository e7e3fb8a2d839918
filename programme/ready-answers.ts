import type { ReadyAnswer } from '../core/notices/ready-answer.ts'

/** The cluster sets `until`, and takes an answer out when it no longer holds. */
export const readyAnswers: readonly ReadyAnswer[] = [
  {
    id: 'gratuite-soins',
    categories: ['SAN-FRAIS'],
    // Where the regional clusters' partners give free care; elsewhere nobody has confirmed it.
    places: ['ML04', 'ML05', 'ML06', 'ML07', 'ML08', 'ML10'].map((code) => ({ system: 'cod-2021', code })),
    from: null,
    until: null,
    text: {
      until: "Au CSCom, soins gratuits pour les enfants de 0 à 5 ans et les femmes enceintes jusqu'au {date}. On vous fait payer? Dites-nous où et quand.",
      open: 'Au CSCom, soins gratuits pour les enfants de 0 à 5 ans et les femmes enceintes. On vous fait payer? Dites-nous où et quand.',
    },
    source: 'Réforme de la santé annoncée en février 2019 (moins de 5 ans, femmes enceintes); application à confirmer par le cluster',
  },
  {
    id: 'gratuite-malnutrition',
    categories: ['NUT-PEC'],
    places: null,
    from: null,
    until: null,
    text: {
      until: "Le dépistage et le traitement de la malnutrition des enfants sont gratuits jusqu'au {date}. On vous fait payer? Dites-nous où et quand.",
      open: 'Le dépistage et le traitement de la malnutrition des enfants sont gratuits. On vous fait payer? Dites-nous où et quand.',
    },
    source: 'Protocole national de prise en charge intégrée de la malnutrition aiguë (PCIMA); application à confirmer par le cluster',
  },
] // prettier-ignore
