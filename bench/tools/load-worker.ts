import { Agent, request } from 'node:http'
import { formOf, phoneOf, smsFields } from './callbacks.ts'
import { textOf } from './texts.ts'

/** What the parent asks of the process that makes the load. */
export interface LoadJob {
  port: number
  path: string
  script: 'sms' | 'ussd'
  connections: number
  seconds: number
  /** First of the senders of this round: no two requests of a run have the same one. */
  from: number
}

export interface LoadResult {
  perSecond: number
  /** Requests that were not answered 200 with a text of their own. */
  failed: number
  /** Milliseconds, by what was asked. */
  latencies: Record<string, number[]>
}

type Post = (kind: string, fields: Record<string, string>) => Promise<void>
type Script = (sender: number, post: Post) => Promise<void>

const scripts: Record<LoadJob['script'], Script> = {
  sms: (n, post) => post('sms', smsFields(phoneOf(n), textOf(n), `bench-${n}`)),
  async ussd(n, post) {
    const hop = (kind: string, text: string) =>
      post(kind, { sessionId: `bench-${n}`, phoneNumber: phoneOf(n), serviceCode: '*000#', networkCode: '61002', text })
    await hop('dial', '')
    await hop('menu', '1')
    await hop('words', `1*${textOf(n)}`)
    await hop('consent', `1*${textOf(n)}*1`)
  },
}

async function run({ port, path, script, connections, seconds, from }: LoadJob): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const latencies: LoadResult['latencies'] = {}
  let next = from
  let failed = 0

  const post: Post = (kind, fields) =>
    new Promise((done) => {
      const { body, ...options } = formOf(fields)
      const startMs = performance.now()
      const sent = request({ agent, host: '127.0.0.1', port, path, ...options }, (answer) => {
        let length = 0
        answer.on('data', (chunk: Buffer) => (length += chunk.length))
        answer.on('end', () => {
          ;(latencies[kind] ??= []).push(performance.now() - startMs)
          if (answer.statusCode !== 200 || length < 8) failed++
          done()
        })
      })
      sent.on('error', () => {
        failed++
        done()
      })
      sent.end(body)
    })

  const startMs = performance.now()
  const untilMs = startMs + seconds * 1000
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < untilMs) await scripts[script](next++, post)
    }),
  )
  const tookSeconds = (performance.now() - startMs) / 1000
  agent.destroy()
  const count = Object.values(latencies).reduce((sum, { length }) => sum + length, 0)
  return { perSecond: count / tookSeconds, failed, latencies }
}

process.on('message', (job) => {
  void run(job as LoadJob).then((result) => process.send?.(result))
})
process.on('disconnect', () => process.exit(0))
