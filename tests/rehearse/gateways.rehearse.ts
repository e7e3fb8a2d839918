import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, inject, test } from 'vitest'
import { decodeCsv, parseCsv } from '../../core/directory/matrix/csv.ts'
import { mali } from '../../programme/mali.ts'
import { withJaabi } from '../support/functions/services.ts'
import { bringAnything } from '../support/gateways/any-body.ts'
import { callingAs } from '../support/gateways/calling.ts'
import { spoken } from '../support/gateways/spoken.ts'

const newJaabi = await withJaabi()
const full = inject('full')

/** Texts that people really wrote, each with the column that holds them; they stay where they are. */
const shared = process.env['JAABI_SHARED'] ?? join(import.meta.dirname, '../../../shared')
const columns: Readonly<Record<string, string>> = {
  'sms/disaster_sms_munro.csv': 'text_original',
  'sms/uci_sms_spam_en.csv': 'text',
  'feedback/en_za_kzn_floods_2022.csv': 'text',
  'feedback/fr_drc_equateur_ebola_2022.csv': 'text_raw',
  'feedback/fr_drc_redcross_2021_22.csv': 'text',
}
const files = Object.keys(columns).map((file) => ({ file, path: join(shared, 'data', file) }))
const lacking = files.filter(({ path }) => !existsSync(path))

function textsIn({ file, path }: (typeof files)[number]): string[] {
  const [heading, ...rows] = parseCsv(decodeCsv(readFileSync(path)))
  const at = heading?.cells.indexOf(columns[file] ?? '') ?? -1
  if (at < 0) throw new Error(`${file} has no column ${String(columns[file])}`)
  return rows.map(({ cells }) => cells[at] ?? '').filter((text) => text.trim() !== '')
}

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
const heapMb = (): number => {
  collect()
  return process.memoryUsage().heapUsed / 1024 ** 2
}

/** 100,000 in all. The engine slows with every record of its stream: after so many bodies each gateway gets another one. */
const engines = full ? 5 : 0
const slices = 5
const slice = Math.ceil(100_000 / spoken.length / engines / slices)

const rounds = spoken.flatMap((gateway) => Array.from({ length: engines }, (_, round) => ({ gateway, round })))
describe.each(rounds)('whatever anybody brings, $gateway.name, part $round', async ({ gateway, round }) => {
  const ownJaabi = await withJaabi()
  test('makes no fault, and nothing is lost', async () => {
    for (let n = 0; n < slices; n += 1) {
      const jaabi = await ownJaabi({ programme: { gateways: { ...mali.gateways, otherwise: gateway.name } } })
      const seed = 1_000_000 * (1 + round * slices + n)
      const { faults, lost } = await bringAnything(gateway, jaabi, { count: slice, seed })
      expect(faults.slice(0, 3)).toEqual([])
      expect(lost.slice(0, 3)).toEqual([])
    }
  })
})

describe.skipIf(!full)('texts that people really wrote', () => {
  if (full && lacking.length > 0)
    console.log(
      `Left out, for they are not beside the project (JAABI_SHARED): ${lacking.map(({ file }) => file).join(', ')}`,
    )
  const texts = files.filter((one) => !lacking.includes(one)).flatMap((one) => textsIn(one))

  test
    .skipIf(texts.length === 0)
    .each(spoken.filter(({ name }) => ['kannel', 'orangesms'].includes(name)).map((one) => [one.name, one] as const))(
    `through %s, each from a sender of its own: all ${String(texts.length)} kept to the letter, memory flat`,
    async (name, gateway) => {
      const jaabi = await newJaabi({ programme: { gateways: { ...mali.gateways, otherwise: name } } })
      const { sms } = callingAs(gateway, jaabi, { drains: false })
      const statuses = new Set<number>()
      const heaps: number[] = []
      const queue = texts.entries()
      const bring = async () => {
        for (const [n, text] of queue) {
          const { status } = await sms({ from: `+2237${String(9_000_000 + n)}`, text, id: String(n) })
          statuses.add(status)
          if (n % 500 === 0) heaps.push(heapMb())
        }
      }
      await Promise.all(Array.from({ length: 8 }, bring))
      expect([...statuses]).toEqual([200])
      const references = await jaabi.references()
      const kept: string[] = []
      for (const one of references) kept.push(...(await jaabi.saidIn(one)).map(({ words }) => words))
      expect(kept.sort()).toEqual([...texts].sort())
      // What grows is what this test itself writes down of the calls.
      expect((heaps.at(-1) ?? 0) - (heaps[1] ?? 0)).toBeLessThan(100)
    },
  )
})
