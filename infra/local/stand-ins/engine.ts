import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { accessSync, chmodSync, constants, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../free-port.ts'

/** A running DynamoDB-compatible engine (dynoxide), owned by this process. */
export interface Engine {
  /** For the SDK's `endpoint`; any credentials and region do. */
  endpoint: string
  pid: number
  /** Resolves when the process has ended, whoever ended it. */
  exited: Promise<void>
  stop: () => Promise<void>
}

export interface EngineOptions {
  /** SQLite file; without it the engine keeps everything in memory. */
  dbPath?: string
  /** Remembers the process, so that the next start can end one that outlived a killed parent. */
  pidFile?: string
  /** A free loopback port when absent. */
  port?: number
}

export class EngineStartError extends Error {
  override name = 'EngineStartError'
}

/** The parent's kill -9 reaches the child only through the kernel; `setpriv` (util-linux) asks it to. */
const guard = ['/usr/bin/setpriv', '/bin/setpriv'].find((path) => existsSync(path))

const living = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of living) child.kill('SIGKILL')
})

/** Throws EngineStartError when the engine does not listen after a few tries, or another living process uses the file. */
export async function startEngine({ dbPath, pidFile, port }: EngineOptions = {}): Promise<Engine> {
  const binary = engineBinary()
  const file = dbPath === undefined ? undefined : resolve(dbPath)
  if (pidFile !== undefined && file !== undefined) await endOrphan(pidFile, file)

  let failure = ''
  for (let attempt = 0; attempt < 4; attempt++) {
    const chosen = port ?? (await freePort())
    const args = ['--host', '127.0.0.1', '--port', String(chosen), ...(file === undefined ? [] : ['--db-path', file])]
    // A setpriv without --pdeathsig (BusyBox) refuses at once: the last tries go without it.
    const child =
      guard !== undefined && attempt < 2
        ? spawn(guard, ['--pdeathsig', 'KILL', '--', binary, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
        : spawn(binary, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    living.add(child)
    const exited = new Promise<void>((done) => {
      child.once('close', () => {
        living.delete(child)
        done()
      })
      child.once('error', (error) => {
        failure = error.message
        living.delete(child)
        done()
      })
    })
    if (await listens(child, exited, (text) => (failure = text))) {
      const pid = child.pid ?? 0
      if (pidFile !== undefined) writeFileSync(pidFile, JSON.stringify({ engine: pid, parent: process.pid }))
      return { endpoint: `http://127.0.0.1:${chosen}`, pid, exited, stop: () => stopChild(child, exited, pidFile) }
    }
    await stopChild(child, exited)
  }
  throw new EngineStartError(`The database engine ${binary} did not start: ${failure.trim() || 'no message'}`)
}

function engineBinary(): string {
  const binary = packagedBinary() ?? process.env.DYNOXIDE_BIN
  if (binary === undefined || !existsSync(binary))
    throw new EngineStartError(
      'No database engine for this machine: @dynoxide/linux-x64 is not installed and DYNOXIDE_BIN names no file. ' +
        'Set DYNOXIDE_BIN to a dynoxide binary, or DYNAMODB_ENDPOINT to a DynamoDB-compatible engine that already runs.',
    )
  try {
    accessSync(binary, constants.X_OK)
  } catch {
    chmodSync(binary, 0o755)
  }
  return binary
}

function packagedBinary(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve('@dynoxide/linux-x64/dynoxide')
  } catch {
    return undefined
  }
}

/** True once the engine says that it listens; false when it ends first or says nothing for a minute: a busy machine takes its time. */
async function listens(child: ChildProcess, exited: Promise<void>, onText: (text: string) => void): Promise<boolean> {
  const said = new Promise<boolean>((done) => {
    let output = ''
    const hear = (chunk: Buffer) => {
      output = `${output}${chunk.toString()}`.slice(-500)
      onText(output)
      if (output.includes('listening on')) done(true)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
  })
  return Promise.race([said, exited.then(() => false), sleep(60_000, false, { ref: false })])
}

async function stopChild(child: ChildProcess, exited: Promise<void>, pidFile?: string): Promise<void> {
  child.kill('SIGTERM')
  const ended = await Promise.race([exited.then(() => true), sleep(2_000, false, { ref: false })])
  if (!ended) {
    child.kill('SIGKILL')
    await exited
  }
  if (pidFile !== undefined) rmSync(pidFile, { force: true })
}

/** Ends the engine a killed parent left behind: only if the process really is an engine on this very file. */
async function endOrphan(pidFile: string, dbPath: string): Promise<void> {
  const left = readPidFile(pidFile)
  if (left === undefined || !servesFile(left.engine, dbPath)) return
  if (parentOf(left.engine) === left.parent)
    throw new EngineStartError(`${dbPath} is in use: process ${left.parent} is running it. Stop that one first.`)
  signal(left.engine, 'SIGTERM')
  for (let waitedMs = 0; servesFile(left.engine, dbPath); waitedMs += 20) {
    if (waitedMs === 2_000) signal(left.engine, 'SIGKILL')
    await sleep(20)
  }
}

function readPidFile(pidFile: string): { engine: number; parent: number } | undefined {
  try {
    const content: unknown = JSON.parse(readFileSync(pidFile, 'utf8'))
    if (typeof content !== 'object' || content === null || !('engine' in content) || !('parent' in content)) return
    const { engine, parent } = content
    return typeof engine === 'number' && typeof parent === 'number' && engine > 1 ? { engine, parent } : undefined
  } catch {
    return undefined
  }
}

function servesFile(pid: number, dbPath: string): boolean {
  const command = commandLine(pid)
  return command.includes('dynoxide') && command.includes('--db-path') && command.trimEnd().endsWith(` ${dbPath}`)
}

/** The process's command with its arguments, separated by spaces; empty when there is none, or only a zombie. */
function commandLine(pid: number): string {
  return existsSync('/proc/self') ? proc(pid, 'cmdline').replaceAll('\0', ' ') : ps(pid, 'command=')
}

function parentOf(pid: number): number {
  const parent = existsSync('/proc/self') ? /^PPid:\s*(\d+)/m.exec(proc(pid, 'status'))?.[1] : ps(pid, 'ppid=')
  return Number(parent)
}

function proc(pid: number, file: 'cmdline' | 'status'): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}

function ps(pid: number, column: string): string {
  return spawnSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' }).stdout.trim()
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It ended by itself meanwhile.
  }
}
