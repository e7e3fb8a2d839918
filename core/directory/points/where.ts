import { letters } from '../../places/normalise.ts'
import type { CodeSystem, Gazetteer, Place } from '../../places/place.ts'
import type { Villages } from '../../places/villages.ts'
import type { IntakePoint } from './intake-point.ts'

export interface PlaceScene {
  gazetteer: Gazetteer
  villages: Villages
  /** The code system people choose from. */
  system: CodeSystem
}

type CellOf = (column: 'region' | 'cercle' | 'commune' | 'village') => string
type Where = Pick<IntakePoint, 'place' | 'village'>

/** What the columns of places name, from the region down; null where none says anything. */
export function whereIn(
  cell: CellOf,
  { gazetteer, villages, system }: PlaceScene,
): Where | 'unknown' | 'several' | null {
  const levels = ['region', 'cercle', 'commune'] as const
  let found: readonly Place[] = []
  let isSaid = false
  for (const level of levels) {
    const written = letters(cell(level))
    if (written === '') continue
    const above = isSaid ? found : null
    const named = gazetteer.list(system, level).filter(({ name }) => letters(name) === written)
    found = above === null ? named : named.filter((place) => above.some((one) => liesIn(place, one, gazetteer)))
    isSaid = true
    if (found.length === 0) return 'unknown'
  }
  const village = cell('village')
  if (village !== '') {
    // Two of one name in one commune: the code behind it tells them apart.
    const [, name = village, code = null] = /^(.*\S)\s+(\S*\d{4,})$/.exec(village) ?? []
    const called = villages
      .named(name)
      .filter(({ ref }) => code === null || ref.code === code)
      .filter(({ commune }) => !isSaid || found.some((one) => one === commune || liesIn(commune, one, gazetteer)))
    const [only, another] = called
    if (!only) return 'unknown'
    return another ? 'several' : { place: only.commune.ref, village: only.ref }
  }
  if (!isSaid) return null
  const [only, another] = found
  return another || !only ? 'several' : { place: only.ref, village: null }
}

function liesIn(place: Place, around: Place, gazetteer: Gazetteer): boolean {
  const parent = place.parent && gazetteer.find(place.parent)
  if (!parent) return false
  return parent.ref.code === around.ref.code || liesIn(parent, around, gazetteer)
}
