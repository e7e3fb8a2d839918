import { expect, test } from 'vitest'
import type { Consent } from '../../../../core/channel/message.ts'
import { phonesOf } from '../../../support/functions/phone.ts'
import { withJaabi } from '../../../support/functions/services.ts'
import { atCase, filed, woman } from '../../../support/console/case-desk.ts'
import { seatOf } from '../../../support/console/seat.ts'

const newJaabi = await withJaabi()

async function answered(consent: Consent, phone: string | null) {
  const jaabi = await newJaabi()
  const seat = await seatOf(jaabi, await jaabi.person('Aïssata T.', { role: 'focal-point' }))
  const reference = await filed(jaabi, { consent, phone })
  const desk = atCase(seat, reference)
  await desk.does('assess', { level: 'N1', namedPerson: '' })
  await desk.says('answer', { outcome: 'resolved', answer: 'Remboursé' })
  await jaabi.drain()
  return { jaabi, reference, ...desk }
}

const toldForm = (page: string): string => /id="geste-told"[\s\S]*?<\/form>/.exec(page)?.[0] ?? ''

test.each([
  ['no consent', 'none', null],
  ['STOP', 'sms', woman],
] as const)(
  'after %s, nobody is asked whether a call reached the person, and none can be noted',
  async (why, consent, phone) => {
    const { jaabi, reference, open, send, does } = await answered(consent, phone)
    if (why === 'STOP') await phonesOf(jaabi).says(woman, 'STOP')
    // Within a minute the answer that stands open counts as the telling.
    await jaabi.sweep()
    const opened = (await jaabi.caseOf(reference)).told
    expect(opened?.how).toBe('open-answer')
    const { page, text } = await open()
    expect(toldForm(page)).not.toMatch(/name="reached"|value="call"/)
    expect(text).toContain('ni appel ni visite')
    for (const fields of [{ how: 'call', reached: 'yes' }, { how: 'call' }, { how: 'face', reached: 'no' }]) {
      const refused = await send('told', fields)
      expect([refused.status, refused.text.includes('ni appel ni visite')]).toEqual([409, true])
    }
    expect((await jaabi.caseOf(reference)).told).toEqual(opened)
    // Who came by is told, and the form needs nothing more.
    jaabi.clock.nowAt = '2027-06-07T09:10:00.000Z'
    await does('told', { how: 'face' })
    expect((await jaabi.caseOf(reference)).told).toEqual({ ...opened, how: 'face' })
  },
)

test('with consent, whether the call reached somebody must be said', async () => {
  const { open, send, jaabi, reference } = await answered('call', woman)
  expect(toldForm((await open()).page)).toMatch(/value="call"[\s\S]*name="reached"/)
  expect((await send('told', { how: 'call' })).status).toBe(400)
  await send('told', { how: 'call', reached: 'no' })
  expect((await jaabi.caseOf(reference)).callTries).toHaveLength(1)
})
