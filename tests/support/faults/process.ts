import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import manifest from '../../../package.json' with { type: 'json' }
import { freePort } from '../../../infra/local/free-port.ts'

/** Jaabi as a process of its own, killed and started again on one state folder. */
export interface JaabiProcess {
  base: string
  /** All that it ever wrote to its two outputs. */
  output: () => string
  pid: () => number
  start: () => Promise<void>
  kill: (signal: 'SIGKILL' | 'SIGTERM') => Promise<void>
}

/** What `npm start` runs, and how: `node`, its flags, the script. */
const [, ...asStarted] = manifest.scripts.start.split(' ')
const flags = asStarted.slice(0, -1)

/** `npm start`, or another script that starts it; `more` is added to its environment. */
export async function jaabiProcess(
  state: string,
  script = asStarted.at(-1) ?? '',
  more: Record<string, string> = {},
): Promise<JaabiProcess> {
  const port = await freePort()
  const base = `http://127.0.0.1:${port}`
  let child: ReturnType<typeof spawn> | null = null
  let output = ''
  const hear = (chunk: Buffer) => {
    output += chunk.toString()
  }
  const answers = () =>
    fetch(`${base}/local/config`).then(
      ({ ok }) => ok,
      () => false,
    )
  return {
    base,
    output: () => output,
    pid: () => child?.pid ?? 0,
    async start() {
      const started = spawn(process.execPath, [...flags, script], {
        // Most of a start is reading our own source: compiled once, it is half as long.
        env: {
          ...process.env,
          PORT: String(port),
          JAABI_STATE: state,
          NODE_COMPILE_CACHE: join(state, 'compiled'),
          ...more,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      child = started
      started.stdout.on('data', hear)
      started.stderr.on('data', hear)
      for (let waitedMs = 0; !(await answers()); waitedMs += 15) {
        if (started.exitCode !== null || waitedMs > 15 * 60_000)
          throw new Error(`it did not start: ${output.slice(-2_000)}`)
        await sleep(15)
      }
    },
    async kill(signal) {
      if (!child || child.exitCode !== null) return
      const gone = once(child, 'exit')
      child.kill(signal)
      await gone
      child = null
    },
  }
}
