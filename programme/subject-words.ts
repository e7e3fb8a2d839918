import { subjectFinder } from '../core/routing/subjects.ts'
import { categories } from './categories.ts'
import { lexicon } from './lexicon.ts'

/** What staff call the ordinary categories besides their labels and the words people use: English, Bambara, and short names of the trade. */
const also: Readonly<Record<string, readonly string[]>> = {
  'SAN-FRAIS': ['payant', 'prix', 'paid', 'paying', 'payment*', 'cost*', 'price*', 'charged', 'wari'],
  'SAN-MEDIC': ['pharmacie', 'stock', 'drug*', 'medicine*', 'medication*', 'pharmacy', 'stockout', 'fura'],
  'SAN-QUAL': ['soins', 'queue', 'treatment', 'mistake*'],
  'SAN-ACCUEIL': ['insulte*', 'rude', 'insult*', 'shouted', 'reception'],
  'SAN-FERME': ['closed', 'shut', 'absent', 'mobile'],
  'SAN-DIST': ['transport', 'far', 'referral'],
  'SAN-SSR': ['ssr', 'sage-femme', 'maternité', 'birth*', 'midwife', 'pregnan*', 'delivery'],
  'SAN-SMSPS': ['smsps', 'mhpss', 'stress'],
  'SAN-EPI': ['épidémie', 'choléra', 'rougeole', 'outbreak*', 'epidemic*', 'cholera', 'measles'],
  'AID-CIBL': ['ciblage', 'liste', 'bénéficiaire*', 'list', 'lists', 'beneficiar*', 'registration'],
  'AID-RET': ['distribution', 'livraison', 'late', 'delay*', 'delivered'],
  'AID-KIT': ['kit', 'kits', 'bâche*', 'tarpaulin*', 'blanket*'],
  'AID-INFO': ['information', 'renseignement*', 'help request'],
  'AID-ENV': ['ordure*', 'rubbish', 'waste', 'pollution'],
  'EHA-EAU': ['eau', 'eha', 'forage*', 'puits', 'pompe*', 'borehole*', 'well', 'wells', 'pump*', 'wash', 'ji'],
  'EHA-LATR': ['toilette*', 'toilet*', 'sewage', 'sanitation'],
  'SEC-VIVRES': ['vivres', 'riz', 'mil', 'nourriture', 'rice', 'millet', 'rations', 'hunger', 'malo'],
  'NUT-PEC': ['nutrition', 'plumpy*', 'malnutri*'],
  'ABR-LOGE': ['abri', 'abris', 'tente*', 'tent', 'tents', 'housing', 'shelter*'],
  'PRO-GEN': ['papiers', 'nina', 'handicap*', 'papers', 'documents', 'disab*'],
  'EDU-ECOLE': ['école*', 'classe', 'school*', 'teacher*', 'canteen'],
  'REL-MOYENS': ['agr', 'himo', 'cash', 'training', 'livelihood*'],
  'AUT-HORS': ['hors champ', 'foncier', 'land', 'out of scope'],
  MERCI: ['merci', 'thanks', 'thank you'],
}

/** Which of our categories a few words of staff may mean. */
export const subjectsIn = subjectFinder({ categories, lexicon, also })
