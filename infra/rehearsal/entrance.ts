import { randomUUID } from 'node:crypto'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import * as z from 'zod'

/** What an HTTP function may answer: with less, API Gateway would guess. */
const Answer = z.strictObject({
  statusCode: z.number(),
  headers: z.record(z.string(), z.string()),
  cookies: z.array(z.string()).optional(),
  body: z.string(),
})

interface Behind {
  account: string
  /** By route, `GET /a/{b}`. */
  routes: ReadonlyMap<string, (event: unknown) => Promise<unknown>>
}

/** Bodies of these types arrive as they are, all others in base64. */
const plain = /^(text\/|application\/(json|javascript|xml))/

/** `/a/{b}/{c+}`: what stands for the braces in `path`, or null where it does not fit. */
function parametersOf(pattern: string, path: string): Record<string, string> | null {
  const names = [...pattern.matchAll(/\{(\w+)\+?\}/g)].map(([, name = '']) => name)
  const written = pattern.replaceAll(/\{\w+\+\}/g, '(.+)').replaceAll(/\{\w+\}/g, '([^/]+)')
  const found = new RegExp(`^${written}$`).exec(path)
  return found && Object.fromEntries(names.map((name, at) => [name, decodeURIComponent(found[at + 1] ?? '')]))
}

/** The fewer braces the narrower, and one that takes several parts is the widest. */
const width = (route: string): number =>
  (route.match(/\{/g)?.length ?? 0) + (route.includes('+}') ? 100 - route.length / 100 : 0)

/**
 * The HTTP API: a request comes to the function of the narrowest route that fits, as an event of payload format 2.0, and its answer goes back
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html).
 */
export function entrance({ account, routes }: Behind): (request: Request) => Promise<Response> {
  const narrowestFirst = [...routes].toSorted(([one], [other]) => width(one) - width(other))
  return async (request) => {
    const url = new URL(request.url)
    for (const [routeKey, invoke] of narrowestFirst) {
      const [method, pattern = ''] = routeKey.split(' ')
      const pathParameters = method === request.method ? parametersOf(pattern, url.pathname) : null
      if (!pathParameters) continue
      const event = await eventOf(request, { routeKey, pathParameters, account })
      try {
        const { statusCode, headers, cookies = [], body } = Answer.parse(await invoke(event))
        const all = [...Object.entries(headers), ...cookies.map((one) => ['set-cookie', one] as [string, string])]
        return new Response([204, 304].includes(statusCode) ? null : body, { status: statusCode, headers: all })
      } catch (error) {
        return Response.json({ message: 'Internal Server Error' }, { status: 500, statusText: String(error) })
      }
    }
    return Response.json({ message: 'Not Found' }, { status: 404 })
  }
}

type Taken = Pick<APIGatewayProxyEventV2, 'routeKey' | 'pathParameters'> & { account: string }

/** A request as API Gateway hands it to a function. */
export async function eventOf(
  request: Request,
  { routeKey, pathParameters, account }: Taken,
): Promise<APIGatewayProxyEventV2> {
  const url = new URL(request.url)
  const { cookie, ...headers } = Object.fromEntries(request.headers) as Record<string, string>
  const bytes = Buffer.from(await request.arrayBuffer())
  const isBase64Encoded = bytes.length > 0 && !plain.test(headers['content-type'] ?? '')
  const sourceIp = '196.200.48.1'
  const at = new Date()
  const query = Object.fromEntries(url.searchParams)
  return {
    version: '2.0',
    routeKey,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    ...(cookie === undefined ? {} : { cookies: cookie.split('; ') }),
    headers: {
      host: url.host,
      'x-forwarded-for': sourceIp,
      'x-forwarded-port': '443',
      'x-forwarded-proto': 'https',
      ...headers,
    },
    ...(Object.keys(query).length > 0 ? { queryStringParameters: query } : {}),
    requestContext: {
      accountId: account,
      apiId: 'rehearsal',
      domainName: url.hostname,
      domainPrefix: url.hostname.split('.')[0] ?? '',
      http: {
        method: request.method,
        path: url.pathname,
        protocol: 'HTTP/1.1',
        sourceIp,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey,
      stage: '$default',
      time: at.toUTCString(),
      timeEpoch: at.getTime(),
    },
    ...(pathParameters && Object.keys(pathParameters).length > 0 ? { pathParameters } : {}),
    ...(bytes.length > 0 ? { body: bytes.toString(isBase64Encoded ? 'base64' : 'utf8') } : {}),
    isBase64Encoded,
  }
}
