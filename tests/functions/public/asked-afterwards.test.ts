import { describe, expect, test } from 'vitest'
import { build as publicWeb } from '../../../functions/public-web.ts'
import { deskOf } from '../../support/functions/desk.ts'
import { form } from '../../support/functions/phone.ts'
import { withJaabi } from '../../support/functions/services.ts'

const newJaabi = await withJaabi()
const text = 'Le moulin du village est cassé'
const answers = { region: 'ML07', person: 'woman', disability: 'yes' }

/** Somebody who filed a message, with the page that has its number. */
async function filed(fields: Record<string, string> = {}) {
  const jaabi = await newJaabi()
  const app = publicWeb(jaabi.servicesFor('public-web'))
  const posts = async (path: string, given: Record<string, string>) => {
    const response = await app.request(path, { method: 'POST', headers: form, body: new URLSearchParams(given).toString() }) // prettier-ignore
    return { status: response.status, page: (await response.text()).replaceAll('\u00a0', ' ') }
  }
  const files = async (more: Record<string, string>) =>
    (await posts('/plainte', { text, consent: 'none', requestId: 'one', ...more })).page
  const tokenOf = (page: string) => /name="token" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const page = await files(fields)
  const [reference = ''] = await jaabi.references()
  return {
    jaabi,
    page,
    reference,
    files,
    tokenOf,
    token: tokenOf(page),
    told: () => jaabi.caseOf(reference),
    answers: (given: Record<string, string>) => posts('/recu', given),
  }
}

describe('what is asked of the person', () => {
  test('stands on the page with the number, not on the form, and comes to the case; each may be left out', async () => {
    const { answers: posts, told, token, page } = await filed()
    for (const name of Object.keys(answers)) expect(page).toContain(`name="${name}"`)
    expect(await posts({ token, person: '', disability: '' })).toMatchObject({ status: 200 })
    expect(await told()).toMatchObject({ version: 1, person: null })
    const { status, page: after } = await posts({ token, ...answers })
    expect(status).toBe(200)
    expect(after).toMatch(/Merci, vos réponses sont notées[\s\S]*21 juin/)
    expect(after).not.toContain('name="token"')
    expect(await told()).toMatchObject({
      person: 'woman',
      disability: 'yes',
      place: { system: 'cod-2021', code: 'ML07' },
      version: 4,
    })
  })

  test('a village that is typed gives its commune; of one name in several communes the page asks which, and never refuses', async () => {
    const one = await filed({ place: 'Golea, Ansongo' })
    expect(await one.told()).toMatchObject({ place: { code: 'ML070103' }, village: { system: 'cod-2015', code: 'ML070203008', name: 'Golea' } }) // prettier-ignore
    expect(one.page).not.toContain('name="region"')

    const { page, answers: posts, told, token } = await filed({ place: 'Golea' })
    expect(await told()).toMatchObject({ place: null, village: null })
    expect(page).toContain('Golea (Kéniéba, Kéniéba, Kayes)')
    expect(page).not.toContain('name="region"')
    await posts({ token, place: 'cod-2015 ML070203008' })
    expect(await told()).toMatchObject({ place: { code: 'ML070103' }, village: { code: 'ML070203008' } })
    // Known now: nothing from there changes it.
    await posts({ token, place: 'cod-2021 ML05' })
    expect((await told()).place?.code).toBe('ML070103')

    // Of very many places of one name nobody finds theirs.
    const many = await filed({ place: 'Madina Koura Kouta Nulle Part' })
    expect(many.page).toContain('name="region"')
  })

  test('is taken once: what is known is never changed from there', async () => {
    const { answers: posts, told, token } = await filed()
    await posts({ token, person: 'woman' })
    await posts({ token, person: 'boy', disability: 'perhaps', region: 'elsewhere' })
    expect(await told()).toMatchObject({ person: 'woman', disability: null, place: null, version: 2 })
  })

  test('asks for no region where the place is known', async () => {
    const { page, answers: posts, told, token } = await filed({ place: 'Ansongo' })
    expect(page).not.toContain('name="region"')
    await posts({ token, region: 'ML06' })
    expect(await told()).toMatchObject({ place: { code: 'ML0701' }, version: 1 })
  })
})

describe('a stranger', () => {
  test('adds to nobody’s case: with the number alone, with a token of their own, with one made up', async () => {
    const { answers: posts, told, reference, token, files, tokenOf } = await filed()
    const own = tokenOf(await files({ text: 'Le puits est sec', requestId: 'two' }))
    const [, until = '', digest = ''] = own.split('~')
    const [, , right = ''] = token.split('~')
    for (const tried of [reference, '', `${reference}~${until}~${digest}`, `${reference}~2999-01-01T00:00:00.000Z~${right}`])
      expect(await posts({ token: tried, ...answers })).toMatchObject({ status: 410 })
    expect(await told()).toMatchObject({ person: null, version: 1 })
  }) // prettier-ignore

  test('who says the same words with the same number gets no way to add to the case they join', async () => {
    const same = { phone: '70000001', consent: 'sms' }
    const { files, tokenOf } = await filed(same)
    expect(tokenOf(await files({ ...same, requestId: 'two' }))).toBe('')
  })

  test('finds the page too old after an hour, and nothing said of the case', async () => {
    const { answers: posts, told, token, jaabi, reference } = await filed()
    jaabi.clock.nowAt = '2027-06-07T10:00:01.000Z'
    const { status, page } = await posts({ token, ...answers })
    expect(status).toBe(410)
    expect(page).toContain('trop ancienne')
    expect(page.replaceAll(' ', '')).not.toContain(reference)
    expect((await told()).version).toBe(1)
  })

  test.each([
    ['an hour', 1, 200],
    ['a day', 24, 200],
    ['years', 24 * 700, 410],
  ] as const)('of before the clock was set back by %s', async (_, hours, status) => {
    const { answers: posts, told, token, jaabi } = await filed()
    const before = jaabi.clock.nowAt
    jaabi.clock.nowAt = new Date(Date.parse(before) - hours * 3_600_000).toISOString()
    expect(await posts({ token, ...answers })).toMatchObject({ status })
    const { history, person } = await told()
    expect(person).toBe(status === 200 ? 'woman' : null)
    // Nothing is written before what is there.
    expect(history.map(({ at }) => at)).toEqual(history.map(() => before))
  })
})

describe('of what is sensitive', () => {
  test.each([
    { kind: 'protection', danger: 'yes' },
    { kind: 'integrity', text: 'On demande 5000 F' },
    { text: 'un agent a violé une fille du camp' },
  ])('%j: nothing more is asked', async (fields) => {
    expect((await filed(fields)).token).toBe('')
  })

  test('nothing more is taken once it was raised, and the page reads as if it were', async () => {
    const { answers: posts, told, token, jaabi, reference } = await filed()
    await (await deskOf(jaabi)).step(reference, 'assess', { level: 'S1', category: 'INT-ARGENT' })
    const before = await told()
    const { status, page } = await posts({ token, ...answers })
    expect(status).toBe(200)
    expect(page).toMatch(/vos réponses sont notées[\s\S]*21 juin/)
    expect(await told()).toMatchObject({ lane: 'S1', person: null, version: before.version })
  })
})
