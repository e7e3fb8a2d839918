import type { MatrixColumn, MatrixScene, MatrixWhy } from './shape.ts'
import { letters } from '../../places/normalise.ts'
import type { CodeSystem } from '../../places/place-ref.ts'
import type { Place, PlaceRef } from '../../places/place.ts'

/** `cut`: the one code system its code belongs to; null where a name said it, or the code means the same in all. */
type Found = { ref: PlaceRef; region: string | null; cut: CodeSystem | null } | { why: MatrixWhy; cell: string }

/** The most precise first. */
const levels = [
  { level: 'commune', name: 'commune', code: 'communeCode' },
  { level: 'cercle', name: 'cercle', code: 'cercleCode' },
  { level: 'region', name: 'region', code: 'regionCode' },
] as const

/** Finds the most precise place a row names, by its code or by its names. The same cells are looked for once. */
export function matrixPlaces({ gazetteer, naming, codes }: Pick<MatrixScene, 'gazetteer' | 'naming' | 'codes'>) {
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

  const isKnown = (name: string): boolean =>
    naming.systems.some((system) => levels.some(({ level }) => named(system, level, name).length > 0))
  /** No name beside its code is another place's. A name nobody knows is a spelling of its own, and says nothing. */
  const isUncontradicted = (place: Place, said: Said): boolean =>
    [place, ...around(place)].every((one) => {
      const name = letters(said[one.level])
      return name === '' || name === letters(one.name) || !isKnown(name)
    })
  const isSame = (one: Place, other: Place): boolean =>
    one.same.some(({ ref }) => ref.system === other.ref.system && ref.code === other.ref.code)

  /** The same code means different places in different cuts of the country: the names beside it decide, or a person. */
  function byCode(code: string, said: Said): Found | null {
    const ofCut = codes === null || codes === 'names' ? naming.systems : [codes]
    const found = ofCut.flatMap((system) => gazetteer.find({ system, code: code.toUpperCase() }) ?? [])
    if (found.length === 0) return null
    const names = levels.map(({ name }) => said[name]).filter((name) => name !== '')
    const cell = [code, ...names].join(' ')
    const fitting = found.filter((place) => isUncontradicted(place, said))
    const itself = fitting.filter((place) => letters(said[place.level]) === letters(place.name))
    const [place, ...others] = itself.length > 0 ? itself : fitting
    if (!place) return { why: 'code-contradicts', cell }
    if (others.some((other) => !isSame(place, other))) return { why: 'code-of-two-cuts', cell }
    const cut =
      codes === null && found.some((other) => other !== place && !isSame(place, other)) ? place.ref.system : null
    return { ref: place.ref, region: place.region, cut }
  }

  function byNames(level: Place['level'], said: Said): Found {
    const cell = said[level]
    for (const system of naming.systems) {
      const all = named(system, level, letters(cell)).filter((place) => agrees(place, said))
      if (all.length > 1) return { why: 'several-places', cell }
      if (all[0]) return { ref: all[0].ref, region: all[0].region, cut: null }
    }
    const spelt = gazetteer.suggest(cell).filter(({ place }) => place.level === level && agrees(place, said))
    const [one, other] = spelt
    if (one && !other) return { ref: one.place.ref, region: one.place.region, cut: null }
    return { why: 'unknown-place', cell }
  }

  function find(cells: (column: MatrixColumn) => string): Found {
    const said = { commune: cells('commune'), cercle: cells('cercle'), region: cells('region') }
    const isNamed = levels.some(({ name }) => cells(name) !== '')
    for (const { level, code } of levels) {
      const found = cells(code) === '' || (codes === 'names' && isNamed) ? null : byCode(cells(code), said)
      if (found) return found
      if (said[level] !== '') return byNames(level, said)
      if (cells(code) !== '' && !(codes === 'names' && isNamed)) return { why: 'unknown-place', cell: cells(code) }
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
