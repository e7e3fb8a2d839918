import type { DirectoryTexts } from '../../../../web/console/directory/texts.ts'
import { typesetFrench } from '../../typeset.ts'

/** The list of what was changed, and of what was searched. */
export const directoryAuditFr: DirectoryTexts['audit'] = typesetFrench({
  filter: 'Changements sur, ou par',
  all: 'Tous',
  presence: 'Qui fait quoi où',
  search: 'Recherches de dossiers',
  next: 'Plus anciens',
  start: 'Les plus récents',
  what: {
    'person-added': 'Personne ajoutée',
    'person-changed': 'Personne modifiée',
    'organisation-added': 'Organisation ajoutée',
    'organisation-changed': 'Organisation modifiée',
    'responsible-set': 'Numéro du responsable',
    'absence-set': 'Absence déclarée',
    'absence-ended': 'Absence retirée',
    'presence-imported': 'Matrice importée',
    'invitation-taken': 'Invitation reçue : première connexion',
    'cases-searched': 'Dossiers recherchés',
  },
  more: {
    added: 'Ajoutées',
    changed: 'Changées',
    removed: 'Retirées',
    organisations: 'Organisations ajoutées',
    places: 'Lieux',
    category: 'Sujet',
    receivedFrom: 'Reçus du',
    receivedUntil: 'Reçus au',
    status: 'État',
    level: 'Niveau',
    channel: 'Canal',
    nature: 'Nature',
    late: 'Retard',
    satisfaction: 'Avis',
  },
  unkept: 'jamais écrit ici',
  late: 'oui',
  status: { open: 'ouvert', answered: 'répondu', closed: 'fermé' },
  phone: { given: 'donné', removed: 'effacé' },
})
