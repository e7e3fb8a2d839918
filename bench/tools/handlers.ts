import { Hono } from 'hono'
import type { DynamoDBRecord } from 'aws-lambda'
import { openCase } from '../../adapters/dynamodb/cases/case-item.ts'
import { putNotice } from '../../adapters/dynamodb/notices/notice-item.ts'
import { newMember } from '../../core/directory/member.ts'
import { standing } from '../../core/lists/standing.ts'
import { build as caseChanges } from '../../functions/case-changes.ts'
import { build as deliveryReport } from '../../functions/delivery-report.ts'
import { build as inboundSms } from '../../functions/inbound-sms.ts'
import { build as optOut } from '../../functions/opt-out.ts'
import { build as publicWeb } from '../../functions/public-web.ts'
import { build as sendNotices } from '../../functions/send-notices.ts'
import { build as staffApi } from '../../functions/staff-api.ts'
import { build as ussdEnd } from '../../functions/ussd-end.ts'
import { build as ussd } from '../../functions/ussd.ts'
import { mali } from '../../programme/mali.ts'
import { deliveryPath, formOf, gatewayPath, phoneOf, smsFields, smsPath, ussdPath } from './callbacks.ts'
import { tables } from '../../infra/local/tables.ts'
import { benchEngine } from './engine.ts'
import type { Section } from './section.ts'
import { type AllServices, benchServices } from './services.ts'
import { median } from './stats.ts'
import { stubPorts, type StubPorts } from './stub-ports.ts'
import type { Figure } from './table.ts'
import { textOf } from './texts.ts'
import { place } from '../life/world.ts'

interface Measured {
  what: string
  run: () => Promise<unknown>
}

const now = '2027-06-07T10:00:00.000Z'
const layout = { tables, programme: mali.id, shards: 1 }
const hopFields = (text: string) => ({ sessionId: 'bench', phoneNumber: phoneOf(1), serviceCode: '*000#', text })

/** Services on stubbed ports; only the key file is real. */
function stubbed(base: AllServices): { services: AllServices; ports: StubPorts } {
  const ports = stubPorts()
  const directory = {
    ...base.directory,
    member: (id: string) => Promise.resolve(newMember({ id, name: id, role: 'focal-point' })),
    responsible: () => Promise.resolve(null),
  }
  const figures = {
    ...base.figures,
    counted: () => Promise.resolve(new Map<string, never>()),
    recount: () => Promise.resolve(true),
  }
  return { services: { ...base, ...ports, directory, figures, nowAt: () => now }, ports }
}

/** A fresh world in which one SMS became a case, and what follows was prepared. */
async function withCase(base: AllServices) {
  const { services, ports } = stubbed(base)
  const answer = await inboundSms(services).request(smsPath, formOf(smsFields(phoneOf(1), textOf(0), 'bench')))
  const { stored } = ports.known
  const row = stored && standing(stored.caseFile, mali)?.row
  if (answer.status !== 200 || !stored || !row) throw new Error('no case to measure with')
  ports.known.rows = Array.from({ length: 50 }, () => row)
  return { services, ports, stored, reference: stored.caseFile.reference }
}

const record = (image: unknown) =>
  ({ eventID: '1', eventName: 'INSERT', dynamodb: { SequenceNumber: '1', NewImage: image } }) as DynamoDBRecord

/** Throws where the answer is not what it should be: a fast refusal is no figure. */
const asked = (app: Pick<Hono, 'request'>, path: string, init?: RequestInit) => async (): Promise<void> => {
  const answer = await app.request(path, init)
  const text = await answer.text()
  if (answer.status >= 300 || text.includes('batchItemFailures')) throw new Error(`${path} answered ${answer.status}`)
}

function bare(): Measured {
  const app = new Hono()
  app.post('/sms', async (c) => c.text(new URLSearchParams(await c.req.text()).get('text') ?? ''))
  return {
    what: 'bare Hono handler reading the form',
    run: asked(app, '/sms', formOf(smsFields(phoneOf(1), textOf(0), 'x'))),
  }
}

async function ussdHop(base: AllServices, before: readonly string[], typed: string): Promise<() => Promise<void>> {
  const { services, ports } = stubbed(base)
  const app = ussd(services)
  for (const text of before) await app.request(ussdPath, formOf(hopFields(text)))
  ports.freeze()
  return asked(app, ussdPath, formOf(hopFields(typed)))
}

async function all(base: AllServices): Promise<Measured[]> {
  const { services, ports, stored, reference } = await withCase(base)
  const [put] = openCase(layout, mali, stored, 'bench')
  const caseRecord = record(put?.item.Put?.Item)
  await caseChanges(services)({ Records: [caseRecord] })
  const [notice] = ports.known.notices
  if (!notice) throw new Error('the case called for no notice')
  const noticeRecord = record(putNotice(layout, { notice, sealedTo: null }, 'bench').item.Put?.Item)
  ports.freeze()
  const [staff, web] = [staffApi(services), publicWeb(services)]
  const authorization = 'Bearer bench'
  const signed = { headers: { authorization, 'content-type': 'application/json' } }
  const assessment = JSON.stringify({ requestId: 'bench', level: 'N1', category: 'SAN-FRAIS', place })
  const sms = formOf(smsFields(phoneOf(1), textOf(0), 'bench'))
  const report = formOf({ id: 'ATXid_bench', status: 'Success', phoneNumber: phoneOf(1) })
  const posted = formOf({ kind: 'complaint', text: textOf(0), consent: 'none', requestId: 'bench' })
  return [
    { what: 'inbound-sms: a complaint', run: asked(inboundSms(stubbed(base).services), smsPath, sms) },
    { what: 'ussd: dial', run: await ussdHop(base, [], '') },
    { what: 'ussd: menu hop', run: await ussdHop(base, [''], '1') },
    { what: 'ussd: words hop', run: await ussdHop(base, ['', '1'], `1*${textOf(0)}`) },
    {
      what: 'ussd-end',
      run: asked(ussdEnd(services), `${gatewayPath}/ussd-end`, formOf({ sessionId: 'bench', status: 'Success' })),
    },
    { what: 'delivery-report', run: asked(deliveryReport(services), deliveryPath, report) },
    { what: 'opt-out', run: asked(optOut(services), `${gatewayPath}/opt-out`, formOf({ phoneNumber: phoneOf(1) })) },
    { what: 'public-web: the form', run: asked(web, '/') },
    { what: 'public-web: a complaint', run: asked(publicWeb(stubbed(base).services), '/plainte', posted) },
    { what: 'public-web: follow-up', run: asked(web, `/suivi?reference=${reference}`) },
    { what: 'staff-api: queue page of 50 from 9 lists', run: asked(staff, '/api/queue', signed) },
    { what: 'staff-api: a case', run: asked(staff, `/api/cases/${reference}`, signed) },
    {
      what: 'staff-api: assess',
      run: asked(staff, `/api/cases/${reference}/assess`, { ...signed, method: 'POST', body: assessment }),
    },
    { what: 'case-changes: one record', run: () => caseChanges(services)({ Records: [caseRecord] }) },
    { what: 'send-notices: one receipt', run: () => sendNotices(services)({ Records: [noticeRecord] }) },
  ]
}

/** Microseconds a call, over many. */
async function timed(run: () => Promise<unknown>, calls: number): Promise<number> {
  const startMs = performance.now()
  for (let at = 0; at < calls; at++) await run()
  return ((performance.now() - startMs) / calls) * 1000
}

/** What a function costs in processor time when everything outside it answers at once, in turns with a bare handler. */
export const handlers: Section = async ({ quick }) => {
  const engine = await benchEngine({ file: false, stream: false })
  const base = benchServices({ ...engine, nowAt: () => now })
  const floor = bare()
  const [rounds, calls] = quick ? [5, 100] : [15, 200]
  const figures: Figure[] = []
  for (const { what, run } of await all(base)) {
    for (const one of [floor.run, run]) await timed(one, 2 * calls)
    const pairs: { floorUs: number; ownUs: number }[] = []
    for (let at = 0; at < rounds; at++)
      pairs.push({ floorUs: await timed(floor.run, calls), ownUs: await timed(run, calls) })
    figures.push({
      section: 'handlers',
      what,
      over: floor.what,
      figure: `${median(pairs.map(({ ownUs }) => ownUs)).toFixed(0)} µs`,
      ratio: median(pairs.map(({ ownUs, floorUs }) => ownUs / floorUs)),
    })
  }
  await engine.stop()
  return figures
}
