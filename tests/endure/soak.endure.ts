import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { part, row, runningInTrouble } from '../support/endure/rig.ts'
import { historyFlaws } from '../support/faults/history-check.ts'
import { ledgerIn } from '../support/faults/killing.ts'
import { post } from '../support/faults/outside.ts'

const minutes = 30 * part
/** From here on memory must be flat. */
const warmMinutes = 5 * part
/** Memory rises and falls with every collection: medians of so long. */
const windowMinutes = 5 * part
/** Of what the machine takes in at its fastest. */
const share = 0.3
const gatewayTroubles = ['500', 'partial', 'lost'] as const

const memoryMb = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
const median = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0

test(`fault 31: ${minutes} minutes at ${share} of its speed, with one fault in a hundred on the table and at the gateway`, async () => {
  const { state, jaabi, outsideAt, insists } = await runningInTrouble()
  const acknowledged: { id: string; reference: string }[] = []
  let n = 0
  /** One person: writes, is answered, both SMS are reported twice, says « 1 ». */
  async function life(): Promise<void> {
    const own = n++
    const from = `+22370${String(own).padStart(6, '0')}`
    const reference = await insists.writes(from, `Message ${own}: le forage est en panne`, `AT-${own}`)
    acknowledged.push({ id: `AT-${own}`, reference })
    if (own % 2 > 0) return
    await insists.answers(reference, `reponse ${own}: le forage marche`)
    await sleep(2_000)
    for (const sms of await insists.left(from)) await Promise.all([insists.reports(sms), insists.reports(sms)])
    await insists.writes(from, '1', `AT-${own}-1`)
  }
  const startMs = performance.now()
  const passed = () => (performance.now() - startMs) / 60_000
  // As fast as it goes, for half a minute.
  await Promise.all(
    Array.from({ length: 32 }, async () => {
      while (passed() < 0.5) await life()
    }),
  )
  const everyMs = 30_000 / (n * share)

  const memory: { at: number; mb: number }[] = []
  const going = new Set<Promise<void>>()
  let looked = 0
  while (passed() < minutes) {
    const one = life().finally(() => going.delete(one))
    going.add(one)
    if (passed() * 6 > looked) {
      looked++
      memory.push({ at: passed(), mb: memoryMb(jaabi.pid()) })
      if (looked % 6 === 0) process.stdout.write(`minute ${passed().toFixed(1)}: ${memory.at(-1)?.mb.toFixed(0)} MB\n`)
      // One second in a hundred the gateway is in trouble.
      if (looked % 10 === 0) {
        await post(`${outsideAt}/local/gateway`, { mode: gatewayTroubles[(looked / 10) % gatewayTroubles.length] })
        await sleep(1_000)
        await post(`${outsideAt}/local/gateway`, { mode: 'ok' })
      }
    }
    await sleep(everyMs)
  }
  await Promise.all(going)
  const endMs = performance.now()
  await insists.comesToRest('PT1S')
  const backlogSeconds = (performance.now() - endMs) / 1_000
  await insists.comesToRest('PT7H')
  const left = (await insists.left()).map(({ to, message: text, messageId }) => ({ to, text, messageId }))
  await jaabi.kill('SIGTERM')

  const ledger = await ledgerIn(state)
  const between = (from: number, to: number) =>
    median(memory.filter(({ at }) => at >= from && at < to).map(({ mb }) => mb))
  const warm = between(warmMinutes, warmMinutes + windowMinutes)
  const last = between(minutes - windowMinutes, minutes)
  const told = `${acknowledged.length} messages of ${(60_000 / everyMs).toFixed(0)} people a minute, 0 lost; ${left.length} SMS, 0 twice unmarked`
  const held = `${warm.toFixed(0)} MB in the five minutes from the fifth, ${last.toFixed(0)} MB in the last five (medians)`
  expect(historyFlaws(ledger, { acknowledged, left })).toEqual([])
  expect(ledger.cases).toHaveLength(acknowledged.length)
  expect(last / warm).toBeLessThanOrEqual(1.1)
  expect(backlogSeconds).toBeLessThanOrEqual(60)
  const name = '31: 30 minutes at 0.3 of its speed, one fault in a hundred'
  row(name, `${told}; ${held}; backlog gone in ${backlogSeconds.toFixed(0)} s`)
})
