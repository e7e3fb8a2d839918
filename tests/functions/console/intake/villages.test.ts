import { describe, expect, test } from 'vitest'
import type { Member } from '../../../../core/directory/member.ts'
import { deskOf } from '../../../support/functions/desk.ts'
import { type Jaabi, withJaabi } from '../../../support/functions/services.ts'
import { seatOf } from '../../../support/console/seat.ts'

const newJaabi = await withJaabi()
const golea = { system: 'cod-2015', code: 'ML070203008', name: 'Golea' }
const bourra = { system: 'cod-2021', code: 'ML070103' }
const label = 'Golea (localité, Bourra, Ansongo, Gao)'

const typed = {
  kind: 'complaint',
  text: 'Le moulin est cassé',
  channel: 'call',
  received: '2027-06-07T08:30',
  consent: 'none',
}

type Who = Omit<Partial<Member>, 'id'> & Pick<Member, 'role'>
async function atDesk(jaabi: Jaabi, who: Who = { role: 'focal-point' }) {
  const seat = await seatOf(jaabi, await jaabi.person(`${who.role}-1`, who))
  const read = async (response: Response) => {
    const html = (await response.text()).replaceAll('\u00a0', ' ')
    const reference = response.headers.get('location')?.split('/').at(-1) ?? ''
    const text = html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
    const keeps = response.headers.get('set-cookie')?.split(';')[0] ?? ''
    return { status: response.status, html, text, reference, keeps }
  }
  let forms = 0
  return {
    opens: async (at: string, keeps = '') => read(await seat.get(at, { cookie: `${seat.cookie}; ${keeps}` })),
    files: async (over: Record<string, string>) =>
      read(await seat.post('/console/nouvelle', { ...typed, requestId: `form-${(forms += 1)}`, ...over })),
    assesses: async (reference: string, over: Record<string, string>) =>
      read(await seat.post(`/console/cases/${reference}/assess`, { level: 'N1', requestId: `form-${(forms += 1)}`, namedPerson: '', ...over })), // prettier-ignore
  }
}

describe('a village that is typed', () => {
  test('is kept with its code, the version of the code and its name, in the commune and cercle it lies in', async () => {
    const jaabi = await newJaabi()
    const desk = await atDesk(jaabi)
    for (const place of [label, 'Golea, Ansongo', 'golea (bourra)']) {
      const { reference } = await desk.files({ place, text: `Le moulin est cassé ${place}` })
      expect(await jaabi.caseOf(reference), place).toMatchObject({ place: bourra, village: golea })
    }
    const [reference = ''] = await jaabi.references()
    expect((await desk.opens(`/console/cases/${reference}`)).text).toContain(label)
    // The next slip of the box comes from the same village.
    const filed = await desk.files({ place: label, text: 'Encore' })
    expect((await desk.opens('/console/nouvelle', filed.keeps)).html).toContain(`value="${label}"`)
  })

  test('of which there are several is shown with commune and cercle, to be chosen without script, and what is chosen is filed', async () => {
    const jaabi = await newJaabi()
    const desk = await atDesk(jaabi)
    const again = await desk.files({ place: 'Golea' })
    expect(again.status).toBe(422)
    expect(again.text).toContain('Golea (localité, Kéniéba, Kéniéba, Kayes)')
    expect(again.html).toMatch(/type="radio"[^>]*name="placeMeant"[^>]*value="cod-2015 ML070203008"/)
    const { reference } = await desk.files({ place: 'Golea', placeMeant: 'cod-2015 ML070203008' })
    expect(await jaabi.caseOf(reference)).toMatchObject({ place: bourra, village: golea })
    // The cercle chosen from the list, or of the intake point, tells which too.
    const byList = await desk.files({ place: 'Golea', placeCode: 'cod-2021 ML0701', text: 'par la liste' })
    const byBox = await desk.files({ place: 'Golea', source: 'boite-cscom-ansongo', text: 'par la boîte' })
    for (const { reference: filed } of [byList, byBox]) expect((await jaabi.caseOf(filed)).village).toEqual(golea)
  })

  test('and is in no list may stay as it is written, with its commune and with the words', async () => {
    const jaabi = await newJaabi()
    const desk = await atDesk(jaabi)
    const again = await desk.files({ place: 'Zorgho Nulle' })
    expect(again.status).toBe(422)
    expect(again.text).toContain('« Zorgho Nulle » comme c’est écrit')
    const kept = await desk.files({ place: 'Zorgho Nulle', placeMeant: 'written', placeCode: 'cod-2021 ML070103' })
    expect(await jaabi.caseOf(kept.reference)).toMatchObject({ place: bourra, village: null })
    expect((await desk.opens(`/console/cases/${kept.reference}`)).text).toContain('Le moulin est cassé — Zorgho Nulle')
    // Written with its commune it needs no second look.
    const told = await desk.files({ place: 'Tin Foo, Tessit', text: 'Pas d’eau' })
    expect(await jaabi.caseOf(told.reference)).toMatchObject({ place: { code: 'ML070106' }, village: null })
    expect((await desk.opens(`/console/cases/${told.reference}`)).text).toContain('Pas d’eau — Tin Foo, Tessit')
    expect((await desk.files({ place: 'Zorgho Nulle', text: ' ', placeMeant: 'written' })).status).toBe(422)
  })

  test('can be chosen at the assessment, is asked there too where several bear its name, and is taken off again', async () => {
    const jaabi = await newJaabi()
    const desk = await atDesk(jaabi)
    const { reference } = await desk.files({ place: 'Bourra' })
    const again = await desk.assesses(reference, { place: 'Golea' })
    expect(again.status).toBe(400)
    expect(again.html).toMatch(/name="placeMeant"[^>]*value="cod-2015 ML070203008"/)
    await desk.assesses(reference, { place: 'Golea', placeMeant: 'cod-2015 ML070203008' })
    expect(await jaabi.caseOf(reference)).toMatchObject({ level: 'N1', place: bourra, village: golea })
    expect((await desk.opens(`/console/cases/${reference}`)).html).toContain(`value="${label}"`)
    await desk.assesses(reference, { place: 'Bourra' })
    expect(await jaabi.caseOf(reference)).toMatchObject({ place: bourra, village: null })
  })
})

test('words that name a village beside its commune offer it at the assessment', async () => {
  const jaabi = await newJaabi()
  const desk = await atDesk(jaabi)
  const { reference } = await desk.files({ text: 'À Bourra, village de Golea, le moulin est cassé' })
  expect((await desk.opens(`/console/cases/${reference}`)).html).toContain(`value="${label}"`)
})

describe('a village is a small place', () => {
  test('of what is or may be S it stands among the sealed words alone, and an assessment to S takes it off', async () => {
    const jaabi = await newJaabi()
    const desk = await atDesk(jaabi)
    const integrity = await desk.files({ kind: 'integrity', place: label, text: 'L’agent demande 2000 francs' })
    const possible = await desk.files({ place: label, text: 'Un agent a violé une fille' })
    const stored = (await jaabi.items('case')).map((item) => JSON.stringify(item))
    expect(stored).toHaveLength(2)
    for (const item of stored) expect(item).not.toMatch(/Golea|ML070203008/)
    expect(await jaabi.caseOf(possible.reference)).toMatchObject({ lane: 'P', place: bourra, village: null })
    expect((await desk.opens(`/console/cases/${integrity.reference}`)).text).toContain('— Golea')

    const { reference } = await desk.files({ place: label, text: 'Le puits est à sec' })
    expect((await jaabi.caseOf(reference)).village).toEqual(golea)
    await desk.assesses(reference, { level: 'S1', place: label })
    const now = await jaabi.caseOf(reference)
    expect(now).toMatchObject({ lane: 'S1', place: bourra, village: null })
    expect(JSON.stringify(now.history.at(-1))).not.toContain('Golea')
    const page = await desk.opens(`/console/cases/${reference}`)
    expect(page.text).not.toContain('Golea')
  })

  test('of an ordinary case it opens with the case: no list, figure or file has it, and it goes with the words', async () => {
    const jaabi = await newJaabi()
    const desk = await atDesk(jaabi)
    const { reference } = await desk.files({ place: label })
    await desk.assesses(reference, { category: 'SAN-FRAIS', place: label })
    await jaabi.drain()
    for (const at of ['/console', '/console/recherche?lieu=cod-2021+ML0701', '/console/chiffres'])
      expect((await desk.opens(at)).text, at).not.toContain('Golea')
    const rows = (await jaabi.items('case')).map(({ row }) => JSON.stringify(row))
    expect(rows.join('')).not.toContain('ML070203008')

    const api = await deskOf(jaabi)
    await api.step(reference, 'assign', { organisation: 'ong-sante-gao' })
    const partner = await atDesk(jaabi, { role: 'partner', organisation: 'ong-sante-gao' })
    expect((await partner.opens(`/console/cases/${reference}`)).text).toContain('Golea')
    const other = await atDesk(jaabi, { role: 'authority', region: 'kidal' })
    expect((await other.opens(`/console/cases/${reference}`)).status).toBe(404)
  })
})

test('a village is looked for within one’s own scope: by its name, and in a few words half remembered', async () => {
  const jaabi = await newJaabi()
  const desk = await atDesk(jaabi)
  const { reference } = await desk.files({ place: label })
  const other = await desk.files({ place: 'Bourra', text: 'Autre chose' })
  for (const one of [reference, other.reference]) await desk.assesses(one, { category: 'SAN-FRAIS' })
  await jaabi.drain()
  const june = 'du=2027-06-01&au=2027-06-30'
  const gao = await atDesk(jaabi, { role: 'regional-cluster', region: 'gao' })
  for (const seat of [desk, gao]) {
    for (const lieu of ['cod-2015+ML070203008', 'Golea', 'golea,+ansongo']) {
      const { html } = await seat.opens(`/console/recherche?${june}&lieu=${lieu}`)
      expect(html, lieu).toContain(`cases/${reference}`)
      expect(html, lieu).not.toContain(`cases/${other.reference}`)
    }
  }
  const { html } = await (await atDesk(jaabi, { role: 'regional-cluster', region: 'mopti' })).opens(`/console/recherche?${june}&lieu=Golea`) // prettier-ignore
  expect(html).not.toContain(`cases/${reference}`)
  const seat = await seatOf(jaabi, 'focal-point-1')
  const meant = await seat.get('/console/recherche?mots=frais+golea+ansongo')
  expect(meant.headers.get('location')).toContain('lieu=cod-2015+ML070203008')
  expect(meant.headers.get('location')).toContain('sujet=SAN-FRAIS')
  // The journal has the code with its system.
  const { entries } = await jaabi.servicesFor('console').directory.audit('search', { after: null, limit: 10 })
  expect(JSON.stringify(entries)).toContain('cod-2015:ML070203008')
})

test('the villages of one cercle are told to whoever signed in, by an address a browser may keep; of nothing else', async () => {
  const jaabi = await newJaabi()
  const desk = await atDesk(jaabi)
  const { html } = await desk.opens('/console/nouvelle')
  const [, address = ''] = /data-villages="([^"]*)"/.exec(html) ?? []
  const { html: ansongo } = await desk.opens(address.replace('{cercle}', 'ML0701'))
  expect(JSON.parse(ansongo)).toContain(label)
  expect(JSON.parse(ansongo)).not.toContain('Golea (localité, Kéniéba, Kéniéba, Kayes)')
  for (const code of ['ML07', 'ML070103', 'ML9999'])
    expect((await desk.opens(address.replace('{cercle}', code))).status, code).toBe(404)
})
