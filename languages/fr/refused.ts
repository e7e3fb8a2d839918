import type { DirectoryWhy } from '../../core/directory/why.ts'

/** Why a change of the directory was not taken. */
export const directoryRefusedFr: Record<DirectoryWhy, string> = {
  'never-reader': 'Un partenaire, une autorité, un relais ou l’administration ne lit jamais pour les autres.',
  'own-role': 'Personne ne change son propre rôle ni ne ferme son propre accès : demandez à l’autre administration.',
  'pair-door': 'On entre dans un binôme par la page « Binômes » : une personne propose, une autre confirme.',
  'pair-bound':
    'Qui a une place dans un binôme, ou y est proposé, ne la perd ni ne la gagne ici : sa formation est notée à la page « Binômes » par un collègue du binôme ; qui change d’organisation ou de région quitte sa place, puis y est proposé de nouveau.',
  'pair-absence':
    'Qui remplace quelqu’un d’un binôme ouvre sa porte : la personne absente le dit elle-même, à la page « Absences ». Si elle ne peut pas, son collègue du binôme reste, et quelqu’un d’autre peut être proposé.',
  'last-of-pair':
    'C’est la dernière personne de ce binôme : sa porte ne se ferme pas. Faites d’abord confirmer quelqu’un.',
  'last-woman':
    'C’est la dernière femme de ce binôme, et certaines personnes ne parlent qu’à une femme. Faites d’abord confirmer une autre femme ; si elle doit partir tout de suite : « Binômes ».',
  taken: 'Ce compte est déjà dans l’annuaire.',
  'unknown-person': 'Cette personne n’est pas dans l’annuaire.',
  'unknown-organisation': 'Cette organisation n’est pas dans l’annuaire.',
  'organisation-needed': 'Ce rôle demande une organisation.',
  'region-needed': 'Ce rôle demande une région.',
  'no-phone': 'Ce n’est pas un numéro de téléphone.',
  'wrong-days': 'Le dernier jour vient après le premier, pas avant aujourd’hui, et au plus un an après.',
  self: 'On ne se remplace pas soi-même.',
  inactive: 'Cette personne n’est plus active.',
  'no-content': 'L’administration ne voit aucun dossier : elle ne remplace que l’administration.',
  pair: 'Deux personnes du même binôme ne se remplacent pas : chacune confirme les gestes de l’autre.',
  restricted:
    'Protection et intégrité se remplacent seulement avec le second facteur : par quelqu’un de l’autre binôme.',
  administrator: 'L’administration se remplace par l’administration.',
  outsider:
    'Qui travaille pour un partenaire, une autorité ou un relais ne remplace qu’un collègue du même organisme : il ne lit pas les dossiers des autres.',
  'no-workbook':
    'Ce classeur ne s’ouvre pas : il est abîmé, protégé par un mot de passe, ou d’une autre sorte (.xls, .ods). Enregistrez-le en .xlsx, sans mot de passe, ou en CSV.',
  'large-workbook':
    'Une fois décompressé, ce classeur dépasse la limite dite ci-dessus : il n’a pas été ouvert. Gardez-y la seule feuille utile, sans images, ou enregistrez-la en CSV.',
  'no-header': 'Aucune ligne ne nomme les colonnes : il faut une organisation, un secteur (cluster) et un lieu.',
  empty: 'Ce fichier est vide.',
  'too-many': 'La matrice aurait plus de 10 000 lignes : importez-la par parties plus petites.',
  'too-many-organisations': 'Ce fichier ajouterait plus de 300 organisations : importez-le par parties plus petites.',
  'no-contact-header':
    'Aucune ligne ne nomme les colonnes : il faut une organisation, une personne et une adresse e-mail.',
  'too-many-people': 'Cette liste a plus de 300 lignes : importez-la par parties plus petites.',
  'no-point-header': 'Aucune ligne ne nomme les colonnes : il faut un nom, un type et une organisation.',
  'too-many-points': 'La liste tient 2 000 points de collecte au plus.',
  'not-your-region': 'Vous tenez les points de votre région : choisissez un lieu qui s’y trouve.',
  'no-draft': 'Cet aperçu a plus d’une heure, ou est celui de quelqu’un d’autre. Choisissez le fichier à nouveau.',
}
