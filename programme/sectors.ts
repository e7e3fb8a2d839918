import type { Sector } from '../core/directory/presence.ts'

/** The clusters of Mali as sectors, and which complaints each is asked about. Aid that nobody names a sector for concerns all. */
export const sectors: readonly Sector[] = [
  sector('santé', 'Santé', 'Health', ['health', 'sante et nutrition', 'medical', 'hea'], ['SAN-']),
  sector('nutrition', 'Nutrition', 'Nutrition', ['nut'], ['NUT-']),
  sector(
    'eau-hygiène-assainissement',
    'Eau, hygiène et assainissement',
    'Water, sanitation and hygiene',
    ['eha', 'wash', 'eau', 'eau hygiene et assainissement', 'eau et assainissement', 'water sanitation hygiene', 'wsh'],
    ['EHA-'],
  ),
  sector(
    'abris',
    'Abris et biens essentiels',
    'Shelter and essential items',
    ['abris bna', 'abris ame', 'abris et bna', 'abris biens non alimentaires', 'shelter', 'shelter nfi', 'nfi', 'bna'],
    ['ABR-'],
  ),
  sector(
    'sécurité-alimentaire',
    'Sécurité alimentaire',
    'Food security',
    ['secal', 'food security', 'securite alimentaire et moyens d existence', 'fsc', 'food security and livelihoods'],
    ['SEC-'],
  ),
  sector(
    'protection',
    'Protection',
    'Protection',
    ['vbg', 'gbv', 'protection de l enfance', 'child protection', 'pro'],
    ['PRO-'],
  ),
  sector('éducation', 'Éducation', 'Education', ['edu'], ['EDU-']),
  sector(
    'relèvement-précoce',
    'Relèvement précoce',
    'Early recovery',
    ['relevement', 'rp', 'early recovery', 'er', 'moyens d existence', 'livelihoods'],
    ['REL-'],
  ),
  sector('logistique', 'Logistique', 'Logistics', ['logistics', 'log'], []),
  sector('intégrité', 'Intégrité', 'Integrity', [], ['INT-']),
]

function sector(
  code: string,
  fr: string,
  en: string,
  spellings: readonly string[],
  categories: readonly string[],
): Sector {
  return { code, label: { fr, en }, spellings, categories }
}
