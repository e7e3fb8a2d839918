import type { VerdictWords } from '../../../core/channel/verdict-words.ts'

/** What people say in French beside a verdict: it leaves it standing, takes it back, or adds nothing. */
export const besideFr: Pick<VerdictWords, 'but' | 'doubt' | 'good' | 'before' | 'reason' | 'polite'> = {
  but: [
    ...['mais', 'mai', 'cependant', 'pourtant', 'par contre', 'sauf', 'toutefois', 'seulement', 'néanmoins'],
    'sauf que',
    ...['or', 'malheureusement'],
  ],
  doubt: [
    ...['pas', 'pa', 'ne', 'n', 'plus', 'pu', 'jamais', 'rien', 'aucun', 'aucune', 'sans', 'manque'],
    ...['manquent', 'encore'],
    ...['toujours', 'tjrs', 'tjr', 'tjs', 'seul', 'seule', 'un', 'une', 'reste', 'restent', 'panne', 'cassé', 'cassée'],
    ...['attend', 'attends', 'attendons', 'attendent', 'attente', 'sale', 'mal', 'mauvais', 'vide', 'lent'],
    ...['cher', 'coupé'],
    ...['fuit', 'goutte', 'goute', 'problème', 'pb', 'souci', 'difficile', 'quelques', 'certains', 'certaines'],
    'parfois',
    ...['combien', 'quand', 'pourquoi', 'si', 'demain', 'bientôt', 'avant', 'peu', 'moitié', 'non', 'aussi', 'autre'],
  ],
  good: [
    ...['marche', 'marchent', 'fonctionne', 'fonctionnent', 'coule', 'réglé', 'régler', 'réparé', 'réparée'],
    ...['résolu', 'bien'],
    ...['bon', 'content', 'contente', 'contents', 'satisfait', 'satisfaite', 'satisfaits', 'reçu', 'eu'],
    ...['venu', 'venus', 'ok'],
    ...['pas de problème', 'pas de souci', 'plus de souci', 'aucun problème', "il n'y a pas de problème"],
    ...['venue', 'arrivé', 'arrivés', 'soigné', 'soignée', 'ouvert', 'ouverte', 'revenu', 'revenue', 'fait', 'fini'],
  ],
  before: [
    ...['je dis', 'je réponds', 'je choisis', 'réponse', 'ma réponse', 'la réponse est', 'choix', 'option'],
    ...['je prends', 'je tape', 'je mets', 'je vote', 'je vote pour', "j'envoie", "j'ai choisi", 'chiffre'],
    ...['le', 'la', 'les', 'mon avis', 'pour moi'],
    ...['avis', "c'est", 'c est le', 'c', 'numéro', 'no', 'n', 'num', 'le problème', 'ce problème'],
    ...['mon problème', 'problème'],
    ...['notre problème', 'ça', 'cela', 'ce', 'tout', 'eh bien', 'ben', 'bah', 'hein', 'ah', 'oh', 'euh'],
    'franchement',
    ...['vraiment', 'malheureusement', 'jusque là', "jusqu'à présent", "jusqu'à maintenant", 'maintenant'],
    'pour le moment',
  ],
  reason: [
    ...['car', 'parce que', 'parceque', 'pcq', 'puisque', 'vu que', 'comme', 'mais', 'et', 'donc', 'à cause'],
    ...['il', 'ils'],
    ...['elle', 'elles', 'on', 'nous', 'je', 'j', 'vous', 'le', 'la', 'les', 'l', 'ce', 'c', 'ça', 'sa'],
    ...['cela', 'un', 'une'],
    ...['mon', 'ma', 'mes', 'notre', 'nos', 'votre', 'vos', 'leur', 'pas', 'pa', 'rien', 'ne', 'n', 'toujours'],
    ...['tjrs', 'tjr'],
    ...['tjs', 'encore', 'aucun', 'aucune', 'jamais', 'tout', 'toute', 'manque', 'reste', 'y', 'sans', 'même'],
    ...['malheureusement', 'depuis', "jusqu'à", 'franchement', 'vraiment', 'a', 'est', 'bien', 'très'],
  ],
  polite: [
    ...['merci', 'merci beaucoup', 'merci bien', 'grand merci', 'mille mercis', 'beaucoup', 'svp', 'stp'],
    's il vous plaît',
    ...['bonjour', 'bonsoir', 'salut', 'bsr', 'bjr', 'jaabi', 'ok', "d'accord", 'monsieur', 'madame', 'chef'],
    ...['à vous', 'bien'],
    ...['infiniment', 'bcp', 'mrc', 'mci', 'dieu merci', 'grâce à dieu', 'alhamdoulillah', 'alhamdoulilah'],
    'alhamdulillah',
    ...['hamdoulilah', 'que dieu vous bénisse', 'cordialement', 'bonne journée', 'bonne soirée', '👍', '🙏', '👌'],
    ...['😊', '🙂', '😀', '😃', '😄', '😁', '👏', '🤝', '❤', '🎉'],
  ],
}
