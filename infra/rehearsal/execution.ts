import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { transformSync } from 'esbuild'
import * as z from 'zod'
import type { Deployed } from './deployed.ts'
import { closed, listening } from '../local/stand-ins/loopback.ts'

/** A process that runs one function, one event at a time, as an execution environment of Lambda does. */
export interface Execution {
  /** Resolves to what the handler answered, having been JSON; rejects with FunctionError. */
  invoke: (event: unknown) => Promise<unknown>
  /** As it stood with the last answer, or when it first asked for an event. */
  measured: () => Measured
  stop: () => Promise<void>
}

/** `cpuUs`: microseconds of processor time since the process began. `read`: the variables it has looked at. */
const Measured = z.object({ cpuUs: z.number(), read: z.array(z.string()) })
type Measured = z.infer<typeof Measured>

/** The function threw, or could not be started: Lambda's own names for it. */
export class FunctionError extends Error {
  override name = 'FunctionError'
}
const Flaw = z.object({ errorType: z.string(), errorMessage: z.string() })

interface Call {
  id: string
  event: string
  done: (result: unknown) => void
  fail: (error: Error) => void
}

/** What a rehearsal dies with takes its functions with it: they also end by themselves once nobody answers. */
const living = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of living) child.kill('SIGKILL')
})

/** Writes the runtime to `folder`, as plain JavaScript, and answers its path: what a process costs to start is then no compiler's. */
export function writeRuntime(folder: string): string {
  const source = readFileSync(fileURLToPath(new URL('runtime.ts', import.meta.url)), 'utf8')
  const file = join(folder, 'runtime.mjs')
  writeFileSync(file, transformSync(source, { loader: 'ts', format: 'esm', target: 'node24' }).code)
  return file
}

/** The names Lambda itself puts beside the function's own. */
const lambdasOwn = (fn: Deployed, region: string, api: string): Record<string, string> => ({
  _HANDLER: fn.handler,
  AWS_DEFAULT_REGION: region,
  AWS_EXECUTION_ENV: `AWS_Lambda_${fn.runtime}`,
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(fn.memoryMb),
  AWS_LAMBDA_FUNCTION_NAME: fn.functionName,
  AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
  AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
  AWS_LAMBDA_RUNTIME_API: api,
  AWS_REGION: region,
  // The role's own, for as long as this environment lives: who calls is known by them.
  AWS_ACCESS_KEY_ID: fn.functionName,
  AWS_SECRET_ACCESS_KEY: randomUUID(),
  AWS_SESSION_TOKEN: randomUUID(),
  LAMBDA_TASK_ROOT: fn.folder,
  LANG: 'en_US.UTF-8',
  TZ: ':UTC',
})

interface Starting {
  /** Of `writeRuntime`. */
  runtime: string
  fn: Deployed
  region: string
  /** Where all of AWS is reached. */
  endpoint: string
  onLog: (line: string) => void
}

/** Starts the process and does not wait for it. */
export async function startExecution({ runtime, fn, region, endpoint, onLog }: Starting): Promise<Execution> {
  const waiting: Call[] = []
  const taken = new Map<string, Call>()
  let asks: ServerResponse | null = null
  let ended: Error | null = null
  let measured: Measured = { cpuUs: 0, read: [] }

  /** Whoever asked gets what waits. */
  function hand(): void {
    const call = asks ? waiting.shift() : undefined
    if (!asks || !call) return
    taken.set(call.id, call)
    asks.writeHead(200, {
      'content-type': 'application/json',
      'lambda-runtime-aws-request-id': call.id,
      'lambda-runtime-deadline-ms': String(Date.now() + fn.timeoutSeconds * 1000),
      'lambda-runtime-invoked-function-arn': fn.arn,
    })
    asks.end(call.event)
    asks = null
  }
  function end(error: Error): void {
    ended ??= error
    for (const { fail } of [...waiting.splice(0), ...taken.values()]) fail(ended)
    taken.clear()
  }
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    measured = Measured.parse(JSON.parse(String(request.headers['x-measured'])))
    const [, , , what = '', id = '', outcome = ''] = request.url?.split('/') ?? []
    if (what === 'invocation' && id === 'next') {
      asks = response
      hand()
      return
    }
    const said: unknown = JSON.parse(await text(request))
    response.writeHead(202).end()
    const call = taken.get(id)
    taken.delete(id)
    if (outcome === 'response') call?.done(said)
    else {
      const { errorType, errorMessage } = Flaw.parse(said)
      const error = new FunctionError(`${fn.name}: ${errorType}: ${errorMessage}`)
      if (what === 'init') end(error)
      else call?.fail(error)
    }
  }

  const server = createServer((request, response) => void answer(request, response))
  server.keepAliveTimeout = 0
  const own = lambdasOwn(fn, region, `127.0.0.1:${await listening(server)}`)
  const env = { ...fn.variables, ...own, AWS_ENDPOINT_URL: endpoint }
  const child = spawn(process.execPath, [runtime], { cwd: fn.folder, env, stdio: ['ignore', 'pipe', 'pipe'] })
  living.add(child)
  for (const out of [child.stdout, child.stderr]) createInterface({ input: out }).on('line', onLog)
  const exited = new Promise<void>((done) =>
    child.once('close', (code) => {
      living.delete(child)
      end(new FunctionError(`${fn.name}: Runtime.ExitError: exit status ${code ?? 'none'}`))
      done()
    }),
  )

  return {
    measured: () => measured,
    invoke: (event) =>
      new Promise((done, fail) => {
        if (ended) {
          fail(ended)
          return
        }
        waiting.push({ id: randomUUID(), event: JSON.stringify(event), done, fail })
        hand()
      }),
    async stop() {
      child.kill('SIGKILL')
      await exited
      await closed(server)
    },
  }
}
