/** What people might write, made up for the bench: about places of several regions, of usual length, without accents or with. */
export const texts: readonly string[] = [
  'Au CSCom on nous demande 2000 F pour les enfants alors que les soins sont gratuits, a Ansongo',
  'Le forage du quartier est en panne depuis dix jours, les femmes marchent une heure. Menaka',
  'Nous avons attendu toute la journee a Douentza et il n’y avait plus de paracetamol ni de personnel',
  'Merci de nous dire quand la clinique mobile repassera a Bourem, ma mere est malade',
  'La distribution a Niafunke a oublie les deplaces du camp, personne n’est venu nous inscrire',
  'Au centre de Gossi la sage-femme n’est pas la depuis un mois, les femmes accouchent seules',
  'Bonjour, a San le vaccin des bebes manque depuis deux semaines, que faut-il faire',
  'Le dispensaire de Kidal est ferme, l’infirmier dit qu’il n’est pas paye',
]

export const textOf = (n: number): string => texts[n % texts.length] ?? ''
