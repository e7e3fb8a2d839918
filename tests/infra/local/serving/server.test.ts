import { once } from 'node:events'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { Hono } from 'hono'
import { expect, onTestFinished, test } from 'vitest'
import { freePort } from '../../../../infra/local/free-port.ts'
import { closed, listening, slowOnes } from '../../../../infra/local/serving/server.ts'

/** The limits of one machine, a hundredth as long: what is tested is that each of them holds, not how long it is. */
const short = {
  headersTimeout: slowOnes.headersTimeout / 100,
  requestTimeout: slowOnes.requestTimeout / 100,
  keepAliveTimeout: slowOnes.keepAliveTimeout / 100,
  keepAliveTimeoutBuffer: slowOnes.keepAliveTimeoutBuffer,
  connectionsCheckingInterval: slowOnes.connectionsCheckingInterval / 100,
}
/** What is never reached: the one under test has to be the one that cuts. */
const hour = 3_600_000
const patient = { ...short, headersTimeout: hour, requestTimeout: hour, keepAliveTimeout: hour }

async function serving(limits: typeof slowOnes) {
  const heard: string[] = []
  const app = new Hono()
    .post('/words', async (c) => {
      heard.push(await c.req.text())
      return c.text('taken')
    })
    .get('/', (c) => c.text('here'))
    // Says at once that it is too long, as the doors do.
    .post('/too-long', (c) => c.text('too long', 413))
    // Who is cut off in the middle is told nothing.
    .onError(() => new Response(null, { status: 500 }))
  const server = await listening(app, { port: await freePort(), limits })
  onTestFinished(() => closed(server))
  const { port } = server.address() as AddressInfo
  return { port, heard }
}

/** A connection that notes what came back, and whose end can be waited for. */
async function connected(port: number) {
  const socket: Socket = connect(port, '127.0.0.1')
  let came = ''
  socket.on('data', (chunk: Buffer) => (came += chunk.toString()))
  socket.on('error', () => undefined)
  // By an error too: it is cut off.
  const ended = new Promise<void>((done) =>
    socket.once('close', () => {
      done()
    }),
  )
  await once(socket, 'connect')
  onTestFinished(() => void socket.destroy())
  return { socket, ended, came: () => came }
}

/** Sends a byte, and another, for as long as anybody takes them. */
async function trickle({ socket, ended }: Awaited<ReturnType<typeof connected>>, text: string): Promise<void> {
  for (let at = 0; !socket.destroyed; at++) {
    socket.write(text.charAt(at % text.length))
    await sleep(10)
  }
  await ended
}

test('headers that come byte by byte are cut', async () => {
  const { port } = await serving({ ...patient, headersTimeout: short.headersTimeout })
  const slow = await connected(port)
  slow.socket.write('GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ')
  await trickle(slow, 'a')
  expect(slow.came()).toMatch(/^HTTP\/1\.1 408 /)
})

test('a body that comes byte by byte is cut, and nothing of it is kept', async () => {
  const { port, heard } = await serving({
    ...patient,
    requestTimeout: short.requestTimeout,
    headersTimeout: short.headersTimeout,
  })
  const slow = await connected(port)
  slow.socket.write('POST /words HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000000\r\n\r\n')
  await trickle(slow, 'a')
  expect(heard).toEqual([])
})

test('a connection on which nobody asks any more is closed, one on which nobody ever asked as well', async () => {
  const { port } = await serving({
    ...patient,
    keepAliveTimeout: short.keepAliveTimeout,
    headersTimeout: short.headersTimeout,
  })
  const idle = await connected(port)
  const mute = await connected(port)
  idle.socket.write('GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n')
  await idle.ended
  expect(idle.came()).toContain('here')
  await mute.ended
})

test('a hundred slow ones keep nobody else from being answered', async () => {
  const { port } = await serving(patient)
  const slow = await Promise.all(Array.from({ length: 100 }, () => connected(port)))
  for (const { socket } of slow) socket.write('POST /words HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 10\r\n\r\nab')
  expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('here')
})

test('the limits are those of the machine: half a minute for what comes, a minute for silence', () => {
  expect(slowOnes).toMatchObject({ headersTimeout: 30_000, requestTimeout: 30_000, keepAliveTimeout: 60_000 })
})

test('a port that is taken is said in one sentence', async () => {
  const { port } = await serving(patient)
  await expect(listening(new Hono(), { port })).rejects.toThrow(
    `Nothing can be served at port ${port} (EADDRINUSE): something else is running there`,
  )
})

test('whoever sends too long a text over a slow line reads why: what nobody waits for is taken until it is over', async () => {
  const { port } = await serving(patient)
  const line = await connected(port)
  const part = 'x'.repeat(100_000)
  const headers = ['POST /too-long HTTP/1.1', 'host: 127.0.0.1', `content-length: ${String(30 * part.length)}`, '', '']
  line.socket.write(headers.join('\r\n'))
  line.socket.write(part)
  await expect.poll(line.came).toContain('too long')
  // Longer than the half second after which the line was cut.
  await sleep(700)
  for (let n = 1; n < 30; n++) line.socket.write(part)
  line.socket.write('GET / HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n')
  await expect.poll(line.came).toContain('here')
})
