import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { unpacked } from './debian.ts'

type Box = 'bearerbox' | 'smsbox'

/** Whatever stands in capitals in the documented configuration, and its ports: what this machine puts there. */
interface Filled {
  operatorPort: number
  smsUrl: string
  ports: { admin: number; boxes: number; sending: number }
  store: string
}

/** The configuration of docs/gateways.md, filled in. */
function configuration({ operatorPort, smsUrl, ports, store }: Filled): string {
  const [, documented] = /```conf\n([^]*?)```/.exec(readFileSync('docs/gateways.md', 'utf8')) ?? []
  if (documented === undefined) throw new Error('docs/gateways.md holds no configuration of Kannel')
  const here: [string, string][] = [
    ['ADMIN-PASSWORD', 'rehearsal'],
    ['SENDING-PASSWORD', 'rehearsal'],
    ['OPERATOR-HOST', '127.0.0.1'],
    ['OPERATOR-USER', 'jaabi'],
    ['OPERATOR-PASSWORD', 'secret'],
    ['port = 2775', `port = ${String(operatorPort)}`],
    ['admin-port = 13000', `admin-port = ${String(ports.admin)}`],
    ['smsbox-port = 13001', `smsbox-port = ${String(ports.boxes)}`],
    ['sendsms-port = 13013', `sendsms-port = ${String(ports.sending)}`],
    ['/var/spool/kannel/store', store],
    ['https://ADDRESS/gateways/kannel/TOKEN/sms', smsUrl],
    // Not to wait half an hour for what is tried here.
    ['http-queue-delay = 10', 'http-queue-delay = 1'],
  ]
  return here.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`docs/gateways.md does not say ${from}`)
    return text.replaceAll(from, to)
  }, documented)
}

async function listens(port: number): Promise<void> {
  for (;;) {
    const socket = connect(port, '127.0.0.1')
    const there = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'error').then(() => false),
    ]).catch(() => false)
    socket.destroy()
    if (there) return
    await sleep(100)
  }
}

/** Debian's Kannel in a folder of its own, as documented. `said` is what it wrote to its standard error. */
export function kannelIn(folder: string, filled: Omit<Filled, 'store'>) {
  const { program, env } = unpacked('kannel', folder)
  const store = join(folder, 'store')
  const file = join(folder, 'kannel.conf')
  mkdirSync(store)
  writeFileSync(file, configuration({ ...filled, store }))
  const running = new Map<Box, ChildProcess>()
  const said: string[] = []
  const ready = { bearerbox: filled.ports.boxes, smsbox: filled.ports.sending }

  return {
    said,
    async start(box: Box): Promise<void> {
      const child = spawn(program(`usr/sbin/${box}`), ['-v', '4', file], { env, cwd: folder })
      child.stderr.on('data', (piece: Buffer) => said.push(piece.toString()))
      running.set(box, child)
      await listens(ready[box])
    },
    /** `SIGKILL` as a machine that goes off, `SIGTERM` as documented. */
    async stop(box: Box, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
      const child = running.get(box)
      running.delete(box)
      if (!child || child.exitCode !== null || child.signalCode !== null) return
      child.kill(signal)
      await once(child, 'exit')
    },
    stopAll: () => {
      for (const child of running.values()) child.kill('SIGKILL')
    },
  }
}
