import type { FiguresTexts } from '../../../../web/console/figures/texts.ts'

/** What each share of the page of figures says, and of what. */
export const sharesFr: FiguresTexts['shares'] = {
  promises: {
    label: 'Promesses tenues',
    formula:
      'dates promises aux personnes joignables, qui ont eu au plus tard ce jour-là la réponse ou l’annonce d’une nouvelle date (SMS arrivé, appel, ou lu au suivi) ÷ dates promises échues ; monter d’un échelon n’est pas une nouvelle, et sa date est une promesse de plus (K05). Avant, toute nouvelle date écrite comptait, même sans SMS arrivé',
    n: 'promesses échues, personnes joignables',
  },
  available: {
    label: 'Promesses à disposition',
    formula:
      'dates promises aux personnes sans moyen d’être jointes (anonymes, boîtes), pour lesquelles une réponse ou une nouvelle date était à lire au suivi au plus tard ce jour-là ÷ ces dates échues (à côté de K05)',
    n: 'promesses échues, personnes sans contact',
  },
  onTime: {
    label: 'Réponses à temps',
    formula: 'répondus dans le délai ÷ (répondus + ouverts hors délai) : un retard ignoré fait baisser le taux (K04)',
    n: 'répondus ou hors délai',
  },
  read: {
    label: 'Premières lectures à temps',
    formula: 'lus dans le délai ÷ (lus dans le délai + délai de lecture dépassé) (K03)',
    n: 'lus ou hors délai',
  },
  told: {
    label: 'Personnes prévenues',
    formula: 'personnes prévenues de la réponse ÷ dossiers répondus',
    n: 'dossiers répondus',
  },
  satisfaction: {
    label: 'Satisfaction',
    formula: '(« oui » + la moitié de « en partie ») ÷ avis reçus ; à lire avec le taux de réponse (K07)',
    n: 'avis donnés',
  },
  response: {
    label: 'Taux de réponse',
    formula: 'avis reçus ÷ personnes prévenues',
    n: 'personnes prévenues',
  },
  loopClosed: {
    label: 'Boucles fermées',
    formula:
      'fermés après avoir prévenu la personne et demandé son avis ÷ fermés après une réponse ; une réponse seulement posée au suivi n’y est pas (K06)',
    n: 'fermés après une réponse',
  },
  reopened: {
    label: 'Rouverts',
    formula: 'dossiers rouverts après une réponse ÷ dossiers répondus (K08)',
    n: 'dossiers répondus',
  },
  escalated: {
    label: 'Montés d’un échelon',
    formula: 'dossiers montés d’un échelon au moins ÷ dossiers reçus (K14)',
    n: 'dossiers reçus',
  },
  answeredAfterEscalation: {
    label: 'Répondus après être montés',
    formula: 'dossiers répondus après leur première montée ÷ dossiers montés (K14)',
    n: 'dossiers montés',
  },
}
