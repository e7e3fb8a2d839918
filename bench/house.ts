import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { cruise } from 'dependency-cruiser'
import { median, percentile } from './tools/stats.ts'

/**
 * `npm run house`: how the code lies in its folders, put into docs/design.md between the two marks. Counted are the code files of the
 * product: no tests, no bench, no declarations of other people's types.
 */
const layers = ['core', 'languages', 'programme', 'adapters', 'functions', 'web', 'infra']
const roomy = 18
const page = 'docs/design.md'

const tracked = execFileSync('git', ['ls-files', ...layers.map((layer) => `${layer}/**/*.ts`), ...layers.map((layer) => `${layer}/*.ts`)], { encoding: 'utf8' }) // prettier-ignore
const files = [...new Set(tracked.trim().split('\n'))].filter((path) => !path.endsWith('.d.ts'))
const linesOf = (path: string): number => readFileSync(path, 'utf8').split('\n').length - 1

/** How many circles the imports make, type-only ones included: sets of files each of which reaches all the others. */
async function circles(): Promise<number> {
  const { output } = await cruise(layers, {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.json'] },
  })
  if (typeof output === 'string') throw new Error('dependency-cruiser answered with text')
  const imports = new Map(
    output.modules.map(({ source, dependencies }) => [source, dependencies.map(({ resolved }) => resolved)]),
  )
  const reached = (from: string): Set<string> => {
    const seen = new Set<string>()
    const open = [...(imports.get(from) ?? [])]
    for (let next = open.pop(); next !== undefined; next = open.pop())
      if (!seen.has(next)) {
        seen.add(next)
        open.push(...(imports.get(next) ?? []))
      }
    return seen
  }
  const looped = new Map(output.modules.map(({ source }) => [source, reached(source)]))
  const inCircle = [...looped].filter(([source, all]) => all.has(source))
  const named = inCircle.map(([, all]) =>
    [...all]
      .filter((one) => looped.get(one)?.has(one))
      .toSorted()
      .join(' '),
  )
  return new Set(named).size
}

const folders = Map.groupBy(files, (path) => dirname(path))
const fullest = [...folders].reduce((a, b) => (b[1].length > a[1].length ? b : a))
const crowded = [...folders.values()].filter((own) => own.length > roomy).flat().length
const lines = new Map(files.map((path) => [path, linesOf(path)]))
const longest = [...lines].reduce((a, b) => (b[1] > a[1] ? b : a))
const sum = [...lines.values()].reduce((a, b) => a + b, 0)

const rows: readonly (readonly [string, string, string])[] = [
  ['files, in folders', `${files.length}, ${folders.size}`, ''],
  ['lines a file: mean, median, p90', `${Math.round(sum / files.length)}, ${median([...lines.values()])}, ${percentile([...lines.values()], 0.9)}`, ''], // prettier-ignore
  ['fullest folder', `${fullest[0]}: ${fullest[1].length}`, `≤ ${roomy}`],
  [`files in folders of more than ${roomy}`, `${Math.round((100 * crowded) / files.length)} %`, '0 %'],
  ['circles of imports, types included', String(await circles()), '0'],
  ['longest file', `${longest[0]}: ${longest[1]} lines`, '≤ 250'],
]
const table = ['| what | now | goal |', '|---|---|---|', ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n')
const before = readFileSync(page, 'utf8')
const after = before.replace(/<!-- house -->[^]*<!-- \/house -->/, () => `<!-- house -->\n${table}\n<!-- /house -->`)
if (!after.includes(table)) throw new Error(`${page} has no place for the table: <!-- house --> … <!-- /house -->`)
writeFileSync(page, after)
process.stdout.write(`${table}\n`)
