import type { IntakePoint } from '../core/directory/intake-point.ts'

/**
 * Examples only: no such line, box or desk exists under these names, and no number stands here. A deployment puts its own list
 * here, kept by whoever runs each of them.
 */
export const intakePoints: readonly IntakePoint[] = [
  line('ligne-nationale', 'Ligne verte nationale (exemple)', 'cluster-protection', null, ['fr', 'bm', 'ff']),
  line('ligne-sante-gao', 'Ligne verte santé Gao (exemple)', 'ong-sante-gao', 'ML07', ['ses', 'fr', 'taq']),
  line('ligne-sante-mopti', 'Ligne verte santé Mopti (exemple)', 'ong-sante-mopti', 'ML05', ['ff', 'bm', 'fr']),
  box('boite-cscom-ansongo', 'Boîte du CSCom d’Ansongo (exemple)', 'cscom-ansongo', 'ML0701', ['ses', 'fr']),
  box('boite-cscom-bourem', 'Boîte du CSCom de Bourem (exemple)', 'cscom-bourem', 'ML0702', ['ses', 'fr']),
  box('boite-csref-gao', 'Boîte du CSRéf de Gao (exemple)', 'csref-gao', 'ML0703', ['ses', 'fr']),
  {
    ...point('guichet-segou', 'Guichet d’écoute, site de Ségou (exemple)', 'ong-sante-segou', 'ML0406', ['bm', 'fr']),
    channel: 'face',
    hours: { fr: 'lundi à vendredi, 8 h à 15 h', en: 'Monday to Friday, 8:00 to 15:00' },
  },
  {
    ...point('retours-eha', 'Retours du cluster EHA (exemple)', 'cluster-eha', null, ['fr']),
    channel: 'partner',
    hours: { fr: 'liste reçue chaque lundi', en: 'list received every Monday' },
  },
]

function point(
  code: string,
  name: string,
  organisation: string,
  place: string | null,
  languages: IntakePoint['languages'],
) {
  const ref = place === null ? null : ({ system: 'cod-2021', code: place } as const)
  return { code, name, organisation, place: ref, languages }
}

function line(...of: Parameters<typeof point>): IntakePoint {
  const hours = { fr: 'tous les jours, 8 h à 18 h', en: 'every day, 8:00 to 18:00' }
  return { ...point(...of), channel: 'call', hours }
}

function box(...of: Parameters<typeof point>): IntakePoint {
  const hours = { fr: 'ouverte chaque vendredi, à deux', en: 'opened every Friday, by two people' }
  return { ...point(...of), channel: 'box', hours }
}
