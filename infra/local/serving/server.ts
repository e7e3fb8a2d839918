import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { serve, type ServerType } from '@hono/node-server'
import type { Hono } from 'hono'
import { StartError } from '../state/state-file.ts'

/** Whoever sends so slowly holds a connection, not us; in milliseconds. */
export const slowOnes = {
  /** For all headers of a request, from its first byte. */
  headersTimeout: 30_000,
  /** For all of a request, its body included. */
  requestTimeout: 30_000,
  /** Between two requests over one connection. */
  keepAliveTimeout: 60_000,
  /** Node adds so much to the time above. */
  keepAliveTimeoutBuffer: 0,
  /** How often those limits are looked after. */
  connectionsCheckingInterval: 5_000,
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'no reason given'

const why: Partial<Record<string, string>> = {
  EADDRINUSE: 'something else is running there: stop that, or choose another port',
  EACCES: 'this account may not: choose a port from 1024 up',
}

/** Serves once it listens. Throws StartError where it cannot. */
export async function listening(
  { fetch }: Pick<Hono, 'fetch'>,
  { port, limits = slowOnes }: { port: number; limits?: typeof slowOnes },
): Promise<ServerType> {
  const server = serve({ fetch, port, hostname: '127.0.0.1', serverOptions: limits, autoCleanupIncoming: false })
  server.on('request', readOut)
  try {
    await once(server, 'listening')
  } catch (error) {
    const code = codeOf(error)
    throw new StartError(`Nothing can be served at port ${port} (${code}): ${why[code] ?? 'choose another one'}.`)
  }
  return server
}

/**
 * What an answer did not wait for of a body is taken off the line, for as long as a request may take: cut off after half a second, as the library does
 * it, whoever sends a long text over a slow line would see a broken connection in place of the page that says it is too long.
 */
function readOut(incoming: IncomingMessage, outgoing: ServerResponse): void {
  outgoing.once('finish', () => {
    incoming.resume()
  })
}

/** What is being answered is finished, for two seconds; a page that goes on asking over its open connection is not waited for. */
export async function closed(server: ServerType): Promise<void> {
  const ended = new Promise((done) => server.close(done))
  const cut = setTimeout(() => {
    if ('closeAllConnections' in server) server.closeAllConnections()
  }, 2_000)
  await ended
  clearTimeout(cut)
}
