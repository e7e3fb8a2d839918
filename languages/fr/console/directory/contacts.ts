import type { DirectoryTexts } from '../../../../web/console/directory/texts.ts'
import { typesetFrench } from '../../typeset.ts'

/** The list of a partner’s contacts. */
export const directoryContactsFr: DirectoryTexts['contacts'] = typesetFrench({
  title: 'Importer une liste de contacts',
  lead: 'Une liste invite les personnes de vos partenaires en une fois. Rien n’est écrit avant que vous ayez vu chaque ligne.',
  expects:
    'Un classeur .xlsx ou un CSV (300 lignes au plus), tel qu’Excel ou LibreOffice l’enregistre : organisation, personne, fonction, région, téléphone, e-mail. En français ou en anglais ; un titre peut précéder les colonnes. De plusieurs feuilles, la première qui a ces colonnes est lue.',
  adds: 'Ajouter aussi à l’annuaire les organisations qui n’y sont pas',
  look: 'Voir chaque ligne',
  preview: 'Ce que la liste changerait',
  nothingYet: 'Rien n’a encore été écrit.',
  columns: {
    line: 'Ligne',
    person: 'Personne',
    organisation: 'Organisation',
    role: 'Rôle',
    region: 'Région',
    mail: 'E-mail',
    what: 'Ce qui se passera',
  },
  sums: {
    new: 'Personnes invitées',
    changed: 'Personnes changées',
    same: 'Déjà là, laissées',
    wrong: 'Lignes à corriger',
    organisations: 'Organisations ajoutées',
  },
  is: {
    new: 'invitée',
    changed: 'changée',
    same: 'laissée telle quelle',
    wrong: 'à corriger : rien ne sera écrit',
  },
  why: {
    'no-organisation': 'pas d’organisation',
    'unknown-organisation': 'cette organisation n’est pas dans l’annuaire',
    'no-person': 'pas de nom de personne',
    'no-mail': 'pas d’adresse e-mail',
    'bad-mail': 'ce n’est pas une adresse e-mail',
    twice: 'cette adresse est déjà plus haut dans la liste',
    'bad-phone': 'ce n’est pas un numéro de téléphone',
    'unknown-region': 'région inconnue',
    'region-needed': 'une autorité demande une région',
    'added-apart':
      'protection, intégrité, redevabilité, clusters, coordination et administration s’ajoutent une personne à la fois',
  },
  changes: '{field} : {from} → {to}',
  fields: { name: 'nom', organisation: 'organisation', role: 'rôle', region: 'région' },
  givesPhone: 'son téléphone devient le numéro, scellé, de l’organisation, qui n’en a pas',
  keepsPhone: 'son téléphone, scellé, sert à la prévenir par SMS',
  keepsMail: 'son adresse, scellée, sert à la prévenir par courriel',
  phoneRead:
    'téléphone gardé comme un nombre par le tableur, qui ôte « + » et les zéros du début : lu {phone}, à vérifier',
  waits: 'le compte ne s’ouvrira pas avant que le protocole de son organisation soit noté',
  expected: 'invitation en attente',
  newOrganisation: 'organisation ajoutée avec elle',
  apply: 'Écrire et inviter exactement cela',
  goOn: 'Continuer : il en reste {left}',
  done: 'Tout est écrit.',
  missed:
    'Pas écrites, parce que quelqu’un a changé l’annuaire au même moment : lignes {lines} de la liste. Rien d’elles n’est perdu : regardez-les encore, puis continuez.',
  mails: 'Adresses des comptes à ouvrir',
  mailsLead:
    'Qui administre les comptes les ouvre pour ces adresses : chaque personne reçoit alors son premier mot de passe, et ce qui est noté ici devient le sien à sa première connexion. Y figurent seulement celles qu’on attend encore et dont l’organisation a son protocole.',
  then: 'Une fois ces comptes ouverts, prévenez chaque personne :',
  another: 'Choisir un autre fichier',
})
