import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { consoleTexts } from '../../../support/console/texts.ts'
import { figuresBody } from '../../../../web/console/figures/page.ts'
import { csv } from '../../../../adapters/formats/csv.ts'
import type { FiguresView } from '../../../../web/console/figures/view.ts'
import { sample, samples } from '../../../support/web/figures-samples.ts'

type Language = keyof typeof consoleTexts
const draw = async (name: (typeof samples)[number], language: Language = 'fr') =>
  String(await figuresBody(sample(name, language), consoleTexts[language].figures))
const fileOf = ({ report, read }: FiguresView): string => csv.write(report.whole, read)
const words = (page: string): string => page.replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0]+/g, ' ')

const all = (['fr', 'en'] as const).flatMap((language) => samples.map((name) => [name, language] as const))

describe.each(all)('the page « %s » in %s', async (name, language) => {
  const page = await draw(name, language)
  test('holds no script or style of its own, one heading, and no hole in a text', () => {
    expect(page).not.toMatch(/<script|\son\w+=|javascript:|style="/i)
    expect(page.match(/<h1/g)).toHaveLength(1)
    expect(words(page)).not.toMatch(/\{\w+\}|undefined|\[object|\bnull\b|NaN|Infinity/)
  })
  test('says every drawing in words', () => {
    const drawings = page.match(/<svg[^>]*>/g) ?? []
    for (const drawing of drawings) expect(drawing).toMatch(/aria-hidden="true"|role="img"[^>]*aria-label="[^"]+\d/)
  })
  test('has a formula and a source behind each figure', () => {
    const figures = page.match(/<h3>/g)?.length ?? 0
    expect(page.match(/<details>/g)?.length ?? 0).toBe(figures)
  })
  test('weighs at most 20 KB on the line', () => {
    expect(gzipSync(page).length).toBeLessThan(20 * 1024)
  })
})

test('a colour is a sign and a word too; a share that is not certain says between what it lies', async () => {
  const said = words(await draw('year'))
  for (const word of ['● Fort', '◕ Satisfaisant', '◑ Insatisfaisant', '○ Faible']) expect(said).toContain(word)
  expect(said).toMatch(/Satisfaction entre 90 et 98 %/)
  expect(said).toMatch(/Promesses tenues 82 % ● Fort n = 150 · promesses échues, personnes joignables avant : 70 %/)
})

test('what climbs and what is taken up again have no colour: neither is good nor bad', async () => {
  const said = words(await draw('year'))
  expect(said).toMatch(/Rouverts 8 % n = 104 · dossiers répondus/)
  expect(said).toMatch(/Montés d’un échelon 17 % n = 214 · dossiers reçus/)
  expect(said).toMatch(/Répondus après être montés 86 % ● Fort n = 36 · dossiers montés/)
})

test('nor has the share of those nothing was done for: more of it is worse, and no word calls it good', async () => {
  const said = words(await draw('year'))
  expect(said).toMatch(/Sans suite depuis plus de 7 jours 9 · 17 % n = 54 · ouverts Formule/)
  const silent = sample('year', 'fr').report.sections[0]?.figures.rows.find(([name]) => name?.value === 'silent')
  expect(silent?.map(({ value }) => value)).not.toContain('green')
})

test('the answers on disability stand beside what they must not be compared with, on the page and in the file', async () => {
  expect(words(await draw('year'))).toMatch(
    /Par handicap Une seule question .*wg_merged.* Non renseigné 150 .*Pas beaucoup de difficultés 52 .*Beaucoup de difficultés 12 /,
  )
  const file = fileOf(sample('year', 'fr'))
  expect(file).toContain('"Par handicap · Beaucoup de difficultés";12;12;"12"')
  expect(file).toMatch(/"Par handicap";;;"Une seule question [^"]*wg_merged/)
})

test('what is not printed is a word in the page and in the file, never a number', async () => {
  expect(words(await draw('year'))).toMatch(/Hors des clusters régionaux caché Cluster Kidal &lt;5/)
  const file = fileOf(sample('year', 'fr'))
  expect(file).toContain('"Par région · Cluster Kidal";;;"<5"')
  expect(file).toContain('"Par canal";;;"Trop peu de dossiers pour les montrer séparément."')
})

test('the file holds every line of the page, and nothing a spreadsheet would compute', () => {
  const view = sample('year', 'fr')
  const file = fileOf(view)
  const { sections, whole } = view.report
  const lines = sections.flatMap(({ figures, breakdowns }) => [
    ...figures.rows,
    ...breakdowns.flatMap(({ rows, notes }) => [...rows, ...notes.filter(({ text }) => text['fr'] !== '')]),
  ])
  expect(file.trim().split('\r\n')).toHaveLength(2 + lines.length)
  const attack = csv.write({ ...whole, about: [{ fr: '=1+1' }], rows: [] }, view.read)
  expect(attack).toContain(`"'=1+1"`)
  expect(file.split(/;|\r\n/).filter((cell) => /^"[=+\-@\t]/.test(cell))).toEqual([])
})
