import { describe, expect, test } from 'vitest'
import { withJaabi } from '../../../support/functions/services.ts'
import { atCase, filed, formIn, textOf, woman } from '../../../support/console/case-desk.ts'
import { seatOf } from '../../../support/console/seat.ts'

const newJaabi = await withJaabi()

async function desk(role: 'focal-point' | 'integrity' = 'focal-point') {
  const jaabi = await newJaabi()
  const seat = await seatOf(jaabi, await jaabi.person('Aïssata T.', { role }))
  return { jaabi, seat }
}

describe('one case at the focal point', () => {
  test('is read, assessed, assigned, asked about, put off, noted, answered and told by plain forms', async () => {
    const { jaabi, seat } = await desk()
    const reference = await filed(jaabi)
    const { open, does, says } = atCase(seat, reference)
    expect((await open()).text).toContain('On demande 500 F au CSCom')
    const assessed = await does('assess', {
      level: 'N1',
      category: 'SAN-FRAIS',
      place: 'cod-2021 ML0701',
      namedPerson: '',
    })
    expect(assessed.text).toMatch(/Évaluation enregistrée/)
    expect((await does('assign', { organisation: 'ong-sante-gao' })).text).toContain('ONG Santé Gao')
    expect((await does('note', { text: 'Appelé le CSCom <b>hier</b>' })).page).toContain('&lt;b&gt;hier')
    expect((await does('wait', { for: 'third-party', reason: 'le stock arrive' })).text).toContain('le stock arrive')
    await does('resume')
    const asked = await says('ask', { text: 'Quel jour?' })
    expect(asked.looked.text).toContain(`Jaabi ${reference}: Quel jour? Répondez à ce SMS`)
    expect(asked.sent.status).toBe(303)
    const put = await says('extend', { to: '2027-06-28', reason: 'le stock tarde' })
    expect(put.looked.text).toContain('Des nouvelles au plus tard le 28/06')
    expect(put.sent.status).toBe(303)
    const { looked, sent } = await says('answer', { outcome: 'resolved', answer: 'C’est réglé, très bientôt gratuit' })
    expect(looked.text).toContain('Jaabi ' + reference + ": C'est réglé, très bientot gratuit.")
    expect(looked.text).toContain('ô → o')
    expect(sent.status).toBe(303)
    expect(await jaabi.caseOf(reference)).toMatchObject({ status: 'answered', promisedAt: '2027-06-28T14:00:00.000Z' })
    await does('told', { how: 'call', reached: 'yes' })
    expect((await jaabi.caseOf(reference)).told?.how).toBe('call')
    expect((await does('reopen', { reason: 'elle rappelle' })).text).toContain('Dossier rouvert')
  })
  test('words that may mean a danger to life are shown with the reason, and no level is chosen before a person chose', async () => {
    const { jaabi, seat } = await desk()
    const danger = await filed(jaabi, { words: 'mon enfant convulse, le CSCom de Ansongo est fermé' })
    const { text, page } = await atCase(seat, danger).open()
    expect(text).toContain('Peut-être une vie en danger (N2)')
    expect(text).toMatch(/à cause de «\s?convulse\s?»/)
    expect(page).not.toMatch(/name="level"[^>]*checked/)
    const ordinary = await atCase(seat, await filed(jaabi)).open()
    expect(ordinary.text).not.toContain('Peut-être une vie')
    expect(ordinary.page).toMatch(/name="level"[^>]*checked/)
  })
  test('a changed text is shown again before it is sent', async () => {
    const { jaabi, seat } = await desk()
    const reference = await filed(jaabi)
    const { does, open } = atCase(seat, reference)
    await does('assess', { level: 'N1' })
    const path = `/console/cases/${reference}/answer`
    const first = await seat.post(path, {
      ...formIn((await open()).page, 'answer'),
      go: 'preview',
      outcome: 'resolved',
      answer: 'Un',
    })
    const form = formIn(await first.text(), 'answer')
    const changed = await seat.post(path, { ...form, go: 'send', outcome: 'resolved', answer: 'Deux' })
    expect(changed.status).toBe(200)
    expect(textOf(await changed.text())).toContain(`Jaabi ${reference}: Deux.`)
    expect((await jaabi.caseOf(reference)).status).toBe('assessed')
  })
  test('a hand-over is accepted or refused with a reason; a case is taken back', async () => {
    const { jaabi, seat } = await desk()
    const reference = await filed(jaabi)
    const { does, send } = atCase(seat, reference)
    await does('assess', { level: 'N1' })
    await does('refer', { to: 'cluster-nutrition' })
    const partner = await seatOf(jaabi, await jaabi.person('p', { role: 'partner', organisation: 'cluster-nutrition' }))
    const theirs = atCase(partner, reference)
    expect((await theirs.send('refuse', {})).status).toBe(400)
    const refused = await theirs.send('refuse', { reason: 'pas notre zone' })
    // It is nobody's of theirs any more: said, and not shown.
    expect(refused.status).toBe(200)
    expect(refused.text).toContain('a quitté votre bureau')
    expect((await theirs.open()).status).toBe(404)
    await does('refer', { to: 'cluster-eha' })
    await does('accept')
    expect((await does('revoke')).text).toContain('Dossier repris')
    expect((await send('accept', { requestId: 'by-hand' })).text).toContain('Le dossier n’en est pas là')
  })
  test('two cases are joined and separated, one is dismissed and restored', async () => {
    const { jaabi, seat } = await desk()
    const [reference, lead] = [await filed(jaabi), await filed(jaabi, { words: 'Autre chose' })]
    const { does, send } = atCase(seat, reference)
    expect((await send('merge', { lead: '4829137996' })).text).toContain('Aucun dossier ouvert')
    expect((await does('merge', { lead: `${lead.slice(0, 4)} ${lead.slice(4, 8)} ${lead.slice(8)}` })).page).toContain(
      `href="/console/cases/${lead}"`,
    )
    await does('unmerge')
    await does('dismiss', { reason: 'robot' })
    expect((await does('reopen', { reason: 'non, une vraie' })).text).toContain('reçu')
  })
  test('the number is shown once, for a reason, and recorded', async () => {
    const { jaabi, seat } = await desk()
    const reference = await filed(jaabi)
    const { open, send } = atCase(seat, reference)
    const { page } = await open()
    expect(page).not.toContain('70000001')
    expect((await send('reveal-contact', {}, page)).status).toBe(400)
    const shown = await send('reveal-contact', { reason: 'rappel promis' }, page)
    expect(shown.text).toContain(woman)
    const twice = await send('reveal-contact', { reason: 'rappel promis' }, page)
    expect(twice.text).not.toContain(woman)
    expect(twice.text).toContain('a déjà été montré')
    expect((await open()).page).not.toContain('70000001')
    expect((await open()).text).toContain('Aïssata T.')
  })
  test('lowering waits for a second person, who alone is offered to confirm', async () => {
    const { jaabi, seat } = await desk()
    const reference = await filed(jaabi)
    const { does, send } = atCase(seat, reference)
    await does('assess', { level: 'N2' })
    expect((await send('assess', { level: 'N1' })).text).toContain('Il faut un motif')
    const proposed = await does('assess', { level: 'N1', reason: 'personne en danger' })
    expect(proposed.text).toContain('Rien ne change avant sa confirmation')
    expect(proposed.page).not.toContain('id="geste-confirm"')
    const second = atCase(await seatOf(jaabi, await jaabi.person('deputy-1', { role: 'deputy' })), reference)
    await second.does('confirm')
    expect((await jaabi.caseOf(reference)).level).toBe('N1')
  })
})

describe('a form that cannot be taken', () => {
  test('is stale: says what changed and by whom, and keeps what was typed', async () => {
    const { jaabi, seat } = await desk()
    const reference = await filed(jaabi)
    const mine = atCase(seat, reference)
    const { page } = await mine.open()
    const other = atCase(await seatOf(jaabi, await jaabi.person('Moussa D.', { role: 'deputy' })), reference)
    await other.does('assess', { level: 'N2' })
    const stale = await mine.send('note', { text: 'مرحبا <i>vu</i>' }, page)
    expect(stale.status).toBe(409)
    expect(stale.text).toMatch(/a changé pendant que vous écriviez.*suppléance, Moussa D\..*Évalué N2/)
    expect(stale.page).toContain('مرحبا &lt;i&gt;vu&lt;/i&gt;</textarea>')
    // Sent again from the page that came back, it is taken.
    expect((await mine.send('note', { text: 'vu' }, stale.page)).status).toBe(303)
  })
  test('for a step that is no longer there still shows what was typed', async () => {
    const { jaabi, seat } = await desk()
    const reference = await filed(jaabi)
    const mine = atCase(seat, reference)
    await mine.does('assess', { level: 'N1' })
    const { page } = await mine.open()
    await mine.says('answer', { outcome: 'resolved', answer: 'Fait' })
    const late = await mine.send('dismiss', { reason: 'un robot, je crois' }, page)
    expect(late.status).toBe(409)
    expect(late.text).toContain('Voici ce que vous aviez écrit : un robot, je crois')
  })
  test('sent twice is done once', async () => {
    const { jaabi, seat } = await desk()
    const reference = await filed(jaabi)
    const { open, send } = atCase(seat, reference)
    const { page } = await open()
    const both = [await send('note', { text: 'vu' }, page), await send('note', { text: 'vu' }, page)]
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    expect((await jaabi.caseOf(reference)).history.filter(({ what }) => what === 'noted')).toHaveLength(1)
  })
  test('out of reach looks like a case that is not there, for each step and for the page', async () => {
    const { jaabi, seat } = await desk()
    const secret = await filed(jaabi, { lane: 'S2', words: null, consent: 'none', phone: null })
    const [missing, hidden] = [atCase(seat, '4829137996'), atCase(seat, secret)]
    const same = (page: string): string => page.replaceAll(/\d{10}/g, '')
    const nothing = await missing.open()
    expect(nothing.status).toBe(404)
    for (const step of ['note', 'assess', 'answer', 'reveal-contact', 'nonsense']) {
      const answer = await hidden.send(step, { text: 'x', reason: 'y', level: 'N1' })
      expect([answer.status, same(answer.page)], step).toEqual([404, same(nothing.page)])
    }
    expect(same((await hidden.open()).page)).toBe(same(nothing.page))
  })
})

describe('the S lanes', () => {
  test('protection takes an S2 case to its receipt, without a word, and erases it with a second person', async () => {
    const { jaabi } = await desk()
    const reference = await filed(jaabi, { lane: 'S2', words: null, consent: 'none', phone: null, danger: 'yes' })
    const [one, two] = await Promise.all(
      ['pro-1', 'pro-2'].map(async (id) => {
        const seat = await seatOf(jaabi, await jaabi.person(id, { role: 'protection' }), 'protection-console')
        return { seat, ...atCase(seat, reference, '/console/protection') }
      }),
    )
    if (!one || !two) throw new Error('two people')
    const first = await one.open()
    expect(first.text).toContain('ici, aucun détail')
    expect(first.page).not.toMatch(/id="geste-(note|answer|ask)"/)
    // No box for words but the reason to lower.
    expect(new Set(first.page.match(/<textarea[^>]*name="\w+"/g)?.map((tag) => /name="(\w+)"/.exec(tag)?.[1]))).toEqual(
      new Set(['reason']),
    )
    await one.does('assess', { level: 'S2', category: 'PRO-VBG' })
    await one.does('refer', { to: 'gbv-subcluster' })
    const sheet = textOf(await (await one.seat.get(`/console/protection/cases/${reference}/sheet`)).text())
    expect(sheet).toMatch(/Remis à Sous-cluster VBG.*Danger maintenant oui.*Aucune parole sur cette fiche/)
    const noted = await one.does('receipt', { number: 'VBG-77' })
    expect(noted.text).toContain('Vous ne pouvez pas confirmer vous-même')
    expect(noted.page).not.toContain('id="geste-confirm"')
    expect((await two.open()).text).toContain('Votre confirmation suffit')
    const done = await two.send('confirm', {})
    expect([200, 303]).toContain(done.status)
    expect(await jaabi.caseOf(reference)).toMatchObject({ status: 'closed', erased: ['all'] })
  })
  test('an ordinary case has no referral sheet', async () => {
    const { jaabi, seat } = await desk()
    expect((await seat.get(`/console/cases/${await filed(jaabi)}/sheet`)).status).toBe(404)
  })
  test('deciding S2 takes the case from the screen, and says so', async () => {
    const { jaabi, seat } = await desk()
    const { send, open } = atCase(seat, await filed(jaabi))
    expect((await send('assess', { level: 'S2', category: 'PRO-VBG' })).text).toContain('a quitté votre bureau')
    expect((await open()).status).toBe(404)
  })
})
