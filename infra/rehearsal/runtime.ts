/**
 * What runs in the process of a function, in the place of Lambda's own runtime: it loads the handler the environment names, asks the runtime
 * API for the next event and says what came of it (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html). It imports nothing
 * of ours, and ends when nobody answers it any more. With each answer it says what it used of the processor since the process
 * began, and which variables were read.
 */
import { existsSync } from 'node:fs'
import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import { pathToFileURL } from 'node:url'

type Handler = (event: unknown, context: object) => Promise<unknown>

const { AWS_LAMBDA_RUNTIME_API: api = '', LAMBDA_TASK_ROOT: root = '', _HANDLER: named = '' } = process.env
const { AWS_LAMBDA_FUNCTION_NAME: functionName, AWS_LAMBDA_FUNCTION_MEMORY_SIZE: memoryLimitInMB } = process.env

const read = new Set<string>()
process.env = new Proxy(process.env, {
  get(target, name) {
    if (typeof name === 'string') read.add(name)
    return Reflect.get(target, name) as unknown
  },
})

const agent = new Agent({ keepAlive: true })

function call(method: string, path: string, body?: string): Promise<{ headers: IncomingHttpHeaders; text: string }> {
  const used = process.cpuUsage()
  const measured = { cpuUs: used.user + used.system, read: [...read] }
  return new Promise((done) => {
    const asked = request(`http://${api}/2018-06-01/runtime/${path}`, {
      method,
      agent,
      headers: { 'x-measured': JSON.stringify(measured) },
    })
    asked.on('response', (response) => {
      const pieces: Buffer[] = []
      response.on('data', (piece: Buffer) => pieces.push(piece))
      response.on('end', () => {
        done({ headers: response.headers, text: Buffer.concat(pieces).toString() })
      })
      response.on('error', () => process.exit(0))
    })
    asked.on('error', () => process.exit(0))
    asked.end(body)
  })
}

const flaw = (error: unknown): string =>
  JSON.stringify(
    error instanceof Error
      ? { errorType: error.name, errorMessage: error.message, stackTrace: error.stack?.split('\n') }
      : { errorType: 'Error', errorMessage: String(error) },
  )

async function load(): Promise<Handler> {
  const [module = '', name = ''] = named.split('.')
  const file = ['js', 'mjs', 'cjs'].map((ending) => `${root}/${module}.${ending}`).find((path) => existsSync(path))
  if (file === undefined) throw new Error(`there is no ${module} in ${root}`)
  const handler = ((await import(pathToFileURL(file).href)) as Partial<Record<string, Handler>>)[name]
  if (typeof handler !== 'function') throw new Error(`${module} exports no ${name}`)
  return handler
}

async function handle(handler: Handler): Promise<void> {
  const { headers, text } = await call('GET', 'invocation/next')
  const id = String(headers['lambda-runtime-aws-request-id'])
  const deadline = Number(headers['lambda-runtime-deadline-ms'])
  const context = {
    awsRequestId: id,
    functionName,
    functionVersion: '$LATEST',
    memoryLimitInMB,
    invokedFunctionArn: headers['lambda-runtime-invoked-function-arn'],
    getRemainingTimeInMillis: () => deadline - Date.now(),
  }
  try {
    const result = await handler(JSON.parse(text), context)
    await call('POST', `invocation/${id}/response`, JSON.stringify(result ?? null))
  } catch (error) {
    await call('POST', `invocation/${id}/error`, flaw(error))
  }
}

try {
  const handler = await load()
  for (;;) await handle(handler)
} catch (error) {
  await call('POST', 'init/error', flaw(error))
  process.exit(1)
}
