import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gatewayPath } from '../../functions/gateways/path.ts'
import { manifest } from '../../functions/manifest.ts'
import { bundleOptions } from '../../infra/aws/functions/bundle.ts'
import type { Deployed } from '../../infra/rehearsal/deployed.ts'
import { eventOf } from '../../infra/rehearsal/entrance.ts'
import { type Rehearsal, rehearse } from '../../infra/rehearsal/rehearsal.ts'
import { mali } from '../../programme/mali.ts'
import { phoneOf } from '../tools/callbacks.ts'
import type { Section } from '../tools/section.ts'
import { median } from '../tools/stats.ts'
import type { Figure } from '../tools/table.ts'
import { build } from './bundles.ts'

interface Cold {
  fn: Deployed
  /** The first thing it is asked, `n` being a number of its own. */
  ask: (n: number) => Promise<unknown>
  replyMs: number[]
}

const overBare = 'bare handler with one GetItem'

/** Milliseconds of processor time, all of the process, from its start to its first reply. */
async function firstReply({ start }: Rehearsal, { fn, ask }: Cold, n: number): Promise<number> {
  const execution = await start(fn)
  const answer = (await execution.invoke(await ask(n))) as { statusCode?: number }
  if (answer.statusCode !== 200) throw new Error(`${fn.name} answered ${String(answer.statusCode)}`)
  const { cpuUs } = execution.measured()
  await execution.stop()
  return cpuUs / 1000
}

/** A request of API Gateway. */
function asking({ deployment, origin, token }: Rehearsal) {
  const gateway = mali.gateways.otherwise
  return (routeKey: string, fields?: Record<string, string>) => {
    const [method = '', pattern = ''] = routeKey.split(' ')
    const path = pattern.replace('{gateway}', gateway).replace('{token}', token).replace('{page+}', 'connexion')
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const body = fields && new URLSearchParams(fields).toString()
    const request = new Request(`${origin}${path}`, body === undefined ? { method } : { method, headers, body })
    return eventOf(request, { routeKey, pathParameters: { gateway, token }, account: deployment.account })
  }
}

function coldOnes(
  rehearsal: Rehearsal,
  folder: string,
): { bare: Cold; ours: (Cold & { what: string; atMost?: number })[] } {
  const deployed = (name: string): Deployed => {
    const fn = rehearsal.deployment.functions.find((one) => one.name === name)
    if (!fn) throw new Error(`${name} is not deployed`)
    return fn
  }
  const event = asking(rehearsal)
  const dial = (n: number) =>
    event(`POST ${gatewayPath('ussd')}`, {
      sessionId: `cold-${n}`,
      phoneNumber: phoneOf(n),
      serviceCode: '*000#',
      text: '',
    })
  const sms = (n: number) =>
    event(`POST ${gatewayPath('sms')}`, {
      from: phoneOf(n),
      to: '36019',
      text: 'Le forage est en panne',
      id: `cold-${n}`,
    })
  const [entry] = manifest
  if (!entry) throw new Error('the manifest is empty')
  const { file } = build(entry, folder, bundleOptions, 'bench/tools/bare-ussd-function.ts')
  const cold = (name: string, what: string, ask: Cold['ask']) => ({ fn: deployed(name), what, ask, replyMs: [] })
  return {
    bare: { fn: { ...deployed('ussd'), folder: dirname(file) }, ask: dial, replyMs: [] },
    ours: [
      { ...cold('ussd', 'ussd: the first screen', dial), atMost: 1.25 },
      cold('inbound-sms', 'inbound-sms: an SMS', sms),
      cold('public-web', 'public-web: the form', () => event('GET /')),
      cold('console', 'console: the page to sign in', () => event('GET /console/{page+}')),
    ],
  }
}

/** What AWS pays for before anybody is answered: each function as it deploys, started as Lambda starts it, in turns with a bare one. */
export const deployed: Section = async ({ quick, say }) => {
  const folder = mkdtempSync(join(tmpdir(), 'jaabi-bench-'))
  const rehearsal = await rehearse()
  try {
    const { bare, ours } = coldOnes(rehearsal, folder)
    const rounds = quick ? 7 : 25
    for (let at = 0; at < rounds; at++) {
      bare.replyMs.push(await firstReply(rehearsal, bare, at))
      for (const one of ours) one.replyMs.push(await firstReply(rehearsal, one, 1_000 + at))
      if (at % 5 === 0) say(`round ${at + 1} of ${rounds}`)
    }
    const bareMs = median(bare.replyMs).toFixed(0)
    return ours.map(({ what, replyMs, atMost }): Figure => {
      return {
        section: 'deployed',
        what: `${what}: process start to first reply`,
        figure: `${median(replyMs).toFixed(0)} ms against ${bareMs} ms`,
        ratio: median(replyMs.map((ms, at) => ms / (bare.replyMs[at] ?? ms))),
        over: overBare,
        ...(atMost === undefined ? {} : { budget: { atMost } }),
      }
    })
  } finally {
    await rehearsal.stop()
    rmSync(folder, { recursive: true })
  }
}
