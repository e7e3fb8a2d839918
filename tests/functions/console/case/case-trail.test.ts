import { describe, expect, test } from 'vitest'
import { withJaabi } from '../../../support/functions/services.ts'
import { atCase, filed } from '../../../support/console/case-desk.ts'
import { seatOf } from '../../../support/console/seat.ts'

const newJaabi = await withJaabi()
const assessment = { level: 'N1', category: 'SAN-FRAIS', place: 'cod-2021 ML0701', namedPerson: '' }

async function desk(role: 'focal-point' | 'integrity' = 'focal-point') {
  const jaabi = await newJaabi()
  const person = await jaabi.person('Aïssata T.', { role })
  /** Signs in again: a session ends while the days pass. */
  const at = async (reference: string) => atCase(await seatOf(jaabi, person), reference)
  return { jaabi, at }
}

describe('who had the case', () => {
  test('each holder stands with its time; a hand-over refused comes back with its reason on top', async () => {
    const { jaabi, at } = await desk()
    const reference = await filed(jaabi)
    await (await at(reference)).does('assess', assessment)
    jaabi.clock.nowAt = '2027-06-07T15:00:00.000Z'
    await (await at(reference)).does('refer', { to: 'cluster-nutrition' })
    jaabi.clock.nowAt = '2027-06-09T15:00:00.000Z'
    const mine = await at(reference)
    expect((await mine.open()).text).toMatch(
      /Point focal 6 h.*Cluster nutrition \(exemple\), transfert proposé 2 jours · en ce moment/,
    )
    const partner = await seatOf(jaabi, await jaabi.person('p', { role: 'partner', organisation: 'cluster-nutrition' }))
    await atCase(partner, reference).send('refuse', { reason: 'Pas notre zone <b>' })
    const back = await mine.open()
    expect(back.text).toContain('Cluster nutrition (exemple) a refusé le transfert, le mer. 9 juin.')
    expect(back.page).toMatch(/class="warn"[\s\S]*Pas notre zone &lt;b&gt;/)
    await mine.does('refer', { to: 'cluster-eha' })
    expect((await mine.open()).text).not.toContain('a refusé le transfert, le')
  })
})

describe('likely duplicates', () => {
  /** Three about the same, one from elsewhere, one about something else, one too old, all counted. */
  async function many() {
    const { jaabi, at } = await desk()
    const old = await filed(jaabi)
    await (await at(old)).does('assess', assessment)
    jaabi.clock.nowAt = '2027-06-28T09:00:00.000Z'
    const now = { receivedAt: jaabi.clock.nowAt }
    const [own, twin, other, far, fresh] = [
      await filed(jaabi, now),
      await filed(jaabi, { ...now, words: 'on demande 500 f au CSCOM!' }),
      await filed(jaabi, { ...now, words: 'Autre chose' }),
      await filed(jaabi, { ...now, place: { system: 'cod-2021', code: 'ML0501' } }),
      await filed(jaabi, { ...now, words: 'Ils demandent 1000 F pour la consultation au CSCom' }),
    ]
    for (const reference of [own, twin]) await (await at(reference)).does('assess', assessment)
    await (await at(other)).does('assess', { ...assessment, category: 'SAN-MEDIC' })
    await (await at(far)).does('assess', { ...assessment, place: 'cod-2021 ML0501' })
    await jaabi.drain()
    return { jaabi, at, old, own, twin, other, far, fresh }
  }
  const links = (page: string): string[] =>
    [...(/aria-labelledby="pareils"[\s\S]*?<\/section>/.exec(page)?.[0] ?? '').matchAll(/cases\/(\d{10})"/g)].map(
      ([, reference = '']) => reference,
    )

  test('are the cases of the same subject, place and days, assessed or not; the same words are said to be', async () => {
    const { at, own, twin, fresh } = await many()
    const { page, text } = await (await at(own)).open()
    expect(new Set(links(page))).toEqual(new Set([twin, fresh]))
    expect(text).toMatch(/Peut-être le même problème.*mêmes mots/)
    expect(text.match(/mêmes mots/g)).toHaveLength(1)
  })
  test('one is merged by a form that only has to be confirmed, and is then no longer proposed', async () => {
    const { jaabi, at, own, twin } = await many()
    const mine = await at(own)
    expect((await mine.open()).page).toMatch(
      new RegExp(`href="/console/cases/${own}\\?joindre=${twin}[^"]*#geste-merge"`),
    )
    const asked = await mine.open(`?joindre=${twin}`)
    expect(asked.page).toMatch(new RegExp(`<details class="act" id="geste-merge"\\s+open[\\s\\S]*value="${twin}"`))
    expect(asked.text).toContain('Ce dossier suivra l’autre')
    expect((await mine.send('merge', { lead: twin }, asked.page)).status).toBe(303)
    expect((await jaabi.caseOf(own)).mergedInto).toBe(twin)
    expect(links((await mine.open()).page)).not.toContain(twin)
  })
  test('one that was merged waits for the other’s answer, then its own person is told, and a no to that answer is its own affair', async () => {
    const { at, own, twin } = await many()
    const mine = await at(own)
    const first = async () => /<details class="act" id="geste-([\w-]+)"\s+open/.exec((await mine.open()).page)?.[1]
    await mine.does('merge', { lead: twin })
    expect((await mine.open()).text).toContain('la réponse s’y écrit une fois')
    expect(await first()).toBeUndefined()
    await (await at(twin)).says('answer', { outcome: 'resolved', answer: 'Le CSCom a remboursé.' })
    expect((await mine.open()).text).not.toContain('la réponse s’y écrit une fois')
    expect(await first()).toBe('told')
    await mine.does('reopen', { reason: 'Toujours pas remboursée' })
    expect((await mine.open()).text).not.toContain('la réponse s’y écrit une fois')
    expect(await first()).toMatch(/^(assign|answer)$/)
  })
  test('never one this person may not open, nor one of another lane', async () => {
    const { jaabi, at, own, twin, fresh } = await many()
    await (await at(twin)).does('assess', { level: 'S1', category: 'INT-ARGENT' })
    const partner = await seatOf(jaabi, await jaabi.person('p', { role: 'partner', organisation: 'ong-sante-gao' }))
    await (await at(own)).does('assign', { organisation: 'ong-sante-gao' })
    await jaabi.drain()
    expect(links((await atCase(partner, own).open()).page)).toEqual([])
    expect(links((await (await at(own)).open()).page)).toEqual([fresh])
  })
})

describe('what is said of a step before it happens', () => {
  test('waiting shows what is used of its days; dismissing is undone by restoring, and says what that does', async () => {
    const { jaabi, at } = await desk()
    const reference = await filed(jaabi)
    const { does } = await at(reference)
    await does('assess', assessment)
    expect((await does('wait', { for: 'complainant' })).text).toContain('0 sur 14 jours utilisés')
    jaabi.clock.nowAt = '2027-06-09T10:00:00.000Z'
    const later = await at(reference)
    expect((await later.open()).text).toContain('3 sur 14 jours utilisés')
    await later.does('resume')
    expect((await later.open()).text).toContain('3 sur 14 jours utilisés')
    const dismissed = await later.does('dismiss', { reason: 'robot' })
    expect(dismissed.text).toMatch(/Rétablir Ce qui suit Le dossier avait été écarté : il redevient un dossier reçu/)
    expect(dismissed.text).not.toContain('la moitié du délai')
    expect((await later.does('reopen', { reason: 'non, une vraie' })).text).toContain('Dossier rétabli, à évaluer.')
  })
})

describe('who opened an S case', () => {
  test('is shown to the integrity pair with role, name and times, and a look at the number with its reason', async () => {
    const { jaabi, at } = await desk('integrity')
    const reference = await filed(jaabi, { lane: 'S1' })
    const focal = await seatOf(jaabi, await jaabi.person('Moussa D.', { role: 'focal-point' }))
    await atCase(focal, reference).open()
    jaabi.clock.nowAt = '2027-06-07T11:00:00.000Z'
    const { send, open } = await at(reference)
    await send('reveal-contact', { reason: 'rappel par l’organe' })
    const { text, page } = await open()
    expect(text).toMatch(
      /Qui a ouvert ce dossier.*Intégrité, Aïssata T\. · lun\. 7 juin à 11 h 00 a vu le numéro rappel par l’organe.*Point focal, Moussa D\. · lun\. 7 juin à 9 h 00/,
    )
    expect(/<title>(.*?)<\/title>/.exec(page)?.[1]).toBe('Dossier protégé · Jaabi')
  })
  test('is not asked of an ordinary case', async () => {
    const { jaabi, at } = await desk()
    expect((await (await at(await filed(jaabi))).open()).text).not.toContain('Qui a ouvert')
  })
})

test('what was sent stands in the order of what happened, past the tenth thing too', async () => {
  const { jaabi, at } = await desk()
  const reference = await filed(jaabi)
  const mine = await at(reference)
  await mine.does('assess', assessment)
  for (let count = 0; count < 9; count++) await mine.does('note', { text: `Vu ${String(count)}` })
  await mine.says('answer', { outcome: 'resolved', answer: 'Le CSCom a remboursé.' })
  await mine.does('reopen', { reason: 'Toujours pas' })
  await jaabi.drain()
  const [, sent = ''] = (await mine.open()).text.split('Messages envoyés')
  expect(sent).toMatch(/Accusé de réception à la personne .*Réponse à la personne .*Rouvert à la personne/)
})
