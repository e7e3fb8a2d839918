import type { MatrixColumn, MatrixScene, MatrixWhy } from './shape.ts'
import { words } from '../../places/normalise.ts'
import type { Place, PlaceRef } from '../../places/place.ts'

type Found = { ref: PlaceRef; region: string | null } | { why: MatrixWhy; cell: string }

/** The most precise first. */
const levels = [
  { level: 'commune', name: 'commune', code: 'communeCode' },
  { level: 'cercle', name: 'cercle', code: 'cercleCode' },
  { level: 'region', name: 'region', code: 'regionCode' },
] as const

const letters = (text: string): string => words(text).join('')

/** Finds the most precise place a row names, by its code or by its names. The same cells are looked for once. */
export function matrixPlaces({ gazetteer, naming }: Pick<MatrixScene, 'gazetteer' | 'naming'>) {
  const known = new Map<string, Found>()
  const byName = new Map<string, Place[]>()

  function named(system: PlaceRef['system'], level: Place['level'], name: string): Place[] {
    const key = `${system} ${level}`
    if (!byName.has(key)) {
      byName.set(key, [])
      for (const place of gazetteer.list(system, level)) {
        const own = `${key} ${letters(place.name)}`
        byName.set(own, [...(byName.get(own) ?? []), place])
      }
    }
    const same = byName.get(`${key} ${name}`) ?? []
    return same
  }

  const around = (place: Place): Place[] => {
    const parent = place.parent && gazetteer.find(place.parent)
    return parent ? [parent, ...around(parent)] : []
  }

  /** Nothing the row says of what lies around it is against it. */
  const agrees = (place: Place, said: Said): boolean =>
    around(place).every((one) => {
      const name = letters(said[one.level])
      return name === '' || name === letters(one.name) || !isNameOf(one, name)
    })
  /** A name no place of that level bears says nothing: a spelling of its own. */
  const isNameOf = ({ ref, level }: Place, name: string): boolean => named(ref.system, level, name).length > 0

  function byCode(code: string, name: string): Found | null {
    const found = naming.systems.flatMap((system) => gazetteer.find({ system, code: code.toUpperCase() }) ?? [])
    // The same code means different places in different systems: the name beside it decides.
    const place = found.find((one) => letters(one.name) === letters(name)) ?? found[0]
    return place ? { ref: place.ref, region: place.region } : null
  }

  function byNames(level: Place['level'], said: Said): Found {
    const cell = said[level]
    for (const system of naming.systems) {
      const all = named(system, level, letters(cell)).filter((place) => agrees(place, said))
      if (all.length > 1) return { why: 'several-places', cell }
      if (all[0]) return { ref: all[0].ref, region: all[0].region }
    }
    const spelt = gazetteer.suggest(cell).filter(({ place }) => place.level === level && agrees(place, said))
    const [one, other] = spelt
    if (one && !other) return { ref: one.place.ref, region: one.place.region }
    return { why: 'unknown-place', cell }
  }

  function find(cells: (column: MatrixColumn) => string): Found {
    const said = { commune: cells('commune'), cercle: cells('cercle'), region: cells('region') }
    for (const { level, code } of levels) {
      const found = cells(code) === '' ? null : byCode(cells(code), said[level])
      if (found) return found
      if (said[level] !== '') return byNames(level, said)
      if (cells(code) !== '') return { why: 'unknown-place', cell: cells(code) }
    }
    return { why: 'no-place', cell: '' }
  }

  return (cells: (column: MatrixColumn) => string): Found => {
    const key = levels.map(({ name, code }) => `${cells(name)}\t${cells(code)}`).join('\t')
    const found = known.get(key) ?? find(cells)
    known.set(key, found)
    return found
  }
}

type Said = Record<Place['level'], string>
