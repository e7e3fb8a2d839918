import { describe, expect, test } from 'vitest'
import { deskOf } from '../../../support/functions/desk.ts'
import { type Jaabi, withJaabi } from '../../../support/functions/services.ts'
import { ansongo, atCase, filed, formIn, textOf } from '../../../support/console/case-desk.ts'
import { seatOf } from '../../../support/console/seat.ts'

const newJaabi = await withJaabi()
const n1 = { level: 'N1', category: 'SAN-FRAIS', place: ansongo }
const phone = (number: number): string => `+2237000${String(number).padStart(4, '0')}`

async function seated(jaabi: Jaabi, person = 'aissata', role: 'focal-point' | 'deputy' = 'focal-point') {
  await jaabi.person(person, { role })
  const seat = await seatOf(jaabi, person)
  const look = async (step: string, references: readonly string[]) => {
    const query = new URLSearchParams([['geste', step], ...references.map((one) => ['d', one])]).toString()
    const response = await seat.get(`/console/ensemble?${query}`)
    const page = await response.text()
    return { status: response.status, page, text: textOf(page) }
  }
  /** Looks, then sends the form as it stands with what is typed. */
  const does = async (step: string, references: readonly string[], fields: Record<string, string> = {}) => {
    const { page } = await look(step, references)
    const hidden = [...page.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)]
    const body = new URLSearchParams(hidden.map(([, name = '', value = '']) => [name, value]))
    for (const [name, value] of Object.entries(fields)) body.set(name, value)
    const response = await seat.send(`/console/ensemble/${step}`, body)
    return { status: response.status, text: textOf(await response.text()) }
  }
  return { seat, look, does }
}

/** The same words so many times; from one number, or each from one of its own. */
async function many(
  jaabi: Jaabi,
  count: number,
  { words = 'Gagnez un téléphone, appelez vite', ownPhones = false } = {},
) {
  const references: string[] = []
  for (let at = 0; at < count; at++)
    references.push(await filed(jaabi, { words, phone: ownPhones ? phone(at + 1) : phone(0), channel: 'call' }))
  return references
}
const opened = async (seat: Awaited<ReturnType<typeof seatOf>>, references: readonly string[]) => {
  for (const reference of references) await atCase(seat, reference).open()
}

describe('assigned together', () => {
  test('are those that were assessed; the others are named and left, and each goes to the organisation chosen', async () => {
    const jaabi = await newJaabi()
    const { look, does } = await seated(jaabi)
    const desk = await deskOf(jaabi)
    const [one = '', two = '', unread = ''] = await many(jaabi, 3, { ownPhones: true })
    for (const reference of [one, two]) await desk.step(reference, 'assess', n1)
    const { text } = await look('assign', [one, two, unread])
    expect(text).toContain('Confier ensemble : 2')
    expect(text).toContain('n’est pas concerné')
    expect(text).toContain('Le délai de chaque personne continue')
    expect((await does('assign', [one, two, unread], { organisation: 'ong-sante-gao' })).text).toContain('Confiés : 2')
    for (const reference of [one, two]) expect((await jaabi.caseOf(reference)).organisation).toBe('ong-sante-gao')
    expect((await jaabi.caseOf(unread)).organisation).toBeNull()
    // Of none at all it says what to do instead, by what was asked for.
    expect((await look('assign', [unread])).text).toContain('évaluez-les d’abord')
    const sensitive = await filed(jaabi, { words: 'On a demandé à ma fille de coucher pour recevoir la carte' })
    expect((await look('dismiss', [sensitive])).text).toMatch(/peut-être sensible.* s’ouvre et se décide seul/)
    // Whichever was ticked first, the one that the others follow is named first.
    const early = await filed(jaabi, { receivedAt: '2027-06-06T09:00:00.000Z' })
    const joined = await look('merge', [two, early])
    expect([...joined.page.matchAll(/href="[^"]*(\d{10})" data-case/g)].map(([, which]) => which)).toEqual([early, two])
    expect(joined.text).toMatch(/mène les autres.*N1/)
  })

  test('a case somebody worked on since it was shown stays as it is, and the page says so', async () => {
    const jaabi = await newJaabi()
    const { seat, look } = await seated(jaabi)
    const desk = await deskOf(jaabi)
    const [one = ''] = await many(jaabi, 1)
    await desk.step(one, 'assess', n1)
    const { page } = await look('assign', [one])
    await desk.step(one, 'note', { text: 'appelé' })
    const hidden = [...page.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)]
    const fields = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]))
    const response = await seat.post('/console/ensemble/assign', { ...fields, organisation: 'ong-sante-gao' })
    expect(textOf(await response.text())).toMatch(/Confiés : 0.*quelqu’un y a travaillé entre-temps/)
    expect((await jaabi.caseOf(one)).organisation).toBeNull()
  })
})

describe('a wave', () => {
  test('stands first in the list with its count, is joined to its oldest and answered once; then it is no wave any more', async () => {
    const jaabi = await newJaabi()
    const { seat, does } = await seated(jaabi)
    const all = await many(jaabi, 4, { words: 'Au CSCom d’Ansongo on demande de payer 500 F', ownPhones: true })
    await jaabi.drain()
    const list = async () => (await seat.get('/console')).text()
    expect(textOf(await list())).toMatch(/Vagues.*4 dossiers/)
    const [lead = '', ...others] = all
    expect((await does('merge', all)).text).toContain('Joints : 3')
    for (const reference of others) expect((await jaabi.caseOf(reference)).mergedInto).toBe(lead)
    await jaabi.drain()
    expect(textOf(await list())).not.toContain('Vagues')
    const desk = await deskOf(jaabi)
    await desk.step(lead, 'assess', n1)
    await desk.step(lead, 'answer', { outcome: 'resolved', answer: 'Le CSCom a affiché les prix.' })
    await jaabi.drain()
    for (const reference of others) expect((await jaabi.caseOf(reference)).status).toBe('answered')
  })

  test('is found wherever in the list it stands, by whoever may open it; what comes first and what names somebody is not one of many', async () => {
    const jaabi = await newJaabi()
    const desk = await deskOf(jaabi)
    for (let at = 0; at < 51; at++) await filed(jaabi, { phone: phone(900 + at), place: undefined })
    jaabi.clock.nowAt = '2027-06-09T09:30:00.000Z'
    const alike = await many(jaabi, 5, { words: 'Au CSCom d’Ansongo on demande de payer 500 F', ownPhones: true })
    await jaabi.drain()
    const list = async (of: Awaited<ReturnType<typeof seatOf>>) => (await of.get('/console')).text()
    const later = await seated(jaabi)
    const first = await list(later.seat)
    for (const reference of alike) expect(first).not.toContain(`/cases/${reference}`)
    expect(textOf(first)).toMatch(/Vagues.*5 dossiers/)
    const sent = /href="(\/console\/ensemble[^"]*geste=merge[^"]*)"/.exec(first)?.[1] ?? ''
    const together = await (await later.seat.get(sent.replaceAll('&amp;', '&'))).text()
    expect(textOf(together)).toContain('Répondre ensemble : 4, après le premier')
    const [danger = '', naming = '', ...others] = alike
    await desk.step(danger, 'assess', { ...n1, level: 'N2' })
    await desk.step(naming, 'assess', { ...n1, named: ['organisation:ong-sante-gao'] })
    expect(textOf(await list(later.seat))).toMatch(/Vagues.*3 dossiers/)
    const regions: [string, boolean][] = [['gao', true], ['mopti', false]] // prettier-ignore
    for (const reference of others) await desk.step(reference, 'assess', n1)
    for (const [region, finds] of regions) {
      await jaabi.person(region, { role: 'regional-cluster', region })
      expect((await list(await seatOf(jaabi, region))).includes('id="vagues"')).toBe(finds)
    }
    await desk.step(others[0] ?? '', 'answer', { outcome: 'resolved', answer: 'Le CSCom a affiché les prix.' })
    expect(await list(later.seat)).not.toContain('id="vagues"')
  })

  test('is one wave in whatever languages it is said, and says so', async () => {
    const jaabi = await newJaabi()
    const { seat } = await seated(jaabi)
    const desk = await deskOf(jaabi)
    for (const [at, language] of ['fr', 'fr', 'bm'].entries()) {
      const reference = await filed(jaabi, { words: 'Le prix affiché', phone: phone(at + 1), language })
      await desk.step(reference, 'assess', n1)
    }
    await jaabi.drain()
    expect(textOf(await (await seat.get('/console')).text())).toMatch(
      /Vagues.*3 dossiers.*dits en plusieurs langues \(bambara, français\)/i,
    )
  })

  test('is never dismissed together: several people said it', async () => {
    const jaabi = await newJaabi()
    const { seat, look } = await seated(jaabi)
    const all = await many(jaabi, 3, { ownPhones: true })
    await opened(seat, all)
    const { text, page } = await look('dismiss', all)
    expect(text).toContain('plusieurs personnes qui disent la même chose sont une vague')
    expect(page).not.toContain('action="/console/ensemble/dismiss"')
    const forced = new URLSearchParams([['csrf', seat.csrf], ['requestId', 'x'], ['reason', 'robot'], ...all.map((one) => ['d', `${one}.2`])]) // prettier-ignore
    expect((await seat.send('/console/ensemble/dismiss', forced)).status).toBe(409)
    for (const reference of all) expect((await jaabi.caseOf(reference)).status).toBe('received')
  })
})

describe('dismissed together', () => {
  test('are only the same words of one sender, each opened, none perhaps sensitive', async () => {
    const jaabi = await newJaabi()
    const { seat, look, does } = await seated(jaabi)
    const same = await many(jaabi, 2)
    expect((await look('dismiss', same)).text).toContain('on n’écarte pas ce qu’on n’a pas lu')
    await opened(seat, same)
    const [other = ''] = await many(jaabi, 1, { words: 'Gagnez un téléphone, appelez vite !' })
    await opened(seat, [other])
    expect((await look('dismiss', [...same, other])).text).toContain('pas exactement les mêmes mots')
    const danger = await many(jaabi, 2, { words: 'Une femme saigne beaucoup à Gao' })
    await opened(seat, danger)
    expect((await jaabi.caseOf(danger[0] ?? '')).suggested.level).toBe('N2')
    expect((await look('dismiss', danger)).text).toContain('peut-être sensible')
    expect((await does('dismiss', same, { reason: 'robot' })).text).toContain('Écartés : 2')
    for (const reference of same) expect((await jaabi.caseOf(reference)).closedHow).toBe('dismissed')
  })

  test('more than ten wait for a second person, who confirms on the page of each and is not the first', async () => {
    const jaabi = await newJaabi()
    const { seat, look, does } = await seated(jaabi)
    const all = await many(jaabi, 11)
    await opened(seat, all)
    expect((await look('dismiss', all)).text).toContain('Plus de 10 écartés par vous en un jour : vous le proposez')
    expect((await does('dismiss', all, { reason: 'robot' })).text).toContain('Proposés à écarter : 11')
    const [first = ''] = all
    expect((await jaabi.caseOf(first)).status).toBe('received')
    await jaabi.drain()
    expect(textOf(await (await seat.get('/console')).text())).toContain('Confirmer la proposition, à deux')
    const own = await atCase(seat, first).open()
    expect(own.text).toContain('propose de l’écarter')
    expect(own.page).not.toContain('id="geste-confirm"')
    const { seat: second } = await seated(jaabi, 'moussa', 'deputy')
    await atCase(second, first).does('confirm')
    expect(await jaabi.caseOf(first)).toMatchObject({ status: 'closed', closedHow: 'dismissed' })
  })

  test('ten and ten more are twenty: in parts too, the eleventh of a day waits for a second person', async () => {
    const jaabi = await newJaabi()
    const { seat, look, does } = await seated(jaabi)
    const first = await many(jaabi, 8)
    await opened(seat, first)
    expect((await does('dismiss', first, { reason: 'robot' })).text).toContain('Écartés : 8')
    const more = await many(jaabi, 3, { words: 'Gagnez une moto, appelez vite' })
    await opened(seat, more)
    expect((await look('dismiss', more)).text).toContain('Plus de 10 écartés par vous en un jour')
    expect((await does('dismiss', more, { reason: 'robot' })).text).toContain('Proposés à écarter : 3')
    expect((await jaabi.caseOf(more[0] ?? '')).status).toBe('received')
    const { look: another } = await seated(jaabi, 'moussa', 'deputy')
    expect((await another('dismiss', more)).text).not.toContain('Plus de 10')
    jaabi.clock.nowAt = '2027-06-08T09:30:00.000Z'
    const next = await many(jaabi, 2)
    const tomorrow = await seated(jaabi)
    await opened(tomorrow.seat, next)
    expect((await tomorrow.does('dismiss', next, { reason: 'robot' })).text).toContain('Écartés : 2')
  })

  test('one by one they count as well, whoever sent them: the eleventh of a day says so before, and waits for a second person', async () => {
    const jaabi = await newJaabi()
    const { seat, look } = await seated(jaabi)
    const all = await many(jaabi, 11, { ownPhones: true })
    const last = all[10] ?? ''
    for (const [at, reference] of all.entries()) {
      const { text } = await atCase(seat, reference).open()
      expect(text.includes('Vous en avez écarté 10 en un jour')).toBe(at === 10)
      const after = await atCase(seat, reference).does('dismiss', { reason: 'robot' })
      expect(after.text).toContain(at === 10 ? 'Proposé : écarter, au-delà de dix' : 'Écarté')
    }
    const closed = await Promise.all(all.map(async (one) => (await jaabi.caseOf(one)).status))
    expect(closed).toEqual([...Array<string>(10).fill('closed'), 'received'])
    const [together = ''] = await many(jaabi, 1)
    await opened(seat, [together])
    expect((await look('dismiss', [together])).text).toContain('Plus de 10 écartés par vous')
    const { seat: second } = await seated(jaabi, 'moussa', 'deputy')
    await atCase(second, last).does('confirm')
    expect(await jaabi.caseOf(last)).toMatchObject({ status: 'closed', closedHow: 'dismissed' })
  })

  test('fourteen sent at once by one person are no more than ten: four wait for a second one', async () => {
    const jaabi = await newJaabi()
    const { seat } = await seated(jaabi)
    const all = await many(jaabi, 14, { ownPhones: true })
    for (const one of all) await atCase(seat, one).open()
    await Promise.all(all.map((one) => atCase(seat, one).does('dismiss', { reason: 'robot' })))
    const stand = await Promise.all(all.map(async (one) => (await jaabi.caseOf(one)).status))
    expect(stand.toSorted()).toEqual([...Array<string>(10).fill('closed'), ...Array<string>(4).fill('received')])
  })

  test('what nobody could read is not put away as it is: its page says what comes first, and then offers it', async () => {
    const jaabi = await newJaabi()
    const { seat } = await seated(jaabi)
    const desk = await deskOf(jaabi)
    const pageOf = async (reference: string) => (await seat.get(`/console/cases/${reference}`)).text()
    const odd = await filed(jaabi, { words: 'Gagnez 1000000 en cliquant ici promo' })
    const said = /« Écarter » vient ensuite/
    expect(textOf(await pageOf(odd))).toMatch(said)
    expect(await pageOf(odd)).not.toContain('id="geste-dismiss"')
    await desk.step(odd, 'assess', { level: 'N0', category: 'SAN-FRAIS', place: ansongo })
    expect(await pageOf(odd)).toContain('id="geste-dismiss"')
    expect(textOf(await pageOf(odd))).not.toMatch(said)
  })

  test('whoever assesses the case after all keeps it', async () => {
    const jaabi = await newJaabi()
    const { seat, does } = await seated(jaabi)
    const all = await many(jaabi, 11)
    await opened(seat, all)
    await does('dismiss', all, { reason: 'robot' })
    const at = atCase(seat, all[0] ?? '')
    await at.send('assess', { ...formIn((await at.open()).page, 'assess'), level: 'N1', category: 'SAN-FRAIS' })
    expect(await jaabi.caseOf(all[0] ?? '')).toMatchObject({ status: 'assessed', dismissal: null })
  })
})

test('what somebody may not open is not among the cases, and a role without the step finds no page', async () => {
  const jaabi = await newJaabi()
  const [unread = ''] = await many(jaabi, 1)
  await jaabi.person('gao', { role: 'regional-cluster', region: 'gao' })
  await jaabi.person('partner', { role: 'partner', organisation: 'ong-sante-gao' })
  const gao = await seatOf(jaabi, 'gao')
  const none = (page: string) => textOf(page).replace(/\s+/g, ' ')
  const asked = await (await gao.get(`/console/ensemble?geste=merge&d=${unread}`)).text()
  expect(none(asked)).toBe(none(await (await gao.get('/console/ensemble?geste=merge&d=4829137996')).text()))
  expect((await (await seatOf(jaabi, 'partner')).get('/console/ensemble?geste=assign')).status).toBe(404)
  expect((await gao.get('/console/ensemble?geste=answer')).status).toBe(404)
})
