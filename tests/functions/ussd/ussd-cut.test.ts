import { describe, expect, test } from 'vitest'
import { nextLookAt } from '../../../core/deadlines/agenda.ts'
import { phonesOf, woman } from '../../support/functions/phone.ts'
import { type Jaabi, withJaabi } from '../../support/functions/services.ts'

const newJaabi = await withJaabi()
const words = 'Le forage est en panne'
const threeMinutesLater = '2027-06-07T09:03:00.000Z'

/** Two ways in which we learn that a session is over. */
const endings: Record<string, (jaabi: Jaabi, hangsUp: (status: string) => Promise<void>) => Promise<void>> = {
  'the gateway says so': (_, hangsUp) => hangsUp('Incomplete'),
  'nothing is heard': async (jaabi) => {
    jaabi.clock.nowAt = threeMinutesLater
    await jaabi.sweep()
    await jaabi.drain()
  },
}
/** Cut after these answers. No `kept`: nothing was said yet. */
const cuts: { after: string[]; kept?: object; said?: string[]; sms?: number }[] = [
  { after: [] },
  { after: ['1'] },
  { after: ['2'] },
  { after: ['4'] },
  { after: ['4', '1'] },
  { after: ['4', '2'] },
  { after: ['5'] },
  { after: ['9'] },
  { after: ['1', '0'] },
  { after: ['1', words], kept: { consent: 'none', lane: 'N' }, said: [words] },
  { after: ['1', words, '1'], kept: { consent: 'sms', place: null }, said: [words], sms: 1 },
  {
    after: ['1', words, '1', '2'],
    kept: { consent: 'sms', place: { system: 'cod-2021', code: 'ML07' } },
    said: [words],
    sms: 1,
  },
  { after: ['1', words, '2', '6'], kept: { consent: 'call-woman', place: null }, said: [words] },
  { after: ['6', 'Merci'], kept: { kind: 'thanks' }, said: ['Merci'] },
  { after: ['4', '2', words], kept: { lane: 'S1', level: 'S1', consent: 'none' }, said: [words] },
  { after: ['4', '1', '2'], kept: { lane: 'S2', level: 'S2', danger: 'yes' }, said: [] },
  {
    after: ['4', '1', '1', '2'],
    kept: { lane: 'S2', danger: null, place: { system: 'cod-2021', code: 'ML07' } },
    said: [],
  },
  { after: ['4', '1', '1', '1', '2'], kept: { lane: 'S2', person: 'child', consent: 'none' }, said: [] },
]

describe.each(Object.entries(endings))('cut, and %s', (_, end) => {
  test.each(cuts)('after $after', async ({ after, kept, said = [], sms = 0 }) => {
    const jaabi = await newJaabi()
    const phones = phonesOf(jaabi)
    const keypad = await phones.dials(woman)
    await keypad.type(...after)
    await end(jaabi, (status) => keypad.hangsUp(status))
    const [reference, ...others] = await jaabi.references()
    expect(others).toEqual([])
    expect(reference === undefined).toBe(kept === undefined)
    expect(phones.received(woman)).toHaveLength(sms)
    if (reference === undefined || kept === undefined) return
    const caseFile = await jaabi.caseOf(reference)
    expect(caseFile).toMatchObject({ inSession: false, status: 'received', ...kept })
    expect(caseFile.history.at(-1)).toMatchObject({ what: 'session-ended', cut: true })
    expect((await jaabi.saidIn(reference)).map((one) => one.words)).toEqual(said)
    // An ordinary case from now on: somebody has it, and a next instant is due.
    expect(nextLookAt(caseFile, jaabi.programme) ?? '').toMatch(/^2027/)
  })
})

test('the end of a session that went to its end, told twice or never, changes nothing', async () => {
  const jaabi = await newJaabi()
  const keypad = await phonesOf(jaabi).dials(woman)
  await keypad.type('1', words, '1', '1', '1')
  await jaabi.drain()
  const [reference = ''] = await jaabi.references()
  const before = await jaabi.caseOf(reference)
  for (const status of ['Success', 'Success', 'Failed']) await keypad.hangsUp(status)
  jaabi.clock.nowAt = threeMinutesLater
  await jaabi.sweep()
  expect(await jaabi.caseOf(reference)).toEqual(before)
  expect(before.history.at(-1)).toMatchObject({ what: 'session-ended', cut: false })
})

test('two sweeps at once and a late end: one line in the history, one receipt', async () => {
  const jaabi = await newJaabi()
  const phones = phonesOf(jaabi)
  const keypad = await phones.dials(woman)
  await keypad.type('1', words, '1')
  jaabi.clock.nowAt = threeMinutesLater
  await Promise.all([jaabi.sweep(), jaabi.sweep(), keypad.hangsUp()])
  await jaabi.drain()
  const [reference = ''] = await jaabi.references()
  const { history } = await jaabi.caseOf(reference)
  expect(history.filter(({ what }) => what === 'session-ended')).toHaveLength(1)
  expect(phones.received(woman)).toHaveLength(1)
})

test('an answer after the three minutes still counts', async () => {
  const jaabi = await newJaabi()
  const phones = phonesOf(jaabi)
  const keypad = await phones.dials(woman)
  await keypad.type('1', words)
  jaabi.clock.nowAt = '2027-06-07T09:03:30.000Z'
  await jaabi.sweep()
  expect(await keypad.type('1', '2', '2')).toMatch(/^END Bien noté/)
  await jaabi.drain()
  const [reference = ''] = await jaabi.references()
  expect(await jaabi.caseOf(reference)).toMatchObject({ consent: 'sms', person: 'woman', place: { code: 'ML07' } })
  expect(phones.received(woman)).toHaveLength(1)
})

describe('danger', () => {
  test('key 4 alone, and 4 then 1, are only counted: per day, without a phone', async () => {
    const jaabi = await newJaabi()
    const phones = phonesOf(jaabi)
    for (const after of [['4'], ['4', '1'], ['4', '0', '4', '2']]) {
      const keypad = await phones.dials(woman)
      await keypad.type(...after)
      await keypad.hangsUp()
    }
    expect(await jaabi.references()).toEqual([])
    expect(await jaabi.items('count')).toMatchObject([{ pk: 'ml#count#2027-06-07', sk: 'danger-key', total: 4 }])
    expect(await jaabi.senderOf(woman)).toBeNull()
  })

  test.each([[['4', '1', '1', '1', '1', '1', '1']], [['4', '1', '2', '2', '2', '2', '2']]])(
    '%s leaves no trace of the phone on a sender item and no SMS, not even later',
    async (keys) => {
      const jaabi = await newJaabi()
      const phones = phonesOf(jaabi)
      const keypad = await phones.dials(woman)
      expect(await keypad.type(...keys)).toMatch(/^END .*Aucun SMS ne sera envoyé\.$/s)
      await jaabi.drain()
      expect(await jaabi.senderOf(woman)).toBeNull()
      const [reference = ''] = await jaabi.references()
      for (const at of ['2027-06-07T12:00:00.000Z', '2027-06-09T12:00:00.000Z', '2027-07-09T12:00:00.000Z']) {
        jaabi.clock.nowAt = at
        await jaabi.sweep()
        await jaabi.drain()
      }
      expect(jaabi.sms.filter(({ to }) => to === woman)).toEqual([])
      // Alerts go to protection alone, and never carry the reference.
      expect(jaabi.published.length).toBeGreaterThan(0)
      expect(jaabi.published.filter(({ topic }) => topic !== 'protection')).toEqual([])
      expect(JSON.stringify(jaabi.published)).not.toContain(reference)
      // Nor does a digit or a thank-you sent by this phone find it.
      expect(await phones.says(woman, 'Merci')).not.toBe(reference)
    },
  )

  test('words of the session stand nowhere but sealed in the case', async () => {
    const jaabi = await newJaabi()
    const secret = 'Le chef Moussa Test garde les vivres'
    await (await phonesOf(jaabi).dials(woman)).type('4', '2', secret, '2', '1', '1')
    await jaabi.drain()
    const kinds = ['case', 'sender', 'notice', 'message', 'delivery']
    const kept = [
      ...(await Promise.all(kinds.map((kind) => jaabi.items(kind)))),
      await jaabi.items('session', 'traffic'),
    ]
    expect(kept.flat().length).toBeGreaterThan(2)
    for (const trace of ['Moussa', secret.slice(0, 12), '70000001']) expect(JSON.stringify(kept)).not.toContain(trace)
  })
})
