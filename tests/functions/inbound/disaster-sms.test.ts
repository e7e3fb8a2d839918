import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { callbacksOf, form, pathOf } from '../../support/functions/phone.ts'
import { withJaabi } from '../../support/functions/services.ts'

const newJaabi = await withJaabi()
const count = 910

/** Rows of a CSV with quoted fields, quotes doubled inside them. */
function rowsOf(csv: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain = '', end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain)
    if (end?.endsWith('\n')) rows.push([])
  }
  return rows
}

/** As many messages of our own, in the alphabets people write in, when the published ones are not beside the project. */
function ownMessages(): string[] {
  const said = [
    'Le puits du village est à sec, les enfants ont soif.',
    'L’élève n’a rien reçu — « où » est le cœur du problème ?',
    'Nou bezwen dlo ak manje, tanpri vin ede nou',
    'So dji tɛ, den bɛ banna, an ka dɔgɔtɔrɔ ma na',
    'ߒߞߏ ߞߊ߲ ߘߐ߫ ߞߎߡߊ',
    'نحتاج إلى ماء وغذاء ٣ أيام',
    'Camp flooded: 20 families, no tents; \'help\' = "now" & soon 100% 😀',
  ]
  return Array.from({ length: count }, (_, index) => `${said[index % said.length] ?? ''} (${String(index)})`)
}

const shared = process.env['JAABI_SHARED'] ?? join(import.meta.dirname, '../../../../shared')
const published = join(shared, 'data/sms/disaster_sms_munro.csv')

function messages(): string[] {
  if (!existsSync(published)) return ownMessages()
  const [header = [], ...rows] = rowsOf(readFileSync(published, 'utf8'))
  return rows.filter((row) => row.length === header.length).map((row) => row[header.indexOf('text_original')] ?? '')
}

/** A hundred phones. A text that comes twice comes from two: it is two people's. */
function senders(texts: readonly string[]): string[] {
  const used = new Set<string>()
  return texts.map((text, index) => {
    for (let phone = index; ; phone++) {
      const from = `+223700000${String(phone % 100).padStart(2, '0')}`
      if (used.has(`${from} ${text}`)) continue
      used.add(`${from} ${text}`)
      return from
    }
  })
}

test('910 messages of real disasters: all answered 200, all kept word for word; the same again makes no case', async () => {
  const texts = messages()
  expect(texts).toHaveLength(count)
  const jaabi = await newJaabi()
  const app = callbacksOf(jaabi).sms
  const from = senders(texts)
  const startedAt = Date.parse(jaabi.clock.nowAt)
  async function post(index: number) {
    // A round of all phones later it is two minutes later: nobody's next text is the next part of a long one.
    jaabi.clock.nowAt = new Date(startedAt + Math.floor(index / 100) * 120_000).toISOString()
    const fields = { from: from[index] ?? '', text: texts[index] ?? '', id: `munro-${String(index)}`, to: '36019' }
    const body = new URLSearchParams(fields).toString()
    const response = await app.request(pathOf('sms'), { method: 'POST', headers: form, body })
    return { status: response.status, reference: await response.text() }
  }
  /** Eight at a time, as a gateway that catches up would. */
  async function postAll() {
    const queue = texts.keys()
    const answers: Awaited<ReturnType<typeof post>>[] = []
    const work = async () => {
      for (const index of queue) answers[index] = await post(index)
    }
    await Promise.all(Array.from({ length: 8 }, work))
    return answers
  }

  const answers = await postAll()
  expect(answers.filter(({ status }) => status !== 200)).toEqual([])
  const references = answers.map(({ reference }) => reference)
  expect(new Set(references).size).toBe(count)
  const kept = await Promise.all(references.map(async (reference) => (await jaabi.saidIn(reference))[0]?.words))
  expect(kept).toEqual(texts)

  expect(await postAll()).toEqual(answers)
  expect((await jaabi.references()).sort()).toEqual([...references].sort())
})
