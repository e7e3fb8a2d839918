import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { callsFolder } from './recording.ts'

/** Fewer files than there are say nothing of what is never called. */
const isWhole = async (project: TestProject): Promise<boolean> => {
  const { testFiles } = await project.globTestFiles()
  return project.config.testNamePattern === undefined && project.vitest.state.getPaths().length >= testFiles.length
}

let folder = ''
let ran: TestProject

/**
 * Design §10, invariant 9: collects the calls that each function makes over the whole suite, and afterwards compares them with its policy in the
 * synthesized template. Where a few files run by themselves, `recording.ts` compares what they call with the manifest, and that is all.
 */
export function setup(project: TestProject): void {
  ran = project
  folder = mkdtempSync(join(tmpdir(), 'jaabi-calls-'))
  process.env[callsFolder] = folder
}

export async function teardown(): Promise<void> {
  const called = new Set(readdirSync(folder).flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n')))
  rmSync(folder, { recursive: true })
  called.delete('')
  if (!(await isWhole(ran))) return
  const { flawsOf } = await import('./flaws.ts')
  const flaws = flawsOf(called)
  if (flaws.length > 0) throw new Error(`calls of the functions and their policies differ:\n${flaws.join('\n')}`)
}
