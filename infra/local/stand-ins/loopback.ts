import type { Server as HttpServer } from 'node:http'
import type { AddressInfo, Server } from 'node:net'

/** Listens on a loopback port that nobody else has: that port. */
export async function listening(server: Server): Promise<number> {
  await new Promise<void>((done, fail) => {
    server.once('error', fail).listen(0, '127.0.0.1', done)
  })
  return (server.address() as AddressInfo).port
}

/** Ends a server, whatever is still under way. */
export async function closed(server: HttpServer): Promise<void> {
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
}
