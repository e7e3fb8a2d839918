import type { PublicSections } from '../../web/public/texts.ts'
import { afterwardsFr } from './public-afterwards.ts'
import { pointsFr } from './points.ts'
import { elsewhereFr, publicCareFr } from './public-care.ts'
import { typesetFrench } from './typeset.ts'

/** The public pages in French. Plain words, short sentences; « gratuit » only about what we ask of people, never about operators. */
export const publicFr: PublicSections = typesetFrench({
  ...afterwardsFr,
  care: publicCareFr,
  points: pointsFr,
  elsewhere: elsewhereFr,
  site: {
    name: 'Jaabi',
    tagline: 'Vous parlez, nous répondons.',
    skip: 'Aller au contenu',
    write: 'Écrire',
    follow: 'Suivre',
    elsewhere: 'Ailleurs',
    poster: 'Affiche',
    menu: 'Menu',
    languages: 'Langues',
    draft: 'à l’essai',
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
    lead: 'Plainte, question, idée ou merci. Rien à payer, pas besoin de donner votre nom.',
    danger: {
      title: 'Abus ou danger ?',
      text: 'Quelqu’un vous fait du mal, vous menace, ou demande de l’argent ou une faveur contre l’aide ? Une page courte est là pour cela : ni nom ni détail. Le bouton est en haut de cette page.',
      link: 'Par ici',
    },
    promises: {
      line: 'Une plainte aujourd’hui : des nouvelles au plus tard le {date}.',
      title: 'Notre promesse',
      intro: 'Si vous écrivez aujourd’hui, des nouvelles au plus tard le :',
      thanks: 'transmis à l’équipe',
      urgent: 'Si une vie ou des soins sont en jeu, nous agissons ou passons le relais en 24 heures.',
      late: 'Si la date passe sans réponse, votre dossier monte au niveau supérieur et une nouvelle date vous est donnée : par SMS si vous l’avez choisi, sinon sur la page « Suivre ». Pour un abus ou un danger, nous ne promettons pas de date.',
    },
    know: {
      link: 'Qui lit, et nos limites',
      title: 'Bon à savoir',
      points: [
        {
          title: 'Ce qui se passe ensuite',
          text: 'Vous recevez un numéro. Une personne lit, confie votre dossier au bon service, puis vous répond.',
        },
        {
          title: 'Qui lit',
          text: 'Le point focal redevabilité et sa suppléance ; puis l’organisation chargée de répondre, d’un autre cluster s’il le faut ; le cluster santé de la région et le service de l’État qui la suit ; la coordination, si personne n’a répondu à temps. Un relais ou un agent qui note pour vous sait ce que vous lui dites, et ne voit rien de la suite. Argent ou faveur exigés : deux personnes chargées de l’intégrité, et le point focal. Violence ou danger, par le bouton du haut : deux personnes formées, elles seules ; écrit dans ce formulaire, le point focal aussi. Si votre message est dans une langue qu’ils ne lisent pas, une personne formée le lit pour dire ce qu’il signifie. Jamais la personne ou le service mis en cause.',
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
        complaint: { label: 'Plainte' },
        question: { label: 'Question' },
        suggestion: { label: 'Suggestion' },
        thanks: { label: 'Merci' },
        abus: { label: 'Abus ou danger' },
      },
    },
    abuse: {
      text: 'Pour un abus ou un danger, n’écrivez rien ici. La page suivante pose cinq questions simples, sans nom ni détail.',
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
      hint: 'Village, commune ou centre de santé.',
      region: 'Région',
      noRegion: 'Je ne dis pas',
    },
    consent: {
      label: 'Pouvons-nous vous répondre ?',
      hint: 'Le SMS ne dit jamais de quoi il s’agit avant la réponse.',
      options: {
        sms: 'Oui, par SMS',
        call: 'Oui, par un appel',
        'call-woman': 'Appel d’une femme',
        'call-man': 'Appel d’un homme',
        none: 'Non, aucun contact : je suivrai avec le numéro',
      },
    },
    phone: {
      label: 'Votre numéro de téléphone',
      hint: 'Seulement pour vous répondre. Exemple : 70 00 00 01',
    },
    language: 'Répondre en',
    notSaid: 'Je ne dis pas',
    questions: {
      person: {
        label: 'Qui est concerné ?',
        hint: 'Vous, ou la personne pour qui vous avez écrit. Fille ou garçon : moins de 18 ans.',
        options: { woman: 'une femme', man: 'un homme', girl: 'une fille', boy: 'un garçon' },
      },
      displacement: {
        label: 'Avez-vous dû quitter votre village ou votre ville ?',
        hint: 'Vous, ou la personne pour qui vous avez écrit.',
        options: {
          'not-displaced': 'Non',
          site: 'Oui, nous sommes sur un site',
          'host-family': 'Oui, nous sommes chez une famille',
          returned: 'Oui, et nous sommes revenus',
          repatriated: 'Nous étions réfugiés à l’étranger, et nous sommes revenus',
          refugee: 'Nous venons d’un autre pays',
        },
      },
      disability: {
        label: 'Avez-vous beaucoup de difficultés à voir, entendre, marcher, vous souvenir, vous laver ou parler ?',
        hint: 'Si vous avez écrit pour quelqu’un : la personne concernée, si elle a cinq ans ou plus.',
        options: { yes: 'Oui', no: 'Non' },
      },
    },
    send: 'Envoyer',
  },
  problems: {
    title: 'Il manque quelque chose',
    unsent: 'Pas encore envoyé',
    'text-missing': 'Écrivez quelques mots pour dire ce qui se passe.',
    'text-too-long': 'Le message est trop long. Gardez l’essentiel : nous pourrons vous poser des questions.',
    'place-too-long':
      'Le lieu est trop long : gardez le nom du village ou du quartier. Le reste peut aller dans le message.',
    'consent-missing': 'Dites si nous pouvons vous répondre, et comment.',
    'phone-missing': 'Écrivez votre numéro, ou choisissez « Non, aucun contact ».',
    'phone-unreadable': 'Ce numéro n’est pas complet. Il a huit chiffres, par exemple 70 00 00 01.',
    'phone-abroad':
      'Nous n’envoyons de SMS qu’aux numéros du Mali. Écrivez un autre numéro, ou choisissez « Non, aucun contact » et suivez votre dossier avec son numéro.',
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
      text: 'Violence, abus sexuel, enfant en danger, menace. Cinq questions, rien à écrire. Seules deux personnes formées lisent.',
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
    place: { label: 'Dans quelle région ?', hint: 'La région suffit.' },
    questions: {
      danger: { label: 'Quelqu’un est-il en danger maintenant ?', options: { yes: 'Oui', no: 'Non' } },
      person: {
        label: 'La personne concernée est',
        options: { child: 'un enfant (moins de 18 ans)', adult: 'un adulte' },
      },
      sought: {
        label: 'Que voulez-vous ?',
        hint: 'Les soins et l’aide ne dépendent jamais de cette réponse.',
        options: { care: 'des soins et de l’aide seulement', report: 'signaler ce qui se passe' },
      },
    },
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
})
