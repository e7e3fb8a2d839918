import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { insisting } from '../faults/outside.ts'
import { jaabiProcess } from '../faults/process.ts'
import { closing } from '../faults/trouble.ts'

/** A Jaabi of its own in a fresh folder, with its gateway and its focal point outside. */
export async function running(script?: string) {
  const state = mkdtempSync(join(tmpdir(), 'jaabi-endure-'))
  const jaabi = await jaabiProcess(state, script)
  closing(() => jaabi.kill('SIGKILL'))
  await jaabi.start()
  return { state, jaabi, insists: await insisting(jaabi) }
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

/** One row of the table in docs/reliability.md. */
export function row(fault: number, how: string, reached: string): void {
  process.stdout.write(`| ${fault} | ${how} | ${reached} |\n`)
}
