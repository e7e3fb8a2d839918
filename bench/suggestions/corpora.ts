import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Labels, table, type Told } from './text.ts'

/** Which texts of people were labelled, and where they are; none of their words is kept here. */
const corpora = [
  { file: 'feedback/fr_drc_redcross_2021_22.csv', column: 'text', prefix: '' },
  { file: 'feedback/fr_drc_equateur_ebola_2022.csv', column: 'text_restored', prefix: '' },
  { file: 'sms/disaster_sms_munro.csv', column: 'text_original', prefix: 'MUNRO-' },
] as const

/** Each row labelled twice from its text alone, the second time without a look at the first. */
const passes = ['labels-1.csv', 'labels-2.csv'].map((name) => {
  const rows = table(new URL(name, import.meta.url))
  return new Map(rows.map(({ id = '', kind = '', level = '', category = '' }) => [id, { kind, level, category }]))
})

const labelsOf = (id: string): Labels[] => passes.flatMap((pass) => pass.get(id) ?? [])
export const labelled: readonly string[] = [...(passes[0]?.keys() ?? [])]

/** The labelled texts that are in the folder, and the files that are not. */
export function corporaIn(folder: string): { texts: Told[]; lacking: string[] } {
  const texts = new Map<string, Told>()
  const lacking: string[] = []
  for (const { file, column, prefix } of corpora) {
    const path = join(folder, file)
    if (!existsSync(path)) {
      lacking.push(file)
      continue
    }
    for (const row of table(path)) {
      const id = `${prefix}${row['id'] ?? ''}`
      const labels = labelsOf(id)
      if (labels.length === 0 || texts.has(id)) continue
      texts.set(id, { source: 'corpora', language: 'fr', text: row[column] ?? '', labels })
    }
  }
  return { texts: [...texts.values()], lacking }
}

/** How often both passes say the same, and how much more often than chance would (Cohen's kappa). */
export function agreement(field: keyof Labels): { same: number; kappa: number } {
  const pairs = labelled.flatMap((id) => {
    const [one, other] = labelsOf(id)
    return one && other ? [[one[field], other[field]] as const] : []
  })
  const same = pairs.filter(([one, other]) => one === other).length / pairs.length
  const codes = [...new Set(pairs.flat())]
  const share = (side: 0 | 1, code: string): number => pairs.filter((pair) => pair[side] === code).length / pairs.length
  const chance = codes.reduce((sum, code) => sum + share(0, code) * share(1, code), 0)
  return { same, kappa: (same - chance) / (1 - chance) }
}
