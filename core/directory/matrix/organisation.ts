import { heard, letters } from '../../places/normalise.ts'
import type { Cells, MatrixScene } from './shape.ts'
import { slugOf, type Organisation } from '../organisation.ts'
import { plainName } from '../../places/plain-name.ts'

/** As many as one file adds: more than a country has, and each is looked for among those before it. */
export const mostAdded = 300

/** `Name (ACRONYM)` is found by either; what is said in the acronym's column too. */
interface FinderScene extends Pick<MatrixScene, 'organisations' | 'adds' | 'language'> {
  naming: Pick<MatrixScene['naming'], 'kinds'>
}

export function organisationFinder({ organisations, naming, adds, language }: FinderScene) {
  const known = new Map<string, string>()
  const added = new Map<string, Organisation>()
  const ways = (name: string): string[] => {
    const [, before = '', inside = ''] = /^([^(]*)\(([^)]*)\)\s*$/.exec(name) ?? []
    return [name, before, inside].map(letters).filter((way) => way !== '')
  }
  for (const { id, name } of organisations)
    for (const way of [letters(id), letters(name), letters(name.replace(/\([^)]*\)/g, ''))]) known.set(way, id)

  function find(cells: Cells, sectors: readonly string[], region: string | null): string | null {
    const name = cells('organisation') || cells('acronym')
    const way = [...ways(name), ...ways(cells('acronym'))].find((one) => known.has(one))
    const id = way === undefined ? null : (known.get(way) ?? null)
    if (id === null && (!adds || added.size > mostAdded)) return null
    const before = id === null ? fresh(name, cells) : added.get(id)
    if (!before) return id
    const organisation: Organisation = {
      ...before,
      sectors: [...new Set([...before.sectors, ...sectors])],
      regions: region === null ? before.regions : [...new Set([...before.regions, region])],
    }
    added.set(organisation.id, organisation)
    for (const one of [...ways(name), ...ways(cells('acronym'))]) known.set(one, organisation.id)
    return organisation.id
  }

  function fresh(name: string, cells: Cells): Organisation {
    const id = slugOf(cells('acronym') || name, [...organisations, ...added.values()])
    const kind = naming.kinds[heard(cells('kind'))] ?? 'ngo'
    const nothing = { regions: [], places: [], sectors: [], supervises: [], mandatedFor: [] }
    const said = plainName(name).trim().slice(0, 120) || id
    return { id, name: said, kind, ...nothing, languages: [language], active: true }
  }
  return Object.assign(find, { added: () => [...added.values()] })
}
