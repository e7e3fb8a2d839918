import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import type { Hono } from 'hono'
import { type Front, frontHeaders, viewerOf } from './front.ts'

/** On Lambda everything is built while the environment starts, when the processor is not throttled; elsewhere nothing is. */
const onLambda = process.env['AWS_LAMBDA_FUNCTION_NAME'] !== undefined

function once<T>(build: () => T): () => T {
  let built: T | null = onLambda ? build() : null
  return () => (built ??= build())
}

/** API Gateway's event (payload format 2.0) as a request; `x-forwarded-for` is whose request it is, and nothing that was sent. */
function requestOf(
  { requestContext, rawPath, rawQueryString, headers, cookies, body, isBase64Encoded }: APIGatewayProxyEventV2,
  { address, host }: { address: string; host: string },
): Request {
  const { method } = requestContext.http
  const query = rawQueryString === '' ? '' : `?${rawQueryString}`
  const sent = new Headers(Object.entries(headers).filter((pair): pair is [string, string] => pair[1] !== undefined))
  if (cookies) sent.set('cookie', cookies.join('; '))
  sent.set('x-forwarded-for', address)
  for (const name of Object.values(frontHeaders)) sent.delete(name)
  const content = method === 'GET' || method === 'HEAD' || body === undefined ? null : body
  return new Request(`https://${host}${rawPath}${query}`, {
    method,
    headers: sent,
    body: content !== null && isBase64Encoded ? Buffer.from(content, 'base64') : content,
  })
}

/** Every answer of ours is text. */
async function resultOf(response: Response): Promise<APIGatewayProxyStructuredResultV2> {
  const cookies = response.headers.getSetCookie()
  response.headers.delete('set-cookie')
  return {
    statusCode: response.status,
    headers: Object.fromEntries(response.headers),
    ...(cookies.length > 0 ? { cookies } : {}),
    body: await response.text(),
  }
}

/** The entry of a function that answers HTTP. Who goes past the `front` there is finds nothing here. */
export function httpEntry(build: () => Pick<Hono, 'fetch'>, front: () => Front = () => null) {
  const started = once(() => ({ app: build(), stands: front() }))
  return async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
    const { app, stands } = started()
    const { domainName, http } = event.requestContext
    const viewer = viewerOf({ sourceIp: http.sourceIp, domainName, headers: event.headers }, stands)
    return viewer === null ? { statusCode: 404, body: '' } : resultOf(await app.fetch(requestOf(event, viewer)))
  }
}

/** The entry of a function started by a stream or a schedule. */
export function eventEntry<Event, Result>(build: () => (event: Event) => Promise<Result>) {
  const run = once(build)
  return (event: Event): Promise<Result> => run()(event)
}
