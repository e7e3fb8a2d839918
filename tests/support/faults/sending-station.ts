import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { expect } from 'vitest'
import { africasTalkingGateway } from '../../../adapters/gateways/africastalking/send.ts'
import { asRead } from '../../../core/notices/next-look.ts'
import { type FakeGateway, fakeGateway, standsFor } from '../../../infra/local/stand-ins/fake-gateway.ts'
import type { AllServices, Jaabi } from '../functions/services.ts'
import { deliveryReport } from './delivery.ts'
import { historyFlaws, readLedger } from './history-check.ts'
import { closing, sms, staffStep, streamOf } from './trouble.ts'

export const phone = '+22370000001'

/** The gateway's own HTTP API on a port of its own. */
async function served(jaabi: Jaabi): Promise<{ fake: FakeGateway; url: string }> {
  const file = join(mkdtempSync(join(tmpdir(), 'jaabi-sending-')), 'sms.jsonl')
  const fake = fakeGateway({ file, now: () => jaabi.clock.nowAt })
  const server = serve({ fetch: fake.app.fetch, hostname: '127.0.0.1', port: 0 })
  await once(server, 'listening')
  closing(() => {
    if ('closeAllConnections' in server) server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { fake, url: `http://127.0.0.1:${port}/version1/messaging` }
}

/** A Jaabi that sends through the real SDK; `change` gets between it and the outside. */
export async function sending(
  newJaabi: () => Promise<Jaabi>,
  change: (services: AllServices) => Partial<AllServices> = () => ({}),
) {
  const jaabi = await newJaabi()
  const { fake, url } = await served(jaabi)
  const gateway = africasTalkingGateway({ username: 'jaabi', apiKey: 'k', senderId: 'JAABI', url, timeoutMs: 2_000 })
  const services = { ...jaabi.servicesFor('send-notices'), gateways: new Map([[standsFor, gateway]]) }
  const stream = await streamOf(jaabi, { sending: { ...services, ...change(services) } })
  let count = 0
  const at = (clock: string) => {
    jaabi.clock.nowAt = `2027-06-${clock}:00.000Z`
  }
  return {
    jaabi,
    fake,
    stream,
    at,
    left: () => fake.sent(phone),
    /** An SMS arrives, and what follows from it. */
    async hears(text: string, from = phone): Promise<string> {
      const { text: reference } = await sms(jaabi.servicesFor('inbound-sms'), from, text, `AT-${count++}`)
      await stream.drain()
      return reference
    },
    /** The clock moves on, the sweep looks, what follows follows. */
    async later(clock: string): Promise<void> {
      at(clock)
      await jaabi.sweep()
      await stream.drain()
    },
    async reported(id: string, status: string, failureReason?: string): Promise<void> {
      expect(await deliveryReport(jaabi, id, status, phone, failureReason ? { failureReason } : {})).toBe(200)
      await stream.drain()
    },
    /** As people read it. */
    notice: async (reference: string, template = 'acknowledgement') => {
      const found = (await jaabi.noticesOf(reference)).find((one) => one.template === template)
      if (!found) throw new Error(`no ${template}`)
      return asRead(found, jaabi.clock.nowAt)
    },
    async answered(reference: string): Promise<void> {
      await jaabi.person('fatou', { role: 'focal-point' })
      await staffStep(jaabi.servicesFor('staff-api'), reference, 'assess', { level: 'N1', requestId: 'r1' })
      const answer = { outcome: 'resolved', answer: 'le forage marche', requestId: 'r2' }
      await staffStep(jaabi.servicesFor('staff-api'), reference, 'answer', answer)
      await stream.drain()
    },
    async flaws(): Promise<string[]> {
      const left = fake.sent().map(({ to, message: text, messageId }) => ({ to, text, messageId }))
      return historyFlaws(await readLedger(jaabi.client, jaabi.tables), { left })
    },
  }
}
