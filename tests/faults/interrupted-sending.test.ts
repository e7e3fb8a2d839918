import { expect, test } from 'vitest'
import type { Notice } from '../../core/notices/notice.ts'
import { type AllServices, withJaabi } from '../support/functions/services.ts'
import { deliveryReport } from '../support/faults/delivery.ts'
import { phone, sending } from '../support/faults/sending-station.ts'

const newJaabi = await withJaabi()

/** What tells the pair that there is something to look at. */
const toThePair = ({ template, recipient }: Notice): boolean =>
  template === 'attention' && recipient.to === 'topic' && recipient.topic === 'protection'

/** The process ends here: what it was about to write is not written, and it learns nothing. */
const killed = () => Promise.reject(new Error('killed'))

test.each([
  ['the id was noted', ({ notices }: AllServices) => ({ notices: { ...notices, joinDelivery: killed } }), 'undecided'],
  [
    'the send was noted',
    ({ notices }: AllServices) => {
      const replace: typeof notices.replace = (before, after) =>
        after.state === 'sent' ? killed() : notices.replace(before, after)
      return { notices: { ...notices, replace } }
    },
    'sent',
  ],
  [
    'the doubt was lifted',
    ({ notices }: AllServices) => {
      const setUndecided: typeof notices.setUndecided = (phone, notice, ...rest) =>
        notice ? notices.setUndecided(phone, notice, ...rest) : killed()
      return { notices: { ...notices, setUndecided } }
    },
    'sent',
  ],
] as const)(
  'killed after the gateway took it and before %s: told once, and the next SMS goes out',
  async (_, kill, state) => {
    const run = await sending(newJaabi, kill)
    const reference = await run.hears('Le forage est en panne')
    await run.later('07T09:03')
    expect(await run.notice(reference)).toMatchObject({ state })

    await run.reported(run.left()[0]?.messageId ?? '', 'Success')
    await run.hears('AIDE')
    await run.later('07T16:00')

    expect(await run.notice(reference)).toMatchObject({ state: 'delivered', resent: false })
    expect(run.left()).toHaveLength(2)
    expect(await run.flaws()).toEqual([])
  },
)

test('killed after a report was noted and before its case was told: the stream tells the case', async () => {
  const run = await sending(newJaabi)
  const reference = await run.hears('Le forage est en panne')
  await run.answered(reference)
  const own = run.jaabi.servicesFor('delivery-report')
  const services = { ...own, notices: { ...own.notices, get: killed } }
  const id = run.left().at(-1)?.messageId ?? ''
  expect(await deliveryReport(run.jaabi, id, 'Success', phone, { services })).toBe(503)
  expect(await run.jaabi.caseOf(reference)).toMatchObject({ told: null })

  await run.stream.drain()

  expect(await run.jaabi.caseOf(reference)).toMatchObject({ told: { how: 'sms' } })
  expect((await run.jaabi.senderOf(phone))?.live).toMatchObject([{ reference, question: { is: 'verdict' } }])
  expect(await run.flaws()).toEqual([])
})

test.each([
  ['before the alert left', 'claimed', 1],
  ['after it left, before that was noted', 'delivered', 2],
] as const)(
  'killed %s: the people on duty hear of it within minutes, and a second time only marked',
  async (_, state, times) => {
    let dead = false
    const run = await sending(newJaabi, ({ notices }) => ({
      notices: {
        ...notices,
        async replace(before, after) {
          if (dead || !toThePair(after) || after.state !== state) return notices.replace(before, after)
          dead = true
          if (state === 'claimed') await notices.replace(before, after)
          return killed()
        },
      },
    }))
    const reference = await run.hears("un agent de l'aide demande du sexe aux filles pour donner la nourriture")
    await run.later('07T13:01')
    await run.later('07T13:04')

    const alerts = run.jaabi.published.filter(
      ({ topic, subject }) => topic === 'protection' && subject.includes('regarder'),
    )
    expect(alerts).toHaveLength(times)
    const alert = (await run.jaabi.noticesOf(reference)).find(toThePair)
    expect(alert).toMatchObject({ state: 'delivered', resent: true })
  },
)
