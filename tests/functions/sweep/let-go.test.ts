import { PutItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import { expect, test } from 'vitest'
import { letGoOfOld } from '../../../core/operations/sweep/let-go.ts'
import { needsOf } from '../../../functions/wiring/services.ts'
import { phonesOf, woman } from '../../support/functions/phone.ts'
import { type Jaabi, monday, withJaabi } from '../../support/functions/services.ts'

const newJaabi = await withJaabi()
const inThirtyDays = Date.parse(monday) / 1000 + 30 * 24 * 3600

/** Puts what an older program left: no end in it, and of a message no word of it in its case. */
const left = (jaabi: Jaabi, item: Record<string, unknown>) =>
  jaabi.client.send(new PutItemCommand({ TableName: jaabi.tables.cases, Item: marshall({ schema: 1, ...item }) }))
const report = (id: string, more: Record<string, unknown> = {}) => ({
  pk: `ml#gateway#${id}`,
  sk: 'report',
  is: 'report',
  gatewayMessageId: id,
  state: 'delivered',
  ...more,
})
const goesAt = async (jaabi: Jaabi, is: string) =>
  Object.fromEntries((await jaabi.items(is)).map(({ pk, expiresAt }) => [String(pk), expiresAt ?? null]))

/** A programme that was swept before ends were looked for, or when what belongs to a case was left without one. */
async function older(ends: string | null = '1') {
  const jaabi = await newJaabi()
  if (ends !== null) await jaabi.memory.remember('ends', ends)
  await jaabi.memory.remember('calendar', jaabi.programme.calendar.version)
  const services = jaabi.servicesFor('deadline-sweep')
  const needs = { ...needsOf(services), leftovers: services.leftovers }
  return { jaabi, needs }
}

test.each([null, '1'])(
  'what a program with ends %j stored without one goes thirty days after it is found',
  async (ends) => {
    const { jaabi } = await older(ends)
    await phonesOf(jaabi).says(woman, 'Le puits de Tessit est à sec')
    await jaabi.drain()
    const [reference = ''] = await jaabi.references()
    const [notice] = await jaabi.noticesOf(reference)
    await left(jaabi, report('nobodys'))
    await left(jaabi, report('reply', { noticeKey: 'n-1' }))
    await left(jaabi, report('earlier', { noticeKey: notice?.key, reference }))
    await left(
      jaabi,
      report('current', { noticeKey: notice?.key, reference, gatewayMessageId: notice?.gatewayMessageId }),
    )
    await left(jaabi, report('gone', { noticeKey: 'n-2', reference: '0000000097' }))
    await left(jaabi, report('dated', { expiresAt: 4_000_000_000 }))
    await left(jaabi, { ...report('elsewhere'), pk: 'ml-exercice#gateway#elsewhere' })
    await left(jaabi, { pk: 'ml#message#k-1', sk: 'message', is: 'message', key: 'k-1', reference })
    await jaabi.sweep()
    await jaabi.drain()
    expect(await goesAt(jaabi, 'report')).toEqual({
      'ml#gateway#nobodys': inThirtyDays,
      'ml#gateway#reply': inThirtyDays,
      'ml#gateway#earlier': inThirtyDays,
      'ml#gateway#current': inThirtyDays,
      'ml#gateway#gone': inThirtyDays,
      'ml#gateway#dated': 4_000_000_000,
    })
    expect(await goesAt(jaabi, 'message')).toEqual({ 'ml#message#k-1': inThirtyDays })
    expect(Object.values(await goesAt(jaabi, 'delivery'))).toEqual([inThirtyDays])
    // Once, and no more: what comes later was stored with its end.
    await left(jaabi, report('later'))
    await jaabi.sweep()
    expect((await goesAt(jaabi, 'report'))['ml#gateway#later']).toBe(null)
  },
)

test('a pass that is cut off goes on where it stopped, and twice at once changes nothing', async () => {
  const { jaabi, needs } = await older()
  for (let at = 0; at < 40; at++) await left(jaabi, report(`old-${at}`, { padding: 'x'.repeat(100_000) }))
  let pages = 0
  const one = () => pages++ % 2 === 0
  const first = await letGoOfOld(needs, one)
  expect(first.done).toBe(false)
  expect(first.moved).toBeGreaterThan(0)
  expect(first.moved).toBeLessThan(40)
  const both = await Promise.all([letGoOfOld(needs), letGoOfOld(needs)])
  expect(both.map(({ done }) => done)).toEqual([true, true])
  expect(Object.values(await goesAt(jaabi, 'report'))).toEqual(Array(40).fill(inThirtyDays))
  expect(await letGoOfOld(needs)).toEqual({ done: true, moved: 0, failed: 0 })
})

test('a programme’s first sweep reads no table through: all it has was stored with an end', async () => {
  const jaabi = await newJaabi()
  await left(jaabi, report('odd'))
  await jaabi.sweep()
  expect((await goesAt(jaabi, 'report'))['ml#gateway#odd']).toBe(null)
})
