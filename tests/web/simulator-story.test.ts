import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { simulatorFr } from '../../languages/fr/simulator.ts'
import { withRunningJaabi } from '../support/web/running.ts'

const { staff: words, codes, phone } = simulatorFr

const { base, browser } = await withRunningJaabi()

const mistakes: string[] = []
async function sitDown(width = 1280): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 900 } })
  page.setDefaultTimeout(60_000)
  page.on('pageerror', (error) => mistakes.push(error.message))
  await page.goto(`${base}/simulator`)
  return page
}

const desk = (page: Page, label: string) => page.getByRole('button', { name: label, exact: true }).click()
const lastSms = (page: Page) => page.locator('.bubble:not(.mine)').last()
/** The case of a number the phone shows, opened at the desk. */
const open = (page: Page, reference: string) => page.click(`[data-reference="${reference}"]`)
const take = (page: Page, step: string) => page.click(`[data-step="${step}"]`)
const history = (page: Page, text: string | RegExp) =>
  page.locator('.case .history li', { hasText: text }).first().waitFor()
const says = (page: Page, text: string) => page.locator('#staff-status', { hasText: text }).waitFor()
const done = (page: Page, step: string) => says(page, words.changed.replace('{step}', words.steps[step]?.title ?? ''))
const referenceIn = (text: string | null): string => /No (\d{10})/.exec(text ?? '')?.[1] ?? ''

async function sendSms(page: Page, text: string): Promise<void> {
  await page.fill('#typed', text)
  await page.click('#soft-left')
  await page.locator('.bubble.mine', { hasText: text }).last().waitFor()
}

/** Keys pressed one by one, as on a phone without letters. */
async function press(page: Page, digits: string): Promise<void> {
  for (const digit of digits) await page.click(`[data-key="${digit}"]`)
}

async function answerScreen(page: Page, key: string, next: string): Promise<void> {
  await press(page, key)
  await page.click('#soft-left')
  await page.locator('.ussd', { hasText: next }).waitFor()
}

describe('the five-minute story, by clicking', () => {
  test('a complaint by SMS is triaged, runs late, reaches the cluster, is answered, delivered and judged', async () => {
    const page = await sitDown()
    await page.click('#example')
    await page.click('#soft-left')
    await lastSms(page).waitFor()
    const reference = referenceIn(await lastSms(page).textContent())
    expect(reference).not.toBe('')

    // What the words suggest is shown by name, and is what « Évaluer » would confirm.
    await open(page, reference)
    await page.locator('.todo', { hasText: words.hints['assess'] ?? '' }).waitFor()
    expect(await page.textContent('.case')).toContain('Ansongo (cercle, Gao)')
    expect(await page.locator('#assess-category option:checked').textContent()).toContain('gratuité non respectée')
    await take(page, 'assess')
    await done(page, 'assess')
    await page.locator('#queue', { hasText: 'Ansongo (cercle, Gao)' }).waitFor()

    await page.click('[data-advance="P15D"]')
    await page.locator('#published li', { hasText: reference }).waitFor()
    expect(await page.locator('#published li', { hasText: reference }).textContent()).toContain('Cluster Gao')
    await page.locator('.bubble', { hasText: 'niveau supérieur' }).waitFor()

    await desk(page, 'Cluster Gao')
    await page.locator('#queue', { hasText: 'en retard' }).waitFor()
    await history(page, 'Monté d’un échelon')
    expect(await page.locator('#assign-organisation option:checked').textContent()).toContain('ONG Santé Gao')
    await take(page, 'assign')
    await done(page, 'assign')
    await page.locator('.todo', { hasText: 'Au tour de ONG Santé Gao' }).waitFor()

    await desk(page, 'Partenaire')
    await page.locator('.todo', { hasText: words.hints['answer'] ?? '' }).waitFor()
    await page.fill('#answer-answer', 'les soins des enfants sont de nouveau gratuits au CSCom')
    await take(page, 'answer')
    await done(page, 'answer')
    await page.locator('.bubble', { hasText: 'de nouveau gratuits' }).waitFor()
    await history(page, 'La personne est informée par SMS arrivé')

    await sendSms(page, '1')
    await history(page, 'Avis donné : oui, réglé')
    expect(await page.locator('.guide .tick:visible').count()).toBe(5)
    await page.close()
  })

  test('key 4 reaches protection alone, and ends with the body’s receipt, confirmed by a second person, and erasure', async () => {
    const page = await sitDown()
    await page.selectOption('#number', '+22370000003')
    await press(page, '*123#')
    await page.click('#call')
    await page.locator('.ussd', { hasText: 'Abus ou danger' }).waitFor()
    await answerScreen(page, '4', 'Violence, abus, danger')
    await answerScreen(page, '1', 'en danger maintenant')
    await answerScreen(page, '2', 'Où est-ce')
    await answerScreen(page, '1', 'La personne est')
    await answerScreen(page, '2', 'vous appeler')
    await answerScreen(page, '1', 'Aucun SMS ne sera envoyé')
    const reference = referenceIn(await page.textContent('.ussd'))
    expect(reference).not.toBe('')

    await desk(page, 'Protection')
    await open(page, reference)
    await page.locator('.case', { hasText: 'Danger maintenant : oui' }).waitFor()
    await page.selectOption('#assess-category', 'PRO-SEA')
    await take(page, 'assess')
    await done(page, 'assess')
    // The focal point does not know that there is such a case.
    await desk(page, 'Point focal')
    await page.locator('#case', { hasText: words.gone }).waitFor()
    expect(await page.locator(`[data-reference="${reference}"]`).count()).toBe(0)

    await desk(page, 'Protection')
    expect(await page.locator('#refer-mandated option:checked').textContent()).toContain('PSEA')
    await take(page, 'refer')
    await page.fill('#receipt-number', 'PSEA-17')
    await take(page, 'receipt')
    // Who noted the receipt is told that a second person confirms it, and has nothing to press.
    await page.locator('.case', { hasText: words.hints['confirm-receipt'] ?? '' }).waitFor()
    expect(await page.locator('[data-step="confirm"]').count()).toBe(0)
    await page.selectOption('#person', '2')
    await take(page, 'confirm')
    await page.locator('.case', { hasText: words.erasedWords }).waitFor()
    await history(page, 'Reçu confirmé par une seconde personne')
    expect(await page.locator('.bubble').count()).toBe(0)
    await page.close()
  })
})

describe('what a trainer shows besides', () => {
  test('on a narrow phone: an SMS held by quiet hours says until when; a switched-off phone gets it later', async () => {
    const page = await sitDown(360)
    await page.selectOption('#number', '+22370000002')
    await page.click('#soft-left')
    await sendSms(page, 'Le puits de Gossi est en panne')
    await lastSms(page).waitFor()
    await open(page, referenceIn(await lastSms(page).textContent()))
    await take(page, 'assess')
    await done(page, 'assess')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)

    const evening = await page.evaluate(async () => {
      const { now } = (await (await fetch('/local/config')).json()) as { now: string }
      return `${new Date(Date.parse(now) + 86_400_000).toISOString().slice(0, 10)}T21:00`
    })
    await page.click('.clock summary')
    await page.fill('#set-at', evening)
    await page.click('#set-clock button')
    await page.locator('#now', { hasText: '21:00' }).waitFor()
    await page.uncheck('#power')
    await page.fill('#answer-answer', 'le puits sera repare lundi')
    await take(page, 'answer')
    await page.locator('.waits', { hasText: /part le .*07:00/ }).waitFor()

    await page.fill('#set-at', `${new Date(Date.parse(`${evening}Z`) + 86_400_000).toISOString().slice(0, 10)}T08:00`)
    await page.click('#set-clock button')
    await page.locator('#held-text', { hasText: phone.held.slice(0, 10) }).waitFor()
    await page.check('#power')
    await page.locator('#bar-unread', { hasText: '1' }).waitFor()
    await history(page, 'La personne est informée par SMS arrivé')
    await page.close()
  })

  test('who writes on a case somebody else has changed is told who changed what, and keeps the text', async () => {
    const page = await sitDown()
    await page.selectOption('#number', '+22370000004')
    await page.click('#soft-left')
    await sendSms(page, 'Pas de medicaments au CSCom de Bourem')
    await lastSms(page).waitFor()
    await open(page, referenceIn(await lastSms(page).textContent()))
    await take(page, 'assess')
    await done(page, 'assess')
    await page.fill('#answer-answer', 'les medicaments sont arrives')
    // This desk stops hearing of changes, as on a bad line; another one works on.
    const heard = await page.request.get(`${base}/api/queue`, { headers: await bearer(page) })
    let rounds = 0
    await page.route('**/api/queue', (route) => {
      rounds += 1
      return route.fulfill({ response: heard })
    })
    await expect.poll(() => rounds, { timeout: 60_000 }).toBeGreaterThan(2)
    const reference = (await page.textContent('.case h3'))?.slice(0, 10) ?? ''
    const assigned = await page.request.post(`${base}/api/cases/${reference}/assign`, {
      headers: await bearer(page, 'regional-cluster'),
      data: { organisation: 'ong-sante-gao' },
    })
    expect(assigned.status()).toBe(200)
    await take(page, 'answer')
    await says(page, `Confié à ONG Santé Gao (exemple) (${codes.people['regional-cluster'] ?? ''}`)
    expect(await page.inputValue('#answer-answer')).toBe('les medicaments sont arrives')
    await page.close()
  })

  test('no script failed on the way', () => {
    expect(mistakes).toEqual([])
  })
})

async function bearer(page: Page, role = 'focal-point'): Promise<{ authorization: string }> {
  const answer = await page.request.post(`${base}/local/sign-in`, { data: { role } })
  const { token } = (await answer.json()) as { token: string }
  return { authorization: `Bearer ${token}` }
}
