import { dynamoClient } from '../../adapters/dynamodb/table/dynamo-client.ts'
import { addHours } from '../../core/deadlines/calendar.ts'
import { benchEngine } from '../tools/engine.ts'
import type { Section } from '../tools/section.ts'
import { meter, type Units } from '../tools/meter.ts'
import { benchServices } from '../tools/services.ts'
import type { Figure } from '../tools/table.ts'
import { place, world } from '../tools/world.ts'

/** DynamoDB on demand in eu-west-3, US dollars per million units, price list read in September 2026. */
const usdPerMillion = { write: 0.7423, read: 0.1487 } as const
const usd = ({ write, read }: Units): number => (write * usdPerMillion.write + read * usdPerMillion.read) / 1e6
const sum = (all: readonly Units[]): Units =>
  all.reduce((a, b) => ({ write: a.write + b.write, read: a.read + b.read, calls: a.calls + b.calls }))
const shown = ({ write, read, calls }: Units): string => `${write} WRU, ${read} RRU in ${calls} calls`

/** More visits than any case is due; a loop that does not end is a fault. */
const maxVisits = 100

/** One ordinary case through its whole life, with all that follows: stream, notices, sends, sweeps, erasure. Each staff step is read before it is taken. */
export const capacity: Section = async () => {
  const engine = await benchEngine({ file: false, stream: true })
  let now = '2027-06-07T09:00:00.000Z'
  let phase = 'sign-in'
  const phases = meter(engine.client, () => phase)
  const life = await world(engine, () => now)
  const unmetered = benchServices({ ...engine, client: dynamoClient(engine), nowAt: () => now })
  const { stream, sweep, staff, authorization } = life
  const n = 1
  let reference = ''

  async function during(name: string, run: () => Promise<unknown>): Promise<void> {
    now = addHours(now, 0.25)
    phase = name
    await run()
    await stream.settle()
  }
  const step = (name: string, body: object) =>
    during(name, async () => {
      await life.read(reference)
      await life.step(reference, name, body)
    })

  phase = 'empty sweep'
  await sweep()
  phases.delete(phase)
  await during('empty sweep', sweep)
  const emptySweep = phases.get('empty sweep') ?? { write: 0, read: 0, calls: 0 }
  phases.clear()

  await during('receive', async () => (reference = await life.receive(n)))
  await during('queue', () => Promise.resolve(staff.request('/api/queue', { headers: { authorization } })))
  await step('assess', { level: 'N1', category: 'SAN-FRAIS', place })
  await step('assign', { organisation: 'ong-sante-gao' })
  let sms = ''
  await during('answer', async () => {
    await life.read(reference)
    sms = await life.answer(reference, n)
  })
  await during('tell (delivery report)', () => life.delivered(sms, n))
  await during('confirm (SMS « 1 »)', () => life.receive(n, '1'))
  for (let visits = 0; ; visits++) {
    const next = await unmetered.cases.nextDueAt()
    if (next === null) break
    if (visits > maxVisits) throw new Error('the case is never done')
    const stored = await unmetered.cases.load(reference)
    now = next
    await during(stored?.caseFile.status === 'closed' ? 'erase' : 'close', sweep)
  }
  const { satisfaction } = await life.read(reference)
  await stream.stop()
  await engine.stop()
  if (satisfaction !== 1) throw new Error('the life did not end as it should')

  const all = sum([...phases.values()])
  const line = (what: string, figure: string): Figure => ({ section: 'capacity', what, figure })
  const perThousand = (units: Units) => `${(usd(units) * 1000).toFixed(3)} USD`
  return [
    ...[...phases].map(([name, units]) => line(name, shown(units))),
    line('one case, whole life', shown(all)),
    line('1,000 cases', perThousand(all)),
    line('sweep with nothing due', shown(emptySweep)),
    line('a month of sweeps, one a minute', `${(usd(emptySweep) * 60 * 24 * 30).toFixed(3)} USD`),
  ]
}
