import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import type { DynamoDBStreamEvent } from 'aws-lambda'
import { setTimeout as sleep } from 'node:timers/promises'
import { build as caseChanges } from '../../functions/case-changes.ts'
import { build as deadlineSweep } from '../../functions/deadline-sweep.ts'
import { build as deliveryReport } from '../../functions/delivery-report.ts'
import { build as inboundSms } from '../../functions/inbound-sms.ts'
import { manifest } from '../../functions/manifest.ts'
import { build as sendNotices } from '../../functions/send-notices.ts'
import { build as staffApi } from '../../functions/staff-api.ts'
import { startStream } from '../../infra/local/stream/stream.ts'
import { tables } from '../../infra/local/tables.ts'
import { mali } from '../../programme/mali.ts'
import { type BenchEngine } from '../tools/engine.ts'
import { deliveryPath, formOf, phoneOf, smsFields, smsPath } from '../tools/callbacks.ts'
import { benchServices, signIn } from '../tools/services.ts'
import { textOf } from '../tools/texts.ts'

const answerMark = 'de nouveau gratuits'
export const place = { system: 'cod-2021', code: 'ML0701' } as const

/** Looks again this often whether what follows from a step has followed. */
const lookMs = 100
const patienceMs = 60_000

/** The functions of one case's life, in this process, with the stream between them as on AWS: one engine, one reader per stream function. */
export async function world(engine: BenchEngine, nowAt: () => string) {
  const waiting = new Map<string, (gatewayMessageId: string) => void>()
  /** Answers that left, by phone: one may leave before anybody waits for it. */
  const left = new Map<string, string>()
  let sent = 0
  const gateway = {
    send({ to, text }: { to: string; text: string }) {
      const gatewayMessageId = `ATXid_bench${++sent}`
      if (text.includes(answerMark)) {
        left.set(to, gatewayMessageId)
        waiting.get(to)?.(gatewayMessageId)
      }
      return Promise.resolve({ outcome: 'accepted' as const, gateway: mali.gateways.otherwise, gatewayMessageId })
    },
  }
  const { client, keyFile, endpoint, dbPath } = engine
  const services = benchServices({ client, keyFile, nowAt, gateway })
  const apps = { sms: inboundSms(services), delivery: deliveryReport(services), staff: staffApi(services) }
  const consumer = (name: string, handle: ReturnType<typeof caseChanges>) => {
    const trigger = manifest.find((entry) => entry.name === name)?.trigger
    const items: readonly string[] = trigger?.on === 'stream' ? trigger.items : []
    const filter = ({ dynamodb }: DynamoDBStreamEvent['Records'][number]) =>
      items.includes(dynamodb?.NewImage?.['is']?.S ?? '')
    return { name, handle, filter }
  }
  const stream = await startStream({
    client: new DynamoDBStreamsClient({
      endpoint,
      region: 'local',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    }),
    table: tables.cases,
    consumers: [consumer('case-changes', caseChanges(services)), consumer('send-notices', sendNotices(services))],
    ...(dbPath === undefined ? {} : { dbPath }),
  })
  const authorization = await signIn(services, 'focal-point')

  async function ok(answer: Response | Promise<Response>): Promise<Response> {
    const given = await answer
    if (given.status !== 200) throw new Error(`${given.status} in the life of a case: ${await given.text()}`)
    return given
  }

  return {
    services,
    stream,
    sweep: deadlineSweep(services),
    authorization,
    staff: apps.staff,

    async receive(n: number, text = textOf(n)): Promise<string> {
      const form = formOf(smsFields(phoneOf(n), text, `life-${n}-${text.length}`))
      return (await ok(apps.sms.request(smsPath, form))).text()
    },
    async read(reference: string): Promise<{ informedAt: string | null; satisfaction: number | null }> {
      const answer = await ok(apps.staff.request(`/api/cases/${reference}`, { headers: { authorization } }))
      return (await answer.json()) as { informedAt: string | null; satisfaction: number | null }
    },
    async step(reference: string, name: string, body: object): Promise<void> {
      const headers = { authorization, 'content-type': 'application/json' }
      const sentBody = JSON.stringify({ requestId: `${reference}-${name}`, ...body })
      await ok(apps.staff.request(`/api/cases/${reference}/${name}`, { method: 'POST', headers, body: sentBody }))
    },
    /** Answers, and resolves with the gateway's id of the SMS that carried the answer. */
    async answer(reference: string, n: number): Promise<string> {
      const leaves = new Promise<string>((done) => waiting.set(phoneOf(n), done))
      await this.step(reference, 'answer', { outcome: 'resolved', answer: `Les soins sont ${answerMark}` })
      const id = left.get(phoneOf(n)) ?? (await Promise.race([leaves, sleep(patienceMs, null, { ref: false })]))
      left.delete(phoneOf(n))
      waiting.delete(phoneOf(n))
      if (id === null) throw new Error(`no answer left; the stream gave up ${stream.failures().length} records`)
      return id
    },
    async delivered(id: string, n: number): Promise<void> {
      const fields = { id, status: 'Success', phoneNumber: phoneOf(n), networkCode: '61002' }
      await ok(apps.delivery.request(deliveryPath, formOf(fields)))
    },
    async until(reference: string, holds: (seen: Awaited<ReturnType<typeof this.read>>) => boolean): Promise<void> {
      for (let tries = 0; tries < patienceMs / lookMs; tries++) {
        if (holds(await this.read(reference))) return
        await sleep(lookMs)
      }
      throw new Error('what follows from a step did not follow in time')
    },
  }
}
export type World = Awaited<ReturnType<typeof world>>

/** Whoever is answered too late, or told 503, comes again, as a gateway and people do, and goes away in the end. */
const comesAgainMs = 100
const goesAwayMs = 3 * patienceMs

/** What a machine with much else to do brings about; all else is a fault. */
const tooSlow = /^503 |^no answer left|did not follow in time$/

export interface Followed {
  /** Answers that were too slow, asked for again. */
  slow: number
  /** Lives that ended, and those nobody followed to their end, for an answer was too slow again and again. */
  ended: number
  givenUp: number
}
export const nobody = (): Followed => ({ slow: 0, ended: 0, givenUp: 0 })

/**
 * Receive, assess, assign, answer, tell, confirm: every step through its function, every consequence through the stream. What is too slow is a
 * figure, not the end of the measurement.
 */
export async function lifecycle(life: World, n: number, seen: Followed): Promise<void> {
  try {
    const reference = await again(() => life.receive(n))
    await again(() => life.step(reference, 'assess', { level: 'N1', category: 'SAN-FRAIS', place }))
    await again(() => life.step(reference, 'assign', { organisation: 'ong-sante-gao' }))
    const sms = await again(() => life.answer(reference, n))
    await again(() => life.delivered(sms, n))
    await again(() => life.until(reference, ({ informedAt }) => informedAt !== null))
    await again(() => life.receive(n, '1'))
    await again(() => life.until(reference, ({ satisfaction }) => satisfaction === 1))
    seen.ended++
  } catch (error) {
    if (!isTooSlow(error)) throw error
    seen.givenUp++
  }

  async function again<T>(run: () => Promise<T>): Promise<T> {
    for (const untilMs = performance.now() + goesAwayMs; ;)
      try {
        return await run()
      } catch (error) {
        if (!isTooSlow(error) || performance.now() > untilMs) throw error
        seen.slow++
        await sleep(comesAgainMs)
      }
  }
}

const isTooSlow = (error: unknown): boolean => error instanceof Error && tooSlow.test(error.message)
