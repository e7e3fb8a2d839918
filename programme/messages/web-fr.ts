import type { PublicTexts } from '../../web/public/texts.ts'
import { typesetFrench } from './typeset-french.ts'

/** The public pages in French. Plain words, short sentences; « gratuit » only about what we ask of people, never about operators. */
export const webFr: PublicTexts = typesetFrench({
  language: 'fr',
  site: {
    name: 'Jaabi',
    tagline: 'Vous parlez, nous répondons.',
    skip: 'Aller au contenu',
    write: 'Écrire',
    follow: 'Suivre',
    poster: 'Affiche',
    menu: 'Menu',
  },
  footer: {
    notEmergency: 'Jaabi n’est pas un service d’urgence.',
    help: 'Une personne vous répond au sujet de ce service : {number}.',
    emergency: 'Soins et protection, jour et nuit : {number}.',
    privacy:
      'Votre contact est effacé 30 jours après la fermeture du dossier, vos mots après un an. Les copies de secours s’effacent quelques semaines plus tard.',
  },
  months: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'], // prettier-ignore
  firstDay: '1er',
  form: {
    title: 'Dites-nous. Nous répondons.',
    lead: 'Une plainte, une question, une idée ou un merci au sujet de l’aide humanitaire et des soins. Vous n’avez rien à payer et pas besoin de donner votre nom.',
    start: 'Écrire maintenant',
    danger: {
      title: 'Abus ou danger ?',
      text: 'Quelqu’un vous fait du mal, vous menace, ou demande de l’argent ou une faveur contre l’aide ? Une page courte vous attend : ni nom ni détail.',
      link: 'Signaler un abus ou un danger',
    },
    promises: {
      title: 'Notre promesse',
      intro: 'Si vous écrivez aujourd’hui, des nouvelles au plus tard le :',
      thanks: 'transmis à l’équipe',
      urgent: 'Si une vie ou des soins sont en jeu, nous agissons ou passons le relais en 24 heures.',
      late: 'Si nous sommes en retard, nous vous le disons avant la date, et votre dossier monte au niveau supérieur.',
    },
    know: {
      title: 'Avant d’écrire',
      points: [
        {
          title: 'Ce qui se passe ensuite',
          text: 'Vous recevez un numéro. Une personne lit, confie votre dossier au bon service, puis vous répond.',
        },
        {
          title: 'Qui lit',
          text: 'Le point focal redevabilité et son adjoint, puis le seul service chargé de répondre. Jamais la personne ou le service mis en cause.',
        },
        {
          title: 'Ce que nous ne pouvons pas faire',
          text: 'Ce n’est pas un service d’urgence : personne ne part en intervention à la lecture. Nous ne donnons ni argent ni aide, et nous ne punissons pas.',
        },
        {
          title: 'Votre téléphone dit qui vous êtes',
          text: 'Une carte SIM est liée à une personne (NINA). Sans numéro de téléphone, nous ne savons pas qui vous êtes, et vous pouvez quand même suivre la réponse.',
        },
      ],
    },
    formTitle: 'Votre message',
    kind: {
      label: 'De quoi s’agit-il ?',
      options: {
        complaint: { label: 'Plainte', hint: 'quelque chose ne va pas' },
        question: { label: 'Question', hint: 'je veux savoir' },
        suggestion: { label: 'Suggestion', hint: 'une idée, une demande' },
        thanks: { label: 'Merci', hint: 'quelque chose va bien' },
        abus: { label: 'Abus ou danger', hint: 'violence, menace, argent ou faveur exigés' },
      },
    },
    abuse: {
      text: 'Pour un abus ou un danger, n’écrivez rien ici. La page suivante pose quatre questions simples, sans nom ni détail.',
      link: 'Continuer sans écrire',
    },
    integrity: {
      title: 'Argent ou faveur exigés',
      text: 'Deux personnes chargées de l’intégrité lisent votre message. La personne mise en cause, son service et ses chefs ne le voient jamais.',
      promise:
        'Le dossier est confié en trois jours à l’organe qui peut enquêter. Nous ne pouvons pas promettre de date de réponse.',
    },
    text: {
      label: 'Dites-le avec vos mots',
      hint: 'Quoi, où, quand. N’écrivez pas votre nom ni celui d’une personne malade.',
    },
    place: {
      label: 'Où cela se passe-t-il ?',
      hint: 'Village, commune ou centre de santé. Vous pouvez laisser vide.',
      region: 'Région',
      noRegion: 'Je ne dis pas',
    },
    consent: {
      label: 'Pouvons-nous vous répondre ?',
      hint: 'C’est vous qui décidez. Le SMS ne dit jamais de quoi il s’agit avant la réponse.',
      options: {
        sms: 'Oui, par SMS',
        'call-woman': 'Oui, appel par une femme',
        'call-man': 'Oui, appel par un homme',
        call: 'Oui, appel, par une femme ou un homme',
        none: 'Non, aucun contact : je suivrai avec le numéro du dossier',
      },
    },
    phone: {
      label: 'Votre numéro de téléphone',
      hint: 'Seulement si vous voulez que nous vous contactions. Exemple : 70 00 00 01',
    },
    language: { label: 'Dans quelle langue répondre ?', draft: 'à l’essai' },
    send: 'Envoyer',
  },
  problems: {
    title: 'Il manque quelque chose',
    'text-missing': 'Écrivez quelques mots pour dire ce qui se passe.',
    'text-too-long': 'Le message est trop long. Gardez l’essentiel : nous pourrons vous poser des questions.',
    'consent-missing': 'Dites si nous pouvons vous répondre, et comment.',
    'phone-missing': 'Écrivez votre numéro, ou choisissez « Non, aucun contact ».',
    'phone-unreadable': 'Ce numéro n’est pas complet. Il a huit chiffres, par exemple 70 00 00 01.',
    'call-phone-missing': 'Écrivez le numéro à appeler, ou choisissez « Non ».',
    'reference-missing': 'Écrivez le numéro du dossier : dix chiffres.',
    'too-many':
      'Trop de messages sont partis d’ici en peu de temps. Attendez une heure, puis recommencez : rien n’est perdu ci-dessous.',
    unavailable:
      'Nous n’avons pas pu garder votre message. Il est encore ci-dessous : envoyez-le de nouveau dans un instant.',
  },
  sensitive: {
    title: 'Ni nom ni détail',
    lead: 'C’est :',
    violence: {
      title: 'Violence, abus, danger',
      text: 'Violence, abus sexuel, enfant en danger, menace. Quatre questions, rien à écrire. Seules deux personnes formées lisent.',
      link: 'Continuer, sans rien écrire',
    },
    money: {
      title: 'Argent ou faveur exigés',
      text: 'Quelqu’un demande de l’argent ou une faveur pour donner l’aide ou les soins, ou détourne l’aide.',
      link: 'Continuer et écrire',
      send: 'Envoyer ce que j’ai écrit',
    },
    dropped: 'Ce que vous avez écrit n’est pas gardé si vous continuez ici.',
    back: 'Retour',
  },
  protection: {
    title: 'Ni nom ni détail',
    lead: 'Répondez à ce que vous voulez. Rien n’est obligatoire. Deux personnes formées lisent, personne d’autre. Aucun SMS ne part.',
    notEmergency:
      'Ce n’est pas un service d’urgence. Si vous êtes en danger maintenant, allez d’abord vers un lieu ou une personne de confiance.',
    emergency: 'Soins et aide, jour et nuit : {number}',
    notSaid: 'Je ne dis pas',
    danger: { label: 'Quelqu’un est-il en danger maintenant ?', yes: 'Oui', no: 'Non' },
    place: { label: 'Dans quelle région ?', hint: 'La région suffit.' },
    person: { label: 'La personne concernée est', child: 'un enfant (moins de 18 ans)', adult: 'un adulte' },
    call: {
      label: 'Une personne formée peut-elle vous appeler ?',
      hint: 'Elle ne demandera pas de raconter.',
      no: 'Non, pas d’appel',
      woman: 'Oui, une femme',
      man: 'Oui, un homme',
    },
    phone: {
      label: 'Numéro à appeler',
      hint: 'Seulement un téléphone que personne d’autre ne décroche. Une carte SIM est liée à une personne (NINA).',
    },
    after: 'Vous recevrez un numéro de dossier. Vous n’avez pas besoin de le garder.',
    send: 'Envoyer',
  },
  leave: {
    label: 'Quitter cette page',
    text: 'Ouvre un site ordinaire.',
    href: 'https://fr.wikipedia.org/wiki/Mali',
    history: 'Cette page reste dans l’historique du téléphone : effacez l’historique, ou utilisez un onglet privé.',
  },
  receipt: {
    title: 'C’est bien noté',
    lead: 'Votre message est enregistré. Une personne va le lire.',
    thanks: 'Merci. Votre mot sera transmis à l’équipe concernée.',
    short: 'Votre message est enregistré.',
    number: 'Votre numéro de dossier',
    writeDown: 'Écrivez ce numéro sur un papier.',
    next: 'Et maintenant ?',
    promised: 'Des nouvelles au plus tard le',
    noDate: 'Pas de date promise pour ce message.',
    follow: {
      title: 'Pour suivre votre dossier',
      web: 'sur cette page :',
      ussd: 'composez {code}, puis choix 5',
      sms: 'envoyez SUIVI {number} par SMS au {code}',
      link: 'voir où en est le dossier',
    },
    anyone: 'Qui a ce numéro voit seulement l’étape, les dates et la réponse. Jamais ce que vous avez écrit.',
    another: 'Écrire un autre message',
    protection: {
      title: 'C’est noté. Merci.',
      lead: 'Une personne formée va lire ceci. Rien d’autre ne vous est demandé.',
      next: [
        'Ce n’est pas un service d’urgence.',
        'Aucun SMS ne part vers un téléphone.',
        'Le numéro ci-dessous ne dit pas de quoi il s’agit. Vous n’êtes pas obligé de le garder.',
      ],
    },
  },
  followUp: {
    title: 'Où en est mon dossier ?',
    lead: 'Écrivez le numéro reçu quand vous avez parlé : par SMS, par téléphone ou sur ce site.',
    label: 'Numéro du dossier',
    hint: 'Dix chiffres, avec ou sans blancs.',
    send: 'Voir',
    stages: { received: 'Reçu', 'in-hand': 'En cours', answered: 'Répondu' },
    state: { done: 'fait', now: 'maintenant', coming: 'à venir' },
    heading: 'Dossier',
    received: 'Reçu le',
    promised: 'Des nouvelles au plus tard le',
    answered: 'Répondu le',
    answer: 'La réponse',
    noAnswerHere: 'La réponse ne s’affiche pas ici.',
    appeal:
      'Pas d’accord ? Vous avez 30 jours : envoyez APPEL {number} par SMS, ou écrivez-nous de nouveau avec ce numéro.',
    neverText: 'Ce qui a été dit n’apparaît jamais ici.',
    unknown: {
      title: 'Nous ne trouvons pas ce numéro',
      text: 'Vérifiez chaque chiffre sur le papier ou le SMS, puis essayez encore. Si vous l’avez perdu, vous pouvez écrire un nouveau message.',
    },
    tooMany: {
      title: 'Trop d’essais',
      text: 'Par prudence, cette page fait une pause. Revenez dans une heure.',
    },
  },
  poster: {
    title: 'Une\u00a0plainte ? Une\u00a0question ? Une\u00a0idée ?',
    lead: 'Dites-nous. Nous vous répondons, à une date promise.',
    how: 'Comment nous parler',
    sms: { title: 'Par SMS', text: 'Écrivez avec vos mots au' },
    ussd: { title: 'Avec tout téléphone, sans Internet', text: 'Composez' },
    web: { title: 'Sur Internet', text: 'Ouvrez' },
    call: {
      title: 'Par la voix',
      text: 'Appelez le',
      recall: 'Vous n’écrivez pas ? Envoyez RAPPEL : nous vous appelons.',
    },
    face: { title: 'De vive voix', text: 'Parlez au point focal redevabilité :', line: 'Nom et lieu' },
    free: 'Les SMS sont gratuits.',
    promises: {
      title: 'Ce que nous promettons',
      points: [
        'Pas besoin de nom. Rien à payer.',
        'Un numéro de dossier et une date, tout de suite.',
        'Si nous sommes en retard, nous vous le disons et le niveau supérieur s’en occupe.',
        'La personne mise en cause ne lit jamais votre message.',
      ],
      span: {
        question: 'Une question : réponse en {days} jours ouvrables.',
        complaint: 'Une plainte : réponse en {days} jours ouvrables.',
        suggestion: 'Une suggestion : réponse en {days} jours ouvrables.',
      },
    },
    never: {
      title: 'Ce que nous ne pouvons pas',
      points: [
        'Secourir en urgence.',
        'Donner de l’argent ou de l’aide.',
        'Cacher votre numéro à l’opérateur : une SIM est liée à une personne (NINA).',
      ],
    },
    danger: {
      title: 'Abus ou danger : ni nom ni détail',
      text: 'Personne ne doit demander d’argent, de faveur ou de sexe contre l’aide ou les soins.',
      key: '{code}, choix 4',
      keyNote: 'Ce choix ne laisse aucun SMS sur le téléphone.',
    },
    print: 'Imprimez cette page sur une feuille A4 et affichez-la là où les gens attendent.',
    strip: 'Jaabi veut dire « réponse » en bambara.',
  },
  notFound: {
    title: 'Cette page n’existe pas',
    text: 'L’adresse est peut-être incomplète. Rien de ce que vous avez envoyé n’est perdu.',
    home: 'Écrire un message',
    follow: 'Suivre un dossier',
  },
})
