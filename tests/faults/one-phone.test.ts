import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { woman } from '../support/functions/phone.ts'
import { jaabiProcess } from '../support/faults/process.ts'
import { callback, closing } from '../support/faults/trouble.ts'
import { spoken } from '../support/gateways/spoken.ts'

const messages = 60
const atOnce = 20

/** Jaabi as a process of its own, and a gateway that calls it sixty times, twenty at once; `call` makes the n-th of its requests. */
async function running() {
  const state = mkdtempSync(join(tmpdir(), 'jaabi-one-phone-'))
  const jaabi = await jaabiProcess(state)
  closing(async () => {
    await jaabi.kill('SIGKILL')
    rmSync(state, { recursive: true, force: true })
  })
  await jaabi.start()
  const json = async (path: string) => (await (await fetch(`${jaabi.base}${path}`)).json()) as Record<string, string>
  const { gatewayToken: token = '', now = '' } = await json('/local/config')
  async function sixty(gateway: string, path: string, call: (n: number) => RequestInit & { query?: string }) {
    const numbers = Array.from({ length: messages }, (_, at) => at)
    const answers: { status: number; text: string }[] = []
    const one = async (n: number) => {
      const { query, ...init } = call(n)
      const address = `${jaabi.base}/gateways/${gateway}/${token}/${path}`
      const answer = await fetch(query === undefined ? address : `${address}?${query}`, init)
      answers.push({ status: answer.status, text: await answer.text() })
    }
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        for (let n = numbers.shift(); n !== undefined; n = numbers.shift()) await one(n)
      }),
    )
    expect(
      answers.filter(({ status }) => status !== 200),
      `${gateway} ${path}`,
    ).toEqual([])
    return new Set(answers.map(({ text }) => text))
  }
  return { token, now, sixty, health: () => json('/local/health') }
}

test('sixty different SMS of one phone, twenty at once: all taken at the first try, each a case of its own', async () => {
  const { token, now, sixty, health } = await running()
  for (const [at, gateway] of spoken.entries()) {
    const answers = await sixty(gateway.name, 'sms', (n) => {
      const text = `Le puits ${n} du quartier ${at} est en panne`
      const call = gateway.carry(gateway.sms({ from: `+2237000040${at}`, text, id: `${gateway.name}-${n}` }))
      return gateway.sign?.(call, now, token) ?? call
    })
    expect(answers.size, gateway.name).toBe(gateway.answeredNothing ? 1 : messages)
    expect(await health(), gateway.name).toMatchObject({ cases: (at + 1) * messages, orphans: 0 })
  }
})

test('sixty missed calls of one phone, and of sixty, twenty at once: all taken, one call asked for by each phone', async () => {
  const { sixty, health } = await running()
  const ringing = (callerNumber: string, sessionId: string) =>
    callback({ isActive: '1', direction: 'Inbound', destinationNumber: '+22320000000', callerNumber, sessionId })
  await sixty('africastalking', 'voice', (n) => ringing(woman, `one-${n}`))
  expect(await health()).toMatchObject({ cases: 1, orphans: 0 })
  await sixty('africastalking', 'voice', (n) => ringing(`+223700005${String(n).padStart(2, '0')}`, `each-${n}`))
  expect(await health()).toMatchObject({ cases: messages + 1, orphans: 0 })
})
