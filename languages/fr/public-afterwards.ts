import type { PublicSections } from '../../web/public/texts.ts'

/** What is read after a message was sent, and on a wall. Set in French typography by `fr/public.ts`. */
export const afterwardsFr: Pick<PublicSections, 'receipt' | 'followUp' | 'poster' | 'notFound'> = {
  receipt: {
    title: 'C’est bien noté',
    lead: 'Votre message est enregistré. Une personne va le lire.',
    thanks: 'Merci. Votre mot sera transmis à l’équipe concernée.',
    short: 'Votre message est enregistré.',
    number: 'Votre numéro de dossier',
    writeDown: 'Écrivez ce numéro sur un papier.',
    next: 'Et maintenant ?',
    promised: 'Des nouvelles au plus tard le',
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
}
