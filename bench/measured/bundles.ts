import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { type FunctionEntry, manifest } from '../../functions/manifest.ts'
import { variablesOf } from '../../functions/wiring/environment.ts'
import { tables } from '../../infra/local/tables.ts'
import { bundleOptions } from '../../infra/aws/functions/bundle.ts'
import type { Section } from '../tools/section.ts'
import { median } from '../tools/stats.ts'
import type { Figure } from '../tools/table.ts'

/** What a deployed function finds in its environment; nothing here is called while it starts. */
const environment = {
  AWS_LAMBDA_FUNCTION_NAME: 'bench',
  AWS_REGION: 'eu-west-3',
  AWS_ACCESS_KEY_ID: 'bench',
  AWS_SECRET_ACCESS_KEY: 'bench',
  ...variablesOf(tables),
  PROGRAMME_ID: 'ml',
  GENERAL_KEY_ID: 'general',
  PROTECTION_KEY_ID: 'protection',
  FINGERPRINT_KEY_IDS: 'fingerprint',
  GATEWAY_TOKENS: 'token',
  GATEWAY_CREDENTIALS: '{}',
  TOPIC_ARNS: '{}',
  ISSUERS: '[{"issuer":"https://issuer.example","clientId":"bench","restricted":false}]',
}

/** Processor time, not the clock's: what else runs on this machine falls out, and importing waits for nothing. */
const timed =
  'const from=process.cpuUsage();await import(process.argv[1]);const {user,system}=process.cpuUsage(from);console.log((user+system)/1000)'

/** Milliseconds of processor time from nothing loaded to everything built, in a fresh process that believes it is on Lambda. */
function importMs(file: string): number {
  const out = execFileSync(process.execPath, ['--input-type=module', '-e', timed, file], { env: environment })
  return Number(out.toString().trim().split('\n').at(-1))
}

interface Built {
  name: string
  file: string
  bytes: number
  times: number[]
}

function build(entry: FunctionEntry, folder: string, entryPoint = `functions/${entry.name}.ts`): Built {
  const { outputFiles } = buildSync({ ...bundleOptions(entry), entryPoints: { index: entryPoint }, write: false })
  const code = outputFiles.find(({ path }) => path.endsWith('.mjs'))
  if (!code) throw new Error(`${entryPoint} built to nothing`)
  const file = join(folder, `${entryPoint.replaceAll('/', '-')}.mjs`)
  writeFileSync(file, code.contents)
  return { name: entry.name, file, bytes: code.contents.length, times: [] }
}

const floorName = 'Hono + zod + DynamoDB client alone'

/** Every deployed function as it deploys. Rounds over all of them take turns. */
export const bundles: Section = ({ quick }) => {
  const folder = mkdtempSync(join(tmpdir(), 'jaabi-bench-'))
  const [first] = manifest
  if (!first) throw new Error('the manifest is empty')
  const floor = build(first, folder, 'bench/tools/floor-function.ts')
  const functions = manifest.map((entry) => build(entry, folder))
  for (let at = 0; at < (quick ? 5 : 15); at++)
    for (const one of [floor, ...functions]) one.times.push(importMs(one.file))
  rmSync(folder, { recursive: true })

  const against = { section: 'bundles', over: floorName, budget: { atMost: 1.3 } }
  const figures = functions.flatMap(({ name, bytes, times }): Figure[] => [
    { ...against, what: `${name}: bundle`, figure: kilobytes(bytes), ratio: bytes / floor.bytes },
    {
      ...against,
      what: `${name}: import`,
      figure: `${median(times).toFixed(0)} ms`,
      ratio: median(times.map((time, at) => time / (floor.times[at] ?? time))),
    },
  ])
  const base = `${kilobytes(floor.bytes)}, ${median(floor.times).toFixed(0)} ms`
  return Promise.resolve([{ section: 'bundles', what: floorName, figure: base }, ...figures])
}

const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(0)} KiB`
