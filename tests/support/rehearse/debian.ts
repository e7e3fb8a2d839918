import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Is this a Debian with its packages? */
export const hasPackages = (): boolean => spawnSync('apt-cache', ['show', 'kannel'], { stdio: 'ignore' }).status === 0

const lines = (command: string, args: readonly string[], folder: string): string[] =>
  execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).split('\n')

const isInstalled = (name: string): boolean =>
  spawnSync('dpkg-query', ['-W', '-f', '${Status}', name], { encoding: 'utf8' }).stdout.includes('ok installed')

const only = ['recommends', 'suggests', 'conflicts', 'breaks', 'replaces', 'enhances', 'pre-depends'].map(
  (one) => `--no-${one}`,
)

/** A package and what it needs and the machine lacks, unpacked in `folder`; nothing is installed. Answers how its programs are started. */
export function unpacked(name: string, folder: string): { program: (path: string) => string; env: NodeJS.ProcessEnv } {
  const [packages, root] = [join(folder, 'packages'), join(folder, 'root')]
  mkdirSync(packages, { recursive: true })
  const needed = lines('apt-cache', ['depends', '--recurse', ...only, name], folder).filter((line) =>
    /^[a-z0-9]/.test(line),
  )
  const lacking = [...new Set(needed)].filter((one) => one === name || !isInstalled(one))
  execFileSync('apt-get', ['download', ...lacking], { cwd: packages, stdio: 'ignore' })
  for (const file of readdirSync(packages)) execFileSync('dpkg', ['-x', join(packages, file), root])
  const triplet = lines('dpkg-architecture', ['-qDEB_HOST_MULTIARCH'], folder)[0] ?? ''
  const libraries = ['lib', 'usr/lib'].map((one) => join(root, one, triplet))
  return {
    program: (path) => join(root, path),
    env: { ...process.env, LD_LIBRARY_PATH: libraries.join(':') },
  }
}
