/**
 * What made-up people say in practice. No person, organisation or place is accused in any of them; each is written so that the
 * suggestions have something to find, or nothing.
 */
export const practiceWords = {
  fees: 'Bonjour. Au centre de santé on nous a fait payer la consultation de mon enfant de trois ans. On nous avait dit que c’est gratuit.',
  medicine: 'Depuis deux semaines il n’y a plus de médicaments au CSCom pour le palu. Les gens repartent sans rien.',
  medicineAgain: 'Toujours pas de comprimés contre le palu au CSCom ce matin. Les malades repartent sans rien.',
  nets: 'Quand aura lieu la prochaine distribution de moustiquaires ? Nous n’avons pas eu d’information.',
  suggestion: 'Il faudrait un banc et un hangar devant le centre, les malades attendent au soleil.',
  favour: 'Quelqu’un demande une faveur pour mettre les noms sur la liste. Je ne peux pas dire plus ici.',
  integrity: 'On demande de l’argent pour être inscrit sur la liste.',
  thanks: 'I ni ce',
  fever: 'Beaucoup d’enfants ont la rougeole dans notre quartier, on parle d’une épidémie.',
  waiting: 'La file est trop longue, nous attendons depuis le matin pour une consultation.',
  closed: 'Le centre de santé est fermé depuis trois jours, il n’y a personne.',
  kit: 'Dans le kit que nous avons reçu il manque le savon et une couverture.',
  list: 'Ma mère a été oubliée sur la liste, elle est âgée et vit seule.',
  ambulance: 'La clinique mobile ne vient plus chez nous, et c’est trop loin à pied.',
  rations: 'Les enfants suivis pour la malnutrition n’ont pas reçu leurs rations ce mois.',
  late: 'La pompe du centre de santé est cassée depuis longtemps, il n’y a pas d’eau pour les accouchements.',
  unread: 'On ne nous reçoit pas bien à l’accueil, on crie sur les vieux.',
  answered: 'Le vaccinateur n’est pas venu le jour dit. Est-ce qu’il reviendra ?',
  unreachable: 'Nous avons besoin d’une réponse pour la bâche déchirée que nous avons reçue.',
  reopened: 'Les latrines du centre sont pleines, l’odeur est forte.',
  box: 'Papier trouvé dans la boîte : « Il faudrait une femme à l’accueil de la maternité. »',
  robot: 'Félicitations ! Rechargez votre compte aujourd’hui et doublez votre bonus.',
  land: 'Nous avons un litige pour un champ avec le village voisin, que pouvez-vous faire ?',
} as const

/** What was answered, asked or noted. Marked as made up, since it reads like any other. */
export const practiceNotes = {
  assigned: 'Exercice : vu au téléphone, l’équipe passe cette semaine.',
  third: 'Exercice : la commande est partie, livraison attendue.',
  refusal: 'Exercice : notre programme nutrition ne couvre pas ce cercle.',
  answered: 'Le vaccinateur revient lundi matin, au centre et dans les quartiers. Merci de votre message',
  unreachable: 'Une nouvelle bâche vous attend au bureau, venez avec votre carte',
  reopenedAnswer: 'Les latrines seront vidées cette semaine',
  reopened: 'Exercice : la personne dit au téléphone que rien n’a été fait.',
  question: 'De quel centre parlez-vous, et depuis quel jour ?',
} as const
