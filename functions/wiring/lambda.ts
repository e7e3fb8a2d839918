import type { Hono } from 'hono'
import { handle, type LambdaContext, type LambdaEvent } from 'hono/aws-lambda'

/** On Lambda everything is built while the environment starts, when the processor is not throttled; elsewhere nothing is. */
const onLambda = process.env['AWS_LAMBDA_FUNCTION_NAME'] !== undefined

function once<T>(build: () => T): () => T {
  let built: T | null = onLambda ? build() : null
  return () => (built ??= build())
}

/** The entry of a function that answers HTTP. */
export function httpEntry(build: () => Hono) {
  const app = once(() => handle(build()))
  return (event: LambdaEvent, context: LambdaContext) => app()(event, context)
}

/** The entry of a function started by a stream or a schedule. */
export function eventEntry<Event, Result>(build: () => (event: Event) => Promise<Result>) {
  const run = once(build)
  return (event: Event): Promise<Result> => run()(event)
}
