import { describe, expect, test } from 'vitest'
import type { Member } from '../../../../core/directory/member.ts'
import { deskOf } from '../../../support/functions/desk.ts'
import { filed } from '../../../support/functions/filing.ts'
import { man, phonesOf, woman } from '../../../support/functions/phone.ts'
import { type Jaabi, withJaabi } from '../../../support/functions/services.ts'
import { seatOf } from '../../../support/console/seat.ts'

const newJaabi = await withJaabi()
const ansongo = { system: 'cod-2021', code: 'ML0701' } as const
const focal = { role: 'focal-point' } as const

/** The list as one person sees it, behind their door. */
async function inboxOf(
  jaabi: Jaabi,
  person: Omit<Partial<Member>, 'id'> & Pick<Member, 'role'>,
  language: 'fr' | 'en' = 'fr',
) {
  const id = await jaabi.person(`${person.role}-1`, person)
  const protects = person.role === 'protection'
  const base = protects ? '/console/protection' : '/console'
  return async (query = '', path = `${base}/inbox`) => {
    // A session of its own each time: tests move the clock by days.
    const { get, cookie } = await seatOf(jaabi, id, protects ? 'protection-console' : 'console')
    const response = await get(path + query, { cookie: `${cookie}; __Host-jaabi-langue=${language}` })
    const page = await response.text()
    const text = page.replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0]+/g, ' ')
    const shown = [...page.matchAll(/href="([^"?]*)[^"]*" data-case/g)].map(([, href]) => href?.split('/').at(-1))
    const next = /rel="next" href="([^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? null
    return { status: response.status, location: response.headers.get('location'), page, text, shown, next }
  }
}

const at = (jaabi: Jaabi, now: string) => {
  jaabi.clock.nowAt = now
}

describe('the list', () => {
  test('is the same at the door and at its own address, in due order, with names and whose turn it is', async () => {
    const jaabi = await newJaabi()
    const later = await filed(jaabi, { kind: 'suggestion' })
    const sooner = await filed(jaabi, { receivedAt: '2027-06-04T08:00:00.000Z' })
    const opens = await inboxOf(jaabi, focal)
    const { status, shown, text, page } = await opens()
    expect(status).toBe(200)
    expect(shown).toEqual([sooner, later])
    expect(page).toContain(`href="/console/cases/${sooner}"`)
    expect(text).toContain('Ansongo (cercle, Gao)')
    expect(text).toMatch(/Appel · français.*Lire et évaluer ➜ Vous/)
    expect(text).toContain('2 dossiers, toute la liste.')
    expect((await opens('', '/console')).shown).toEqual(shown)
  })
  test('names categories in the language of the page', async () => {
    const jaabi = await newJaabi()
    const reference = await filed(jaabi)
    await (await deskOf(jaabi)).step(reference, 'assess', { level: 'N1', category: 'SAN-FRAIS', place: ansongo })
    expect((await (await inboxOf(jaabi, focal))()).text).toContain('Frais demandés, gratuité non respectée Ansongo')
    expect((await (await inboxOf(jaabi, focal, 'en'))()).text).toContain('Fees asked, free care not respected Ansongo')
  })
  test('shows of a case nobody assessed what its words suggest, as a suggestion; never of one that may be S', async () => {
    const jaabi = await newJaabi()
    const phones = phonesOf(jaabi)
    const reference = await phones.says(woman, "Au CSCom d'Ansongo il n'y a plus de paracetamol")
    await phones.says(man, "Au CSCom d'Ansongo un agent demande du sexe")
    const suggested = 'Proposé : Rupture ou manque de médicaments · Ansongo'
    const { text } = await (await inboxOf(jaabi, focal))()
    expect(text).toContain(suggested)
    expect(text.match(/Proposé :/g)).toHaveLength(1)
    expect((await (await inboxOf(jaabi, focal, 'en'))()).text).toContain(
      'Suggested: Medicines missing or out of stock · Ansongo',
    )
    await (await deskOf(jaabi)).step(reference, 'assess', { level: 'N1', category: 'SAN-FRAIS', place: ansongo })
    expect((await (await inboxOf(jaabi, focal))()).text).not.toContain('Proposé')
  })
  test('says something useful when there is nothing', async () => {
    const jaabi = await newJaabi()
    expect((await (await inboxOf(jaabi, focal))()).text).toContain('Aucun dossier n’est ouvert.')
    const partner = { role: 'partner', organisation: 'ong-sante-gao' } as const
    expect((await (await inboxOf(jaabi, partner))()).text).toContain('Aucun dossier n’est confié à votre organisation.')
  })
})

describe('each sees their own', () => {
  test('a region what was assessed there, a partner what it was given, protection what is S2, an administrator nothing', async () => {
    const jaabi = await newJaabi()
    const desk = await deskOf(jaabi)
    const [unread, given, danger] = [
      await filed(jaabi),
      await filed(jaabi),
      await filed(jaabi, { lane: 'S2', words: null }),
    ]
    await desk.step(given, 'assess', { level: 'N1', category: 'SAN-FRAIS', place: ansongo })
    await desk.step(given, 'assign', { organisation: 'ong-sante-gao' })
    const seen = async (person: Parameters<typeof inboxOf>[1]) => (await (await inboxOf(jaabi, person))()).shown.sort()
    expect(await seen(focal)).toEqual([unread, given].sort())
    expect(await seen({ role: 'regional-cluster', region: 'gao' })).toEqual([given])
    expect(await seen({ role: 'regional-cluster', region: 'mopti' })).toEqual([])
    expect(await seen({ role: 'partner', organisation: 'ong-sante-gao' })).toEqual([given])
    expect(await seen({ role: 'partner', organisation: 'ong-sante-mopti' })).toEqual([])
    expect(await seen({ role: 'protection' })).toEqual([danger])
    expect(await seen({ role: 'administrator' })).toEqual([])
    const { page } = await (await inboxOf(jaabi, { role: 'protection' }))()
    expect(page).toContain(`href="/console/protection/cases/${danger}"`)
    const { text } = await (await inboxOf(jaabi, focal))('?mine')
    expect(text).not.toContain('ONG Santé Gao')
  })
})

describe('filters', () => {
  test('by when: late, still today, within seven days', async () => {
    const jaabi = await newJaabi()
    const late = await filed(jaabi)
    at(jaabi, '2027-06-14T09:00:00.000Z')
    const fresh = await filed(jaabi)
    const { dueAt = '' } = (await jaabi.cases.queue('region', 'N', 'triage', { after: null, limit: 9 })).rows.find(({ reference }) => reference === fresh) ?? {} // prettier-ignore
    const opens = await inboxOf(jaabi, focal)
    const shown = async (query: string) => (await opens(query)).shown
    expect(await shown('?late')).toEqual([late])
    expect(await shown('?week')).toEqual([fresh])
    expect(await shown('?today')).toEqual(dueAt.startsWith('2027-06-14') ? [fresh] : [])
    at(jaabi, dueAt.replace(/T.*/, 'T00:00:00.000Z'))
    expect(await shown('?today')).toEqual([fresh])
    at(jaabi, dueAt)
    expect(await shown('?late')).toEqual([late, fresh])
    expect((await opens('?today')).text).toContain('Plus rien n’échoit aujourd’hui.')
  })
  test('by how a case stands', async () => {
    const jaabi = await newJaabi()
    const desk = await deskOf(jaabi)
    const references: Record<string, string> = {}
    for (const name of ['new', 'unassigned', 'waiting', 'third', 'given']) references[name] = await filed(jaabi)
    const { unassigned = '', waiting = '', third = '', given = '' } = references
    at(jaabi, '2027-06-08T11:00:00.000Z')
    for (const one of [unassigned, waiting, third, given])
      await desk.step(one, 'assess', { level: 'N1', category: 'SAN-FRAIS', place: ansongo })
    for (const one of [waiting, third, given]) await desk.step(one, 'assign', { organisation: 'ong-sante-gao' })
    await desk.step(waiting, 'wait', { for: 'complainant', reason: 'lequel des deux puits ?' })
    await desk.step(third, 'wait', { for: 'third-party', reason: 'la pièce est commandée' })
    const opens = await inboxOf(jaabi, focal)
    const shown = async (query: string) => (await opens(query)).shown
    expect(await shown('?new')).toEqual([references['new']])
    expect(await shown('?unassigned')).toEqual([unassigned])
    expect(await shown('?waiting')).toEqual([waiting])
    expect(await shown('?third-party')).toEqual([third])
    expect(await shown('?new&waiting')).toEqual([])
    expect(await shown('?reopened')).toEqual([])
    expect((await opens('?visit')).text).toContain('Aucune visite à faire')
    at(jaabi, '2027-06-15T10:00:00.000Z')
    expect(await shown('?silent')).toEqual([references['new']])
    expect(await shown('?silent=8')).toEqual([])
    expect(await shown('?silent=oui')).toEqual([references['new']])
  })
  test('reopened', async () => {
    const jaabi = await newJaabi()
    const desk = await deskOf(jaabi)
    const reference = await filed(jaabi)
    await desk.answers(reference, 'une pièce arrive lundi')
    await desk.step(reference, 'reopen', { reason: 'la pièce n’est pas venue' })
    const { shown, text } = await (await inboxOf(jaabi, focal))('?reopened')
    expect(shown).toEqual([reference])
    expect(text).toContain('↺ Rouvert')
  })
})

describe('a long list', () => {
  test('comes page by page, each case once, and looks at no more than 500 rows for one page', async () => {
    const jaabi = await newJaabi()
    const all: string[] = []
    for (let part = 0; part < 26; part++)
      all.push(...(await Promise.all(Array.from({ length: 20 }, () => filed(jaabi, { place: undefined })))))
    const opens = await inboxOf(jaabi, focal)
    const first = await opens()
    expect(first.shown).toHaveLength(50)
    expect(first.text).not.toMatch(/toute la liste/)
    const second = await opens('', first.next ?? '')
    expect(new Set([...first.shown, ...second.shown]).size).toBe(100)
    expect(second.text).toContain('Début de la liste')

    const last =
      [...(await jaabi.cases.queue('region', 'N', 'triage', { after: null, limit: 600 })).rows].at(-1)?.reference ?? ''
    await (await deskOf(jaabi)).step(last, 'assess', { level: 'N1', category: 'SAN-FRAIS' })
    const none = await opens('?unassigned')
    expect(none.shown).toEqual([])
    expect(none.text).toContain('Aucun parmi les 500 premiers dossiers')
    const rest = await opens('', none.next ?? '')
    expect(rest.shown).toEqual([last])
    expect(rest.next).toBeNull()
    expect(all).toHaveLength(520)
  })
  test.each(['', '?week'])('of exactly one page leads to no further one (« %s »)', async (filter) => {
    const jaabi = await newJaabi()
    await Promise.all(Array.from({ length: 50 }, () => filed(jaabi)))
    const { shown, next } = await (await inboxOf(jaabi, focal))(filter)
    expect(shown).toHaveLength(50)
    expect(next).toBeNull()
  })
  test('a place in the order that makes no sense is the start', async () => {
    const jaabi = await newJaabi()
    const reference = await filed(jaabi)
    expect((await (await inboxOf(jaabi, focal))('?next=%27%3B--')).shown).toEqual([reference])
  })
})

describe('looking for a number', () => {
  test('leads to its page, grouped or not, there or not: only that page tells', async () => {
    const opens = await inboxOf(await newJaabi(), focal)
    for (const typed of ['4829137920', '4829 1379 20', 'No 4829-1379-20']) {
      const { status, location } = await opens(`?q=${encodeURIComponent(typed)}`)
      expect([status, location]).toEqual([303, '/console/cases/4829137920'])
    }
  })
  test('what is no number comes back with what is wrong; nothing typed is the list', async () => {
    const opens = await inboxOf(await newJaabi(), focal)
    const { status, text, page } = await opens('?q=4829137921"><script>')
    expect(status).toBe(422)
    expect(text).toContain('Ce n’est pas un numéro de dossier')
    expect(page).toContain('value="4829137921&quot;&gt;&lt;script&gt;"')
    expect((await opens('?q=+')).status).toBe(200)
  })
  test('what is longer than the page lets anybody type is read and shown as far as that, and goes no further', async () => {
    const opens = await inboxOf(await newJaabi(), focal)
    const { location } = await opens(`?q=${'forage '.repeat(2_000)}`)
    expect(location).toBe(`/console/recherche?mots=${'forage+'.repeat(18).slice(0, 120)}`)
    const { status, page } = await opens(`?q=${'+%2B'.repeat(3_000)}`)
    expect(status).toBe(422)
    expect(/id="q"[^>]*value="([^"]*)"/.exec(page)?.[1]?.length).toBe(120)
  })
})

test('what another hands over stands first in a partner’s inbox, and is taken with one press or refused on its page', async () => {
  const jaabi = await newJaabi()
  const desk = await deskOf(jaabi)
  const [own, offered] = [await filed(jaabi), await filed(jaabi)]
  for (const one of [own, offered])
    await desk.step(one, 'assess', { level: 'N1', category: 'SAN-FRAIS', place: ansongo })
  await desk.step(own, 'assign', { organisation: 'ong-sante-gao' })
  await desk.step(offered, 'refer', { to: 'ong-sante-gao' })
  const person = await jaabi.person('partner-2', { role: 'partner', organisation: 'ong-sante-gao' })
  const { get, post } = await seatOf(jaabi, person)
  const page = await (await get('/console/inbox')).text()
  expect([...page.matchAll(/href="([^"?]*)[^"]*" data-case/g)].map(([, href]) => href?.split('/').at(-1))).toEqual([
    offered,
    own,
  ])
  expect(page).toContain(`/console/cases/${offered}#geste-refuse`)
  const requestId = /name="requestId" value="([^"]*)"/.exec(page)?.[1] ?? ''
  expect((await post(`/console/cases/${offered}/accept`, { requestId, go: 'send' })).status).toBe(303)
  expect((await jaabi.caseOf(offered)).handOver).toBeNull()
  expect(await (await get('/console/inbox')).text()).not.toContain('Transferts à accepter')
})
