import { createServer } from 'node:net'
import { listening } from './stand-ins/loopback.ts'

/** A loopback port that nobody listens on just now. */
export async function freePort(): Promise<number> {
  const server = createServer()
  const port = await listening(server)
  await new Promise<void>((done) => {
    server.close(() => {
      done()
    })
  })
  return port
}
