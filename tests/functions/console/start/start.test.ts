import { expect, test } from 'vitest'
import type { Member } from '../../../../core/directory/member.ts'
import { deskOf } from '../../../support/functions/desk.ts'
import { filed } from '../../../support/functions/filing.ts'
import { type Jaabi, withJaabi } from '../../../support/functions/services.ts'
import { practiceOf } from '../../../support/console/practice-seat.ts'
import { seatOf } from '../../../support/console/seat.ts'

const newJaabi = await withJaabi()
const ansongo = { system: 'cod-2021', code: 'ML0701' } as const

const people = {
  awa: { role: 'deputy' },
  gao: { role: 'regional-cluster', region: 'gao' },
  kidal: { role: 'regional-cluster', region: 'kidal' },
  ngo: { role: 'partner', organisation: 'ong-sante-gao' },
  drs: { role: 'authority', region: 'gao', organisation: 'drs-gao' },
  moussa: { role: 'coordinator' },
  tech: { role: 'administrator' },
  relais: { role: 'relay' },
  inte: { role: 'integrity' },
} satisfies Record<string, Omit<Partial<Member>, 'id'> & Pick<Member, 'role'>>

const plain = (page: string): string => page.replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0\u202f]+/g, ' ')

/** What the page says is to be done, and where each is done. */
async function startFor(jaabi: Jaabi, id: string) {
  const seat = await seatOf(jaabi, id)
  const page = await (await seat.get('/console/accueil')).text()
  const [, list = ''] = /<ol class="todos"[^>]*>([\s\S]*?)<\/ol>/.exec(page) ?? []
  const todos = [...list.matchAll(/<p>([\s\S]*?)<\/p>\s*<a class="button plain" href="([^"]*)"/g)]
  return {
    seat,
    text: plain(page),
    todos: todos.map(([, said = '', href = '']) => ({ said: plain(said).trim(), href: href.replaceAll('&amp;', '&') })),
  }
}

async function staffed(): Promise<Jaabi> {
  const jaabi = await newJaabi()
  for (const [id, person] of Object.entries(people)) await jaabi.person(id, person)
  return jaabi
}

test('each role is told the three most pressing things, and each leads to the list that has as many', async () => {
  const jaabi = await staffed()
  const desk = await deskOf(jaabi)
  for (let at = 0; at < 3; at++) await filed(jaabi)
  const given = await filed(jaabi)
  await desk.step(given, 'assess', { level: 'N1', category: 'SAN-FRAIS', place: ansongo, named: [] })
  await desk.step(given, 'assign', { organisation: 'ong-sante-gao' })
  const free = await filed(jaabi)
  await desk.step(free, 'assess', { level: 'N1', category: 'SAN-FRAIS', place: ansongo, named: [] })
  await jaabi.drain()
  const { seat, todos } = await startFor(jaabi, 'awa')
  expect(todos.map(({ said }) => said)).toEqual([
    '3 dossiers sont à lire et à évaluer.',
    '1 dossier évalué n’a pas de responsable.',
  ])
  const list = await (await seat.get(todos[0]?.href ?? '')).text()
  expect(list.match(/data-case/g)).toHaveLength(3)
  expect((await startFor(jaabi, 'ngo')).text).toContain('Rien ne presse')
  jaabi.clock.nowAt = '2027-06-24T09:00:00.000Z'
  await jaabi.sweep()
  await jaabi.drain()
  const later = (await startFor(jaabi, 'awa')).todos
  expect(later[0]?.said).toMatch(/^\d dossiers sont en retard/)
  expect(later[0]?.href).toBe('/console/inbox?late')
  expect(later).toHaveLength(3)
  expect((await startFor(jaabi, 'ngo')).todos[0]?.said).toMatch(/^1 dossier est en retard/)
  expect((await startFor(jaabi, 'drs')).todos[0]?.href).toBe('/console/inbox?late')
})

test('where nothing waits, nothing presses; the administrator is told what the directory lacks, the relay whose number is not given', async () => {
  const jaabi = await staffed()
  for (const id of ['awa', 'gao', 'kidal', 'ngo', 'drs', 'moussa', 'relais', 'inte']) {
    const { todos, text } = await startFor(jaabi, id)
    expect(todos, id).toEqual([])
    expect(text, id).toContain('Rien ne presse')
  }
  const { todos } = await startFor(jaabi, 'tech')
  expect(todos.map(({ href }) => href)).toEqual(['/console/annuaire/personnes', '/console/annuaire', '/console/annuaire/personnes']) // prettier-ignore
  const relay = await seatOf(jaabi, 'relais')
  const fields = { requestId: 'slip-1', channel: 'face', kind: 'complaint', text: 'Le forage est en panne', consent: 'none', received: '2027-06-07T08:30' } // prettier-ignore
  expect((await relay.post('/console/nouvelle', fields)).status).toBe(303)
  expect((await startFor(jaabi, 'relais')).todos).toEqual([
    { said: '1 numéro n’est pas encore donné à sa personne.', href: '/console/nouvelle#notes' },
  ])
})

test('a case that names somebody presses nobody it is kept from', async () => {
  const jaabi = await staffed()
  const desk = await deskOf(jaabi)
  const reference = await filed(jaabi)
  await desk.step(reference, 'assess', { level: 'N1', category: 'SAN-FRAIS', place: ansongo, named: ['person:gao'] })
  jaabi.clock.nowAt = '2027-06-24T09:00:00.000Z'
  await jaabi.sweep()
  await jaabi.drain()
  expect((await startFor(jaabi, 'gao')).todos).toEqual([])
  expect((await startFor(jaabi, 'awa')).todos.length).toBeGreaterThan(0)
})

test('the page is light, in both languages, and nobody signed out sees it', async () => {
  const jaabi = await staffed()
  const seat = await seatOf(jaabi, 'awa')
  const french = await (await seat.get('/console/accueil')).text()
  expect(french.length).toBeLessThan(12_000)
  const chosen = (await seat.get('/console/accueil?langue=en')).headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const english = await (await seat.get('/console/accueil', { cookie: `${seat.cookie}; ${chosen}` })).text()
  expect(french).toContain('À faire maintenant')
  expect(english).toContain('To do now')
  expect((await seat.get('/console/accueil', { cookie: '' })).status).toBe(303)
})

test('whoever practises begins on the same page, of made-up cases alone; figures and wall are not there', async () => {
  const jaabi = await staffed()
  const me = await practiceOf(jaabi, { role: 'deputy' }, 'awa')
  const base = '/console/exercice'
  const lands = (await me.start()).headers.get('location') ?? ''
  const startOf = async () => {
    const page = await (await me.get(lands)).text()
    const links = [...page.matchAll(/class="button plain" href="([^"]*)"/g)].map(([, href = '']) => href)
    return { page, links }
  }
  const { page, links } = await startOf()
  expect(plain(page)).toMatch(/EXERCICE.*À faire maintenant.*passe(nt)? avant tous les autres/i)
  expect(links).toHaveLength(3)
  for (const href of links) expect(href.startsWith(`${base}/`)).toBe(true)
  const [late = ''] = links.filter((href) => href.endsWith('?late'))
  const said = /(\d+)<\/b> <span>dossiers sont en retard/.exec(page)?.[1]
  expect((await me.list(late.slice(late.indexOf('?')))).shown).toHaveLength(Number(said))
  for (const path of ['/chiffres', '/ecran', '/recherche']) expect((await me.get(base + path)).status, path).toBe(404)
  expect(page).not.toMatch(/href="[^"]*(chiffres|ecran|recherche)/)
  for (const part of ['partner', 'coordinator', 'authority', 'integrity', 'protection'] as const) {
    await me.play(part)
    expect(plain((await startOf()).page), part).toMatch(/À faire maintenant/)
  }
})
