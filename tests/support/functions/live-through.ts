import { factsOf } from '../../../core/figures/case-facts.ts'
import { deskOf } from './desk.ts'
import type { Adds, Life } from './lives.ts'
import { phonesOf } from './phone.ts'
import type { Jaabi } from './services.ts'

const year = 2027
const instant = (at: string): string => `${year}-${at}:00:00.000Z`
const end = instant('07-16T20')
/** Twice a day: in the morning, and when working days end. */
const visits = Array.from({ length: 40 }, (_, day) =>
  [9, 14].map((hour) => new Date(Date.UTC(year, 5, 7 + day, hour)).toISOString()),
)
  .flat()
  .filter((at) => at <= end)

/** Lives made-up lives side by side, to Friday 16 July, 20:00; the reference of each by its name. */
export async function lived(lives: Readonly<Record<string, Life>>, jaabi: Jaabi): Promise<Map<string, string>> {
  const desk = await deskOf(jaabi)
  const phones = phonesOf(jaabi)
  const references = new Map<string, string>()
  const entries = Object.entries(lives)
  const phoneOf = (index: number) => `+2237000${String(1000 + index)}`
  const states = new Map(entries.map(([, { phone = 'on' }], index) => [phoneOf(index), phone]))
  let reported = 0
  async function report(): Promise<void> {
    while (reported < jaabi.sms.length) {
      const { to, messageId } = jaabi.sms[reported++] ?? {}
      const state = states.get(to ?? '')
      if (!state || state === 'silent') continue
      const fields = { id: messageId ?? '', phoneNumber: to ?? '' }
      const failed = { status: 'Failed', failureReason: 'DeliveryFailure' }
      await phones.post('delivery', { ...fields, ...(state === 'on' ? { status: 'Success' } : failed) })
      await jaabi.drain()
    }
  }
  for (const [index, [name, { door }]] of entries.entries()) {
    const reference = await door({ jaabi, desk, phones, phone: phoneOf(index) }, `Le moulin ${String(index)} est cassé`)
    references.set(name, reference)
    await jaabi.drain()
  }
  const steps = entries.flatMap(([name, { does }], index) =>
    does.map(([at, take]) => ({
      at: instant(at),
      take: () => take({ jaabi, desk, phones, phone: phoneOf(index), reference: references.get(name) ?? '' }),
    })),
  )
  const sweeps = visits.map((at) => ({ at, take: () => jaabi.sweep() }))
  for (const { at, take } of [...steps, ...sweeps].sort((a, b) => (a.at < b.at ? -1 : 1))) {
    jaabi.clock.nowAt = at
    await take()
    await jaabi.drain()
    await report()
  }
  jaabi.clock.nowAt = end
  await jaabi.sweep()
  await jaabi.drain()
  return references
}

function counted(facts: NonNullable<ReturnType<typeof factsOf>['ordinary']>) {
  const { promises, promisesKept, available, availableKept, answerDays, satisfaction } = facts
  return {
    promises: [promises, promisesKept],
    available: [available, availableKept],
    days: answerDays,
    verdict: satisfaction,
    late: facts.late,
    told: facts.told,
    loop: facts.loopClosed,
    closed: facts.status === 'closed',
    escalated: facts.climbedTo > 0,
    after: facts.answeredAfterClimb,
    reopened: facts.reopened,
    read: facts.read,
  }
}

/** What a case of this name adds, and what it is to add: alike where the figures are right. */
export async function compared(name: string, adds: Adds | null, reference: string, jaabi: Jaabi) {
  const { ordinary } = factsOf(await jaabi.caseOf(reference), jaabi.programme)
  const { is = [], promises = [0, 0], available = [0, 0], days = null, verdict = null } = adds ?? {}
  const has = (one: NonNullable<Adds['is']>[number]) => is.includes(one)
  const wanted = adds && {
    promises,
    available,
    days,
    verdict,
    late: has('late'),
    told: has('told'),
    loop: has('loop'),
    closed: has('closed'),
    escalated: has('escalated'),
    after: has('after'),
    reopened: has('reopened'),
    read: has('read-late') ? 'late' : has('unread') ? 'not-yet' : 'in-time',
  }
  return [
    { name, facts: ordinary && counted(ordinary) },
    { name, facts: wanted },
  ] as const
}
