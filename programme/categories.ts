import { laneOf } from '../core/case/level.ts'
import type { Kind } from '../core/channel/message.ts'
import type { Category } from '../core/routing/category.ts'

const said: readonly Kind[] = ['complaint', 'suggestion', 'question', 'observation', 'rumour']
const harm: readonly Kind[] = ['complaint', 'observation', 'rumour']

const ownersInEnglish = {
  'Partenaire au CSCom, copie à la DRS': 'Partner at the CSCom, copy to the DRS',
  'Partenaire, pharmacie': 'Partner, pharmacy',
  Partenaire: 'Partner',
  'Partenaire, jamais la personne mise en cause': 'Partner, never the person named',
  'Partenaire et cluster régional': 'Partner and regional cluster',
  'Cluster régional': 'Regional cluster',
  'Groupe SSR': 'Reproductive health group',
  'Groupe SMSPS': 'Mental health group (MHPSS)',
  'Surveillance (SSE, DGSHP)': 'Disease surveillance (SSE, DGSHP)',
  'Point focal SSA, groupe accès': 'Focal point for attacks on health care, access group',
  'Partenaire, cluster abris': 'Partner, shelter cluster',
  'Partenaire, cluster EHA': 'Partner, WASH cluster',
  'Partenaire, cluster sécurité alimentaire': 'Partner, food security cluster',
  'Partenaire, cluster nutrition': 'Partner, nutrition cluster',
  'Partenaire, cluster protection': 'Partner, protection cluster',
  'Partenaire, cluster éducation': 'Partner, education cluster',
  'Partenaire, cluster relèvement précoce': 'Partner, early recovery cluster',
  'Partenaire, base de réponses': 'Partner, ready answers',
  'Binôme intégrité': 'Integrity pair',
  'Point focal intégrité de l’organisation': 'Integrity focal point of the organisation',
  'Point focal protection des données': 'Data protection focal point',
  'Coordination PSEA': 'PSEA coordination',
  'Point focal VBG': 'GBV focal point',
  'Point focal protection de l’enfance': 'Child protection focal point',
  'Cluster protection': 'Protection cluster',
  'Point focal': 'Focal point',
} as const

/** The code list (design §15): health first, what aid has in common, each cluster that cases are handed to, then what few may read. */
export const categories: readonly Category[] = [
  category('SAN-FRAIS', 'N1', said, 'Frais demandés, gratuité non respectée', 'Fees asked, free care not respected', 'Partenaire au CSCom, copie à la DRS'),
  category('SAN-MEDIC', 'N1', said, 'Rupture ou manque de médicaments', 'Medicines missing or out of stock', 'Partenaire, pharmacie'),
  category('SAN-QUAL', 'N1', said, 'Qualité des soins, attente, erreur', 'Quality of care, waiting, error', 'Partenaire'),
  category('SAN-ACCUEIL', 'N1', said, 'Accueil, respect, confidentialité', 'Welcome, respect, confidentiality', 'Partenaire, jamais la personne mise en cause'),
  category('SAN-FERME', 'N1', said, 'Structure fermée, agent absent, clinique mobile non venue', 'Facility closed, staff absent, mobile clinic did not come', 'Partenaire et cluster régional'),
  category('SAN-DIST', 'N1', said, 'Distance, accès, évacuation, ambulance', 'Distance, access, evacuation, ambulance', 'Cluster régional'),
  category('SAN-SSR', 'N1', said, 'Santé reproductive, accouchement', 'Reproductive health, childbirth', 'Groupe SSR'),
  category('SAN-SMSPS', 'N1', said, 'Santé mentale et soutien psychosocial', 'Mental health and psychosocial support', 'Groupe SMSPS'),
  category('SAN-EPI', 'N2', said, 'Signal de maladie, rumeur sanitaire', 'Signal of disease, health rumour', 'Surveillance (SSE, DGSHP)'),
  category('SAN-ATTAQ', 'S1', harm, 'Attaque ou menace contre un service de santé', 'Attack on or threat to a health service', 'Point focal SSA, groupe accès'),
  category('AID-CIBL', 'N1', said, 'Ciblage, oubli ou erreur de liste', 'Targeting, left out, error in a list', 'Partenaire'),
  category('AID-RET', 'N1', said, 'Retard ou non-livraison', 'Late or not delivered', 'Partenaire'),
  category('AID-KIT', 'N1', said, 'Quantité ou qualité du kit, non conforme au standard', 'Quantity or quality of the kit, below standard', 'Partenaire, cluster abris'),
  category('AID-INFO', 'N0', said, 'Manque d’information, demande d’aide', 'Lack of information, request for help', 'Partenaire, base de réponses'),
  category('AID-ENV', 'N1', said, 'Dommage à l’environnement, déchets', 'Harm to the environment, waste', 'Partenaire'),
  category('EHA-EAU', 'N1', said, 'Point d’eau en panne, eau absente ou mauvaise', 'Water point broken, no water or bad water', 'Partenaire, cluster EHA'),
  category('EHA-LATR', 'N1', said, 'Latrines, hygiène, eaux usées', 'Latrines, hygiene, waste water', 'Partenaire, cluster EHA'),
  category('SEC-VIVRES', 'N1', said, 'Vivres, rations, semences, bétail', 'Food, rations, seeds, livestock', 'Partenaire, cluster sécurité alimentaire'),
  category('NUT-PEC', 'N1', said, 'Dépistage et prise en charge de la malnutrition', 'Screening for and treatment of malnutrition', 'Partenaire, cluster nutrition'),
  category('ABR-LOGE', 'N1', said, 'Abri, logement, familles d’accueil', 'Shelter, housing, host families', 'Partenaire, cluster abris'),
  category('PRO-GEN', 'N1', said, 'Papiers, famille séparée, accès des personnes handicapées ou âgées', 'Papers, separated family, access for disabled or older people', 'Partenaire, cluster protection'),
  category('EDU-ECOLE', 'N1', said, 'École fermée, enseignants, cantine, fournitures', 'School closed, teachers, canteen, supplies', 'Partenaire, cluster éducation'),
  category('REL-MOYENS', 'N1', said, 'Moyens d’existence, argent contre travail, formation', 'Livelihoods, cash for work, training', 'Partenaire, cluster relèvement précoce'),
  category('INT-ARGENT', 'S1', harm, 'Argent ou faveur demandés, détournement', 'Money or favour asked, diversion', 'Binôme intégrité'),
  category('INT-CONDUITE', 'S1', harm, 'Inconduite d’un agent, abus de pouvoir, discrimination', 'Staff misconduct, abuse of power, discrimination', 'Point focal intégrité de l’organisation'),
  category('INT-DONNEES', 'S1', harm, 'Fuite de données personnelles', 'Leak of personal data', 'Point focal protection des données'),
  category('PRO-SEA', 'S2', harm, 'Exploitation ou abus sexuels par un acteur de l’aide', 'Sexual exploitation or abuse by an aid worker', 'Coordination PSEA'),
  category('PRO-VBG', 'S2', harm, 'Violence basée sur le genre (autre auteur)', 'Gender-based violence (another author)', 'Point focal VBG'),
  category('PRO-ENF', 'S2', harm, 'Enfant en danger', 'Child in danger', 'Point focal protection de l’enfance'),
  category('PRO-MENACE', 'S2', harm, 'Menace, représailles, vie en danger', 'Threat, reprisals, life in danger', 'Cluster protection'),
  category('AUT-HORS', 'N0', ['complaint', 'question'], 'Hors champ (autorités, conflit foncier…)', 'Out of scope (authorities, land conflict…)', 'Point focal'),
  category('MERCI', 'N0', ['thanks'], 'Merci, ça marche', 'Thanks, it works', 'Partenaire'),
] // prettier-ignore

function category(
  code: string,
  level: Category['level'],
  kinds: readonly Kind[],
  fr: string,
  en: string,
  owner: keyof typeof ownersInEnglish,
): Category {
  return {
    code,
    label: { fr, en },
    kinds,
    level,
    owner: { fr: owner, en: ownersInEnglish[owner] },
    lane: laneOf(level),
  }
}
