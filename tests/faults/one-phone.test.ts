import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { woman } from '../support/functions/phone.ts'
import { jaabiProcess } from '../support/faults/process.ts'
import { callback, closing } from '../support/faults/trouble.ts'

const messages = 60
const atOnce = 20

test('sixty different SMS of one phone, twenty at once: all taken at the first try, each a case of its own', async () => {
  const state = mkdtempSync(join(tmpdir(), 'jaabi-one-phone-'))
  const jaabi = await jaabiProcess(state)
  closing(async () => {
    await jaabi.kill('SIGKILL')
    rmSync(state, { recursive: true, force: true })
  })
  await jaabi.start()
  const { gatewayToken } = (await (await fetch(`${jaabi.base}/local/config`)).json()) as { gatewayToken: string }

  const numbers = Array.from({ length: messages }, (_, at) => at)
  const answers: { status: number; reference: string }[] = []
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let n = numbers.shift(); n !== undefined; n = numbers.shift()) {
        const sms = callback({ from: woman, to: '36061', text: `Le puits ${n} est en panne`, id: `AT-${n}` })
        const answer = await fetch(`${jaabi.base}/gateways/africastalking/${gatewayToken}/sms`, sms)
        answers.push({ status: answer.status, reference: await answer.text() })
      }
    }),
  )

  expect(answers.filter(({ status }) => status !== 200)).toEqual([])
  expect(new Set(answers.map(({ reference }) => reference)).size).toBe(messages)
  const health = (await (await fetch(`${jaabi.base}/local/health`)).json()) as Record<string, unknown>
  expect(health).toMatchObject({ cases: messages, orphans: 0 })
})
