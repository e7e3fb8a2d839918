import { createHash } from 'node:crypto'
import { Agent, createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { forward } from './forward.ts'
import { closed, listening } from './loopback.ts'

/** What can go wrong between a DynamoDB client and the database. The first four answers come without the database seeing the call. */
export type Fault =
  | 'throughput-exceeded'
  | 'throttling'
  /** A transaction is cancelled with a TransactionConflict reason; any other call gets a TransactionConflictException. */
  | 'transaction-conflict'
  | 'transaction-in-progress'
  /** The connection breaks before the call reaches the database. */
  | 'drop-request'
  /** The database does the work, then the connection breaks: an acknowledgement lost after the commit. */
  | 'drop-reply'
  /** Nobody ever answers. */
  | 'no-answer'
  | { latencyMs: number }

export interface ProxiedCall {
  /** `PutItem`, `TransactWriteItems` … (from the `x-amz-target` header). */
  operation: string
  /** 0 for the first call of this operation, and so on; a retry is a call. */
  index: number
}

export type FaultPlan = (call: ProxiedCall) => Fault | undefined

export interface FaultProxy {
  endpoint: string
  /** Every call that came, in order, with the fault it got. */
  seen: readonly (ProxiedCall & { fault?: Fault })[]
  stop: () => Promise<void>
}

/** Per operation, the faults of its first calls in turn (`undefined`: none); after them all goes well. */
export function programmedFaults(faults: Record<string, readonly (Fault | undefined)[]>): FaultPlan {
  return ({ operation, index }) => faults[operation]?.[index]
}

/** A fault for about this share (0–1) of the calls, the same ones for the same seed; of the named operations only, if named. */
export function randomFaults(options: {
  seed: number
  share: number
  faults: readonly Fault[]
  operations?: readonly string[]
}): FaultPlan {
  const random = seededRandom(options.seed)
  return ({ operation }) => {
    if (options.operations?.includes(operation) === false || random() >= options.share) return undefined
    return options.faults[Math.floor(random() * options.faults.length)]
  }
}

interface Standing {
  target: string
  plan: FaultPlan
  /** Are calls listed in `seen`? Not where they come for half an hour. */
  remembers?: boolean
}

/** Stands between an SDK client and the engine at `target`; asks the plan for each call what goes wrong. */
export async function startFaultProxy({ target, plan, remembers = true }: Standing): Promise<FaultProxy> {
  const agent = new Agent({ keepAlive: true })
  const seen: (ProxiedCall & { fault?: Fault })[] = []
  const counts = new Map<string, number>()

  async function pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await buffer(incoming)
    const operation = targetOf(incoming).split('.').at(-1) ?? ''
    const call = { operation, index: counts.get(operation) ?? 0 }
    counts.set(operation, call.index + 1)
    const fault = plan(call)
    if (remembers) seen.push({ ...call, ...(fault !== undefined && { fault }) })

    if (fault === 'drop-request') {
      incoming.socket.destroy()
      return
    }
    if (fault === 'no-answer') return
    if (typeof fault === 'string' && fault !== 'drop-reply') {
      const { status, answer } = refusals[fault](operation, body)
      outgoing.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(answer))
      return
    }
    if (typeof fault === 'object') await sleep(fault.latencyMs)
    const reply = await forward(target, agent, incoming, body)
    if (fault === 'drop-reply') incoming.socket.destroy()
    else outgoing.writeHead(reply.status, reply.headers).end(reply.body)
  }

  const server = createServer((incoming, outgoing) => {
    // A database that is away looks from here as it does without the proxy: the connection breaks.
    pass(incoming, outgoing).catch(() => incoming.socket.destroy())
  })
  const port = await listening(server)
  return {
    endpoint: `http://127.0.0.1:${port}`,
    seen,
    stop: async () => {
      agent.destroy()
      await closed(server)
    },
  }
}

type Refusal = Exclude<Extract<Fault, string>, 'drop-request' | 'drop-reply' | 'no-answer'>

/** DynamoDB's own answers: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html */
const refusals: Record<Refusal, (operation: string, body: Buffer) => { status: number; answer: object }> = {
  'throughput-exceeded': () => error('ProvisionedThroughputExceededException', 'The level of throughput is exceeded'),
  throttling: () =>
    error('ThrottlingException', 'Rate of requests exceeds the allowed throughput', 'com.amazon.coral.availability'),
  'transaction-in-progress': () =>
    error('TransactionInProgressException', 'The transaction with this token is still running'),
  'transaction-conflict': (operation, body) => {
    if (!operation.startsWith('Transact')) return error('TransactionConflictException', CONFLICT)
    const reasons = Array.from({ length: itemCount(body) }, (_, index) =>
      index === 0 ? { Code: 'TransactionConflict', Message: CONFLICT } : { Code: 'None' },
    )
    const codes = reasons.map(({ Code }) => Code).join(', ')
    const { status, answer } = error('TransactionCanceledException', `Transaction cancelled: [${codes}]`)
    return { status, answer: { ...answer, CancellationReasons: reasons } }
  },
}

const CONFLICT = 'Transaction is ongoing for the item'

function error(name: string, message: string, namespace = 'com.amazonaws.dynamodb.v20120810') {
  return { status: 400, answer: { __type: `${namespace}#${name}`, message } }
}

function itemCount(body: Buffer): number {
  const call = JSON.parse(body.toString()) as { TransactItems?: unknown[] }
  return call.TransactItems?.length ?? 1
}

function targetOf(incoming: IncomingMessage): string {
  const header = incoming.headers['x-amz-target']
  return typeof header === 'string' ? header : ''
}

/** Numbers from 0 to 1 that follow from the seed alone. */
function seededRandom(seed: number): () => number {
  let drawn = 0
  return () => createHash('sha256').update(`${seed}/${drawn++}`).digest().readUInt32BE() / 2 ** 32
}
