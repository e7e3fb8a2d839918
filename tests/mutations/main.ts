import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Mutation, mutations } from './mutations.ts'

/*
 * Breaks each invariant by one line in a copy of the tree and runs the test that must see it: `npm run mutations`, or with a number only that one.
 * Ends with 1 where a test stays green, or is red without the change.
 */

const only = process.argv[2]
const chosen = mutations.filter(({ invariant }) => only === undefined || invariant === Number(only))

const tree = mkdtempSync(join(tmpdir(), 'jaabi-mutations-'))
process.on('exit', () => {
  rmSync(tree, { recursive: true, force: true })
})
const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
  maxBuffer: 2 ** 26,
})
for (const file of files.split('\0').filter((name) => name !== '')) cpSync(file, join(tree, file))
symlinkSync(resolve('node_modules'), join(tree, 'node_modules'))

interface Report {
  testResults: { assertionResults: { status: string }[] }[]
}

/** How the named test ends: `none` where it could not even begin. */
function run({ test, name }: Mutation): 'green' | 'red' | 'none' {
  const title = name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/%[is]/g, '.*')
  const report = join(tree, 'report.json')
  rmSync(report, { force: true })
  const vitest = join('node_modules', 'vitest', 'vitest.mjs')
  spawnSync(process.execPath, [vitest, 'run', test, '-t', title, '--reporter=json', `--outputFile=${report}`], {
    cwd: tree,
    stdio: 'ignore',
  })
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report
  const ran = testResults.flatMap(({ assertionResults }) => assertionResults).map(({ status }) => status)
  if (ran.includes('failed')) return 'red'
  return ran.includes('passed') ? 'green' : 'none'
}

for (const mutation of chosen) {
  const { invariant, does, file, from, to, test, name } = mutation
  const path = join(tree, file)
  const before = readFileSync(path, 'utf8')
  const without = run(mutation)
  writeFileSync(
    path,
    before.replace(from, () => to),
  )
  const changed = run(mutation)
  writeFileSync(path, before)
  const seen = without === 'green' && changed === 'red'
  if (!seen) process.exitCode = 1
  console.log(`${seen ? 'seen' : 'NOT SEEN'} (${without}, then ${changed}) invariant ${invariant}: ${does}`)
  console.log(`  ${file} → ${test}: ${name}`)
}
