import { describe, expect, test } from 'vitest'
import { runningClocks } from '../../../core/deadlines/clock.ts'
import { policyOf } from '../../../core/deadlines/rulebook.ts'
import { ownerOf } from '../../../core/routing/owner.ts'
import { build as publicWeb } from '../../../functions/public-web.ts'
import { textOf } from '../../support/console/case-desk.ts'
import { seatOf } from '../../support/console/seat.ts'
import { form, phonesOf, woman } from '../../support/functions/phone.ts'
import { type Jaabi, withJaabi } from '../../support/functions/services.ts'

const newJaabi = await withJaabi()
const robot = '192.0.2.1'

function formsOf(jaabi: Jaabi) {
  const app = publicWeb(jaabi.servicesFor('public-web'))
  return async (fields: Record<string, string>, from = robot): Promise<number> => {
    const body = new URLSearchParams({ consent: 'none', ...fields }).toString()
    const headers = { ...form, 'x-forwarded-for': from }
    return (await app.request('/plainte', { method: 'POST', headers, body })).status
  }
}

const all = async (jaabi: Jaabi) => Promise.all((await jaabi.references()).map((one) => jaabi.caseOf(one)))
const marked = async (jaabi: Jaabi) => (await all(jaabi)).filter(({ flood }) => flood !== null)

async function triage(jaabi: Jaabi) {
  await jaabi.person('aissata', { role: 'focal-point' })
  const seat = await seatOf(jaabi, 'aissata')
  return {
    seat,
    reads: async (path: string) => {
      const response = await seat.get(path)
      const page = await response.text()
      return { status: response.status, page, text: textOf(page).replaceAll(/[\u00a0\u202f]/g, ' ') }
    },
    decides: (group: string, act: string, reason = 'Un robot') =>
      seat.post(`/console/masse/${group}/${act}`, { reason, requestId: `decision-${act}` }),
  }
}

describe('a flood', () => {
  test('from one typed phone: ten a day are a family, the eleventh marks all of them', async () => {
    const jaabi = await newJaabi()
    const posts = formsOf(jaabi)
    for (let n = 0; n < 10; n++)
      await posts({ phone: woman, consent: 'call', text: `Le puits ${'x'.repeat(n)} est à sec` })
    expect(await marked(jaabi)).toEqual([])
    await posts({ phone: woman, consent: 'call', text: 'La classe est fermée' }, '198.51.100.7')
    const flood = await marked(jaabi)
    expect(flood).toHaveLength(11)
    expect(new Set(flood.map((one) => one.flood?.group)).size).toBe(1)
    expect(flood[0]?.flood?.from).toBe('phone')
  })

  test('from one address in the same words: more than ten in an hour; of IPv6 one network is one address', async () => {
    const jaabi = await newJaabi()
    const posts = formsOf(jaabi)
    const texts = Array.from({ length: 15 }, (_, n) => ({ text: `Le puits numéro ${n} est à sec` }))
    expect(new Set(await Promise.all(texts.map((one, n) => posts(one, `2001:db8:0:1::${n + 1}`))))).toEqual(
      new Set([200]),
    )
    expect((await marked(jaabi)).map(({ flood }) => flood?.from)).toEqual(Array.from({ length: 15 }, () => 'words'))
    await posts({ text: 'Le puits numéro 1 est à sec' }, '2001:db8:0:2::1')
    expect(await marked(jaabi)).toHaveLength(15)
  })

  test('is none of thirty people behind one address in an hour who each say their own, nor of fifteen phones in the same words', async () => {
    const jaabi = await newJaabi()
    const posts = formsOf(jaabi)
    const said = (n: number) =>
      `Au quartier ${String.fromCharCode(97 + (n % 26))}${String.fromCharCode(97 + Math.floor(n / 26))} l’eau manque`
    await Promise.all(Array.from({ length: 30 }, (_, n) => posts({ text: said(n) })))
    const phones = Array.from({ length: 15 }, (_, n) => `+223700000${String(10 + n)}`)
    for (const phone of phones) await posts({ text: 'Il manque de l’eau', phone, consent: 'call' })
    expect(await jaabi.references()).toHaveLength(45)
    expect(await marked(jaabi)).toEqual([])
  })

  test('holds nothing that may be S, a danger to life, or that nobody can read: they stand where they always do', async () => {
    const jaabi = await newJaabi()
    const posts = formsOf(jaabi)
    for (let n = 0; n < 11; n++) await posts({ text: 'Gagnez un téléphone, appelez vite' })
    const others = [
      'un agent a violé une fille du camp',
      'Une femme est en train de mourir, elle saigne beaucoup',
      'xqzt brlmp vwkk zzrt qqwp trzx',
    ]
    for (const text of others) for (let n = 0; n < 11; n++) await posts({ text: `${text} ${n}` })
    await posts({ kind: 'protection' })
    const cases = await all(jaabi)
    const flood = cases.filter((one) => one.flood !== null)
    expect(flood).toHaveLength(11)
    expect(flood.every(({ lane, suggested: { sensitive, level, unread } }) => lane === 'N' && !sensitive && !level && !unread)).toBe(true) // prettier-ignore
    expect(cases).toHaveLength(11 * 4 + 1)
  })

  test('keeps no address, and of a number no more than before: what is counted is a digest that expires with its window', async () => {
    const jaabi = await newJaabi()
    const posts = formsOf(jaabi)
    for (let n = 0; n < 12; n++) await posts({ text: 'Gagnez un téléphone, appelez vite' })
    const counted = await jaabi.items('source', 'traffic')
    expect(counted).toHaveLength(2)
    const end = Date.parse('2027-06-07T10:00:00.000Z') / 1000
    for (const { expiresAt } of counted) expect(expiresAt).toBe(end)
    const written = JSON.stringify([counted, await jaabi.items('flood'), await jaabi.items('case')])
    expect(written).not.toContain(robot)
    const [digest = ''] = await jaabi.reader.fingerprints(JSON.stringify(['flood', 'address', robot]))
    expect(JSON.stringify([await jaabi.items('flood'), await jaabi.items('case')])).not.toContain(digest)
  })

  test('each of its cases keeps owner and clock, is counted, and escalates like any other', async () => {
    const jaabi = await newJaabi()
    const posts = formsOf(jaabi)
    for (let n = 0; n < 12; n++) await posts({ text: 'Gagnez un téléphone, appelez vite' })
    await jaabi.drain()
    for (const one of await marked(jaabi)) {
      expect(ownerOf(one, jaabi.programme.gazetteer)).toBe('focal-point')
      expect(runningClocks(one, policyOf(jaabi.programme, one)).map(({ name }) => name)).toContain('assess')
    }
    const { reads } = await triage(jaabi)
    expect((await reads('/console/inbox?new')).page.match(/role="rowheader"/g)).toHaveLength(12)
    expect((await reads('/console/inbox')).text).toMatch(/Tous 12/)
    jaabi.clock.nowAt = '2027-07-07T09:00:00.000Z'
    await jaabi.sweep()
    await jaabi.drain()
    const [one] = await marked(jaabi)
    expect(one?.escalationLevel).toBeGreaterThan(0)
    expect((await (await triage(jaabi)).reads('/console/inbox')).page.match(/role="rowheader"/g)).toHaveLength(12)
  })
})

describe('at the inbox', () => {
  async function flooded(count = 13) {
    const jaabi = await newJaabi()
    const posts = formsOf(jaabi)
    const own = await phonesOf(jaabi).says(woman, 'Le moulin du village est cassé')
    for (let n = 0; n < count; n++) await posts({ text: 'Gagnez un téléphone, appelez vite' })
    await jaabi.drain()
    const group = (await marked(jaabi))[0]?.flood?.group ?? ''
    return { jaabi, own, group, posts, ...(await triage(jaabi)) }
  }

  test('it is one line before what people wrote; who triages opens it, and nobody else', async () => {
    const { jaabi, own, group, reads } = await flooded()
    const { page, text } = await reads('/console/inbox')
    expect(text).toContain('13 plaintes de la même adresse, aux mêmes mots')
    expect(page.match(/role="rowheader"/g)).toHaveLength(1)
    expect(page).toContain(`/console/cases/${own}`)
    const opened = await reads(`/console/masse/${group}`)
    expect(opened.text).toContain('Gagnez un téléphone')
    expect(opened.text).toContain('13 fois')
    await jaabi.person('region', { role: 'regional-cluster', region: 'gao' })
    const seat = await seatOf(jaabi, 'region')
    expect((await seat.get(`/console/masse/${group}`)).status).toBe(404)
    expect((await seat.post(`/console/masse/${group}/aside`, { reason: 'x', requestId: 'r' })).status).toBe(404)
  })

  test('it is set aside by one person with a reason, and restored whole with the clocks it had', async () => {
    const { jaabi, own, group, reads, decides } = await flooded()
    const dates = (await marked(jaabi)).map(({ promisedAt }) => promisedAt)
    expect((await decides(group, 'aside', '')).headers.get('location')).toContain('faute=aside')
    expect((await marked(jaabi)).every(({ status }) => status === 'received')).toBe(true)

    await decides(group, 'aside')
    await jaabi.drain()
    const aside = await marked(jaabi)
    expect(aside.map(({ closedHow }) => closedHow)).toEqual(Array.from({ length: 13 }, () => 'dismissed'))
    expect((await jaabi.saidIn(aside[0]?.reference ?? '')).map(({ words }) => words)).toContain('Un robot')
    expect(jaabi.sms.filter(({ to }) => to !== woman)).toEqual([])
    expect((await reads('/console/inbox')).text).not.toContain('plaintes de la même adresse')
    expect((await reads('/console/masse')).text).toContain('Mises à l’écart : 13')
    expect((await jaabi.caseOf(own)).status).toBe('received')

    await decides(group, 'restore', 'C’étaient des gens')
    await jaabi.drain()
    const back = await marked(jaabi)
    expect(back.map(({ status }) => status)).toEqual(Array.from({ length: 13 }, () => 'received'))
    expect(back.map(({ promisedAt }) => promisedAt)).toEqual(dates)
    expect((await reads('/console/inbox')).text).toContain('13 plaintes de la même adresse')
  })

  test('they are people: each is in the list again, and stays there when more of the same come', async () => {
    const { jaabi, group, reads, decides } = await flooded()
    await decides(group, 'lift')
    expect((await reads('/console/inbox')).page.match(/role="rowheader"/g)).toHaveLength(14)
    expect(await marked(jaabi)).toEqual([])
  })

  test('what was read one by one, or has become more since, is not set aside with the rest', async () => {
    const { jaabi, group, decides, seat } = await flooded()
    const [one, two] = await marked(jaabi)
    await seat.post(`/console/cases/${one?.reference ?? ''}/assess`, { level: 'N1', category: 'SAN-FRAIS', requestId: 'a', go: 'send' }) // prettier-ignore
    await decides(group, 'aside')
    expect((await jaabi.caseOf(one?.reference ?? '')).status).toBe('assessed')
    expect((await jaabi.caseOf(two?.reference ?? '')).closedHow).toBe('dismissed')
  })
})

test('a hundred from one address at once, from the form to the list and back: one line, set aside, restored, and what may be more is never in it', async () => {
  const jaabi = await newJaabi()
  const posts = formsOf(jaabi)
  const own = await phonesOf(jaabi).says(woman, 'Le moulin du village est cassé')
  const more = ['un agent a violé une fille du camp', 'Une femme est en train de mourir, elle saigne beaucoup']
  const texts = Array.from({ length: 100 }, (_, n) =>
    n % 10 === 0 ? `${more[(n / 10) % 2] ?? ''} ${n}` : `Gagnez un téléphone numéro ${n}`,
  )
  const statuses: number[] = []
  for (let from = 0; from < 100; from += 20)
    statuses.push(...(await Promise.all(texts.slice(from, from + 20).map((text) => posts({ text })))))
  expect(new Set(statuses)).toEqual(new Set([200]))
  await jaabi.drain()

  const cases = await all(jaabi)
  const flood = cases.filter((one) => one.flood !== null)
  const others = cases.filter((one) => one.flood === null).toSorted((a, b) => (a.reference < b.reference ? -1 : 1))
  expect([cases.length, flood.length]).toEqual([101, 90])
  expect(new Set(flood.map((one) => one.flood?.group)).size).toBe(1)
  expect(others.filter(({ lane }) => lane === 'P')).toHaveLength(5)
  expect(others.filter(({ suggested }) => suggested.level === 'N2')).toHaveLength(5)

  const { reads, decides } = await triage(jaabi)
  const list = await reads('/console/inbox')
  expect(list.text).toContain('90 plaintes de la même adresse, aux mêmes mots')
  for (const { reference } of others.filter(({ lane }) => lane === 'N'))
    expect(list.page).toContain(`/console/cases/${reference}`)
  expect(list.page).toContain(`/console/cases/${own}`)
  for (const { reference } of flood) expect(list.page).not.toContain(`/console/cases/${reference}`)

  const group = flood[0]?.flood?.group ?? ''
  const dates = new Map(flood.map(({ reference, promisedAt }) => [reference, promisedAt]))
  // Fifty at one press.
  for (const _ of [1, 2]) await decides(group, 'aside')
  await jaabi.drain()
  expect((await marked(jaabi)).map(({ closedHow }) => closedHow)).toEqual(Array.from({ length: 90 }, () => 'dismissed'))
  const untouched = await Promise.all(others.map(({ reference }) => jaabi.caseOf(reference)))
  expect(untouched).toEqual(others)
  expect((await reads('/console/inbox')).text).not.toContain('plaintes de la même adresse')

  for (const _ of [1, 2]) await decides(group, 'restore', 'C’étaient des gens')
  await jaabi.drain()
  const back = await marked(jaabi)
  expect(back.map(({ status }) => status)).toEqual(Array.from({ length: 90 }, () => 'received'))
  for (const { reference, promisedAt } of back) expect(promisedAt).toBe(dates.get(reference))
  expect((await reads('/console/inbox')).text).toContain('90 plaintes de la même adresse')
})

test('a hundred and one from one address, each in words of its own, are a flood by their number alone', async () => {
  const jaabi = await newJaabi()
  const posts = formsOf(jaabi)
  const said = (n: number) =>
    `Au quartier ${String.fromCharCode(97 + (n % 26))}${String.fromCharCode(97 + Math.floor(n / 26))} l’eau manque`
  for (let from = 0; from < 100; from += 20)
    await Promise.all(Array.from({ length: 20 }, (_, n) => posts({ text: said(from + n) })))
  expect(await marked(jaabi)).toEqual([])
  await posts({ text: said(100) })
  expect((await marked(jaabi)).map(({ flood }) => flood?.from)).toEqual(Array.from({ length: 101 }, () => 'address'))
})
