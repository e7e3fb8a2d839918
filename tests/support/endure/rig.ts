import { execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { insisting } from '../faults/outside.ts'
import { jaabiProcess } from '../faults/process.ts'
import { closing } from '../faults/trouble.ts'

/** `ENDURE_PART=0.05`: a twentieth of every count and length, to try a rehearsal out. Only whole runs are written down. */
export const part = Number(process.env['ENDURE_PART'] ?? '1')
/** So many in a whole run; at least one. */
export const ofWhole = (count: number): number => Math.max(1, Math.round(count * part))

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'jaabi-endure-'))

/** A Jaabi of its own in a fresh folder, with its gateway and its focal point outside. */
export async function running() {
  const state = newFolder()
  const jaabi = await jaabiProcess(state)
  closing(() => jaabi.kill('SIGKILL'))
  await jaabi.start()
  return { state, jaabi, insists: await insisting(jaabi) }
}

/** One whose table fails at one call in a hundred; gateway and topics are a process of their own, so that its memory is its own. */
export async function runningInTrouble() {
  const state = newFolder()
  const outside = fork(new URL('./outside-process.ts', import.meta.url), [state])
  closing(() => outside.kill('SIGKILL'))
  const [port] = (await once(outside, 'message')) as [number]
  const outsideAt = `http://127.0.0.1:${port}`
  const jaabi = await jaabiProcess(state, 'tests/support/endure/faulty-jaabi.ts', { OUTSIDE_AT: outsideAt })
  closing(() => jaabi.kill('SIGKILL'))
  await jaabi.start()
  return { state, jaabi, outsideAt, insists: await insisting(jaabi, outsideAt) }
}

/** Does all the work, so many at a time. */
export async function atOnce<T>(count: number, all: Iterable<T>, work: (one: T) => Promise<unknown>): Promise<void> {
  const queue = all[Symbol.iterator]()
  const rest = { [Symbol.iterator]: () => queue }
  await Promise.all(
    Array.from({ length: count }, async () => {
      for (const one of rest) await work(one)
    }),
  )
}

export const numbers = (count: number): number[] => Array.from({ length: count }, (_, n) => n)

/** The rehearsals, each a row of the last table of docs/reliability.md. */
export const rehearsals = [
  '7: the whole process killed 200 times',
  '8: the engine alone killed 30 times under 16 writers',
  '23: 100,000 guesses from 1,000 addresses at 1,000 living cases',
  '28: 10,000 numbers write once each',
  '28: one number writes 1,000 times',
  '30: 100,000 cases restored from a copy',
  '31: 30 minutes at 0.3 of its speed, one fault in a hundred',
] as const

const page = 'docs/reliability.md'
const git = (...what: string[]): string => execFileSync('git', what, { encoding: 'utf8' }).trim()

/** Writes down what a whole run reached, with the day and the commit; a part of one is only shown. */
export function row(name: (typeof rehearsals)[number], reached: string): void {
  process.stdout.write(`| ${name} | ${reached} |\n`)
  if (part !== 1) return
  const commit =
    git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain', '-uno', '--', ':!docs') && ', changed')
  const line = `| ${name} | ${reached} | ${new Date().toISOString().slice(0, 10)}, ${commit} |`
  const lines = readFileSync(page, 'utf8').split('\n')
  const at = lines.findIndex((one) => one.startsWith(`| ${name} |`))
  if (at === -1) throw new Error(`${page} has no row for ${name}`)
  writeFileSync(page, lines.with(at, line).join('\n'))
}
