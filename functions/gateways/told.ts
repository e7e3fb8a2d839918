import { runsOut } from '../../core/notices/gateway.ts'
import type { SendNeeds } from '../../core/operations/notices/needs.ts'
import { log } from '../wiring/log.ts'
import type { SendServices } from '../wiring/services.ts'

/** While SMS leave, each gateway that is paid in advance is asked so often what is left with it, by each process. */
const everyMs = 6 * 3_600_000

const creditRunsOut = (gateway: string, left: number): void => {
  log('gateway-credit', { gateway, left })
}

/** What sending says by the way; each has an alarm that tells the operators (`infra/aws/functions/alarms.ts`). */
export const told: Pick<SendNeeds, 'held' | 'withoutCredit' | 'failing' | 'uncounted'> = {
  held: () => {
    log('typed-sms-held')
  },
  withoutCredit: (gateway) => {
    creditRunsOut(gateway, 0)
  },
  failing: (gateway, reason) => {
    log('gateway-failing', { gateway, reason })
  },
  uncounted: (gateway, error) => {
    log('gateway-uncounted', { gateway, error })
  },
}

/** Looks what is left, and says it where somebody should buy. Nobody's SMS waits for it, and none fails by it. */
export function creditWatch({ gateways, nowAt }: Pick<SendServices, 'gateways' | 'nowAt'>): () => Promise<void> {
  const askedAt = new Map<string, number>()
  return async () => {
    const now = nowAt()
    const due = [...gateways].filter(([name]) => Date.parse(now) - (askedAt.get(name) ?? -Infinity) >= everyMs)
    for (const [name, gateway] of due) {
      askedAt.set(name, Date.parse(now))
      const credit = (await gateway.credit?.()) ?? null
      if (credit && runsOut(credit, now)) creditRunsOut(name, credit.left)
    }
  }
}
