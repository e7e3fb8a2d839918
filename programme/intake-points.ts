import { weekdays } from '../core/directory/points/hours.ts'
import type { IntakePoint } from '../core/directory/points/intake-point.ts'

/**
 * Examples only: no such line, box or desk exists under these names, and no number stands here. A deployment puts its own list
 * here, or in the register, and shows there what is really open: nothing that does not exist is announced to anybody.
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
    hours: { days: [1, 2, 3, 4, 5], from: '08:00', until: '15:00' },
  },
  {
    ...point('retours-eha', 'Retours du cluster EHA (exemple)', 'cluster-eha', null, ['fr']),
    channel: 'partner',
    everyDays: 7,
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
  const open = { village: null, number: null, hours: null, everyDays: null, isOpen: true, isHidden: true }
  return { code, name, organisation, place: ref, languages, ...open }
}

function line(...of: Parameters<typeof point>): IntakePoint {
  return { ...point(...of), channel: 'call', hours: { days: weekdays, from: '08:00', until: '18:00' } }
}

function box(...of: Parameters<typeof point>): IntakePoint {
  return { ...point(...of), channel: 'box', everyDays: 7 }
}
