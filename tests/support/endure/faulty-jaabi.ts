import { startJaabi } from '../../../infra/local/jaabi.ts'
import { portIn } from '../../../infra/local/port.ts'
import { randomFaults, startFaultProxy } from '../../../infra/local/stand-ins/fault-proxy.ts'

/** What goes wrong between Jaabi and its table at one call in a hundred. */
const plan = randomFaults({
  seed: 31,
  share: 0.01,
  faults: ['drop-reply', 'throttling', 'transaction-conflict', 'transaction-in-progress'],
  operations: ['PutItem', 'UpdateItem', 'DeleteItem', 'TransactWriteItems'],
})

const jaabi = await startJaabi({
  port: portIn(process.env['PORT'] ?? ''),
  state: process.env['JAABI_STATE'] ?? '',
  outsideAt: process.env['OUTSIDE_AT'] ?? '',
  reachedAt: async (target) => (await startFaultProxy({ target, plan, remembers: false })).endpoint,
})
process.on('SIGTERM', () => void jaabi.stop().finally(() => process.exit(0)))
