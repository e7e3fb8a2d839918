import type { LocalSignInTexts } from '../../../web/console/sign-in/local.ts'
import { typesetFrench } from '../typeset.ts'

/** The sign-in page of one machine, which nobody sees where it matters. */
export const localSignInFr: LocalSignInTexts = typesetFrench({
  title: 'Qui êtes-vous aujourd’hui ?',
  mark: 'Ordinateur d’essai : aucune vraie personne, aucun mot de passe. Cette page n’existe pas sur un Jaabi déployé.',
  pools: { staff: 'Équipes', restricted: 'Accès restreint' },
  groups: {
    triage: 'Points focaux',
    regions: 'Clusters régionaux',
    partners: 'Partenaires',
    others: 'Autres rôles',
  },
  another: 'Une autre personne de l’annuaire : son identifiant',
  enter: 'Entrer',
  unknown: 'L’annuaire ne connaît pas cette personne, ou elle passe par l’autre entrée.',
  factor: {
    title: 'Second facteur',
    app: 'Sur un Jaabi déployé, l’application du téléphone montre ce code :',
    code: 'Le code à six chiffres',
    enter: 'Entrer',
    wrong: 'Ce n’était pas ce code : en voici un autre.',
  },
  roles: {
    'focal-point': 'Point focal',
    deputy: 'Point focal suppléant',
    'regional-cluster': 'Cluster',
    partner: 'Partenaire',
    authority: 'Direction régionale de la santé, Gao',
    protection: 'Protection',
    integrity: 'Intégrité',
    relay: 'Relais communautaire',
    coordinator: 'Coordination',
    administrator: 'Administration',
  },
  second: '(deuxième personne)',
})
