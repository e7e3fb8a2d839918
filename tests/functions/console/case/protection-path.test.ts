import { expect, test, vi } from 'vitest'
import { sealedContact } from '../../../../core/operations/sealed.ts'
import { responsibleOf } from '../../../../core/operations/notices/address.ts'
import { build as publicWeb } from '../../../../functions/public-web.ts'
import { phonesOf, woman } from '../../../support/functions/phone.ts'
import { type Jaabi, withJaabi } from '../../../support/functions/services.ts'
import { atCase, textOf } from '../../../support/console/case-desk.ts'
import { seatOf } from '../../../support/console/seat.ts'

const newJaabi = await withJaabi()
const guard = '+22370000080'

/** The number of the pair's responsible person, kept as an organisation's is. */
async function withGuard(jaabi: Jaabi): Promise<void> {
  const { reader: vault } = jaabi
  const sealed = await vault.seal('general', responsibleOf('protection'), sealedContact(guard))
  await jaabi.directory.write({ responsible: { organisation: 'protection', sealedPhone: sealed }, audit: [] })
}

/** Chosen on the keypad: violence, in danger, a child, a woman may call. */
async function reported(jaabi: Jaabi): Promise<string> {
  const session = await phonesOf(jaabi).dials(woman)
  await session.type('4', '1', '2', '2', '2', '2')
  await session.hangsUp('Success')
  const [reference = ''] = await jaabi.references()
  return reference
}

/** Another page of the same console is at another time another one: what must not differ are its words. */
const wordsOf = async (answer: Response | Promise<Response>): Promise<string> => {
  const response = await answer
  return `${response.status} ${textOf(await response.text())}`
}

test('from the keypad to its erasure an S2 case is worked by two, and nobody else can tell that it was there', async () => {
  const jaabi = await newJaabi()
  await withGuard(jaabi)
  const lines = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  const others = await Promise.all(
    (
      [
        ['aissata', { role: 'focal-point' }],
        ['gao', { role: 'regional-cluster', region: 'gao' }],
        ['ong', { role: 'partner', organisation: 'ong-sante-gao' }],
        ['int', { role: 'integrity' }],
        ['coo', { role: 'coordinator' }],
        ['adm', { role: 'administrator' }],
      ] as const
    ).map(async ([id, rest]) => jaabi.person(id, rest)),
  )
  /** All that somebody else sees: list, filters, a search for the number, the page and its sheet. */
  const seen = async (reference: string): Promise<string[]> => {
    const pages: string[] = []
    for (const person of others) {
      const seat = await seatOf(jaabi, person)
      for (const path of ['', '/inbox?late', '/inbox?new', `/cases/${reference}`, `/cases/${reference}/sheet`])
        pages.push(await wordsOf(seat.get(`/console${path}`)))
      const posted = await seat.post(`/console/cases/${reference}/note`, { text: 'x', requestId: 'r', version: '1' })
      pages.push(await wordsOf(posted))
    }
    return pages
  }
  const before = await seen('4829137996')
  const reference = await reported(jaabi)
  expect((await seen(reference)).map((page) => page.replaceAll(reference, ''))).toEqual(
    before.map((page) => page.replaceAll('4829137996', '')),
  )

  // No SMS goes to the phone; the pair is called by its topic and by its own phone, again every day, with counts only.
  const calls = () => ({
    topic: jaabi.published.filter(({ topic }) => topic === 'protection').length,
    phone: phonesOf(jaabi).received(guard).length,
  })
  const first = calls()
  for (let hour = 1; hour <= 49; hour++) {
    jaabi.clock.nowAt = new Date(Date.parse('2027-06-07T09:00:00.000Z') + hour * 3_600_000).toISOString()
    await jaabi.sweep()
    await jaabi.drain()
  }
  const later = calls()
  expect(later.topic).toBeGreaterThanOrEqual(first.topic + 4)
  expect(later.phone).toBeGreaterThanOrEqual(first.phone + 3)
  expect(phonesOf(jaabi).received(guard).join(' ')).toMatch(/dossiers à traiter: 1, dont en retard: 1/)
  expect(phonesOf(jaabi).received(woman)).toEqual([])

  const pair = await Promise.all(
    ['pro-1', 'pro-2'].map(async (id) => {
      const seat = await seatOf(jaabi, await jaabi.person(id, { role: 'protection' }), 'protection-console')
      return { seat, ...atCase(seat, reference, '/console/protection') }
    }),
  )
  const [one, two] = pair
  if (!one || !two) throw new Error('two people')
  const opened = await one.open()
  expect(/<title>(.*?)<\/title>/.exec(opened.page)?.[1]).toBe('Dossier protégé · Jaabi')
  // Nothing here takes a detail, however it is asked.
  for (const step of ['note', 'ask', 'answer'])
    expect((await one.send(step, { text: 'ce qui s’est passé', outcome: 'resolved', answer: 'x' })).status).not.toBe(
      303,
    )
  await one.does('assess', { level: 'S2', category: 'PRO-ENF' })
  await one.does('refer', { to: 'child-protection' })
  const sheet = textOf(await (await one.seat.get(`/console/protection/cases/${reference}/sheet`)).text())
  expect(sheet).toMatch(/Remis à Sous-cluster protection de l’enfance/)
  expect(sheet).not.toContain(woman)
  await one.does('receipt', { number: 'PE-12' })
  expect((await one.send('confirm', { requestId: 'by-hand' })).text).toContain('Une seconde personne doit confirmer')
  const asked = await two.open()
  expect(asked.text).toContain('PE-12')
  expect(asked.text).toContain('en protection tout est effacé, sans retour')
  expect(asked.text).toMatch(/Qui a ouvert ce dossier.*Protection, pro-2.*Protection, pro-1/)
  await two.send('confirm', {})

  // A stub stays: its number still shows a stage to whoever holds it, and nothing of what it was is left anywhere.
  await jaabi.drain()
  expect(await jaabi.caseOf(reference)).toMatchObject({ status: 'closed', erased: ['all'], lane: 'S2' })
  expect(await jaabi.saidIn(reference)).toEqual([])
  expect((await jaabi.cases.load(reference))?.sealed).toMatchObject({ contact: null, words: {} })
  const web = publicWeb(jaabi.servicesFor('public-web'))
  expect(textOf(await (await web.request(`/suivi?reference=${reference}`)).text())).toContain('Reçu le')
  expect(phonesOf(jaabi).received(woman)).toEqual([])
  const told = [...jaabi.published.map((one) => JSON.stringify(one)), ...phonesOf(jaabi).received(guard)].join(' ')
  expect(told).not.toMatch(new RegExp(`${reference}|PE-12|PRO-|VBG`))
  const logged = lines.mock.calls.flat().map(String).join(' ')
  expect(logged).not.toMatch(/PE-12|22370000/)
  lines.mockRestore()
})

test('a case out of reach takes as many calls to the table as one that is not there', async () => {
  const jaabi = await newJaabi()
  const reference = await reported(jaabi)
  const seat = await seatOf(jaabi, await jaabi.person('aissata', { role: 'focal-point' }))
  const send = vi.spyOn(jaabi.client, 'send')
  const callsFor = async (one: string): Promise<number> => {
    const before = send.mock.calls.length
    await seat.get(`/console/cases/${one}`)
    return send.mock.calls.length - before
  }
  expect(await callsFor(reference)).toBe(await callsFor('4829137996'))
  send.mockRestore()
})
