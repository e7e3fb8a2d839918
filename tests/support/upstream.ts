import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { closed, listening } from '../../infra/local/stand-ins/loopback.ts'

/** A local HTTP server that answers as told and remembers the forms it was sent. */
export async function upstream(answer: (response: ServerResponse, request: IncomingMessage) => void) {
  const forms: URLSearchParams[] = []
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      forms.push(new URLSearchParams(body))
      answer(response, request)
    })
  })
  const port = await listening(server)
  return {
    url: `http://127.0.0.1:${port}/version1/messaging`,
    forms,
    [Symbol.asyncDispose]: () => closed(server),
  }
}

/** One recipient's part of a 201 reply. */
export const recipient = (statusCode: number, more: Record<string, unknown> = {}) => ({
  SMSMessageData: {
    Message: 'Sent to 1/1 Total Cost: XOF 20.0000 Message parts: 1',
    Recipients: [{ statusCode, number: '+22370000001', status: 'x', cost: 'XOF 20', messageId: 'ATXid_1', ...more }],
  },
})
