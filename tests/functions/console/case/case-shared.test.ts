import { describe, expect, test } from 'vitest'
import { build as publicWeb } from '../../../../functions/public-web.ts'
import { man, phonesOf, woman } from '../../../support/functions/phone.ts'
import { withJaabi } from '../../../support/functions/services.ts'
import { atCase, filed, formIn, textOf } from '../../../support/console/case-desk.ts'
import { seatOf } from '../../../support/console/seat.ts'

const newJaabi = await withJaabi()

async function desk() {
  const jaabi = await newJaabi()
  const seat = await seatOf(jaabi, await jaabi.person('Aïssata T.', { role: 'focal-point' }))
  return { jaabi, seat, at: (reference: string) => atCase(seat, reference) }
}

describe('two cases joined', () => {
  /** Two people told us of the same pump; the second case follows the first. */
  async function joined() {
    const { jaabi, seat, at } = await desk()
    const phones = phonesOf(jaabi)
    const lead = await phones.says(woman, 'Le forage du village est en panne')
    const follower = await phones.says(man, 'Le forage ne marche plus depuis lundi')
    for (const reference of [lead, follower]) {
      await at(reference).does('assess', { level: 'N1', namedPerson: '' })
    }
    await at(follower).does('merge', { lead })
    await jaabi.drain()
    const web = publicWeb(jaabi.servicesFor('public-web'))
    const followed = async (reference: string): Promise<string> =>
      textOf(await (await web.request(`/suivi?reference=${reference}`)).text())
    return { jaabi, seat, at, phones, lead, follower, followed }
  }

  test('every number goes on working: at the public page, by SUIVI, in the search of the console', async () => {
    const { seat, phones, lead, follower, followed } = await joined()
    for (const [reference, phone] of [
      [lead, woman],
      [follower, man],
    ] as const) {
      expect(await followed(reference)).toContain('Reçu le')
      await phones.says(phone, `SUIVI ${reference}`)
      expect(phones.received(phone).at(-1)).toContain(`Jaabi ${reference}:`)
      const search = await seat.get(`/console/inbox?q=${reference}`)
      expect(search.headers.get('location')).toBe(`/console/cases/${reference}`)
    }
  })
  test('one answer reaches everybody, each under the own number, and says so before', async () => {
    const { jaabi, at, phones, lead, follower, followed } = await joined()
    expect((await at(lead).open()).text).toContain('La même réponse va aux 1 dossiers qui suivent celui-ci')
    await at(lead).says('answer', { outcome: 'resolved', answer: 'La pompe est réparée' })
    await jaabi.drain()
    expect(phones.received(woman).at(-1)).toContain(`Jaabi ${lead}: La pompe est réparée.`)
    expect(phones.received(man).at(-1)).toContain(`Jaabi ${follower}: La pompe est réparée.`)
    expect(await followed(follower)).toContain('La pompe est réparée')
  })
  test('parted again, the number works on, its own answer is asked for and reaches its own person alone', async () => {
    const { jaabi, at, phones, lead, follower, followed } = await joined()
    await at(follower).does('unmerge')
    await at(lead).says('answer', { outcome: 'resolved', answer: 'La pompe est réparée' })
    await jaabi.drain()
    expect(phones.received(man).join(' ')).not.toContain('La pompe est réparée')
    expect(await followed(follower)).not.toContain('La pompe est réparée')
    await at(follower).says('answer', { outcome: 'information', answer: 'Un technicien passe jeudi' })
    await jaabi.drain()
    expect(phones.received(man).at(-1)).toContain(`Jaabi ${follower}: Un technicien passe jeudi.`)
  })
})

describe('whoever the words name', () => {
  const assessment = { level: 'N1', category: 'SAN-FRAIS', place: 'cod-2021 ML0701', namedPerson: '' }

  test('is ticked at the assessment, and loses the case at once: page, list and counts; the name stands on the page', async () => {
    const { jaabi, at } = await desk()
    const reference = await filed(jaabi)
    await at(reference).does('assess', assessment)
    await at(reference).does('assign', { organisation: 'ong-sante-gao' })
    const partner = await seatOf(jaabi, await jaabi.person('p', { role: 'partner', organisation: 'ong-sante-gao' }))
    const theirs = async () => {
      await jaabi.drain()
      const page = await atCase(partner, reference).open()
      const list = await (await partner.get('/console')).text()
      const counter = await jaabi.figures.counter({ group: 'now', name: 'organisation:ong-sante-gao' })
      return { status: page.status, listed: list.includes(reference), counted: Object.values(counter).some(Boolean) }
    }
    expect(await theirs()).toMatchObject({ status: 200, listed: true })
    const form = (await at(reference).open()).page
    expect(form).toContain('value="organisation:ong-sante-gao"')
    const named = await at(reference).does('assess', { ...assessment, named: 'organisation:ong-sante-gao' })
    expect(named.text).toMatch(/Mis en cause \(exclus du dossier\) ONG Santé Gao/)
    expect(await theirs()).toEqual({ status: 404, listed: false, counted: false })
    // Nor can it be given back to them.
    expect((await at(reference).send('assign', { organisation: 'ong-sante-gao' })).text).toContain('est mise en cause')
  })
  test('takes along who supervises them and who reports to them', async () => {
    const { jaabi, at } = await desk()
    const reference = await filed(jaabi)
    await at(reference).does('assess', { ...assessment, named: 'organisation:drs-gao' })
    const refused = await at(reference).send('assign', { organisation: 'cscom-ansongo' })
    expect(refused.text).toContain('est mise en cause')
    expect(refused.page).not.toContain('<option value="cscom-ansongo"')
    const other = await filed(jaabi)
    await at(other).does('assess', { ...assessment, named: 'organisation:cscom-ansongo' })
    expect((await at(other).open()).page).not.toContain('<option value="drs-gao"')
    const health = await jaabi.person('drs', { role: 'authority', region: 'gao', organisation: 'drs-gao' })
    expect((await atCase(await seatOf(jaabi, health), other).open()).status).toBe(404)
  })
  test('is shut out as a person too, however near: a focal point who is named does not see it any more', async () => {
    const { jaabi, at } = await desk()
    const reference = await filed(jaabi)
    const deputy = await seatOf(jaabi, await jaabi.person('moussa', { role: 'deputy' }))
    expect((await atCase(deputy, reference).open()).status).toBe(200)
    expect((await at(reference).send('assess', { ...assessment, namedPerson: 'nobody-here' })).text).toContain(
      'aucune personne de l’annuaire',
    )
    await at(reference).does('assess', { ...assessment, namedPerson: 'moussa' })
    expect((await atCase(deputy, reference).open()).status).toBe(404)
    expect(await (await deputy.get('/console')).text()).not.toContain(reference)
  })
})

describe('two people on one case at once', () => {
  test('of two answers sent together one is taken; the other is told what came first, by whom, and keeps its words', async () => {
    const { jaabi, seat } = await desk()
    const reference = await filed(jaabi)
    const first = atCase(seat, reference)
    await first.does('assess', { level: 'N1', namedPerson: '' })
    const second = atCase(await seatOf(jaabi, await jaabi.person('Moussa D.', { role: 'deputy' })), reference)
    const pages = await Promise.all(
      [first, second].map(async (one, at) => {
        const fields = { outcome: 'resolved', answer: ['La pompe marche', 'Le puits est ouvert'][at] ?? '' }
        const looked = await one.send('answer', { ...fields, go: 'preview' })
        return { one, fields, page: looked.page }
      }),
    )
    const sent = await Promise.all(pages.map(({ one, fields, page }) => one.send('answer', fields, page)))
    expect(sent.map(({ status }) => status).sort()).toEqual([303, 409])
    const [won, lost] = sent[0]?.status === 303 ? [0, 1] : [1, 0]
    expect((await jaabi.caseOf(reference)).history.filter(({ what }) => what === 'answered')).toHaveLength(1)
    const winner = ['Aïssata T.', 'Moussa D.'][won] ?? ''
    expect(sent[lost]?.text).toContain(winner)
    expect(sent[lost]?.text).toMatch(/a changé pendant que vous écriviez|Le dossier n’en est pas là/)
    expect(sent[lost]?.text).toContain(pages[lost]?.fields.answer)
    const to = sent[won]?.location ?? ''
    const seats = [first, second]
    expect((await seats[won]?.open(to.slice(to.indexOf('?'))))?.text).toContain('Réponse enregistrée')
    const words = (await jaabi.saidIn(reference)).map(({ words }) => words)
    expect(words).toContain(pages[won]?.fields.answer)
    expect(words).not.toContain(pages[lost]?.fields.answer)
  })
  test('a note and a hand-over sent together both stand in the end: what came second is sent again from what came back', async () => {
    const { jaabi, seat, at } = await desk()
    const reference = await filed(jaabi)
    await at(reference).does('assess', { level: 'N1', namedPerson: '' })
    const { page } = await at(reference).open()
    const deputy = atCase(await seatOf(jaabi, await jaabi.person('Moussa D.', { role: 'deputy' })), reference)
    await deputy.does('assign', { organisation: 'ong-sante-gao' })
    const late = await at(reference).send('note', { text: 'vu' }, page)
    expect(late.status).toBe(409)
    expect(late.text).toMatch(/Moussa D\..*ONG Santé Gao/)
    expect(formIn(late.page, 'note')['version']).toBe(String((await jaabi.caseOf(reference)).version))
    expect((await atCase(seat, reference).send('note', { text: 'vu' }, late.page)).status).toBe(303)
    expect(await jaabi.caseOf(reference)).toMatchObject({ organisation: 'ong-sante-gao' })
  })
})
