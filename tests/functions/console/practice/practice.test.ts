import { paginateScan } from '@aws-sdk/client-dynamodb'
import { describe, expect, test } from 'vitest'
import { practiceKeptHours } from '../../../../functions/wiring/services.ts'
import { practiceCases } from '../../../../programme/practice-cases.ts'
import { withJaabi } from '../../../support/functions/services.ts'
import { outsidePractice, plain, practiceOf } from '../../../support/console/practice-seat.ts'

const newJaabi = await withJaabi()
const base = '/console/exercice'

const focal = { role: 'focal-point' } as const

describe('laying out', () => {
  test('one click puts about twenty cases of all kinds and ages into the same inbox, through the real operations', async () => {
    const jaabi = await newJaabi()
    const me = await practiceOf(jaabi, focal)
    const before = await me.get(base)
    expect([before.status, before.headers.get('location')]).toEqual([303, `${base}/jeu`])
    expect(plain(await (await me.get(`${base}/jeu`)).text())).toContain('Poser les dossiers et commencer')
    expect((await me.start()).headers.get('location')).toBe(`${base}/accueil`)
    const { shown, text } = await me.list()
    expect(practiceCases.length).toBeGreaterThanOrEqual(20)
    // The S2 case is on no other list than its own.
    expect(shown).toHaveLength(practiceCases.length - 1)
    for (const mark of ['En retard de', 'À évaluer', 'Attend la personne', 'Attend un tiers', 'Rouvert', 'Injoignable'])
      expect(text).toContain(mark)
    for (const query of ['?late', '?today', '?new', '?unassigned', '?waiting', '?third-party', '?reopened', '?visit'])
      expect((await me.list(query)).shown.length, query).toBeGreaterThan(0)
  })
  test('what is late has climbed, each rung at its own time', async () => {
    const jaabi = await newJaabi()
    const me = await practiceOf(jaabi, focal)
    await me.start()
    // What may be S or a danger to life stands before what is late.
    const pages = await Promise.all((await me.list()).shown.map((reference) => me.open(reference)))
    const text = pages.find((page) => page.text.includes('Monté d’un échelon'))?.text ?? ''
    expect(text).toContain('Monté d’un échelon : organisation → région')
    expect(text).toMatch(/Délai dépassé : répondre/)
    expect(
      new Set([...text.matchAll(/(\d+ (?:mai|juin)), \d+ h \d\d · Jaabi/g)].map(([, day]) => day)).size,
    ).toBeGreaterThan(2)
  })
  test('every day of the week and of the year it fits: weekends, feasts, a month later', async () => {
    const jaabi = await newJaabi()
    for (const [index, now] of ['2027-06-12T03:00:00.000Z', '2028-02-29T23:59:00.000Z'].entries()) {
      jaabi.clock.nowAt = now
      const me = await practiceOf(jaabi, focal, `focal-${index}`)
      expect((await me.start()).status).toBe(303)
      expect((await me.list()).shown.length).toBe(practiceCases.length - 1)
    }
  })
  test('two people practise apart; starting over brings everything back and leaves the other alone', async () => {
    const jaabi = await newJaabi()
    const [one, two] = [await practiceOf(jaabi, focal, 'un'), await practiceOf(jaabi, focal, 'deux')]
    await one.start()
    await two.start()
    const [mine, theirs] = [(await one.list()).shown, (await two.list()).shown]
    expect(mine.filter((reference) => theirs.includes(reference))).toEqual([])
    expect((await two.open(mine[0] ?? '')).status).toBe(404)
    await one.start()
    const anew = (await one.list()).shown
    expect(anew).toHaveLength(mine.length)
    expect(anew.filter((reference) => mine.includes(reference))).toEqual([])
    expect((await one.open(mine[0] ?? '')).status).toBe(404)
    expect((await two.list()).shown).toEqual(theirs)
  })
  test('everything laid out carries the second at which it goes, and is gone then', async () => {
    const jaabi = await newJaabi()
    const me = await practiceOf(jaabi, focal)
    await me.start()
    for await (const { Items = [] } of paginateScan({ client: jaabi.client }, { TableName: jaabi.tables.cases }))
      for (const { pk, sk, expiresAt } of Items)
        if (pk?.S?.startsWith('ml-exercice-')) expect(Number(expiresAt?.N), `${pk.S} ${sk?.S ?? ''}`).toBeGreaterThan(0)
    jaabi.clock.nowAt = new Date(Date.parse(jaabi.clock.nowAt) + practiceKeptHours * 3_600_000).toISOString()
    expect((await (await practiceOf(jaabi, focal)).get(base)).headers.get('location')).toBe(`${base}/jeu`)
  })
})

describe('marked', () => {
  test('every page says in its title and in a banner that it is practice, the sheet on paper too', async () => {
    const jaabi = await newJaabi()
    const me = await practiceOf(jaabi, focal)
    await me.start('protection')
    const [secret = ''] = (await me.list()).shown
    for (const path of [
      base,
      `${base}/inbox`,
      `${base}/jeu`,
      `${base}/cases/${secret}`,
      `${base}/cases/${secret}/sheet`,
      `${base}/nulle-part`,
    ]) {
      const page = await (await me.get(path)).text()
      expect(page, path).toMatch(/<title>Exercice · /)
      expect(plain(page), path).toContain('Exercice : ces dossiers sont inventés.')
      expect(page, path).not.toContain('href="/console/protection')
    }
    expect(await (await me.get('/console')).text()).not.toContain('ces dossiers sont inventés')
  })
  test('its pages keep the headers of the console', async () => {
    const me = await practiceOf(await newJaabi(), focal)
    await me.start()
    const real = await me.get('/console')
    const made = await me.get(base)
    for (const name of ['content-security-policy', 'cache-control', 'referrer-policy', 'content-type'])
      expect(made.headers.get(name), name).toBe(real.headers.get(name))
  })
})

describe('the same work', () => {
  test('a case is read, assessed and answered by the same forms; the page then shows the SMS the person would have got', async () => {
    const jaabi = await newJaabi()
    const me = await practiceOf(jaabi, focal)
    await me.start()
    const { shown } = await me.list('?new')
    const texts = await Promise.all(shown.map((reference) => me.open(reference)))
    const reference = shown[texts.findIndex(({ text }) => text.includes('payer la consultation'))] ?? ''
    const opened = await me.open(reference)
    const assessed = await me.post(`${base}/cases/${reference}/assess`, {
      requestId: `a-assess`,
      level: 'N1',
      category: 'SAN-FRAIS',
    })
    expect(assessed.status).toBe(303)
    expect(opened.requestId).not.toBe('')
    const answer = {
      requestId: 'b-answer',
      outcome: 'resolved',
      answer: 'La consultation est gratuite. On vous rembourse lundi',
    }
    const preview = await (await me.post(`${base}/cases/${reference}/answer`, answer)).text()
    const previewed = /name="previewed" value="([^"]*)"/.exec(preview)?.[1]?.replaceAll('&quot;', '"') ?? ''
    const sent = await me.post(`${base}/cases/${reference}/answer`, { ...answer, previewed, go: 'send' })
    expect(sent.status).toBe(303)
    const after = await me.get(sent.headers.get('location') ?? '')
    const page = await after.text()
    expect(page).toMatch(/<details class="rehearsed" id="telephone" open/)
    expect(plain(page)).toContain(
      `Jaabi ${reference}: La consultation est gratuite. On vous rembourse lundi. Le problème est-il réglé?`,
    )
    // It is taken for delivered, so the case goes on.
    expect((await me.open(reference)).text).toContain('La personne est informée par SMS arrivé')
  })
  test('each part sees what its role sees: protection its one case without words, a partner its hand-over', async () => {
    const jaabi = await newJaabi()
    const me = await practiceOf(jaabi, focal)
    await me.start()
    const seen: Record<string, string[]> = {}
    for (const part of [
      'focal-point',
      'partner',
      'protection',
      'integrity',
      'regional-cluster',
      'coordinator',
      'authority',
    ] as const) {
      await me.play(part)
      seen[part] = (await me.list()).shown
    }
    expect(seen['protection']).toHaveLength(1)
    expect(seen['integrity']).toHaveLength(1)
    expect(seen['focal-point']).not.toContain(seen['protection']?.[0])
    expect(seen['regional-cluster']?.length).toBeGreaterThan(3)
    expect(seen['coordinator']?.length).toBeGreaterThan(0)
    expect(seen['authority']?.length).toBeGreaterThan(0)
    await me.play('partner')
    expect((await me.list()).text).toContain('Transferts à accepter')
    await me.play('protection')
    const { text } = await me.open(seen['protection']?.[0] ?? '')
    expect(text).toContain('S2 · protection')
    expect(text).toContain('La personne n’aurait reçu aucun SMS')
  })
  test('an S2 case goes from its body to the receipt and the second person, without the second pool or its key', async () => {
    const jaabi = await newJaabi()
    const me = await practiceOf(jaabi, { role: 'partner', organisation: 'ong-sante-gao' })
    await me.start('protection')
    const [reference = ''] = (await me.list()).shown
    const step = (name: string, fields: Record<string, string>) =>
      me.post(`${base}/cases/${reference}/${name}`, { requestId: `${Math.random()}-${name}`, ...fields })
    expect((await step('assess', { level: 'S2', category: 'PRO-MENACE' })).status).toBe(303)
    expect((await step('refer', { to: 'cluster-protection' })).status).toBe(303)
    expect((await step('receipt', { number: 'EX-1', text: 'EX-1' })).status).toBe(303)
    await me.play('protection-2')
    const { text } = await me.open(reference)
    expect(text).toContain('Protection')
    expect((await step('confirm', {})).status).toBe(303)
  })
  test('the protection pair practises too, from its own sign-in, and leads back to its own door', async () => {
    const jaabi = await newJaabi()
    const me = await practiceOf(jaabi, { role: 'protection' })
    expect((await me.start()).status).toBe(303)
    expect((await me.list()).shown.length).toBeGreaterThan(0)
    expect((await me.get('/console')).headers.get('location')).toBe('/console/protection')
  })
  test('a form of somebody else changes nothing', async () => {
    const me = await practiceOf(await newJaabi(), focal)
    expect((await me.post(`${base}/jeu`, { csrf: 'x', go: 'start' })).status).toBe(403)
    expect((await me.get(base)).headers.get('location')).toBe(`${base}/jeu`)
  })
})

describe('nothing of it reaches anybody', () => {
  test('no figure, no notice, no SMS, no topic, no item under the real key: not at once, not a month later', async () => {
    const jaabi = await newJaabi()
    const me = await practiceOf(jaabi, focal)
    const before = await outsidePractice(jaabi)
    await me.start()
    const [reference = ''] = (await me.list()).shown
    await me.post(`${base}/cases/${reference}/answer`, { requestId: 'x-answer', outcome: 'resolved', answer: 'Vu' })
    await jaabi.drain()
    expect(await outsidePractice(jaabi)).toEqual(before)
    expect(await jaabi.references()).toEqual([])
    for (let day = 1; day <= 6; day++) {
      jaabi.clock.nowAt = new Date(Date.parse(jaabi.clock.nowAt) + 86_400_000).toISOString()
      await jaabi.sweep()
      await (await practiceOf(jaabi, focal)).list()
      await jaabi.drain()
    }
    expect(jaabi.sms).toEqual([])
    expect(jaabi.published).toEqual([])
    expect(await jaabi.items('notice')).toEqual([])
    expect(await jaabi.items('case')).toEqual([])
    expect(await jaabi.items('counter')).toEqual([])
  })
  test('the real inbox shows none of it, and a real case is not there to practise on', async () => {
    const jaabi = await newJaabi()
    const me = await practiceOf(jaabi, focal)
    await me.start()
    const { shown } = await me.list()
    const real = await (await me.get('/console')).text()
    expect(real).toContain('Aucun dossier n’est ouvert.')
    expect((await me.get(`/console/cases/${shown[0] ?? ''}`)).status).toBe(404)
  })
})
