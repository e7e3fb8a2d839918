import { dayOf } from '../../../deadlines/calendar.ts'
import type { SenderRecord } from '../../../channel/sender-record.ts'
import type { SendResult } from '../../../notices/gateway.ts'
import { afterBatch, nextTrial } from '../../../notices/gateways/after-batch.ts'
import { carriersFor, pick, type Picked } from '../../../notices/gateways/choose.ts'
import { newGatewayState } from '../../../notices/gateways/state.ts'
import { newTally, type Tally, tallied } from '../../../notices/gateways/tally.ts'
import { isWatched } from '../../../notices/next-look.ts'
import type { Notice } from '../../../notices/notice.ts'
import { inDoubt, tells } from '../../../notices/notice-steps.ts'
import { retry, untilWritten } from '../../needs.ts'
import type { SendNeeds } from '../needs.ts'
import { tellTopic } from '../tell-topic.ts'

/** For so long a process goes by what it knows: a gateway that a person turns off sends at most so much longer. */
const freshMs = 30_000

interface Sms {
  notice: Notice
  phone: string
  /** Of whoever it goes to, where their record was read. */
  sender: SenderRecord | null
}

/** The gateways as one batch uses them: which sends what, and, at its end, what became of it. */
export interface AtHand {
  /** Null where every gateway that could is turned off. */
  choose: (sms: Sms) => Promise<Picked | null>
  /** Could another one send it? */
  hasOther: (sms: Sms, gateway: string) => boolean
  count: (gateway: string, result: SendResult, notice: Notice) => void
  /** Writes what was counted: one write for each gateway that did anything. */
  close: () => Promise<void>
}

/** The gateway they last wrote by; a reply has it from the message it answers. */
const lastBy = ({ notice, sender }: Sms): string | null =>
  notice.recipient.to === 'sender' ? notice.gateway : (sender?.lastBy?.gateway ?? null)

export function gatewaysAtHand(needs: SendNeeds): AtHand {
  const { known, now, programme, gatewayWatch } = needs
  const tallies = new Map<string, Tally>()
  let reading: Promise<void> | null = null

  async function read(): Promise<void> {
    if (known.readAt !== null && Math.abs(Date.parse(now) - Date.parse(known.readAt)) < freshMs) return
    const states = await gatewayWatch.states(false)
    known.states = new Map(states.map((state) => [state.gateway, state]))
    known.readAt = now
  }

  /** What may be under way has its gateway: by another one it could arrive twice. */
  const orderFor = (sms: Sms): string[] => {
    const { gateway } = sms.notice
    return gateway !== null && inDoubt(sms.notice) ? [gateway] : carriersFor(sms.phone, lastBy(sms), programme.gateways)
  }
  const change = (gateway: string, by: (tally: Tally) => Tally): void => {
    tallies.set(gateway, by(tallies.get(gateway) ?? newTally()))
  }

  function heard({ sender }: Sms): void {
    const last = sender?.lastBy
    // A name out of an older message may be one that the programme uses no more.
    if (!last || (known.states.get(last.gateway)?.lastInAt ?? '') >= last.at) return
    change(last.gateway, (tally) => ({ ...tally, heardAt: last.at > (tally.heardAt ?? '') ? last.at : tally.heardAt }))
  }

  async function write(gateway: string, tally: Tally): Promise<void> {
    const event = await untilWritten(async (sure) => {
      if (sure) known.states = new Map((await gatewayWatch.states()).map((state) => [state.gateway, state]))
      const on = dayOf(programme.calendar, now)
      const before = known.states.get(gateway) ?? newGatewayState(gateway, now)
      const { after, event } = afterBatch(before, tally, { now, on })
      if (!(await gatewayWatch.saveState(before.version, after, event))) return retry
      known.states.set(gateway, after)
      return event
    })
    if (event?.what !== 'failing') return
    needs.failing(gateway, event.reason ?? '')
    await tellTopic('coordination', { key: `gateway-${gateway}-${now}`, template: 'gateways', counts: {} }, needs)
  }

  return {
    async choose(sms) {
      await (reading ??= read())
      heard(sms)
      // Nor what it has refused before: that has waited.
      const mayTry = !tells(sms.notice.template) && sms.notice.retries === 0
      const picked = pick(orderFor(sms), (gateway) => known.states.get(gateway), { now, mayTry })
      const state = picked?.trial ? known.states.get(picked.gateway) : undefined
      // One is enough to find out.
      if (state?.failing) known.states.set(state.gateway, { ...state, failing: nextTrial(state.failing, now) })
      return picked
    },
    hasOther: (sms, gateway) =>
      orderFor(sms).some((one) => one !== gateway && !known.states.get(one)?.off && !known.states.get(one)?.failing),
    count(gateway, result, notice) {
      const sms = { segments: notice.segments ?? 1, awaited: isWatched(notice) }
      change(gateway, (tally) => tallied(tally, result, sms))
    },
    async close() {
      for (const [gateway, tally] of tallies)
        await write(gateway, tally).catch((error: unknown) => {
          needs.uncounted(gateway, error)
        })
    },
  }
}
