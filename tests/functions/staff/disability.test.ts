import { describe, expect, test, vi } from 'vitest'
import { caseFileOf } from '../../../core/case/fold.ts'
import { readEntry } from '../../../core/case/history.ts'
import { build as publicWeb } from '../../../functions/public-web.ts'
import { bothDoors, toTheStub } from '../../support/functions/both-doors.ts'
import { seatOf } from '../../support/console/seat.ts'
import { form, woman } from '../../support/functions/phone.ts'
import { type Jaabi, withJaabi } from '../../support/functions/services.ts'

const newJaabi = await withJaabi()
const question = /voir, entendre, marcher/
const plain = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0\u202f]+/g, ' ')

function webOf(jaabi: Jaabi) {
  const app = publicWeb(jaabi.servicesFor('public-web'))
  return {
    opens: async (path: string) => (await app.request(path)).text(),
    posts: async (fields: Record<string, string>) => {
      const body = new URLSearchParams({ consent: 'none', ...fields }).toString()
      return app.request('/plainte', { method: 'POST', headers: form, body })
    },
  }
}
async function lastCase(jaabi: Jaabi) {
  const all = await Promise.all((await jaabi.references()).map((one) => jaabi.caseOf(one)))
  const [last] = all.toSorted((a, b) => b.openedAt.localeCompare(a.openedAt))
  if (!last) throw new Error('no case')
  return last
}
const text = 'Le forage du village est en panne'

describe('on the web', () => {
  test.each([
    ['yes', 'yes'],
    ['no', 'no'],
    ['', null],
    ['maybe', null],
  ])('« %s » is kept as %s: nothing is made of no answer', async (disability, kept) => {
    const jaabi = await newJaabi()
    expect((await webOf(jaabi).posts({ text, disability })).status).toBe(200)
    const caseFile = await lastCase(jaabi)
    expect(caseFile.disability).toBe(kept)
    expect(caseFile.history.map(({ what }) => what)).toEqual(kept === null ? ['received'] : ['received', 'disability-given']) // prettier-ignore
  })

  test('it is asked of ordinary messages alone, once they are sent, with no answer chosen', async () => {
    const web = webOf(await newJaabi())
    const receipt = await (await web.posts({ text })).text()
    expect(plain(receipt)).toMatch(question)
    expect(/<input[^>]*name="disability"[^>]*checked/.exec(receipt)?.[0]).toContain('value=""')
    for (const kind of ['complaint', 'protection', 'integrity', 'abus'])
      expect(await web.opens(`/?kind=${kind}`), kind).not.toMatch(/disability|voir, entendre/)
    for (const kind of ['protection', 'integrity'])
      expect(await (await web.posts({ kind, text })).text(), kind).not.toMatch(/disability|voir, entendre/)
  })

  test.each(['protection', 'integrity'])('of %s nothing is kept, whoever posts it', async (kind) => {
    const jaabi = await newJaabi()
    await webOf(jaabi).posts({ kind, text, disability: 'yes' })
    expect((await lastCase(jaabi)).disability).toBeNull()
    expect(JSON.stringify(await jaabi.items('case'))).not.toContain('disability')
  })
})

describe('written down by staff', () => {
  const filing = { text, kind: 'complaint', channel: 'face' }

  test('the API takes it of an ordinary case, and says what is wrong with any other', async () => {
    const { jaabi, call } = await bothDoors(await newJaabi())
    const { status, json } = await call('focal-point', '/cases', { ...filing, disability: 'yes' })
    expect(status).toBe(201)
    expect((await jaabi.caseOf(json.reference ?? '')).disability).toBe('yes')
    expect((await call('focal-point', `/cases/${json.reference ?? ''}`)).json).toMatchObject({ disability: 'yes' })
    for (const [kind, words] of [['danger', {}], ['integrity', { text }]] as const) // prettier-ignore
      expect((await call('focal-point', '/cases', { channel: 'face', kind, ...words, disability: 'yes' })).json).toMatchObject({ issues: [{ path: 'disability', code: 'not-of-s' }] }) // prettier-ignore
    expect((await call('focal-point', '/cases', { ...filing, disability: 'unknown' })).status).toBe(400)
  })

  test('« Nouvelle plainte » asks it, takes no answer for none, and drops it where money or favours were demanded', async () => {
    const jaabi = await newJaabi()
    const seat = await seatOf(jaabi, await jaabi.person('awa', { role: 'focal-point' }))
    expect(plain(await (await seat.get('/console/nouvelle')).text())).toMatch(question)
    expect(await (await seat.get('/console/nouvelle?kind=danger')).text()).not.toMatch(/disability|voir, entendre/)
    const files = async (over: Record<string, string>) => {
      const fields = {
        text,
        kind: 'complaint',
        channel: 'call',
        received: '2027-06-07T08:30',
        consent: 'none',
        person: 'woman',
        ...over,
      }
      const response = await seat.post('/console/nouvelle', { requestId: JSON.stringify(over), ...fields })
      expect(response.status).toBe(303)
      const { person, disability } = await jaabi.caseOf(response.headers.get('location')?.split('/').at(-1) ?? '')
      return [person, disability]
    }
    expect(await files({ disability: 'no' })).toEqual(['woman', 'no'])
    expect(await files({ disability: '' })).toEqual(['woman', null])
    expect(await files({ kind: 'integrity', disability: 'yes' })).toEqual([null, null])
  })

  test('it can be added when the case is read and somebody asked; at an S level it is not kept, and in a stub nothing of it is left', async () => {
    const { jaabi, call, phones, takes } = await bothDoors(await newJaabi())
    const reference = await phones.says(woman, text)
    await takes(reference, ['focal-point', 'assess', { level: 'N1', disability: 'yes' }])
    expect((await jaabi.caseOf(reference)).disability).toBe('yes')
    const page = plain(await (await (await seatOf(jaabi, 'focal-point')).get(`/console/cases/${reference}`)).text())
    expect(page).toMatch(/Voir, entendre, marcher, se souvenir, se laver, parler beaucoup de difficultés/)
    expect(page).toMatch(/Évalué N1 [^<]*beaucoup de difficultés/)

    const other = await phones.says(woman, 'Le moulin est cassé')
    await takes(other, ['focal-point', 'assess', { level: 'S1', disability: 'yes' }])
    expect(JSON.stringify((await jaabi.caseOf(other)).history)).not.toContain('disability')

    await takes(reference, ['focal-point', 'assess', { level: 'S2', reason: 'menace' }], ...toTheStub)
    expect((await jaabi.caseOf(reference)).disability).toBeNull()
    expect(JSON.stringify((await call('protection', `/cases/${reference}`)).json)).not.toMatch(
      /"disability":"|difficult/,
    )
  })
})

describe('sex and age of whom it is about', () => {
  test('are asked beside it, of ordinary messages, in the words of the keypad', async () => {
    const jaabi = await newJaabi()
    const web = webOf(jaabi)
    const ordinary = await (await web.posts({ text })).text()
    for (const value of ['', 'woman', 'man', 'girl', 'boy']) expect(ordinary).toMatch(new RegExp(`<select[^>]*name="person"[^]*<option value="${value}"`)) // prettier-ignore
    for (const path of ['/', '/?kind=integrity']) expect(await web.opens(path)).not.toContain('name="person"')
    const other = await newJaabi()
    await webOf(other).posts({ text, person: 'girl' })
    expect((await lastCase(other)).person).toBe('girl')
  })

  test.each([
    ['protection', 'woman', null],
    ['protection', 'child', 'child'],
    ['integrity', 'man', null],
    ['complaint', 'adult', null],
  ])('each page takes what it asks: %s with « %s » keeps %s', async (kind, person, kept) => {
    const jaabi = await newJaabi()
    await webOf(jaabi).posts({ kind, text, person })
    expect((await lastCase(jaabi)).person).toBe(kept)
  })

  test('staff write them down when they file, or once they asked; the API says what it takes of which kind', async () => {
    const { jaabi, call, phones, takes } = await bothDoors(await newJaabi())
    const filing = { text, kind: 'complaint', channel: 'face' }
    const { json } = await call('focal-point', '/cases', { ...filing, person: 'boy' })
    expect((await jaabi.caseOf(json.reference ?? '')).person).toBe('boy')
    for (const [kind, person, code] of [['integrity', 'boy', 'not-of-s'], ['danger', 'boy', 'not-of-s'], ['complaint', 'child', 'only-for-danger']] as const) // prettier-ignore
      expect((await call('focal-point', '/cases', { channel: 'face', kind, ...(kind === 'danger' ? {} : { text }), person })).json).toMatchObject({ issues: [{ path: 'person', code }] }) // prettier-ignore
    const reference = await phones.says(woman, text)
    await takes(reference, ['focal-point', 'assess', { level: 'N1', person: 'woman' }])
    expect((await jaabi.caseOf(reference)).person).toBe('woman')
    await takes(reference, ['focal-point', 'assess', { level: 'N2' }])
    expect((await jaabi.caseOf(reference)).person).toBe('woman')
  })
})

test('it is counted, beside those who were not asked, and hidden where they are few', async () => {
  const jaabi = await newJaabi()
  const { posts } = webOf(jaabi)
  const said = [...Array<string>(9).fill('no'), ...Array<string>(7).fill(''), ...Array<string>(2).fill('yes')]
  for (const [at, disability] of said.entries()) await posts({ text: `${text}, ${at}`, disability })
  await jaabi.drain()
  const seat = await seatOf(jaabi, await jaabi.person('awa', { role: 'focal-point' }))
  const page = plain(await (await seat.get('/console/chiffres?diffusion')).text())
  expect(page).toMatch(/Par handicap .*wg_merged.* Pas beaucoup de difficultés 9 .*Non renseigné caché .*Beaucoup de difficultés &lt;5/) // prettier-ignore
  const file = await (await seat.get('/console/chiffres.csv')).text()
  expect(file).toContain('"Par handicap · Pas beaucoup de difficultés";9;9;"9"')
  expect(file).toContain('"Par handicap · Beaucoup de difficultés";;;"<5"')
})

test('no log says it', async () => {
  const jaabi = await newJaabi()
  const written = vi.spyOn(console, 'log').mockReturnValue()
  await webOf(jaabi).posts({ text, disability: 'yes' })
  await jaabi.drain()
  expect(JSON.stringify(written.mock.calls)).not.toMatch(/disab|difficult|handicap/i)
  written.mockRestore()
})

test('a history written before anybody was asked reads on, and says nothing of it', async () => {
  const jaabi = await newJaabi()
  await webOf(jaabi).posts({ text })
  const { history, programme, reference } = await lastCase(jaabi)
  const old = history.map((line) => readEntry(JSON.parse(JSON.stringify(line))))
  expect(caseFileOf(programme, reference, old).disability).toBeNull()
})
