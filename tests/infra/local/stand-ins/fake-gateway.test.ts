import { fork } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { describe, expect, test } from 'vitest'
import { africasTalkingGateway } from '../../../../adapters/gateways/africastalking/send.ts'
import { fakeGateway, gatewayModes } from '../../../../infra/local/stand-ins/fake-gateway.ts'

const at = '2027-06-07T09:00:00.000Z'
const newFile = () => join(mkdtempSync(join(tmpdir(), 'jaabi-sms-')), 'state', 'sms.jsonl')
const open = (file: string) => fakeGateway({ file, now: () => at })
const to = '+22370000001'
const text = 'Jaabi: message bien noté, No 4829137996.'

/** The fake, served on one port, and the real SDK pointed at it. */
async function station(file = newFile(), timeoutMs = 10_000) {
  const fake = open(file)
  const server = serve({ fetch: fake.app.fetch, hostname: '127.0.0.1', port: 0 })
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const url = `http://127.0.0.1:${port}/version1/messaging`
  const gateway = africasTalkingGateway({ username: 'minka', apiKey: 'k', senderId: 'JAABI', url, timeoutMs })
  return {
    fake,
    url,
    send: () => gateway.send({ to, text }),
    async [Symbol.asyncDispose]() {
      if ('closeAllConnections' in server) server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

describe('each mode, seen through the real SDK', () => {
  test('ok: taken and kept', async () => {
    await using local = await station()
    const result = await local.send()
    const [sms] = local.fake.sent(to)
    expect(sms).toMatchObject({ to, from: 'JAABI', message: text, at, status: 'Sent' })
    expect(result).toEqual({ outcome: 'accepted', gateway: 'africastalking', gatewayMessageId: sms?.messageId })
    expect(local.fake.sent('+22370000002')).toEqual([])
  })

  test.each([
    ['500', { outcome: 'refused', retry: true, reason: 'gateway-fault' }, 0],
    ['unknown-sender', { outcome: 'refused', retry: false, reason: 'invalid-sender' }, 0],
    ['blacklist', { outcome: 'opted-out' }, 0],
    ['timeout', { outcome: 'undecided', reason: 'time-out' }, 0],
    ['lost', { outcome: 'undecided', reason: 'broken-connection' }, 1],
  ] as const)('%s', async (mode, outcome, left) => {
    await using local = await station(newFile(), mode === 'timeout' ? 150 : 10_000)
    local.fake.setMode(mode)
    expect(await local.send()).toEqual(outcome)
    expect(local.fake.sent()).toHaveLength(left)
  })

  test('partial: the first fails for now, the second goes', async () => {
    await using local = await station()
    local.fake.setMode('partial')
    expect(await local.send()).toEqual({ outcome: 'refused', retry: true, reason: 'operator-fault' })
    expect(await local.send()).toMatchObject({ outcome: 'accepted' })
    expect(local.fake.sent()).toHaveLength(1)
  })

  test('a request without a key is told so as the gateway tells it', async () => {
    await using local = await station()
    const reply = await fetch(local.url, { method: 'POST', body: new URLSearchParams({ to, message: text }) })
    expect(reply.status).toBe(401)
    expect(local.fake.sent()).toEqual([])
  })
})

describe('what a restart finds', () => {
  test('the SMS, their states and the mode', async () => {
    const file = newFile()
    await using local = await station(file)
    await local.send()
    const id = local.fake.sent()[0]?.messageId ?? ''
    expect(local.fake.markStatus(id, 'Success')).toBe(true)
    expect(local.fake.markStatus('ATXid_unknown', 'Success')).toBe(false)
    local.fake.setMode('lost')
    const again = open(file)
    expect(again.sent()).toEqual([expect.objectContaining({ messageId: id, message: text, status: 'Success' })])
    expect(again.mode()).toBe('lost')
  })

  test('half a line left by a kill is not an SMS and harms nothing after it', async () => {
    const file = newFile()
    {
      await using local = await station(file)
      await local.send()
    }
    appendFileSync(file, '{"sms":{"to":"+2237000')
    await using local = await station(file)
    expect(local.fake.sent()).toHaveLength(1)
    await local.send()
    expect(open(file).sent()).toHaveLength(2)
  })

  test('every SMS it answered for, after kill -9', async () => {
    const file = newFile()
    const child = fork(new URL('../../../support/fake-gateway-process.ts', import.meta.url), [file])
    try {
      const [port] = (await once(child, 'message')) as [number]
      const url = `http://127.0.0.1:${port}/version1/messaging`
      const gateway = africasTalkingGateway({ username: 'minka', apiKey: 'k', senderId: null, url, timeoutMs: 10_000 })
      const results = await Promise.all(Array.from({ length: 20 }, () => gateway.send({ to, text })))
      child.kill('SIGKILL')
      await once(child, 'exit')
      const kept = open(file)
        .sent()
        .map(({ messageId }) => messageId)
      expect(results.map((result) => ('gatewayMessageId' in result ? result.gatewayMessageId : result)).sort()).toEqual(
        kept.sort(),
      )
    } finally {
      child.kill('SIGKILL')
    }
  })
})

test('the modes the control route offers', () => {
  expect(gatewayModes).toEqual(
    expect.arrayContaining(['ok', 'timeout', '500', 'unknown-sender', 'partial', 'blacklist']),
  )
})
