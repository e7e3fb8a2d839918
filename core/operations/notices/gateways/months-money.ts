import * as z from 'zod/mini'
import { microsPerUnit } from '../../../case/codes.ts'
import { dayOf } from '../../../deadlines/calendar.ts'
import type { Notice } from '../../../notices/notice.ts'
import { isShed, type MonthsMoney, spentIn } from '../../../notices/policy/ceiling.ts'
import { shedIn } from '../../../notices/policy/purposes.ts'
import type { GatewayWatch } from '../../../ports/gateway-watch.ts'
import { changeMemory } from '../../change-memory.ts'
import type { Needs } from '../../needs.ts'
import { tellTopic } from '../tell-topic.ts'

type MoneyNeeds = Pick<Needs, 'programme' | 'now' | 'memory'> & { gatewayWatch: GatewayWatch }

const keptAs = 'sms-given-up'
const GivenUp = z.object({ month: z.string(), count: z.record(z.string(), z.number()) })

const monthOf = ({ programme, now }: MoneyNeeds): string => dayOf(programme.calendar, now).slice(0, 'YYYY-MM'.length)

function givenUpIn(month: string, kept: string | null): Record<string, number> {
  const found = kept === null ? null : z.parse(GivenUp, JSON.parse(kept))
  return found?.month === month ? found.count : {}
}

/** Null where the programme has no ceiling. What gateways sent is written down anyway: it is only added up. */
export async function monthsMoney(needs: MoneyNeeds): Promise<MonthsMoney | null> {
  const { programme, gatewayWatch, memory } = needs
  const { smsCeilingAMonth } = programme.settings
  if (smsCeilingAMonth === null) return null
  const month = monthOf(needs)
  const [states, kept] = await Promise.all([gatewayWatch.states(false), memory.remembered(keptAs)])
  const spent = spentIn(month, states, programme.gateways)
  return { ceiling: smsCeilingAMonth * microsPerUnit, spent, givenUp: givenUpIn(month, kept) }
}

/** The month's money as one batch of the sender asks for it: only where something would be given up, and once. */
export interface Purse {
  givesUp: (notice: Notice) => Promise<boolean>
  /** Writes down what was given up; the coordination hears it once a month for each turn. */
  close: () => Promise<void>
}

export function purseOf(needs: MoneyNeeds & Needs): Purse {
  const count: Record<string, number> = {}
  let reading: Promise<MonthsMoney | null> | null = null
  return {
    async givesUp({ template }) {
      if (needs.programme.settings.smsCeilingAMonth === null || shedIn(template) === null) return false
      const money = await (reading ??= monthsMoney(needs))
      if (!money || !isShed(template, money.spent, money.ceiling)) return false
      count[template] = (count[template] ?? 0) + 1
      return true
    },
    async close() {
      if (Object.keys(count).length === 0) return
      const month = monthOf(needs)
      await changeMemory(needs.memory, keptAs, (kept) => {
        const all = givenUpIn(month, kept)
        for (const [template, more] of Object.entries(count)) all[template] = (all[template] ?? 0) + more
        return JSON.stringify({ month, count: all })
      })
      for (const turn of new Set(Object.keys(count).map((template) => String(shedIn(template)))))
        await tellTopic('coordination', { key: `ceiling-${month}-${turn}`, template: 'ceiling', counts: {} }, needs)
    },
  }
}
