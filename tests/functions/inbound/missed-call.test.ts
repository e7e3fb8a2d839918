import { describe, expect, test } from 'vitest'
import { deskOf } from '../../support/functions/desk.ts'
import { callbacksOf, form, man, pathOf, phonesOf, woman } from '../../support/functions/phone.ts'
import { withJaabi } from '../../support/functions/services.ts'
import { vectors } from '../../vectors/vectors.ts'

const newJaabi = await withJaabi()
const refusal = '<?xml version="1.0" encoding="UTF-8"?><Response><Reject/></Response>'

async function begun() {
  const jaabi = await newJaabi({ settings: { callBackNumber: '+22320000000' } })
  const only = async () => {
    const [reference = '', ...others] = await jaabi.references()
    expect(others).toEqual([])
    return jaabi.caseOf(reference)
  }
  return { jaabi, phones: phonesOf(jaabi), only }
}

test('whoever rings is called back: nobody picks up, a case stands with a clock, and who may call is asked', async () => {
  const { phones, only } = await begun()
  expect(await phones.rings(woman)).toBe(refusal)
  expect(await only()).toMatchObject({ channel: 'call', callMe: true, consent: 'call', lane: 'N', status: 'received' })
  expect(phones.received(woman)).toHaveLength(1)
  expect(phones.received(woman)[0]).toMatch(/Une personne vous appellera au plus tard le 21\/06\. Qui\?/)
  await phones.report(woman)
  await phones.says(woman, '2')
  expect((await only()).consent).toBe('call-woman')
})

test('the same call told of twice, as it rings and as it ends, is one; and so is ringing again until somebody called', async () => {
  const { jaabi, phones, only } = await begun()
  await phones.rings(woman, 'ATVId_first')
  await phones.rings(woman, 'ATVId_first', { isActive: '0', durationInSeconds: '0' })
  expect((await only()).history).toHaveLength(1)
  await phones.rings(woman)
  jaabi.clock.nowAt = '2027-06-09T10:00:00.000Z'
  await phones.rings(woman)
  expect((await only()).history.map(({ what }) => what)).toEqual(['received', 'repeated', 'repeated'])
  expect(phones.received(woman)).toHaveLength(1)
})

test('RAPPEL and a missed call ask for the same call, whatever was said between', async () => {
  const { jaabi, phones } = await begun()
  const asked = await phones.says(woman, 'RAPPEL')
  await phones.report(woman)
  await phones.says(woman, '1')
  const complaint = await phones.says(woman, 'Le forage du village est en panne')
  await phones.rings(woman)
  expect(await phones.says(woman, 'rappelez moi')).toBe(asked)
  expect((await jaabi.references()).toSorted()).toEqual([asked, complaint].toSorted())
})

test.each(['rings', 'RAPPEL'])('whoever was called and asks again the same day is called again: %s', async (how) => {
  const { jaabi, phones } = await begun()
  const asks = () => (how === 'rings' ? phones.rings(woman) : phones.says(woman, how))
  await asks()
  const [first = ''] = await jaabi.references()
  await (await deskOf(jaabi)).step(first, 'told', { how: 'call', result: 'told' })
  expect((await jaabi.caseOf(first)).callMe).toBe(false)
  jaabi.clock.nowAt = '2027-06-07T16:00:00.000Z'
  await asks()
  const again = (await jaabi.references()).filter((reference) => reference !== first)
  expect(again).toHaveLength(1)
  expect(await jaabi.caseOf(again[0] ?? '')).toMatchObject({ callMe: true })
})

test('a phone that rang all morning until somebody called, and rings again, is called again', async () => {
  const { jaabi, phones } = await begun()
  for (let time = 0; time <= 51; time++) await phones.rings(woman)
  const [first = ''] = await jaabi.references()
  expect((await jaabi.caseOf(first)).history).toHaveLength(51)
  await (await deskOf(jaabi)).step(first, 'told', { how: 'call', result: 'told' })
  await phones.rings(woman)
  const again = (await jaabi.references()).filter((reference) => reference !== first)
  expect(again).toHaveLength(1)
  expect(await jaabi.caseOf(again[0] ?? '')).toMatchObject({ callMe: true })
})

test('« par des hommes ce matin » to « qui ? » may tell who did it: a case of its own for whoever reads it, and nobody is let call', async () => {
  const { jaabi, phones } = await begun()
  await phones.rings(woman)
  await phones.report(woman)
  const [asked = ''] = await jaabi.references()
  const apart = await phones.says(woman, 'par des hommes ce matin')
  expect(apart).not.toBe(asked)
  const [of, told] = [await jaabi.caseOf(asked), await jaabi.caseOf(apart)]
  expect([of.consent, of.history.length]).toEqual(['call', 1])
  expect(told).toMatchObject({ lane: 'P', mayReplyTo: [asked] })
  // The bare receipt says nothing of it, and the question is open as before.
  expect(phones.received(woman).at(-1)).not.toMatch(/Qui\?/)
  await phones.says(woman, 'une femme, demain matin')
  expect(await jaabi.caseOf(asked)).toMatchObject({ consent: 'call-woman' })
  expect(await jaabi.saidIn(asked)).toEqual([{ words: 'une femme, demain matin' }])
})

test('a call made by us, one from our own line and one that hides its number are nobody’s wish', async () => {
  const { jaabi, phones } = await begun()
  await phones.rings(woman, 'ATVId_first', { direction: 'Outbound' })
  await phones.rings('+22320000000')
  expect(await phones.rings('anonymous')).toBe(refusal)
  expect([await jaabi.references(), jaabi.sms]).toEqual([[], []])
})

test('without a session a call is known by its minute', async () => {
  const { jaabi, phones, only } = await begun()
  for (const minute of ['00', '00', '01']) {
    jaabi.clock.nowAt = `2027-06-07T09:${minute}:30.000Z`
    await phones.rings(woman, '')
  }
  expect((await only()).history.map(({ what }) => what)).toEqual(['received', 'repeated'])
  await phones.rings(man, '', { isActive: '0' })
  expect(await jaabi.references()).toHaveLength(1)
})

describe('vectors of calls', () => {
  const ours: Record<string, { cases: number; why: string }> = {
    'voice-05': { cases: 0, why: 'a call of ours, told of when it is over' },
    'voice-07': { cases: 0, why: 'nobody can be called back' },
  }

  test.each(vectors('voice'))('$id $description', async ({ id, request }) => {
    const { jaabi } = await begun()
    const init = { method: request.method, headers: { ...form, ...request.headers }, body: request.body }
    for (let time = 0; time < 2; time++) {
      const response = await callbacksOf(jaabi).voice.request(pathOf('voice'), init)
      expect([response.status, await response.text()]).toEqual([200, refusal])
    }
    expect(await jaabi.references()).toHaveLength(ours[id]?.cases ?? 1)
  })
})
