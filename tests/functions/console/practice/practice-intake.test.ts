import { expect, test } from 'vitest'
import { withJaabi } from '../../../support/functions/services.ts'
import { outsidePractice, practiceOf } from '../../../support/console/practice-seat.ts'

const newJaabi = await withJaabi()
const base = '/console/exercice'
const focal = { role: 'focal-point' } as const
const words = 'Le hangar devant le centre est tombé cette nuit'

const form = (over: Record<string, string> = {}) => ({
  requestId: 'form-1',
  kind: 'complaint',
  text: words,
  channel: 'face',
  received: '2027-06-07T09:00',
  consent: 'none',
  ...over,
})

async function begun(id?: string) {
  const jaabi = await newJaabi()
  const me = await practiceOf(jaabi, focal, id)
  await me.start()
  return { jaabi, me }
}

test('« Nouvelle plainte » is the same form with the same rules, and files into the practice inbox alone', async () => {
  const { jaabi, me } = await begun()
  const before = await outsidePractice(jaabi)
  const page = await (await me.get(`${base}/nouvelle`)).text()
  expect(page).toContain(`action="${base}/nouvelle"`)
  expect(page).toMatch(/href="\/console\/exercice\/nouvelle"\s+aria-current="page"/)
  expect((await me.post(`${base}/nouvelle`, form({ text: '' }))).status).toBe(422)
  expect((await me.post(`${base}/nouvelle`, form({ received: '2027-06-09T09:00' }))).status).toBe(422)
  const filed = await me.post(`${base}/nouvelle`, form())
  const [, reference = ''] = /^\/console\/exercice\/nouvelle\/(\d{10})$/.exec(filed.headers.get('location') ?? '') ?? []
  expect((await me.get(`${base}/nouvelle/${reference}`)).status).toBe(200)
  expect((await me.list('?new')).shown).toContain(reference)
  expect((await me.open(reference)).text).toContain(words)
  await jaabi.drain()
  expect(await jaabi.references()).toEqual([])
  expect(await outsidePractice(jaabi)).toEqual(before)
  for (const path of [`/console/nouvelle/${reference}`, `/console/cases/${reference}`])
    expect((await me.get(path)).status, path).toBe(404)
})

test('the same form twice is one case; a danger is S2, for the protection pair one plays', async () => {
  const { me } = await begun()
  const place = async (fields: Record<string, string>) =>
    (await me.post(`${base}/nouvelle`, fields)).headers.get('location')
  expect(await place(form())).toBe(await place(form()))
  const danger = { kind: 'danger', text: '', requestId: 'form-2', danger: 'no' }
  const reference = (await place(form(danger)))?.slice(-10) ?? ''
  expect((await me.list()).shown).not.toContain(reference)
  await me.play('protection')
  expect((await me.list()).shown).toContain(reference)
})

test('whoever plays a role that files nothing finds no form', async () => {
  const { me } = await begun()
  await me.play('coordinator')
  expect((await me.get(`${base}/nouvelle`)).status).toBe(404)
  expect((await me.post(`${base}/nouvelle`, form())).status).toBe(404)
  expect((await me.list()).page).not.toContain(`href="${base}/nouvelle"`)
})

test('what waited for the link goes to practice, as the script sends it', async () => {
  const { jaabi, me } = await begun()
  const sent = await me.post(`${base}/nouvelle`, form(), { accept: 'application/json' })
  const { href } = (await sent.json()) as { href: string }
  expect(href).toMatch(/^\/console\/exercice\/nouvelle\/\d{10}$/)
  const refused = await me.post(`${base}/nouvelle`, form({ text: '', requestId: 'x' }), { accept: 'application/json' })
  expect([refused.status, await refused.json()]).toEqual([422, { problems: ['text-missing'] }])
  expect(await jaabi.references()).toEqual([])
})

test('a browser keeps it under other keys than real complaints, and other ones for each person', async () => {
  const { jaabi, me } = await begun()
  const other = await practiceOf(jaabi, focal, 'somebody-else')
  await other.start()
  const keysOf = async (seat: typeof me, at: string) =>
    ((await (await seat.get(`${at}/nouvelle/jeton`)).json()) as { keys: string[] }).keys
  const [practised] = await keysOf(me, base)
  const all = [practised, ...(await keysOf(me, '/console')), ...(await keysOf(other, base))]
  expect(new Set(all).size).toBe(3)
  await me.start()
  expect(await keysOf(me, base)).toEqual([practised])
})

test('the next real form does not start with what was practised', async () => {
  const { me } = await begun()
  const filed = await me.post(`${base}/nouvelle`, form({ source: 'boite-cscom-ansongo' }))
  const kept = filed.headers.get('set-cookie') ?? ''
  expect(kept).toMatch(/^__Host-jaabi-saisie-exercice=/)
  const cookie = `${me.cookie}; ${kept.split(';')[0] ?? ''}`
  const chosen = async (at: string) =>
    /<option value="([^"]*)"\s+selected/.exec(
      /<select[^>]*id="source".*?<\/select>/s.exec(await (await me.get(`${at}/nouvelle`, { cookie })).text())?.[0] ??
        '',
    )?.[1]
  expect(await chosen(base)).toBe('boite-cscom-ansongo')
  expect(await chosen('/console')).not.toBe('boite-cscom-ansongo')
})
