import type { SiteTexts } from '../../../web/console/frame/site-texts.ts'
import { typesetFrench } from '../typeset.ts'

export const siteFr: SiteTexts = typesetFrench({
  name: 'Jaabi',
  console: 'Console',
  skip: 'Aller au contenu',
  inList: {
    next: 'Dossier suivant',
    saveAndNext: 'Enregistrer et suivant',
    saved: 'Dossier {reference} : c’est enregistré. Voici le suivant.',
    ended: 'Dossier {reference} : c’est enregistré. Il n’y en a plus après lui dans cette liste.',
  },
  places: {
    found: '{count} lieux',
    none: 'Aucun lieu de ce nom',
    several: 'Lequel ?',
    ofCercle: 'Pour un village, tapez son nom à la place : {count} de ce cercle sont connus.',
  },
  menu: 'Menu',
  printed: 'Page du {day}, {time}',
  draft: 'à l’essai',
  start: 'Accueil',
  inbox: 'Boîte',
  search: 'Recherche',
  intake: 'Nouvelle plainte',
  care: 'Soins et aide',
  pairs: 'Binômes',
  figures: 'Chiffres',
  directory: 'Annuaire',
  absences: 'Absences',
  help: 'Aide',
  practice: 'S’exercer',
  signOut: 'Se déconnecter',
  signOutEverywhere: 'Se déconnecter de tous les appareils',
  unsent:
    'Des plaintes attendent encore le réseau sur cet appareil. Se déconnecter les efface : elles seront perdues. Se déconnecter quand même ?',
  roles: {
    'focal-point': 'Point focal redevabilité',
    deputy: 'Suppléance du point focal',
    'regional-cluster': 'Cluster régional',
    partner: 'Partenaire',
    authority: 'Autorité sanitaire',
    protection: 'Protection',
    integrity: 'Intégrité',
    relay: 'Relais communautaire',
    coordinator: 'Coordination',
    administrator: 'Administration',
  },
  signIn: {
    title: 'Se connecter',
    lead: 'La console est réservée aux équipes qui traitent les plaintes.',
    teams: {
      label: 'Équipes',
      hint: 'Points focaux, clusters régionaux, partenaires, autorités, relais, coordination.',
    },
    restricted: {
      label: 'Accès restreint',
      hint: 'Protection, intégrité, administration : un second facteur est demandé.',
    },
    publicPages: 'Vous avez une plainte ou une question ? Écrivez-nous ici.',
    problems: {
      title: 'Vous n’êtes pas connecté',
      link: 'Cette connexion a expiré ou vient d’une autre fenêtre. Recommencez.',
      unknown: 'Votre compte existe, mais l’annuaire de Jaabi ne le connaît pas ou plus. Demandez à l’administration.',
      restricted: 'Votre rôle demande l’accès restreint, avec le second facteur.',
      protocol:
        'Le protocole de partage d’information avec votre organisation n’est pas encore noté dans Jaabi. Votre compte s’ouvrira dès qu’il le sera : demandez à l’administration.',
      pair: 'Votre place dans le binôme attend une confirmation, ou votre formation est à refaire. Voyez avec votre collègue du binôme ou l’administration.',
      provider: 'Le service de connexion ne répond pas. Réessayez dans une minute.',
      ended:
        'Votre session est terminée : après 30 minutes sans rien faire ou 12 heures en tout, ou parce qu’elle a été fermée.',
      typing:
        'Votre session s’est terminée avant l’envoi : rien n’a été enregistré. Connectez-vous dans un nouvel onglet, puis revenez ici, page précédente : ce que vous avez tapé y est encore. Envoyez à nouveau.',
    },
  },
  signedOut: {
    title: 'Session fermée',
    text: 'Fermez cette fenêtre si vous partagez cet appareil.',
    again: 'Se connecter à nouveau',
    provider: 'Fermer aussi la session du service de connexion',
  },
  forged: {
    title: 'Rien n’a été enregistré',
    text: 'Cette page venait d’une session fermée depuis, ou d’ailleurs que de la console. Si vous tapiez quelque chose, revenez à la page précédente : c’est encore là. Envoyez à nouveau.',
    back: 'Retour à la boîte',
  },
  tooMuch: {
    title: 'C’est trop lourd',
    text: 'Rien n’a été enregistré : un envoi fait 2 Mo au plus. Revenez à la page précédente, et envoyez le fichier en plusieurs parties.',
    back: 'Retour à la boîte',
  },
  notFound: {
    title: 'Rien à cette adresse',
    text: 'Soit il n’y a rien ici, soit ce n’est pas à vous de le voir. Les deux se ressemblent, exprès.',
    back: 'Retour à la boîte',
  },
  trouble: {
    title: 'Un ennui de notre côté',
    text: 'Nous ne savons pas si votre dernière action a été enregistrée. Ouvrez le dossier pour le vérifier avant de recommencer.',
    back: 'Retour à la boîte',
  },
})
