import { request, type Agent, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'

interface Reply {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
}

/** Hands a request that was read to `target` and answers what it says; rejects where the connection breaks. */
export function forward(target: string, agent: Agent, incoming: IncomingMessage, body: Buffer): Promise<Reply> {
  const { method, url, headers } = incoming
  return new Promise((done, fail) => {
    request(new URL(url ?? '/', target), { method, headers, agent }, (reply) => {
      buffer(reply).then((content) => {
        done({ status: reply.statusCode ?? 502, headers: reply.headers, body: content })
      }, fail)
    })
      .on('error', fail)
      .end(body)
  })
}
