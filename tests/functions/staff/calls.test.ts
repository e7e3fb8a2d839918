import { describe, expect, test } from 'vitest'
import { system } from '../../../core/case/actor.ts'
import { entry } from '../../../core/case/history.ts'
import { runningClocks } from '../../../core/deadlines/clock.ts'
import { policyOf } from '../../../core/deadlines/rulebook.ts'
import { standing } from '../../../core/lists/standing.ts'
import { deskOf } from '../../support/functions/desk.ts'
import { filed } from '../../support/functions/filing.ts'
import { phonesOf, woman } from '../../support/functions/phone.ts'
import { type Jaabi, withJaabi } from '../../support/functions/services.ts'

const newJaabi = await withJaabi()
const gao = { system: 'cod-2021', code: 'ML07' } as const

/** Somebody who agreed to a call, assessed on Monday 7 June and left until the promised day has come without an answer. */
async function late(level = 'N1', until = '2027-06-21T14:00:00.000Z') {
  const jaabi = await newJaabi()
  const desk = await deskOf(jaabi)
  const reference = await filed(jaabi, { channel: 'call', phone: '+22370001001', consent: 'call-woman' })
  await desk.step(reference, 'assess', { level, place: gao })
  await at(jaabi, until)
  const row = async () => standing(await jaabi.caseOf(reference), jaabi.programme)?.row
  const call = async () => {
    const caseFile = await jaabi.caseOf(reference)
    return runningClocks(caseFile, policyOf(jaabi.programme, caseFile)).find(({ name }) => name === 'call')?.dueAt
  }
  return { jaabi, desk, reference, row, call }
}

async function at(jaabi: Jaabi, now: string): Promise<void> {
  jaabi.clock.nowAt = now
  for (let visit = 0; visit < 2; visit++) {
    await jaabi.sweep()
    await jaabi.drain()
  }
}

test('what went up is a call with an owner and a clock, ticked off once it is read out, and the promise stays broken', async () => {
  const { jaabi, desk, reference, row, call } = await late()
  expect(await row()).toMatchObject({ nextAction: 'call', toCall: true, owner: 'region:gao' })
  expect(await call()).toBe('2027-06-22T14:00:00.000Z')
  expect(jaabi.sms.filter(({ to }) => to === '+22370001001')).toEqual([])
  await desk.step(reference, 'told', { how: 'call', result: 'told' })
  const { history } = await jaabi.caseOf(reference)
  expect(history.at(-1)).toMatchObject({ what: 'heard', how: 'call' })
  expect(await row()).toMatchObject({ nextAction: 'assign', toCall: false })
  await expect(desk.step(reference, 'told', { how: 'call' })).rejects.toThrow('nothing-to-tell')
})

test('once a week at most: a danger that goes up day after day is one call, and the next one is due a week later', async () => {
  const { jaabi, desk, reference, row, call } = await late('N2', '2027-06-08T09:00:00.000Z')
  expect((await jaabi.caseOf(reference)).escalationLevel).toBe(1)
  await desk.step(reference, 'told', { how: 'call', result: 'told' })
  await at(jaabi, '2027-06-09T09:00:00.000Z')
  expect((await jaabi.caseOf(reference)).escalationLevel).toBe(2)
  expect(await call()).toBe('2027-06-15T09:00:00.000Z')
  expect(await row()).toMatchObject({ toCall: true })
})

test('a call nobody makes in time is recorded, and a wrong number is called no more', async () => {
  const { jaabi, desk, reference, row } = await late()
  await at(jaabi, '2027-06-22T14:00:00.000Z')
  expect((await jaabi.caseOf(reference)).history.at(-1)).toMatchObject({ what: 'lapsed', clock: 'call' })
  await desk.step(reference, 'told', { how: 'call', result: 'nobody' })
  expect(await row()).toMatchObject({ toCall: true })
  await desk.step(reference, 'told', { how: 'call', result: 'wrong-number' })
  expect(await row()).toMatchObject({ toCall: false })
})

test('the answer is a call too, and nothing closes before somebody was told', async () => {
  const { jaabi, desk, reference, row } = await late()
  await desk.step(reference, 'answer', { outcome: 'resolved', answer: 'Le moulin marche' })
  expect(await row()).toMatchObject({ nextAction: 'call', toCall: true, clock: 'tell' })
  await at(jaabi, '2027-08-30T09:00:00.000Z')
  expect((await jaabi.caseOf(reference)).status).toBe('answered')
  await desk.step(reference, 'told', { how: 'call', result: 'told' })
  expect(await row()).toMatchObject({ nextAction: 'wait-for-verdict', toCall: false })
  await at(jaabi, '2027-09-30T09:00:00.000Z')
  expect((await jaabi.caseOf(reference)).status).toBe('closed')
})

/** Somebody who does not write and asked for a call, by SMS on Monday 7 June. */
async function asksForCall() {
  const jaabi = await newJaabi()
  const desk = await deskOf(jaabi)
  const reference = await phonesOf(jaabi).says(woman, 'RAPPEL')
  const row = async () => standing(await jaabi.caseOf(reference), jaabi.programme)?.row
  return { jaabi, desk, reference, row }
}

test.each([
  ['done', [{ how: 'call', result: 'told' }], 'called'],
  ['done, as the person came', [{ how: 'face', result: 'told' }], 'called'],
  ['given up at a wrong number', [{ how: 'call', result: 'wrong-number' }], 'call-tried'],
  ['withdrawn by the person', [{ how: 'call', result: 'unwanted' }], 'consent-given'],
])('a call that was asked for stands first until it is %s; then the case goes on', async (_, results, last) => {
  const { jaabi, desk, reference, row } = await asksForCall()
  expect(await row()).toMatchObject({ nextAction: 'call', toCall: true, owner: 'focal-point' })
  for (const result of results) await desk.step(reference, 'told', result)
  const history = (await jaabi.caseOf(reference)).history.filter(({ what }) => what !== 'read')
  expect(history.at(-1)?.what).toBe(last)
  expect(await row()).toMatchObject({ nextAction: 'assess', toCall: false })
  await desk.step(reference, 'assess', { level: 'N1', place: gao })
  expect(await row()).toMatchObject({ nextAction: 'assign', toCall: false })
})

/** Every working day at two in the afternoon, two hours before offices close. */
const afternoons = (...days: string[]) => days.map((day) => `2027-06-${day}T14:00:00.000Z`)
const ofCall = async (jaabi: Jaabi, reference: string) =>
  (await jaabi.caseOf(reference)).history.flatMap((line) =>
    (line.what === 'lapsed' || line.what === 'reminded') && line.clock === 'call' ? [[line.what, line.at]] : [],
  )
const rungsOf = async (jaabi: Jaabi, reference: string) =>
  (await jaabi.caseOf(reference)).history.flatMap((line) => (line.what === 'escalated' ? [[line.at, line.early]] : []))

test('a call that was asked for is due within a working day, reminded every working day, and climbs where nobody makes it', async () => {
  const { jaabi, desk, reference, row } = await asksForCall()
  const { promisedAt } = await jaabi.caseOf(reference)
  const days = afternoons('08', '09', '10', '11', '14', '15')
  expect(await row()).toMatchObject({ clock: 'call', dueAt: days[0], owner: 'focal-point' })
  for (const day of days) await at(jaabi, day)
  const [lapsed, ...reminded] = await ofCall(jaabi, reference)
  expect(lapsed).toEqual(['lapsed', days[0]])
  expect(reminded.map(([what]) => what)).toEqual(days.slice(1).map(() => 'reminded'))
  // For as long as a rung lasts it was late: the level above has it, and the day the person knows stands.
  expect(await rungsOf(jaabi, reference)).toEqual([[days[5], 'call']])
  expect(await jaabi.caseOf(reference)).toMatchObject({ promisedAt, callMe: true })
  expect(await row()).toMatchObject({ nextAction: 'call', toCall: true })

  await desk.step(reference, 'told', { how: 'call', result: 'told' })
  expect(await row()).toMatchObject({ nextAction: 'assess', toCall: false })
  // Once somebody has called, its ladder begins anew: nothing climbs before the answer itself is late.
  await at(jaabi, '2027-06-21T13:59:00.000Z')
  expect(await rungsOf(jaabi, reference)).toHaveLength(1)
  expect(await ofCall(jaabi, reference)).toHaveLength(days.length)
  await at(jaabi, '2027-06-21T14:00:00.000Z')
  expect((await rungsOf(jaabi, reference)).map(([, early]) => early)).toEqual(['call', undefined])
})

test('the clock of a call goes with whoever has the case, and each try gives it a working day', async () => {
  const { jaabi, desk, reference, row } = await asksForCall()
  await desk.step(reference, 'assess', { level: 'N1', place: gao, category: 'SAN-FRAIS' })
  await desk.step(reference, 'assign', { organisation: 'ong-sante-gao' })
  expect(await row()).toMatchObject({ clock: 'call', dueAt: afternoons('08')[0], organisation: 'ong-sante-gao' })
  await at(jaabi, '2027-06-08T10:00:00.000Z')
  await desk.step(reference, 'told', { how: 'call', result: 'nobody' })
  expect(await row()).toMatchObject({ clock: 'call', dueAt: afternoons('09')[0] })
  await at(jaabi, '2027-06-08T15:00:00.000Z')
  expect(await ofCall(jaabi, reference)).toEqual([])
})

test('a call that was asked for before this rule is not late at once', async () => {
  const { jaabi, reference } = await asksForCall()
  const { caseFile } = (await jaabi.cases.load(reference)) ?? {}
  if (!caseFile) throw new Error('no case')
  const entries = [entry('converted', '2027-06-17T09:00:00.000Z', system, { rules: 4 })]
  await jaabi.cases.commit({ append: [{ before: caseFile, entries }] })
  const converted = await jaabi.caseOf(reference)
  const due = runningClocks(converted, policyOf(jaabi.programme, converted)).find(({ name }) => name === 'call')?.dueAt
  expect(due).toMatch(/^2027-06-18/)
})

test('news nobody calls with is reminded of too, at the ordinary pace', async () => {
  const { jaabi, reference } = await late()
  for (const day of afternoons('22', '23', '24', '25', '28', '29')) await at(jaabi, day)
  expect((await ofCall(jaabi, reference)).map(([what]) => what)).toEqual(['lapsed', 'reminded'])
})

test('nobody answers on three days: the call that was asked for is given up, not the case', async () => {
  const { jaabi, desk, reference, row } = await asksForCall()
  for (const day of ['07', '08', '09']) {
    jaabi.clock.nowAt = `2027-06-${day}T10:00:00.000Z`
    expect(await row()).toMatchObject({ nextAction: 'call', toCall: true })
    await desk.step(reference, 'told', { how: 'call', result: 'nobody' })
  }
  expect(await row()).toMatchObject({ nextAction: 'assess', toCall: false })
  expect(await jaabi.caseOf(reference)).toMatchObject({ callMe: false, unreachableAt: null, status: 'received' })
})

test('who wants no call is called no more, not with the answer either', async () => {
  const { jaabi, desk, reference, row } = await asksForCall()
  await desk.step(reference, 'told', { how: 'call', result: 'unwanted' })
  await desk.answers(reference, 'le comité se réunit lundi')
  expect(await row()).toMatchObject({ toCall: false })
  await at(jaabi, '2027-06-07T12:00:00.000Z')
  expect((await jaabi.caseOf(reference)).told).toMatchObject({ how: 'open-answer' })
})

test('reopened by staff or by the person, the new date is a call of whoever has the case now', async () => {
  const { jaabi, desk, reference, row } = await late()
  await desk.step(reference, 'told', { how: 'call', result: 'told' })
  await desk.step(reference, 'answer', { outcome: 'resolved', answer: 'Le moulin marche' })
  await desk.step(reference, 'told', { how: 'call', result: 'told' })
  expect(await row()).toMatchObject({ toCall: false })
  await desk.step(reference, 'reopen', { reason: 'Le moulin est de nouveau cassé' })
  expect(await row()).toMatchObject({ nextAction: 'call', toCall: true })
  expect(jaabi.sms.filter(({ to }) => to === '+22370001001')).toEqual([])
  await desk.step(reference, 'told', { how: 'call', result: 'told' })
  expect((await jaabi.caseOf(reference)).history.at(-1)).toMatchObject({ what: 'heard', how: 'call' })
  expect(await row()).toMatchObject({ toCall: false })
})

describe('what was said on a call', () => {
  const words = 'Le forage du village est en panne depuis un mois'
  async function asked() {
    const jaabi = await newJaabi()
    const phones = phonesOf(jaabi)
    const desk = await deskOf(jaabi)
    await phones.rings(woman)
    const [reference = ''] = await jaabi.references()
    const told = (said: string) => desk.step(reference, 'told', { how: 'call', result: 'told', said })
    const saidNow = async (of = reference) => (await jaabi.saidIn(of)).map((one) => one.words)
    return { jaabi, phones, desk, reference, told, saidNow }
  }

  test('becomes the words of the case, read as any others', async () => {
    const { jaabi, reference, told, saidNow } = await asked()
    await told(words)
    expect(await saidNow()).toEqual([words])
    const { lane, suggested, callMe } = await jaabi.caseOf(reference)
    expect({ lane, category: suggested.category, callMe }).toEqual({ lane: 'N', category: 'EHA-EAU', callMe: false })
  })

  test('that may be abuse narrows who reads the case at once', async () => {
    const { jaabi, reference, told } = await asked()
    await told('Un agent me demande de coucher avec lui pour avoir la carte')
    expect(await jaabi.caseOf(reference)).toMatchObject({ lane: 'P', suggested: { sensitive: true } })
  })

  test('joins a case that has words; what must not stand there is a case of its own, which may be called too', async () => {
    const { jaabi, desk, reference, told, saidNow } = await asked()
    await told(words)
    await desk.step(reference, 'assess', { level: 'N1', category: 'EHA-EAU', place: gao })
    await at(jaabi, '2027-06-21T14:00:00.000Z')
    await told('La pompe a été volée')
    expect(await saidNow()).toEqual([words, 'La pompe a été volée'])
    await desk.step(reference, 'answer', { outcome: 'resolved', answer: 'la pompe est réparée' })
    await told('Mon enfant convulse et ne respire plus')
    expect(await saidNow()).toEqual([words, 'La pompe a été volée', 'la pompe est réparée'])
    const other = (await jaabi.references()).find((one) => one !== reference) ?? ''
    expect(await saidNow(other)).toEqual(['Mon enfant convulse et ne respire plus'])
    expect(await jaabi.caseOf(other)).toMatchObject({
      channel: 'call',
      suggested: { level: 'N2' },
      mayReplyTo: [reference],
    })
    expect((await jaabi.caseOf(reference)).told).toMatchObject({ how: 'call' })
  })

  test.each(['nobody', 'wrong-number'])('is not lost where the form says %s: it comes back', async (result) => {
    const { jaabi, desk, reference, saidNow } = await asked()
    const slip = desk.step(reference, 'told', { how: 'call', result, said: words })
    await expect(slip).rejects.toThrow('nobody-spoke')
    expect(await saidNow()).toEqual([])
    expect((await jaabi.caseOf(reference)).callTries).toEqual([])
  })

  test('is kept where they want no call any more; what is a case of its own is called as little', async () => {
    const { jaabi, desk, reference, saidNow } = await asked()
    await desk.step(reference, 'told', { how: 'call', result: 'unwanted', said: words })
    expect(await saidNow()).toEqual([words])
    expect(await jaabi.caseOf(reference)).toMatchObject({ consent: 'none', suggested: { category: 'EHA-EAU' } })
  })

  test('with the wish for no call stands apart where it must, without a call there either', async () => {
    const { jaabi, desk, reference, told, saidNow } = await asked()
    await told(words)
    await desk.step(reference, 'assess', { level: 'N1', category: 'EHA-EAU', place: gao })
    await at(jaabi, '2027-06-21T14:00:00.000Z')
    const abuse = 'Un agent me demande de coucher avec lui pour avoir la carte'
    await desk.step(reference, 'told', { how: 'call', result: 'unwanted', said: abuse })
    expect(await saidNow()).toEqual([words])
    const other = (await jaabi.references()).find((one) => one !== reference) ?? ''
    expect(await jaabi.caseOf(other)).toMatchObject({ lane: 'P', consent: 'none' })
  })
})
