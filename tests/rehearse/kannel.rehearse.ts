import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { kannelGateway } from '../../adapters/gateways/kannel/send.ts'
import { gatewayPath } from '../../functions/gateways/path.ts'
import { patience } from '../../infra/local/patience.ts'
import { freePort } from '../../infra/local/free-port.ts'
import { seeded } from '../support/functions/outside.ts'
import { callbacksOf } from '../support/functions/phone.ts'
import { gatewayToken, withJaabi } from '../support/functions/services.ts'
import { hasPackages } from '../support/rehearse/debian.ts'
import { kannelIn } from '../support/rehearse/kannel.ts'
import { type Fate, messageCentre, type Received } from '../support/rehearse/message-centre.ts'

const shortCode = '36019'
const newJaabi = await withJaabi()
const full = inject('full')
const phones = full ? 700 : 300
const count = full ? 2_000 : 300

/** Numbers that no data of ours holds and no operator sees: everything here stays on this machine. */
const phone = (n: number): string => `+2237${String(9_000_000 + n)}`
/** What becomes of our SMS to a phone, by its last digit: all that an operator can say. */
const fates = new Map<string | undefined, Fate>([
  ['7', 'UNDELIV'],
  ['8', 'ACCEPTD'],
  ['9', 'refused'],
])
const fateOf = (to: string): Fate => fates.get(to.at(-1)) ?? 'DELIVRD'

const subjects = [
  'Le forage du quartier est en panne depuis lundi, numero',
  'Il n’y a plus de paludisme en stock – médicament numéro',
  'Dɔgɔtɔrɔso ka ji tɛ sɔrɔ, nimɔrɔ',
  'La distribution a commencé à l’école sans prévenir, n°',
  'لا يوجد ماء في الحي منذ أسبوع، رقم',
]
const longer = [
  ' et personne ne nous a dit quand il sera repare alors que les femmes marchent deux heures pour trouver de l eau, nous demandons qu un agent vienne voir et nous donne une date',
  ' ani jɛkulu ka mɔgɔw bɛ taa yɔrɔ jan na ji ɲini kama, an b’a ɲini aw fɛ ko aw ka na a lajɛ sanni samiya ka se',
]
/** The nth text: short or long, in either alphabet, no two alike. */
const textOf = (n: number): string =>
  `${subjects[n % subjects.length] ?? ''} ${String(n)}${n % 3 === 0 ? (longer[n % 2] ?? '') : ''}`

function shuffle(seed: number) {
  const random = seeded(seed)
  return <T>(all: T[]): T[] =>
    all
      .map((one) => ({ one, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ one }) => one)
}

/** Jaabi and Kannel side by side, an operator played before it. */
async function line() {
  const folder = mkdtempSync(join(tmpdir(), 'jaabi-kannel-'))
  const [web, admin, boxes, sending] = [await freePort(), await freePort(), await freePort(), await freePort()]
  const base = `http://127.0.0.1:${String(web)}`
  const at = (what: 'sms' | 'delivery') =>
    base + gatewayPath(what).replace('{gateway}', 'kannel').replace('{token}', gatewayToken)
  const [handedOver, inDoubt]: [Received[], Received[]] = [[], []]
  const gateway = kannelGateway(
    {
      url: `http://127.0.0.1:${String(sending)}/cgi-bin/sendsms`,
      username: 'jaabi',
      password: 'rehearsal',
      from: shortCode,
      smsc: null,
      deliveries: at('delivery'),
    },
    { timeoutMs: patience.sendMs },
  )
  const jaabi = await newJaabi({
    programme: { gateways: { byPrefix: {}, otherwise: 'kannel', unnamed: null } },
    carriers: {
      kannel: {
        send: async (sms) => {
          const said = await gateway.send(sms)
          if (said.outcome === 'accepted') handedOver.push(sms)
          if (said.outcome === 'undecided') inDoubt.push(sms)
          return said
        },
      },
    },
  })
  const { sms, delivery } = callbacksOf(jaabi)
  const app = new Hono()
  let away = false
  app.use(async (c, next) => (away ? c.text('', 503) : next()))
  app.route('/', sms)
  app.route('/', delivery)
  const server = serve({ fetch: app.fetch, port: web, hostname: '127.0.0.1' })
  const centre = await messageCentre({ fateOf })
  const kannel = kannelIn(folder, { operatorPort: centre.port, smsUrl: at('sms'), ports: { admin, boxes, sending } })

  const ending = new AbortController()
  const draining = (async () => {
    while (!ending.signal.aborted) {
      await jaabi.drain()
      await sleep(50)
    }
  })()

  await kannel.start('bearerbox')
  await kannel.start('smsbox')
  await until(() => centre.isBound())
  return {
    jaabi,
    kannel,
    centre,
    handedOver,
    inDoubt,
    /** A minute goes by: what was refused for now is tried again. */
    minutePasses: async () => {
      jaabi.clock.nowAt = new Date(Date.parse(jaabi.clock.nowAt) + 60_000).toISOString()
      await jaabi.sweep()
    },
    setAway: (now: boolean) => {
      away = now
    },
    /** Every text of every case, as it was written. */
    async texts(): Promise<string[]> {
      const references = await jaabi.references()
      const said = await Promise.all(references.map((one) => jaabi.saidIn(one)))
      return said.flat().map(({ words }) => words)
    },
    async end(): Promise<void> {
      ending.abort()
      await draining
      kannel.stopAll()
      centre.close()
      server.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Waits as long as it takes: what never comes true is ended by the limit of the test. */
async function until(is: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await is())) await sleep(200)
}

describe.skipIf(!hasPackages())('Kannel 1.4.5 of Debian, as docs/gateways.md has it', () => {
  let on: Awaited<ReturnType<typeof line>>
  const written: { from: string; text: string }[] = []
  const write = async (from: number, to: number, seed: number): Promise<void> => {
    const texts = Array.from({ length: to - from }, (_, n) => ({
      from: phone((from + n) % phones),
      text: textOf(from + n),
    }))
    written.push(...texts)
    await on.centre.write(texts, shortCode, shuffle(seed))
  }
  const allIn = async (): Promise<boolean> => (await on.texts()).length >= written.length
  const sorted = (texts: readonly string[]) => [...texts].sort()

  beforeAll(async () => {
    on = await line()
  })
  afterAll(() => on.end())

  test('every text comes in to the letter, once, long ones in shuffled parts too', async () => {
    await write(0, Math.floor(count * 0.6), 1)
    await until(allIn)
    expect(sorted(await on.texts())).toEqual(sorted(written.map(({ text }) => text)))
  })

  test('smsbox killed half-way: nothing that Jaabi acknowledged is lost', async () => {
    const before = written.length
    await write(before, Math.floor(count * 0.8), 2)
    await until(async () => (await on.texts()).length > before + 5)
    await on.kannel.stop('smsbox', 'SIGKILL')
    const kept = await on.texts()
    await on.kannel.start('smsbox')
    await sleep(3_000)
    // What smsbox was handing over at that moment is gone (docs/gateways.md): whoever was not heard writes again.
    const there = await on.texts()
    expect(there).toEqual(expect.arrayContaining(kept))
    const lost = written.filter(({ text }) => !there.includes(text))
    await on.centre.write(lost, shortCode)
    await until(allIn)
    expect(sorted(await on.texts())).toEqual(sorted(written.map(({ text }) => text)))
  })

  test('Jaabi away, smsbox stopped first: what comes meanwhile waits', async () => {
    await on.kannel.stop('smsbox')
    on.setAway(true)
    await write(written.length, Math.floor(count * 0.9), 3)
    await sleep(1_000)
    on.setAway(false)
    await on.kannel.start('smsbox')
    await until(allIn)
    expect(sorted(await on.texts())).toEqual(sorted(written.map(({ text }) => text)))
  })

  test('Jaabi away for a while, smsbox running: it comes again', async () => {
    on.setAway(true)
    await write(written.length, count, 4)
    await sleep(3_000)
    on.setAway(false)
    await until(allIn)
    expect(sorted(await on.texts())).toEqual(sorted(written.map(({ text }) => text)))
  })

  test('what reaches the phones is what Jaabi wrote, to the letter, once, and nothing of Kannel’s own', async () => {
    const key = ({ to, text }: Received) => `${to} ${text}`
    const phonesOf = (all: readonly { to: string }[]) => new Set(all.map(({ to }) => to))
    const everybody = new Set(written.map(({ from }) => from))
    // While smsbox was away a receipt was refused for now; one that was under way when it was killed is in doubt, and a person's.
    await until(async () => {
      await on.minutePasses()
      return phonesOf([...on.handedOver, ...on.inDoubt]).size === everybody.size
    })
    const wanted = on.handedOver.filter(({ to }) => fateOf(to) === 'DELIVRD').map(key)
    await until(() => on.centre.received.length >= wanted.length)
    await sleep(2_000)
    const received = on.centre.received.map(key)
    expect(received).toEqual(expect.arrayContaining(wanted))
    expect(new Set(received).size).toBe(received.length)
    expect(received.filter((one) => ![...wanted, ...on.inDoubt.map(key)].includes(one))).toEqual([])
  })

  test('what became of each is known: arrived, not, refused, and what only waits is no end', async () => {
    const ends: Record<Fate, string> = { DELIVRD: 'delivered', UNDELIV: 'failed', refused: 'failed', ACCEPTD: 'sent' }
    const sure = on.handedOver.filter(({ to }) => !on.inDoubt.some((doubtful) => doubtful.to === to))
    const states = async () => {
      const notices = (await Promise.all((await on.jaabi.references()).map((one) => on.jaabi.noticesOf(one)))).flat()
      const known = await on.jaabi.items('delivery')
      return Object.groupBy(
        known.filter(({ noticeKey }) => notices.some(({ key }) => key === noticeKey)),
        ({ state }) => String(state),
      )
    }
    await until(async () => (await states())['accepted'] === undefined)
    const [counted, expected] = [await states(), Object.groupBy(sure, ({ to }) => ends[fateOf(to)])]
    for (const end of ['delivered', 'failed', 'sent'])
      expect(counted[end]?.length ?? 0, end).toBeGreaterThanOrEqual(expected[end]?.length ?? 0)
    expect(counted['delivered']?.length).toBeLessThanOrEqual((expected['delivered']?.length ?? 0) + on.inDoubt.length)
  })
})
