import type { HelpTexts } from '../../../../web/console/help/texts.ts'

const focalPoint: HelpTexts['roles']['focal-point'] = {
  lead: 'Vous lisez tout ce qui arrive, vous décidez du niveau, vous confiez ou vous répondez. Personne ne reste sans réponse.',
  steps: [
    {
      text: 'Faites d’abord {here} : évaluer, demander, répondre, passer la main, voir un dossier revenir. Les pages sont les mêmes, les dossiers sont inventés, rien ne part.',
      here: ['exercises', 'les sept exercices'],
    },
    {
      text: 'Ouvrez {here} et lisez de haut en bas : le plus pressé est en haut. Ouvrir un dossier, c’est l’avoir lu : l’horloge le note.',
      here: ['new', 'ce qui est à évaluer'],
    },
    {
      text: 'Évaluez chaque dossier : niveau, sujet, lieu. Jaabi propose d’après les mots ; c’est vous qui décidez. Des soins ou une vie en jeu : N2. Argent, faveur, inconduite : S1. Abus ou danger : S2, sans rien demander de plus.',
    },
    {
      text: 'Il manque quelque chose pour agir ? Posez une question par SMS, puis mettez le dossier en attente de la personne : sans l’attente, le délai continue.',
    },
    {
      text: 'Confiez ce qui revient à une organisation, ou répondez vous-même quand vous savez. Avant d’envoyer, la page montre le SMS exactement comme il se lira.',
    },
    {
      text: 'La personne peut dire que ce n’est pas réglé : son dossier revient alors seul, un échelon plus haut, parmi {here}.',
      here: ['reopened', 'les dossiers rouverts'],
    },
    { text: 'Puis {here} : une réponse, même tardive, arrête la montée.', here: ['late', 'ce qui est en retard'] },
    {
      text: 'Les réponses qui n’ont trouvé personne : {here}. Un relais ou une visite les porte.',
      here: ['visit', 'la liste des visites'],
    },
    {
      text: 'Ce qu’on vous dit de vive voix, au téléphone ou dans une boîte s’ajoute par {here}.',
      here: ['intake', '« Nouvelle plainte »'],
    },
  ],
}

const practise: HelpTexts['roles']['partner']['steps'] = [
  { text: 'Exercez-vous d’abord dans ce rôle : {here}.', here: ['practice', 'S’exercer'] },
]

const pair: HelpTexts['roles']['integrity']['steps'] = [
  ...practise,
  {
    text: 'Ouvrez {here} : seuls vous et votre binôme voyez ces dossiers, et chaque ouverture est notée à votre nom.',
    here: ['inbox', 'votre boîte'],
  },
  {
    text: 'Prenez le chemin le plus court : ce que la fiche demande, rien d’autre. Aucune enquête, aucun détail, aucun appel de vérification.',
  },
  {
    text: 'Imprimez la fiche de transmission et remettez-la à l’organe mandaté, en main propre ou par sa voie sûre. Puis notez-le sur la page : « Transmettre à l’organe mandaté ».',
  },
  {
    text: 'Quand l’organe vous donne son numéro de reçu, notez-le. La seconde personne du binôme confirme : c’est seulement alors que le dossier se ferme. En protection il s’efface aussitôt, en intégrité après le temps que dit la procédure.',
  },
  {
    text: 'Si les mots nomment votre organisation, votre chef ou vous-même, dites-le en évaluant : le dossier passe à d’autres, tout seul.',
  },
]

/** What each role does in its first hour, in French. */
export const helpRolesFr: HelpTexts['roles'] = {
  'focal-point': focalPoint,
  deputy: {
    lead: 'Vous faites le travail du point focal quand il n’est pas là, et vous êtes la seconde personne quand une décision se prend à deux.',
    steps: [
      ...focalPoint.steps,
      {
        text: 'Baisser un niveau demande deux personnes : lisez le motif avant de confirmer. Dans le doute, le niveau reste.',
      },
    ],
  },
  'regional-cluster': {
    lead: 'Vous voyez les dossiers évalués de votre région, et ceux qui montent jusqu’à vous faute de réponse.',
    steps: [
      ...practise,
      {
        text: 'Ouvrez {here} : le plus pressé est en haut. « ➜ Vous » marque ce qui attend une action de votre part.',
        here: ['mine', 'ce qui est à vous'],
      },
      {
        text: 'Un dossier monté : appelez l’organisation qui l’avait, puis répondez vous-même, confiez-le à une autre, ou notez ce qui bloque.',
      },
      {
        text: 'Regardez {here} : ce qui est tard et pas encore à vous le sera bientôt. Un appel aujourd’hui évite une montée demain.',
        here: ['late', 'les retards de la région'],
      },
      {
        text: 'Un dossier {here} dans votre région ? Proposez un partenaire présent sur place.',
        here: ['unassigned', 'sans responsable'],
      },
      {
        text: 'Ce que vous entendez en réunion ou sur le terrain s’ajoute par {here}.',
        here: ['intake', '« Nouvelle plainte »'],
      },
    ],
  },
  partner: {
    lead: 'Vous voyez les dossiers confiés à votre organisation, et les transferts qu’on lui propose. Aucun autre.',
    steps: [
      ...practise,
      { text: 'Ouvrez {here}.', here: ['inbox', 'votre boîte'] },
      {
        text: 'Un transfert proposé : acceptez-le, ou refusez avec un motif que le point focal comprendra. Sans réponse, il repart de lui-même et monte. Le délai de la personne, lui, n’attend pas.',
      },
      {
        text: 'Agissez d’abord, répondez ensuite : la réponse dit ce qui a été fait, ou pourquoi cela ne se peut pas.',
      },
      {
        text: 'Il manque un renseignement ? « Poser une question » l’envoie par SMS sans que vous voyiez le numéro.',
      },
      {
        text: 'Vous attendez une livraison ? Notez l’attente avec son motif. L’horloge ne s’arrête pas : la personne attend aussi.',
      },
      { text: 'Si la plainte nomme votre organisation, elle ne vous sera pas montrée : c’est voulu.' },
    ],
  },
  authority: {
    lead: 'Vous lisez les dossiers ordinaires de votre région une fois évalués, hors ceux de vos services et de ceux que vous supervisez.',
    steps: [
      ...practise,
      {
        text: 'Ouvrez {here} : vous y lisez ce qui se passe, sans y écrire.',
        here: ['inbox', 'la liste de la région'],
      },
      {
        text: 'Une plainte sur une structure que vous supervisez ne vous est pas montrée : la personne a parlé parce qu’elle ne craint rien. Vos chiffres ne la comptent pas non plus ; ceux du cluster et du pays, si.',
      },
      {
        text: 'Pour agir, passez par le point focal ou le cluster régional : dites le numéro du dossier, jamais ce que vous croyez savoir de la personne.',
      },
    ],
  },
  protection: {
    lead: 'Vous travaillez à deux sur les signalements d’abus ou de danger (S2). Personne d’autre ne sait qu’ils existent.',
    steps: [
      ...pair,
      {
        text: 'Un message « peut-être sensible » que personne n’a lu ou décidé à temps vous arrive aussi : lisez-le et décidez tout de suite.',
      },
    ],
  },
  integrity: {
    lead: 'Vous travaillez à deux sur l’argent ou les faveurs demandés, les détournements, l’inconduite, les fuites de données (S1).',
    steps: pair,
  },
  relay: {
    lead: 'Vous entendez ce qui se dit, et vous portez les réponses. Vous n’avez pas de liste de dossiers.',
    steps: [
      {
        text: 'Une personne veut parler ? Aidez-la à envoyer elle-même un SMS ou à composer le code : son numéro et ses mots restent à elle.',
      },
      {
        text: 'Elle préfère que vous parliez pour elle ? Écrivez-le dans {here}, avec ses mots, et donnez-lui le numéro. Sans réseau aussi : cela part quand il revient.',
        here: ['intake', '« Nouvelle plainte »'],
      },
      {
        text: 'Le point focal vous donne une réponse à porter : dites-la mot pour mot, puis rapportez si la personne a été jointe.',
      },
      {
        text: 'Abus ou danger : ne demandez aucun détail, ne le répétez à personne. Donnez le code ou le numéro, c’est tout.',
      },
    ],
  },
  coordinator: {
    lead: 'Vous voyez ce qui est monté jusqu’au dernier échelon : là où tous les autres ont laissé passer le délai.',
    steps: [
      ...practise,
      {
        text: 'Ouvrez {here}. Chaque dossier a une personne qui attend depuis longtemps et à qui une date a été donnée plusieurs fois.',
        here: ['inbox', 'votre boîte'],
      },
      {
        text: 'Décidez : confier avec un appel au responsable, répondre, ou dire franchement que cela ne se peut pas et pourquoi.',
      },
      {
        text: 'Une liste longue dit qu’un échelon ne tient pas ses délais : voyez lequel avec le point focal, avant les dossiers eux-mêmes.',
      },
      {
        text: 'Les délais et les droits viennent du programme : {here}.',
        here: ['procedure', 'la procédure en vigueur'],
      },
    ],
  },
  administrator: {
    lead: 'Vous tenez l’annuaire : qui travaille ici, avec quel rôle, pour quelle région ou organisation. Aucun dossier ne vous est montré, jamais.',
    steps: [
      { text: 'Un compte par personne, jamais partagé : ce qui est fait est noté au nom de qui est connecté.' },
      { text: 'Quelqu’un part ? Retirez son rôle le jour même : il ne voit plus rien à la seconde.' },
      {
        text: 'Protection, intégrité et administration se connectent par l’accès restreint, avec le second facteur. Il faut deux personnes dans chaque binôme, sinon rien ne se confirme.',
      },
      { text: 'Chaque région et chaque organisation doit avoir quelqu’un : un dossier confié à personne monte.' },
      { text: 'Gardez {here} au mur du bureau.', here: ['procedure', 'la procédure imprimée'] },
    ],
  },
}
