import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { openTable, pick, type Row } from './open-table.ts'
import { packedModule } from './packed.ts'
import { villageRows } from './village-rows.ts'

/**
 * Makes `gazetteer.json` and `villages.json`, and their packed forms, from folders of open tables (CREDITS.md says which). The same tables give
 * the same bytes: nothing of the machine or the day goes in.
 */
const [folder, settlements] = process.argv.slice(2)
if (folder === undefined || settlements === undefined) {
  console.error('usage: npm run places -- <folder with the open admin tables (CSV)> <folder with the settlements>')
  process.exit(2)
}
const table = (name: string) => openTable(folder, name)

/** The first of the columns that is not empty. */
function first(row: Row, ...columns: string[]): string {
  return columns.map((column) => pick(row, column)).find((value) => value !== '') ?? ''
}

const byCode = (a: string[], b: string[]) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1)

/** "Kayes Commune" is the source's way to keep the town apart from its cercle; the level already says it. */
const communeName = (row: Row) =>
  first(row, 'name_fr', 'reform_commune_name', 'name').replace(/ (Commune|\(urbaine\))$/, '')

const regions2021 = table('cod_ab_v2021_admin1.csv')
const cercles2021 = table('cod_ab_v2021_admin2.csv')
const old = table('cod_ab_2015_admin1_2_crosswalk.csv')
const communes = table('cod_ab_2015_admin3_communes.csv')
const regions2023 = table('reform2023_admin1_regions.csv')
const cercles2023 = table('reform2023_admin2_cercles.csv')
const communes2023 = table('reform2023_admin4_communes.csv')

const name2021 = new Map(
  [...regions2021, ...cercles2021].map((row) => [pick(row, 'pcode'), first(row, 'name_fr', 'name')]),
)
const oldPlaces = (level: string) =>
  old
    .filter((row) => row.level === level)
    .map((row) => {
      const to = pick(row, 'pcode_2021').split(';')[0] ?? ''
      return [
        pick(row, 'pcode_2015'),
        name2021.get(to) ?? pick(row, 'name'),
        level === '1' ? '' : pick(row, 'parent_pcode'),
      ]
    })

const plain = (name: string) =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/\(.*\)|[^a-z]/g, '')

/** cod-2021 cercles that hold the located communes of each reform cercle or region. */
function holds(column: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const row of communes2023) {
    if (pick(row, 'adm2_pcode_2021') === '') continue
    const set = found.get(pick(row, column)) ?? new Set()
    found.set(pick(row, column), set.add(pick(row, 'adm2_pcode_2021')))
  }
  return found
}

/** A reform place is taken for a cod-2021 place of the same name: there is no official table, and its lines differ. */
function sameName(places: Row[], olds: Row[], column: string): string[][] {
  const inside = holds(column)
  return places.flatMap((place) => {
    const match = olds.find(
      (row) =>
        plain(pick(row, 'name')) === plain(pick(place, 'name_fr')) &&
        (plain(pick(row, 'name')) === 'bamako' ||
          [...(inside.get(pick(place, 'id')) ?? [])].some((cercle) => cercle.startsWith(pick(row, 'pcode')))),
    )
    if (!match) return []
    const before = old.find((row) => row.pcode_2021 === match.pcode && row.pcode_2015 !== 'ML07')
    return [[pick(match, 'pcode'), before ? pick(before, 'pcode_2015') : '', pick(place, 'id')]]
  })
}

const pairs = [
  ...old.flatMap((row) => {
    const now = pick(row, 'pcode_2021').split(';')
    // Ménaka's cercle of 2015 became a region of four cercles, and left the region of Gao: not the same places any more.
    const whole = now.length === 1 && row.pcode_2015 !== 'ML07'
    return now.map((code) => [code, pick(row, 'pcode_2015'), '', whole ? '' : 'inferred'])
  }),
  ...sameName(regions2023, regions2021, 'region_id').map((pair) => [...pair, 'inferred']),
  ...sameName(cercles2023, cercles2021, 'cercle_id').map((pair) => [...pair, 'inferred']),
  ...communes.map((row) => [
    pick(row, 'pcode_2021_inferred'),
    pick(row, 'pcode_2015'),
    pick(row, 'reform_commune_id'),
    'inferred',
  ]),
]

/** Other ways the sources write a commune's name: what people write may be any of them. */
const spellings = communes.flatMap((row) => {
  const main = plain(communeName(row))
  const others = [pick(row, 'name').replace(/ Commune$/, ''), pick(row, 'reform_commune_name')]
  return [...new Set(others)]
    .filter((name) => name !== '' && plain(name) !== main)
    .map((name) => [pick(row, 'pcode_2021_inferred'), name])
})

const data = {
  credits: [
    'Limites administratives et P-codes du Mali (COD-AB, 2015 et 2021): OCHA ROWCA et DNCT, sur HDX, CC BY-IGO.',
    'Divisions administratives de la réforme de 2023: openadmindata.org, CC BY 4.0.',
  ],
  columns: {
    places: ['code', 'name', 'parent code, empty for a region'],
    same: ['cod-2021', 'cod-2015', 'reform-2023', '"inferred" where no official table says so'],
    spellings: ['cod-2021', 'another spelling of its name'],
  },
  places: {
    'cod-2021': {
      region: regions2021.map((row) => [pick(row, 'pcode'), first(row, 'name_fr', 'name'), '']).sort(byCode),
      cercle: cercles2021
        .map((row) => [pick(row, 'pcode'), first(row, 'name_fr', 'name'), pick(row, 'parent_pcode')])
        .sort(byCode),
      commune: communes
        .map((row) => [pick(row, 'pcode_2021_inferred'), communeName(row), pick(row, 'adm2_pcode_2021')])
        .sort(byCode),
    },
    'cod-2015': {
      region: oldPlaces('1').sort(byCode),
      cercle: oldPlaces('2').sort(byCode),
      commune: communes
        .map((row) => [pick(row, 'pcode_2015'), communeName(row), pick(row, 'adm2_pcode_2015')])
        .sort(byCode),
    },
    'reform-2023': {
      region: regions2023
        .map((row) => [pick(row, 'id'), pick(row, 'name_fr').replace(' (District)', ''), ''])
        .sort(byCode),
      cercle: cercles2023.map((row) => [pick(row, 'id'), pick(row, 'name_fr'), pick(row, 'region_id')]).sort(byCode),
      commune: communes2023.map((row) => [pick(row, 'id'), pick(row, 'name_fr'), pick(row, 'cercle_id')]).sort(byCode),
    },
  },
  same: pairs.sort((a, b) => (a.join() < b.join() ? -1 : 1)),
  spellings: spellings.sort((a, b) => (a.join() < b.join() ? -1 : 1)),
}

/** One row a line: small, and a change shows as the rows it touches. The functions carry it packed. */
function write(name: string, data: object): void {
  const json = `${JSON.stringify(data).replaceAll('],[', '],\n[')}\n`
  const to = (file: string, text: string) => {
    writeFileSync(fileURLToPath(new URL(file, import.meta.url)), text)
  }
  to(`${name}.json`, json)
  to(`${name}-packed.ts`, packedModule(json, name))
}
write('gazetteer', data)
write('villages', {
  credits: ['Localités du Mali et leurs codes (COD, 2015): OCHA ROWCA et DNCT, sur HDX, CC BY-IGO.'],
  columns: {
    villages: [
      'cod-2015 code of the commune',
      'code, behind that of the commune, and name of each village, parted by ;',
    ],
  },
  villages: villageRows(openTable(settlements, 'mali_settlements_cod2015.csv')),
})
