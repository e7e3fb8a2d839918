import { expect, test } from 'vitest'
import { build as publicWeb } from '../../../../functions/public-web.ts'
import { build as staffApi } from '../../../../functions/staff-api.ts'
import { atCase, textOf } from '../../../support/console/case-desk.ts'
import { seatOf } from '../../../support/console/seat.ts'
import { form, phonesOf, referenceIn, woman } from '../../../support/functions/phone.ts'
import { type Jaabi, withJaabi } from '../../../support/functions/services.ts'

const newJaabi = await withJaabi()
const at = '/console/protection/soins'
const gao = { place: 'cod-2021 ML07', name: 'CSRéf', phone: '80 00 00 00', hours: '24h/24', woman: 'oui' }

const pairSeat = async (jaabi: Jaabi, id = 'protection-1') => {
  await jaabi.person(id, { role: 'protection' })
  return seatOf(jaabi, id, 'protection-console')
}
type Seat = Awaited<ReturnType<typeof pairSeat>>
const pageOf = async (answer: Response | Promise<Response>) => (await answer).text()
const versionIn = (page: string) => /name="version" value="(\d+)"/.exec(page)?.[1] ?? ''

async function adds(seat: Seat, over: Partial<typeof gao> = {}): Promise<Response> {
  const version = versionIn(await pageOf(seat.get(`${at}/nouvelle`)))
  return seat.post(`${at}/nouvelle`, { version, ...gao, ...over })
}
const dials = async (jaabi: Jaabi, ...answers: string[]) => {
  const keypad = await phonesOf(jaabi).dials(woman)
  const screen = await keypad.type('4', '1', ...answers)
  await jaabi.drain()
  return screen
}

test('the pair keeps the list, and nobody else finds it', async () => {
  const jaabi = await newJaabi()
  const seat = await pairSeat(jaabi)
  expect(textOf(await pageOf(seat.get(at)))).toContain('personne n’apprend où trouver des soins')
  expect((await adds(seat)).status).toBe(303)
  const page = textOf(await pageOf(seat.get(at)))
  expect(page).toMatch(/Gao \(toute la région\) CSRéf 80 00 00 00 24h\/24 oui Vérifié le/)
  for (const role of ['integrity', 'focal-point', 'administrator'] as const) {
    await jaabi.person(role, { role })
    const other = await seatOf(jaabi, role)
    for (const path of [at, '/console/soins', `${at}/nouvelle`]) expect((await other.get(path)).status).toBe(404)
    expect((await other.post(`${at}/nouvelle`, { version: '1', ...gao })).status).toBe(404)
  }
})

test.each([
  { phone: 'appelez-moi' },
  { phone: '' },
  { hours: 'toute la journée, sans arrêt' },
  { hours: 'ɛɛɛ' },
  { name: '' },
  { place: 'cod-2021 ML99' },
])('what a screen could not read out is not taken: %j', async (over) => {
  const jaabi = await newJaabi()
  const seat = await pairSeat(jaabi)
  const answer = await adds(seat, over)
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('Il manque quelque chose')
  expect((await jaabi.care.read()).lines).toEqual([])
})

test('a place is typed as everywhere else: what is misspelled is asked again, a commune serves its cercle, and nothing is the whole country', async () => {
  const jaabi = await newJaabi()
  const seat = await pairSeat(jaabi)
  const again = await adds(seat, { place: 'Nulle part' })
  expect(again.status).toBe(422)
  const page = await again.text()
  expect(page).toContain('href="#care-place"')
  expect(page).toMatch(/id="care-place"[^>]*value="Nulle part"/s)
  for (const place of ['ansongo', 'Bourra (commune, Ansongo, Gao)', ''])
    expect((await adds(seat, { place })).status, place).toBe(303)
  const { lines } = await jaabi.care.read()
  expect(lines.map(({ place }) => place?.code ?? null).toSorted()).toEqual(['ML0701', 'ML0701', null])
  const [first] = lines.filter(({ place }) => place !== null)
  const form = await pageOf(seat.get(`${at}/${first?.id ?? ''}`))
  expect(form).toMatch(
    /id="care-place"[^>]*value="Ansongo \(cercle, Gao\)"[^>]*data-places="\/console\/protection\/lieux/s,
  )
  expect(form).not.toContain('<select')
})

test('two of the pair at once lose nothing: who saw an older list is told', async () => {
  const jaabi = await newJaabi()
  const [one, two] = [await pairSeat(jaabi), await pairSeat(jaabi, 'protection-2')]
  await adds(one)
  const old = versionIn(await pageOf(two.get(`${at}/nouvelle`)))
  await adds(one, { name: 'Second' })
  const late = await two.post(`${at}/nouvelle`, { version: old, ...gao, name: 'Troisième' })
  expect(late.status).toBe(409)
  expect(textOf(await late.text())).toContain('La liste a changé entre-temps')
  const names = (await jaabi.care.read()).lines.map(({ name }) => name)
  expect(names.toSorted()).toEqual(['CSRéf', 'Second'])
  const id = (await jaabi.care.read()).lines[0]?.id ?? ''
  expect((await one.post(`${at}/${id}`, { version: '2', geste: 'remove' })).status).toBe(303)
  expect((await jaabi.care.read()).lines).toHaveLength(1)
})

test('the last screen of 4-1 reads out the nearest care, whatever the person wants, and the stub keeps that it did', async () => {
  const jaabi = await newJaabi()
  const seat = await pairSeat(jaabi)
  await adds(seat)
  await adds(seat, { place: 'cod-2021 ML05', phone: '81 11 11 11' })
  // Where: Gao. Wants: not said, care only, to report.
  for (const wish of ['1', '2', '3']) {
    const screen = await dials(jaabi, '1', '2', '1', wish, '1')
    expect(screen).toMatch(/^END Merci\. .*Pas un service d'urgence\. Aucun SMS\.\nSoins 80 00 00 00, 24h\/24, femme$/)
    const caseFile = await jaabi.caseOf(referenceIn(screen))
    expect(caseFile.sought).toBe([null, 'care', 'report'][Number(wish) - 1])
    expect(caseFile.history).toContainEqual(expect.objectContaining({ what: 'help-offered', how: 'read-out' }))
  }
  const nowhere = await dials(jaabi, '1', '1', '1', '1', '1')
  expect(nowhere).toMatch(/Soins Gao 80 00 00 00/)
  expect(nowhere.length).toBeLessThanOrEqual(160)
  const elsewhere = await dials(jaabi, '1', '3', '1', '1', '1')
  expect(elsewhere).not.toContain('Soins')
  expect((await jaabi.caseOf(referenceIn(elsewhere))).history.map(({ what }) => what)).not.toContain('help-offered')
})

test('a place whose name has a letter no keypad shows is read out without it', async () => {
  const jaabi = await newJaabi()
  await adds(await pairSeat(jaabi), { place: 'cod-2021 ML0801' })
  expect(await dials(jaabi, '1', '1', '1', '1', '1')).toContain('Soins Abeibara 80 00 00 00')
})

test('unchecked for ninety days it is read out no more; the pair hears counts each day until somebody checks it', async () => {
  const jaabi = await newJaabi()
  const seat = await pairSeat(jaabi)
  await adds(seat)
  const told = () => jaabi.published.filter(({ subject }) => subject.includes('soins'))
  const sweptAt = async (now: string) => {
    jaabi.clock.nowAt = now
    await jaabi.sweep()
    await jaabi.drain()
  }
  await sweptAt('2027-08-28T09:00:00.000Z')
  expect(told()).toEqual([])
  await sweptAt('2027-09-05T09:00:00.000Z')
  await sweptAt('2027-09-05T09:01:00.000Z')
  await sweptAt('2027-09-06T09:00:00.000Z')
  expect(told().map(({ topic }) => topic)).toEqual(['protection', 'protection'])
  expect(told()[0]?.body).toContain('depuis 90 jours: 1')
  expect(JSON.stringify(told())).not.toMatch(/Gao|CSR|80 00/)
  expect(await dials(jaabi, '1', '2', '1', '1', '1')).not.toContain('Soins')
  const again = await pairSeat(jaabi)
  const page = await pageOf(again.get(at))
  expect(textOf(page)).toContain('Plus lu depuis le')
  const id = (await jaabi.care.read()).lines[0]?.id ?? ''
  expect((await again.post(`${at}/${id}`, { version: versionIn(page), geste: 'check' })).status).toBe(303)
  expect(await dials(jaabi, '1', '2', '1', '1', '1')).toContain('Soins')
})

test('the page of a danger says where care is before anything is sent, and again after it; nothing has to be reported', async () => {
  const jaabi = await newJaabi()
  await adds(await pairSeat(jaabi))
  const web = publicWeb(jaabi.servicesFor('public-web'))
  const before = textOf(await pageOf(web.request('/?kind=protection')))
  expect(before).toContain('Soins et aide, sans rien signaler')
  expect(before).toContain('80 00 00 00')
  expect(textOf(await pageOf(web.request('/')))).not.toContain('80 00 00 00')
  const body = new URLSearchParams({ kind: 'protection', sought: 'care', region: 'ML07', requestId: 'f-1' }).toString()
  const after = textOf(await pageOf(web.request('/plainte', { method: 'POST', headers: form, body })))
  expect(after).toMatch(/Soins et aide, sans attendre .*80 00 00 00 · 24h\/24 · une femme peut répondre/)
  const [reference = ''] = await jaabi.references()
  expect(await jaabi.caseOf(reference)).toMatchObject({ lane: 'S2', sought: 'care' })
})

test('what was asked for and that help was offered stay in the stub, and nothing else does; only the pair notes it', async () => {
  const jaabi = await newJaabi()
  const seat = await pairSeat(jaabi)
  const second = await pairSeat(jaabi, 'protection-2')
  const reference = referenceIn(await dials(jaabi, '2', '2', '2', '1', '1'))
  const desk = atCase(seat, reference, '/console/protection')
  await desk.does('offer-help', { sought: 'care', taken: 'yes' })
  await desk.does('assess', { level: 'S2', category: 'PRO-VBG' })
  await desk.does('refer', { to: 'child-protection' })
  await desk.does('receipt', { number: 'PE-1' })
  await atCase(second, reference, '/console/protection').does('confirm')
  const caseFile = await jaabi.caseOf(reference)
  expect(caseFile).toMatchObject({ erased: ['all'], sought: 'care', person: null, danger: null, place: null })
  const { text } = await desk.open()
  expect(text).toContain('Demande : soins et aide seulement')
  expect(text).toContain('Soins et aide proposés par le binôme ; acceptés : oui')
  expect(text).not.toMatch(/Gao|enfant/)
  await jaabi.person('focal-1', { role: 'focal-point' })
  const headers = { authorization: 'Bearer focal-1', 'content-type': 'application/json' }
  const asked = { method: 'POST', headers, body: JSON.stringify({ requestId: 'x-1' }) }
  const api = staffApi(jaabi.servicesFor('staff-api'))
  expect((await api.request(`/api/cases/${reference}/offer-help`, asked)).status).toBe(404)
})

test('a list that cannot be read costs nobody their number', async () => {
  const jaabi = await newJaabi()
  const services = jaabi.servicesFor('public-web')
  const broken = { ...jaabi.care, read: () => Promise.reject(new Error('no table')) }
  const web = publicWeb({ ...services, care: broken })
  const body = new URLSearchParams({ kind: 'protection', requestId: 'f-2' }).toString()
  const answer = await web.request('/plainte', { method: 'POST', headers: form, body })
  expect(answer.status).toBe(200)
  expect(textOf(await answer.text())).toMatch(/\d{4} \d{4} \d{2}/)
})

const posted = {
  requestId: 'form-1',
  channel: 'face',
  received: '2027-06-07T08:30',
  consent: 'none',
  placeCode: 'none',
}

test.each(['focal-point', 'relay', 'partner'] as const)(
  'a %s who writes a danger down has the numbers before them first and again after, with the nearest of the place',
  async (role) => {
    const jaabi = await newJaabi()
    const pair = await pairSeat(jaabi)
    await adds(pair)
    await adds(pair, { place: 'cod-2021 ML05', phone: '81 11 11 11', name: 'Mopti' })
    await jaabi.person(role, { role, organisation: 'ong-sante-gao', region: 'gao' })
    const seat = await seatOf(jaabi, role)
    const read = async (path: string) => textOf(await pageOf(seat.get(path)))
    const form = await read('/console/nouvelle?kind=danger')
    for (const number of ['80 00 00 00', '81 11 11 11']) expect(form).toContain(number)
    expect(form.indexOf('80 00 00 00')).toBeLessThan(form.indexOf('Que veut la personne'))
    expect(await read('/console/nouvelle')).not.toContain('80 00 00 00')
    const danger = { ...posted, kind: 'danger', sought: 'care', placeCode: 'cod-2021 ML07' }
    const filed = await seat.post('/console/nouvelle', danger)
    expect(filed.status).toBe(303)
    const after = await read(filed.headers.get('location') ?? '')
    expect(after).toMatch(/lisez ces numéros à la personne .*80 00 00 00 · 24h\/24 · une femme peut répondre/)
    expect(after).not.toContain('81 11 11 11')
    const [reference = ''] = await jaabi.references()
    expect(await jaabi.caseOf(reference)).toMatchObject({ lane: 'S2', sought: 'care' })
  },
)

test('a paper out of a box whose words may be violence is answered with the numbers too; after ninety days with none', async () => {
  const jaabi = await newJaabi()
  await adds(await pairSeat(jaabi))
  await jaabi.person('focal-1', { role: 'focal-point' })
  const read = async (requestId: string, over: Record<string, string>) => {
    const seat = await seatOf(jaabi, 'focal-1')
    const received = jaabi.clock.nowAt.slice(0, 16)
    const filed = await seat.post('/console/nouvelle', { ...posted, requestId, received, channel: 'box', ...over })
    return textOf(await pageOf(seat.get(filed.headers.get('location') ?? '')))
  }
  const violence = { kind: 'complaint', text: 'L’agent a violé une fille du camp', placeCode: 'cod-2021 ML07' }
  expect(await read('box-1', violence)).toContain('80 00 00 00')
  expect(await read('box-2', { kind: 'complaint', text: 'Le puits de Tessit est à sec' })).not.toContain('80 00 00 00')
  jaabi.clock.nowAt = '2027-09-06T09:00:00.000Z'
  const seat = await seatOf(jaabi, 'focal-1')
  expect(textOf(await pageOf(seat.get('/console/nouvelle?kind=danger')))).not.toContain('80 00 00 00')
  expect(await read('box-3', { ...violence, text: 'Un homme a violé ma fille' })).not.toContain('80 00 00 00')
})

test('a program that writes down for a relay is told the same numbers', async () => {
  const jaabi = await newJaabi()
  await adds(await pairSeat(jaabi))
  await jaabi.person('relay-1', { role: 'relay' })
  const api = staffApi(jaabi.servicesFor('staff-api'))
  const files = async (body: object) =>
    (
      await api.request('/api/cases', {
        method: 'POST',
        headers: { authorization: 'Bearer relay-1', 'content-type': 'application/json' },
        body: JSON.stringify({ channel: 'face', ...body }),
      })
    ).json() as Promise<Record<string, unknown>>
  const place = { system: 'cod-2021', code: 'ML07' }
  expect(await files({ requestId: 'r-1', kind: 'danger', sought: 'care', place })).toMatchObject({
    promisedAt: null,
    care: [{ place: null, name: 'CSRéf', phone: '80 00 00 00', hours: '24h/24', woman: true }],
  })
  expect(await files({ requestId: 'r-2', kind: 'complaint', text: 'Le puits est à sec' })).not.toHaveProperty('care')
})
