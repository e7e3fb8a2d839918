import { describe, expect, test } from 'vitest'
import { build as publicWeb } from '../../../functions/public-web.ts'
import { form, phonesOf, referenceIn, woman } from '../../support/functions/phone.ts'
import { withJaabi } from '../../support/functions/services.ts'
import { doorsOf } from '../../support/functions/staff-doors.ts'

const newJaabi = await withJaabi()
const words = 'Le forage du village est en panne'
const contact = { phone: woman, consent: 'sms' }
const call = { text: words, kind: 'complaint', channel: 'call', contact }

async function begun() {
  const jaabi = await newJaabi()
  const { call: asks, takes } = await doorsOf(jaabi)
  const web = publicWeb(jaabi.servicesFor('public-web'))
  let forms = 0
  return {
    jaabi,
    asks,
    takes,
    phones: phonesOf(jaabi),
    files: async (who: string, filing: object) => {
      const { status, json } = await asks(who, '/cases', filing)
      return { status, ...json, reference: json.reference ?? '' }
    },
    /** Fills the form in again each time; answers the number it is shown. */
    writes: async (fields: object) => {
      const posted = { text: words, phone: woman, consent: 'sms', requestId: `form-${String((forms += 1))}`, ...fields }
      const body = new URLSearchParams(posted).toString()
      const page = await (await web.request('/plainte', { method: 'POST', headers: form, body })).text()
      await jaabi.drain()
      return referenceIn(page.replaceAll(/(\d{4})\s(\d{4})\s(\d{2})/g, '$1$2$3'))
    },
    whatOf: async (reference: string) => (await jaabi.caseOf(reference)).history.map(({ what }) => what),
  }
}

describe('the same request again', () => {
  test('is 201 the first time and 200 after, and one case', async () => {
    const { jaabi, files } = await begun()
    const first = await files('focal-point', { ...call, requestId: 'form-1' })
    expect(first).toMatchObject({ status: 201, promisedAt: '2027-06-21T14:00:00.000Z' })
    expect(await files('focal-point', { ...call, requestId: 'form-1' })).toEqual({ ...first, status: 200 })
    expect(await jaabi.references()).toEqual([first.reference])
  })

  test('by somebody else is another one', async () => {
    const { jaabi, files } = await begun()
    const box = { ...call, channel: 'box', contact: undefined, requestId: 'form-1' }
    expect((await files('focal-point', box)).status).toBe(201)
    expect((await files('deputy', box)).status).toBe(201)
    expect(await jaabi.references()).toHaveLength(2)
  })

  test('is told what was told then, whatever the case has become since', async () => {
    const { files, takes } = await begun()
    const first = await files('partner', { ...call, requestId: 'form-1' })
    await takes('focal-point', first.reference, 'assess', { level: 'S2' })
    expect(await files('partner', { ...call, requestId: 'form-1' })).toEqual({ ...first, status: 200 })
  })
})

describe('paper that comes late', () => {
  test('is promised a date that can still be kept, and is late at once', async () => {
    const { jaabi, asks, files } = await begun()
    const paper = { text: words, kind: 'complaint', channel: 'box', receivedAt: '2027-05-10T09:00:00.000Z' }
    const filed = await files('focal-point', paper)
    expect(filed).toMatchObject({ status: 201, promisedAt: '2027-06-21T14:00:00.000Z' })
    expect((filed.dueAt ?? '') < jaabi.clock.nowAt).toBe(true)
    await jaabi.sweep()
    const { json } = await asks('focal-point', `/cases/${filed.reference}`)
    expect(json.escalationLevel).toBeGreaterThan(0)
    expect((json.promisedAt ?? '') > jaabi.clock.nowAt).toBe(true)
  })

  test('an S case lowered to N by two people is promised the usual time from then', async () => {
    const { jaabi, files, takes } = await begun()
    const { reference } = await files('focal-point', { ...call, kind: 'integrity' })
    jaabi.clock.nowAt = '2027-07-05T09:00:00.000Z'
    await takes('focal-point', reference, 'assess', { level: 'N1', reason: 'pas d’argent demandé' })
    await takes('deputy', reference, 'confirm')
    expect(await jaabi.caseOf(reference)).toMatchObject({ level: 'N1', promisedAt: '2027-07-19T14:00:00.000Z' })
  })
})

describe('the same words from the same number within a day', () => {
  test('on the web join their case, a day later they are a case again', async () => {
    const { jaabi, writes, whatOf } = await begun()
    const first = await writes({})
    jaabi.clock.nowAt = '2027-06-08T08:59:00.000Z'
    expect(await writes({})).toBe(first)
    expect(await whatOf(first)).toEqual(['received', 'repeated'])
    jaabi.clock.nowAt = '2027-06-08T09:01:00.000Z'
    expect(await writes({})).not.toBe(first)
  })

  test.each([
    ['another way to answer', { consent: 'call-woman' }],
    ['another kind', { kind: 'question' }],
    ['another place', { place: 'Ansongo' }],
    ['another region', { region: 'ML07' }],
    ['what was not said of disability', { disability: 'yes' }],
    ['whom it is about', { person: 'girl' }],
    ['no number', { phone: '', consent: 'none' }],
    ['another number', { phone: '70 00 00 09' }],
    ['money or favours asked', { kind: 'integrity' }],
  ])('with %s are a case of their own: nothing that changed is lost', async (_, change) => {
    const { writes } = await begun()
    const first = await writes({})
    expect(await writes(change)).not.toBe(first)
  })

  test('of what was said by SMS, the web learns nothing: anybody may type a number', async () => {
    const { phones, writes } = await begun()
    const sent = await phones.says(woman, words)
    expect(await writes({})).not.toBe(sent)
  })

  test('written down for somebody join the case they sent themselves, where the writer may open it', async () => {
    const { phones, files, whatOf, jaabi } = await begun()
    const sent = await phones.says(woman, words)
    expect(await files('focal-point', call)).toMatchObject({ status: 200, reference: sent })
    expect(await whatOf(sent)).toEqual(['received', 'repeated'])
    expect((await jaabi.caseOf(sent)).history.at(-1)?.by).toEqual({ role: 'focal-point', person: 'focal-point' })
    expect(await files('partner', call)).toMatchObject({ status: 201 })
  })

  test('filed twice by the same partner are one case, though a partner may not open it yet', async () => {
    const { files } = await begun()
    const first = await files('partner', call)
    expect(await files('partner', call)).toMatchObject({ status: 200, reference: first.reference })
    expect((await files('other-partner', call)).reference).not.toBe(first.reference)
  })

  test('join neither an S case nor a closed one', async () => {
    const { files, takes } = await begun()
    const first = await files('focal-point', call)
    await takes('focal-point', first.reference, 'assess', { level: 'S1' })
    const second = await files('focal-point', call)
    expect(second).toMatchObject({ status: 201 })
    await takes('focal-point', second.reference, 'dismiss', { reason: 'essai' })
    expect(await files('focal-point', call)).toMatchObject({ status: 201 })
  })

  test('ten times at once with ten request ids is one case', async () => {
    const { jaabi, writes } = await begun()
    const shown = await Promise.all(Array.from({ length: 10 }, () => writes({})))
    expect(new Set(shown).size).toBe(1)
    expect(await jaabi.references()).toHaveLength(1)
  })
})
