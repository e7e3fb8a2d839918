import { execFileSync } from 'node:child_process'
import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildSync, type BuildOptions, type Metafile } from 'esbuild'
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
  MAIL_FROM: '',
  GENERAL_KEY_ID: 'general',
  PROTECTION_KEY_ID: 'protection',
  FINGERPRINT_KEY_IDS: 'fingerprint',
  GATEWAY_TOKENS: 'token',
  // As it was written when there was one gateway only; today's functions look for accounts by gateway and find none.
  GATEWAY_CREDENTIALS: '{"username":"bench","apiKey":"bench","senderId":null}',
  TOPIC_ARNS: '{}',
  ISSUERS: '[{"issuer":"https://issuer.example","clientId":"bench","restricted":false}]',
  FRONT: 'null',
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
  /** Of what is loaded when it starts. */
  bytes: number
  /** Of what is uploaded, with what it loads later. */
  allBytes: number
  times: number[]
}

type Options = (entry: FunctionEntry) => BuildOptions

/** Bundles a function, or what stands in its place, into a folder of its own. */
export function build(
  entry: FunctionEntry,
  folder: string,
  options: Options,
  entryPoint = `functions/${entry.name}.ts`,
): Built {
  const made = buildSync({ ...options(entry), entryPoints: { index: entryPoint }, metafile: true, write: false })
  const own = mkdtempSync(join(folder, 'built-'))
  const code = made.outputFiles.filter(({ path }) => path.endsWith('.mjs'))
  for (const { path, contents } of code) writeFileSync(join(own, basename(path)), contents)
  return {
    name: entry.name,
    file: join(own, 'index.mjs'),
    bytes: bytesAtStart(made.metafile.outputs),
    allBytes: code.reduce((sum, { contents }) => sum + contents.length, 0),
    times: [],
  }
}

/** Of the entry and what it imports, but for what it imports when it is asked to. */
function bytesAtStart(outputs: Metafile['outputs']): number {
  const seen = new Set(Object.keys(outputs).filter((path) => path.endsWith('/index.mjs')))
  for (const path of seen)
    for (const { path: to, kind } of outputs[path]?.imports ?? [])
      if (kind === 'import-statement' && to in outputs) seen.add(to)
  return [...seen].reduce((sum, path) => sum + (outputs[path]?.bytes ?? 0), 0)
}

/** How another checkout bundles its own functions. Throws where it has no such file, or its dependencies are not installed. */
async function optionsOf(checkout: string): Promise<Options> {
  const [file] = globSync('infra/aws/**/bundle.ts', { cwd: checkout })
  if (file === undefined) throw new Error(`${checkout} bundles nothing`)
  const other = (await import(pathToFileURL(resolve(checkout, file)).href)) as { bundleOptions: Options }
  return other.bundleOptions
}

/** How many times the least each may be; whoever takes messages in or tells what became of them, hardly more than that. */
const atMost: Partial<Record<string, number>> = {
  'public-web': 1.3,
  'staff-api': 1.3,
  'protection-api': 1.3,
  console: 2,
  'protection-console': 2,
  'send-notices': 1.6,
}

const floorName = 'Hono + zod + DynamoDB client alone'

/**
 * Every deployed function as it deploys, against the least there can be and, when another checkout is named, against the
 * same function there. Rounds over all of them take turns.
 */
export const bundles: Section = async ({ quick, beside }) => {
  const folder = mkdtempSync(join(tmpdir(), 'jaabi-bench-'))
  const [first] = manifest
  if (!first) throw new Error('the manifest is empty')
  const floor = build(first, folder, bundleOptions, 'bench/tools/floor-function.ts')
  const functions = manifest.map((entry) => build(entry, folder, bundleOptions))
  const theirs = beside === undefined ? null : await optionsOf(beside)
  const others = theirs ? manifest.map((entry) => build(entry, folder, theirs)) : []
  for (let at = 0; at < (quick ? 5 : 15); at++)
    for (const one of [floor, ...functions, ...others]) one.times.push(importMs(one.file))
  rmSync(folder, { recursive: true })

  const weighed = functions.flatMap((one) => against(floor, one, { over: floorName, atMost: atMost[one.name] ?? 1.15 }))
  const compared = others.flatMap((other, at) => {
    const one = functions[at]
    return one ? against(other, one, { over: 'the same in the other checkout', atMost: 1 }) : []
  })
  return [{ section: 'bundles', what: floorName, figure: shown(floor).join(', ') }, ...weighed, ...compared]
}

function against(base: Built, one: Built, { over, atMost }: { over: string; atMost: number }): Figure[] {
  const [size = '', time = ''] = shown(one)
  const common = { section: 'bundles', over, budget: { atMost } }
  return [
    { ...common, what: `${one.name}: bundle`, figure: size, ratio: one.bytes / base.bytes },
    { ...common, what: `${one.name}: import`, figure: time, ratio: ratioOfTimes(one, base) },
  ]
}

const ratioOfTimes = (one: Built, base: Built): number =>
  median(one.times.map((time, at) => time / (base.times[at] ?? time)))
const kib = (bytes: number): string => `${(bytes / 1024).toFixed(0)} KiB`
const shown = ({ bytes, allBytes, times }: Built): string[] => [
  allBytes > bytes ? `${kib(bytes)} of ${kib(allBytes)}` : kib(bytes),
  `${median(times).toFixed(0)} ms`,
]
