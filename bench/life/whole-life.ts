import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { addHours } from '../../core/deadlines/calendar.ts'
import type { Checkout } from './checkout.ts'
import { place } from './world.ts'

/** More visits than any case is due; a loop that does not end is a fault. */
const maxVisits = 100

/** The first of a day, with its duties; the one in which the canary it set is visited; and one of the thousand that find nothing. */
const daysSweeps = ['first sweep', 'sweep with the canary']
export const quietSweep = 'quiet sweep'
const phasesOutside: readonly string[] = ['sign-in', ...daysSweeps, quietSweep, 'afterwards']
/** What belongs to no case. */
export const isOutside = (phase: string): boolean => phasesOutside.includes(phase)

/**
 * One ordinary case through its whole life, with all that follows: stream, notices, sends, sweeps, erasure. Each staff step is read before
 * it is taken. `watch` is handed the client before anything is written, and may ask which phase it is.
 */
export async function wholeLife(
  { benchEngine, world, benchServices, dynamoClient }: Checkout,
  watch: (client: DynamoDBClient, phase: () => string) => void,
): Promise<void> {
  const engine = await benchEngine({ file: false, stream: true })
  let now = '2027-06-07T08:00:00.000Z'
  let phase = 'sign-in'
  watch(engine.client, () => phase)
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

  phase = daysSweeps[0] ?? ''
  await sweep()
  now = addHours(now, 1)
  await during(daysSweeps[1] ?? '', sweep)
  await during(quietSweep, sweep)
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
  phase = 'afterwards'
  const { satisfaction } = await life.read(reference)
  await stream.stop()
  await engine.stop()
  if (satisfaction !== 1) throw new Error('the life did not end as it should')
}
