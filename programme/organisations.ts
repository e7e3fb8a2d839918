import type { Organisation } from '../core/directory/organisation.ts'

/**
 * Examples only: no such body exists under these names. A deployment puts its own list here (the 3W), with the phone of
 * the person each organisation names. That each has its information-sharing protocol is part of the example: a real one is recorded in the directory.
 */
export const organisations: readonly Organisation[] = [
  ngo('ong-sante-gao', 'ONG Santé Gao (exemple)', 'gao', ['fr', 'ses']),
  ngo('ong-sante-kidal', 'ONG Santé Kidal (exemple)', 'kidal', ['fr', 'taq']),
  ngo('ong-sante-menaka', 'ONG Santé Ménaka (exemple)', 'menaka', ['fr', 'taq', 'ses']),
  ngo('ong-sante-mopti', 'ONG Santé Mopti (exemple)', 'mopti', ['fr', 'ff', 'bm']),
  ngo('ong-sante-segou', 'ONG Santé Ségou (exemple)', 'segou', ['fr', 'bm']),
  ngo('ong-sante-tombouctou', 'ONG Santé Tombouctou (exemple)', 'tombouctou', ['fr', 'khq', 'taq']),
  facility('cscom-ansongo', 'CSCom d’Ansongo (exemple)', 'ML0701'),
  facility('cscom-bourem', 'CSCom de Bourem (exemple)', 'ML0702'),
  facility('csref-gao', 'CSRéf de Gao (exemple)', 'ML0703'),
  {
    ...body('drs-gao', 'DRS Gao (exemple)', 'authority', ['santé']),
    regions: ['gao'],
    supervises: ['csref-gao', 'cscom-ansongo', 'cscom-bourem'],
  },
  body('cluster-nutrition', 'Cluster nutrition (exemple)', 'cluster', ['nutrition']),
  body('cluster-eha', 'Cluster eau, hygiène et assainissement (exemple)', 'cluster', ['eau-hygiène-assainissement']),
  body('cluster-abris', 'Cluster abris et biens essentiels (exemple)', 'cluster', ['abris']),
  body('cluster-securite-alimentaire', 'Cluster sécurité alimentaire (exemple)', 'cluster', ['sécurité-alimentaire']),
  body('cluster-education', 'Cluster éducation (exemple)', 'cluster', ['éducation']),
  body('cluster-relevement', 'Cluster relèvement précoce (exemple)', 'cluster', ['relèvement-précoce']),
  // A body with a mandate for S takes no ordinary case: papers and separated families go to a partner.
  body('ong-protection', 'ONG Protection (exemple)', 'ngo', ['protection']),
  body('cluster-protection', 'Cluster protection (exemple)', 'cluster', ['protection'], ['PRO-MENACE', 'SAN-ATTAQ']),
  body('psea-network', 'Réseau PSEA (exemple)', 'un', ['protection'], ['PRO-SEA']),
  body('gbv-subcluster', 'Sous-cluster VBG (exemple)', 'cluster', ['protection'], ['PRO-VBG']),
  body('child-protection', 'Sous-cluster protection de l’enfance (exemple)', 'cluster', ['protection'], ['PRO-ENF']),
  body(
    'integrity-body',
    'Organe d’intégrité (exemple)',
    'un',
    ['intégrité'],
    ['INT-ARGENT', 'INT-CONDUITE', 'INT-DONNEES'],
  ),
]

function body(
  id: string,
  name: string,
  kind: Organisation['kind'],
  sectors: readonly string[],
  mandatedFor: readonly string[] = [],
): Organisation {
  const everywhere = { regions: [], places: [], supervises: [] }
  const protocol = { on: '2026-01-15', by: 'administrator' }
  return { id, name, kind, sectors, mandatedFor, ...everywhere, languages: ['fr'], active: true, protocol }
}

function ngo(id: string, name: string, region: string, languages: readonly string[]): Organisation {
  return { ...body(id, name, 'ngo', ['santé']), regions: [region], languages }
}

function facility(id: string, name: string, code: string): Organisation {
  const places = [{ system: 'cod-2021', code }] as const
  return { ...body(id, name, 'health-facility', ['santé']), regions: ['gao'], places, languages: ['fr', 'ses'] }
}
