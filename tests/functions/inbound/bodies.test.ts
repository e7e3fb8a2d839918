import { describe, expect, test } from 'vitest'
import { build as publicWeb } from '../../../functions/public-web.ts'
import { build as staffApi } from '../../../functions/staff-api.ts'
import { callbacksOf, form, pathOf, phonesOf, woman } from '../../support/functions/phone.ts'
import { withJaabi } from '../../support/functions/services.ts'

const newJaabi = await withJaabi()
const piece = 'x*'.repeat(512)

/** A body of so many kilobytes that counts how much of it anybody took. */
function flowing(start: string, kilobytes: number) {
  const taken = { kilobytes: 0 }
  const body = new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        controller.enqueue(Buffer.from(start))
      },
      pull: (controller) => {
        if (taken.kilobytes >= kilobytes) controller.close()
        else controller.enqueue(Buffer.from(piece))
        taken.kilobytes += 1
      },
    },
    { highWaterMark: 0 },
  )
  return { taken, body, duplex: 'half' as const }
}

/** Without what counts. */
const sentAs = ({ body, duplex }: ReturnType<typeof flowing>) => ({ body, duplex })

describe('more than anybody says', () => {
  test('on USSD gets a screen that says so, and only its beginning is read', async () => {
    const jaabi = await newJaabi()
    const fields = new URLSearchParams({ sessionId: 'U-1', phoneNumber: woman, serviceCode: '*36061#', text: '' })
    const { taken, ...sent } = flowing(fields.toString(), 50_000)
    const answer = await callbacksOf(jaabi).ussd.request(pathOf('ussd'), { method: 'POST', headers: form, ...sent })
    expect(answer.status).toBe(200)
    expect(await answer.text()).toMatch(/^END .*trop long/)
    expect(taken.kilobytes).toBeLessThanOrEqual(10)
    expect(await jaabi.references()).toEqual([])
  })

  test('in an SMS is kept, cut and marked', async () => {
    const jaabi = await newJaabi()
    const fields = new URLSearchParams({ from: woman, id: 'AT-1', to: '36019', date: '2027-06-07 09:00:00', text: '' })
    const { taken, ...sent } = flowing(fields.toString(), 50_000)
    const answer = await callbacksOf(jaabi).sms.request(pathOf('sms'), { method: 'POST', headers: form, ...sent })
    expect(answer.status).toBe(200)
    const reference = await answer.text()
    const [said] = await jaabi.saidIn(reference)
    expect(said?.words.startsWith('x*x*')).toBe(true)
    expect(said?.words.length).toBeLessThanOrEqual(64 * 1024)
    expect((await jaabi.caseOf(reference)).history[0]).toMatchObject({
      flags: expect.arrayContaining(['oversized']) as unknown,
    })
    expect(taken.kilobytes).toBeLessThanOrEqual(1_026)
  })

  test('in a form or a step is refused unread, in the words of that door', async () => {
    const jaabi = await newJaabi()
    const token = await jaabi.person('focal-1', { role: 'focal-point' })
    const step = flowing('{"answer":"', 50_000)
    const refused = await staffApi(jaabi.servicesFor('staff-api')).request('/api/cases/4829137996/answer', {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...sentAs(step),
    })
    expect([refused.status, await refused.json()]).toEqual([413, { error: 'too-large' }])
    const filing = flowing('{"text":"', 50_000)
    const unfiled = await staffApi(jaabi.servicesFor('staff-api')).request('/api/cases', {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...sentAs(filing),
    })
    expect([unfiled.status, await unfiled.json()]).toEqual([413, { error: 'too-large' }])
    const page = flowing('text=', 50_000)
    const shown = await publicWeb(jaabi.servicesFor('public-web')).request('/plainte', {
      method: 'POST',
      headers: form,
      ...sentAs(page),
    })
    expect(shown.status).toBe(413)
    expect(await shown.text()).toContain('trop long')
    expect(page.taken.kilobytes).toBeLessThanOrEqual(70)
    expect(Math.max(step.taken.kilobytes, filing.taken.kilobytes)).toBeLessThanOrEqual(170)
    expect(await jaabi.references()).toEqual([])
  })
})

test('all that fits one USSD callback is answered at once, however many stars it holds', async () => {
  const jaabi = await newJaabi()
  const text = '9*'.repeat(3_000)
  const fields = { sessionId: 'U-2', phoneNumber: woman, serviceCode: '*36061#', text }
  const { status, text: screen } = await phonesOf(jaabi).post('ussd', fields)
  expect(status).toBe(200)
  expect(screen).toMatch(/^(CON|END) /)
})
