import type { CareTexts } from '../../../web/console/care/texts.ts'
import { typesetFrench } from '../typeset.ts'

export const careFr: CareTexts = typesetFrench({
  title: 'Soins et aide',
  lead: 'Ce que lisent le dernier écran de la touche 4-1 et la page du danger : les lieux les plus proches d’abord. Appelez chaque numéro avant de le dire vérifié. Sans vérification pendant 90 jours, une ligne n’est plus lue à personne, et le binôme est alerté chaque jour.',
  empty: 'Aucune ligne : personne n’apprend où trouver des soins.',
  add: 'Ajouter une ligne',
  edit: 'Modifier la ligne',
  save: 'Enregistrer, vérifié aujourd’hui',
  check: 'Vérifié aujourd’hui',
  remove: 'Retirer',
  everywhere: 'Tout le pays',
  whole: '{region} (toute la région)',
  columns: {
    place: 'Lieu',
    name: 'Nom',
    phone: 'Numéro',
    hours: 'Heures',
    woman: 'Une femme répond',
    checked: 'Vérification',
    actions: 'Gestes',
  },
  fields: {
    place: {
      label: 'Cercle ou région',
      hint: 'Quelques lettres suffisent ; vide : tout le pays. Une commune compte pour son cercle, et un dossier de la région entière entend aussi les cercles.',
    },
    name: { label: 'Nom du lieu ou du service', hint: 'Lu sur le site, pas sur l’écran du téléphone.' },
    phone: { label: 'Numéro à appeler', hint: 'Comme on le compose.' },
    hours: { label: 'Heures', hint: '14 caractères au plus : 24h/24, 8h-17h.' },
    woman: { label: 'On peut demander une femme' },
  },
  yes: 'oui',
  no: 'non',
  states: {
    out: 'Plus lu depuis le {until} : vérifié le {day}',
    soon: 'Vérifié le {day} : lu jusqu’au {until}',
    fine: 'Vérifié le {day}',
  },
  problems: {
    title: 'Il manque quelque chose',
    invalid: '{field} : ce n’est pas possible ainsi.',
    place: 'Aucun lieu de ce nom, ou plusieurs : choisissez dans la liste qui s’ouvre.',
    stale: 'La liste a changé entre-temps. Regardez-la, puis recommencez.',
  },
})
