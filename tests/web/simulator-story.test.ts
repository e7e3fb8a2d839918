import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { codesFr } from '../../languages/fr/codes.ts'
import { caseFr } from '../../languages/fr/console/case.ts'
import { simulatorFr } from '../../languages/fr/simulator.ts'
import { withRunningJaabi } from '../support/web/running.ts'
import { onSimulator, referenceIn } from '../support/web/simulator.ts'
import { contextIn } from '../support/browser.ts'

const { steps, second, said } = caseFr
const { phone, desk: deskTexts } = simulatorFr

const { base, browser } = await withRunningJaabi()

const mistakes: string[] = []
async function newPage(width = 1280) {
  const page = await (await contextIn(browser, { viewport: { width, height: 900 } })).newPage()
  page.on('pageerror', (error) => mistakes.push(error.message))
  await page.goto(`${base}/simulator`)
  return { page, there: onSimulator(page, base) }
}

describe('the five-minute story, by clicking', () => {
  test('a complaint by SMS is triaged, runs late, reaches the cluster, is answered, delivered and judged', async () => {
    const { page, there } = await newPage()
    const desk = there.desk()
    await page.click('#example')
    await page.click('#soft-left')
    const reference = await there.receipt()
    expect(reference).not.toBe('')

    // What the words suggest is shown by name, and is what « Évaluer » would confirm.
    await there.seat('Point focal')
    await there.open(reference)
    await there.frame().locator('#geste-assess[open]').waitFor()
    expect(await there.frame().textContent('main')).toContain('Ansongo (cercle, Gao)')
    const category = there.frame().locator('#assess-category option:checked')
    expect(await category.textContent()).toContain('gratuité non respectée')
    await desk.takes('assess')
    expect(await desk.said()).toBe(steps.assess.done)
    await there.seat('Point focal')
    expect(await there.row(reference).textContent()).toContain('Ansongo (cercle, Gao)')

    await page.click('[data-advance="P15D"]')
    await page.locator('#published li', { hasText: reference }).waitFor()
    expect(await page.locator('#published li', { hasText: reference }).textContent()).toContain('Cluster Gao')
    await page.locator('.bubble', { hasText: 'niveau supérieur' }).waitFor()
    // Nobody asked it to: the desk shows what the clock brought.
    await there.row(reference).locator('.tag.late').waitFor()

    await there.seat('Cluster Gao')
    await there.row(reference).locator('.tag.late', { hasText: 'En retard' }).waitFor()
    await there.open(reference)
    await there.shows('Monté d’un échelon')
    // First of all offered is who works on this subject there; a person chooses.
    const organisation = there.frame().locator('#assign-organisation option:not([value=""])').first()
    expect(await organisation.textContent()).toContain('ONG Santé Gao')
    await desk.takes('assign', { organisation: 'ong-sante-gao' })
    expect(await desk.said()).toBe(steps.assign.done)
    await there.seat('Cluster Gao')
    expect(await there.row(reference).locator('.in-action').textContent()).toContain('ONG Santé Gao')

    await there.seat('ONG Santé Gao (exemple)')
    expect(await there.row(reference).locator('.in-action .you').count()).toBe(1)
    await there.open(reference)
    await there.frame().locator('#geste-answer[open]').waitFor()
    await desk.takes('answer', {
      outcome: 'resolved',
      answer: 'les soins des enfants sont de nouveau gratuits au CSCom',
    })
    expect(await desk.said()).toBe(steps.answer.done)
    await page.locator('.bubble', { hasText: 'de nouveau gratuits' }).waitFor()
    await there.shows('La personne est informée par SMS arrivé')

    await there.sendSms('1')
    await there.shows('Avis donné : oui, réglé')
    expect(await page.locator('.guide .tick:visible').count()).toBe(5)
    await page.close()
  })

  test('without credit: a line rings, nobody picks up, and what is said when called back are the words of the case', async () => {
    const { page, there } = await newPage()
    const desk = there.desk()
    await page.selectOption('#number', '+22370000003')
    await there.press(simulatorFr.callBackNumber)
    await page.click('#call')
    await page.locator('#view', { hasText: phone.rang }).waitFor()
    await page.click('#soft-left')
    await page.locator('.bubble', { hasText: 'Une personne vous appellera' }).waitFor()
    const reference = await there.receipt()
    await there.seat('Point focal')
    await there.frame().locator('a[href$="/inbox?call"]').first().click()
    await there.frame().locator('a[href$="/appels"]').click()
    await there.frame().locator(`a[data-case][href*="${reference}"]`).click()
    await there.frame().waitForURL((url) => url.pathname.endsWith(`/cases/${reference}`))
    const said = 'Le forage du village est en panne depuis un mois'
    await desk.takes('told', { how: 'call', reached: 'yes', said })
    await there.shows(said)
    await there.shows('eau absente')
    await page.close()
  })

  test('key 4 reaches protection alone, and ends with the body’s receipt, confirmed by a second person, and erasure', async () => {
    const { page, there } = await newPage()
    const desk = there.desk('/console/protection')
    await page.selectOption('#number', '+22370000003')
    await there.press('*123#')
    await page.click('#call')
    await page.locator('.ussd', { hasText: 'Abus ou danger' }).waitFor()
    await there.answerScreen('4', 'Violence, abus, danger')
    await there.answerScreen('1', 'en danger maintenant')
    await there.answerScreen('2', 'Où est-ce')
    await there.answerScreen('1', 'La personne est')
    await there.answerScreen('2', 'Que voulez-vous')
    await there.answerScreen('1', 'vous appeler')
    await there.answerScreen('1', 'Aucun SMS ne sera envoyé')
    const reference = referenceIn(await page.textContent('.ussd'))
    expect(reference).not.toBe('')

    await there.seat('Protection')
    await there.open(reference)
    expect(await there.frame().locator('dt:has-text("Danger maintenant") + dd').textContent()).toContain('oui')
    await desk.takes('assess', { category: 'PRO-SEA' })
    expect(await desk.said()).toBe(steps.assess.done)
    // The focal point does not know that there is such a case.
    await there.seat('Point focal')
    expect(await there.row(reference).count()).toBe(0)
    for (const door of ['/console', '/console/protection'])
      expect(await there.statusAt(`${door}/cases/${reference}`)).toBe(404)

    await there.seat('Protection')
    await there.open(reference)
    const bodies = await there.frame().locator('#refer-to option').allTextContents()
    const body = bodies.find((name) => name.includes('PSEA'))
    await there.frame().selectOption('#refer-to', { label: body ?? '' })
    await desk.takes('refer')
    await desk.takes('receipt', { number: 'PSEA-17' })
    expect(await desk.said()).toBe(steps.receipt.done)
    // Who noted the receipt is told that a second person confirms it, and has nothing to press.
    await there.shows(second.mine)
    expect(await desk.steps()).not.toContain('confirm')
    await there.seat('Protection (deuxième personne)')
    await there.open(reference)
    await desk.takes('confirm')
    await there.shows(said.erased)
    await there.shows('Reçu confirmé par une seconde personne')
    expect(await page.locator('.bubble').count()).toBe(0)
    await page.close()
  })
})

describe('what a trainer shows besides', () => {
  test('on a narrow phone, between phone and desk: an SMS held by quiet hours says until when; a switched-off phone gets it later', async () => {
    const { page, there } = await newPage(360)
    const side = (show: 'phone' | 'desk') => page.click(`[data-show="${show}"]`)
    await page.selectOption('#number', '+22370000002')
    await page.click('#soft-left')
    await there.sendSms('Le puits de Gossi est en panne')
    const reference = await there.receipt()
    expect(await page.locator('#desk').isVisible()).toBe(false)
    await page.locator('[data-show="phone"]').focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.locator('#handset').isVisible()).toBe(false)
    expect(await page.locator('#now').isVisible()).toBe(true)
    expect(await page.locator('#published').isVisible()).toBe(true)
    await there.seat('Point focal')
    await there.open(reference)
    await there.desk().takes('assess', { level: 'N1', category: 'SAN-QUAL', place: 'cod-2021 ML0703' })
    expect(await there.desk().said()).toBe(steps.assess.done)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    expect(
      await there
        .frame()
        .locator('html')
        .evaluate((all) => all.scrollWidth),
    ).toBeLessThanOrEqual(360)

    const evening = await page.evaluate(async () => {
      const { now } = (await (await fetch('/local/config')).json()) as { now: string }
      return `${new Date(Date.parse(now) + 86_400_000).toISOString().slice(0, 10)}T21:00`
    })
    await page.click('.clock summary')
    await page.fill('#set-at', evening)
    await page.click('#set-clock button')
    await page.locator('#now', { hasText: '21:00' }).waitFor()
    await side('phone')
    await page.uncheck('#power')
    await side('desk')
    await there.desk().takes('answer', { outcome: 'resolved', answer: 'le puits sera repare lundi' })
    await there.shows(/partira le .*7\sh\s00/)

    await page.fill('#set-at', `${new Date(Date.parse(`${evening}Z`) + 86_400_000).toISOString().slice(0, 10)}T08:00`)
    await page.click('#set-clock button')
    await side('phone')
    await page.locator('#held-text', { hasText: phone.held.slice(0, 10) }).waitFor()
    await side('desk')
    await page.locator('#power').evaluate((power) => {
      ;(power as HTMLInputElement).click()
    })
    // Seen from the desk: something came to the phone.
    await page.locator('#side-unread', { hasText: '1' }).waitFor()
    await there.shows('La personne est informée par SMS arrivé')
    await side('phone')
    await page.locator('#bar-unread', { hasText: '1' }).waitFor()
    await page.close()
  })

  test('who writes on a case somebody else has changed keeps the text, is told that something came, and then who changed what', async () => {
    const { page, there } = await newPage()
    const desk = there.desk()
    await page.selectOption('#number', '+22370000004')
    await page.click('#soft-left')
    await there.sendSms('Pas de medicaments au CSCom de Bourem')
    const reference = await there.receipt()
    await there.seat('Point focal')
    await there.open(reference)
    await desk.takes('assess')
    const written = 'les medicaments sont arrives'
    const answer = there.frame().locator('#answer-answer')
    if (!(await answer.isVisible())) await there.frame().click('#geste-answer > summary')
    await answer.fill(written)
    const assigned = await page.request.post(`${base}/api/cases/${reference}/assign`, {
      headers: await bearer(page, 'regional-cluster'),
      data: { organisation: 'ong-sante-gao' },
    })
    expect(assigned.status()).toBe(200)
    await page.locator('#desk-news', { hasText: deskTexts.news }).waitFor()
    expect(await answer.inputValue()).toBe(written)
    await desk.takes('answer', { outcome: 'resolved' })
    const told = `Confié à ONG Santé Gao (exemple)`
    const changes = there.frame().locator('.problems', { hasText: told })
    await changes.waitFor()
    expect(await changes.textContent()).toContain(codesFr.people['regional-cluster'])
    expect(await answer.inputValue()).toBe(written)
    // A form that came back is not sent again by itself, whatever comes meanwhile.
    await there.sendSms('Toujours rien')
    await page.locator('#desk-news', { hasText: deskTexts.news }).waitFor()
    expect(await answer.inputValue()).toBe(written)
    await page.click('#refresh')
    await there.row(reference).waitFor()
    expect(await page.textContent('#desk-news')).toBe('')
    await page.close()
  })

  test('a case of which every reading is noted is read again only by whoever asks for it', async () => {
    const { page, there } = await newPage()
    const noted = await page.request.post(`${base}/plainte`, {
      form: { kind: 'integrity', text: 'Un agent demande de l’argent', consent: 'none', requestId: 'noted' },
    })
    const reference = /\d{4}\u00a0\d{4}\u00a0\d{2}/.exec(await noted.text())?.[0].replaceAll(/\D/g, '') ?? ''
    await there.seat('Intégrité')
    await there.open(reference)
    const readings = there.frame().locator('section[aria-labelledby="lectures"] li')
    const before = await readings.allTextContents()
    await page.click('[data-advance="PT1H"]')
    await page.locator('#desk-news', { hasText: deskTexts.news }).waitFor()
    expect(await readings.allTextContents()).toEqual(before)
    await page.click('#refresh')
    await expect.poll(() => readings.allTextContents()).not.toEqual(before)
    await page.close()
  })

  test('no script failed on the way', () => {
    expect(mistakes).toEqual([])
  })
})

async function bearer(page: Page, role: string): Promise<{ authorization: string }> {
  const answer = await page.request.post(`${base}/local/sign-in`, { data: { role } })
  const { token } = (await answer.json()) as { token: string }
  return { authorization: `Bearer ${token}` }
}
