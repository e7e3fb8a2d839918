import { expect, test } from 'vitest'
import { consoleDesk } from '../support/web/console-desk.ts'
import { withRunningJaabi } from '../support/web/running.ts'

/** Each role's day at the console, in a browser, on everything that `npm start` runs. */

const jaabi = await withRunningJaabi()
const { says, sitDown, received, base } = jaabi

const phone = (number: number): string => `+2237000${String(number).padStart(4, '0')}`
let numbers = 0
const nextPhone = (): string => phone((numbers += 1))
const water = { level: 'N1', category: 'SAN-QUAL', place: 'cod-2021 ML0703' }

test('the focal point triages twenty cases by keyboard alone', async () => {
  for (let count = 0; count < 20; count++)
    await says(nextPhone(), `Le centre de santé ferme trop tôt, message ${String(count)}`)
  const page = await sitDown('focal-point')
  for (let count = 0; count < 20; count++) {
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/cases\/\d{10}$/)
    await page.keyboard.press('a')
    await page.keyboard.press('Enter')
    await page.locator('.flash.done').waitFor()
    // Keys are heard once the page is whole.
    await page.waitForLoadState()
    await page.keyboard.press('u')
    await page.waitForURL(/\/console\/inbox#d-/)
  }
  await page.goto(`${base}/console?new`)
  expect(await page.locator('a[data-case]').count()).toBe(0)
  await page.goto(`${base}/console?unassigned`)
  expect(await page.locator('a[data-case]').count()).toBe(20)
  await page.context().close()
})

test('the focal point answers one: the SMS that was shown is the SMS that arrives', async () => {
  const from = nextPhone()
  const reference = await says(from, 'Le forage du quartier est en panne')
  const page = await sitDown('focal-point')
  const desk = consoleDesk(page, base)
  await desk.open(reference)
  await desk.takes('assess', water)
  await desk.takes('answer', { outcome: 'resolved', answer: 'Le forage est réparé depuis ce matin.' })
  await page.locator('.flash.done').waitFor()
  await jaabi.waits('PT1M')
  expect((await received(from)).at(-1)).toContain('Le forage est réparé depuis ce matin.')
  await page.context().close()
})

test('without JavaScript triage and answer work the same, with a look at the SMS before it leaves', async () => {
  const from = nextPhone()
  const reference = await says(from, 'On attend depuis trois jours au centre')
  const page = await sitDown('focal-point', { javaScriptEnabled: false })
  const desk = consoleDesk(page, base)
  await page.locator(`a[data-case][href$="${reference}"]`).click()
  await desk.takes('assess', water)
  await desk.takes('answer', { outcome: 'information', answer: 'Un second agent arrive lundi.' })
  expect(await page.locator('.flash.done').count()).toBe(1)
  await jaabi.waits('PT1M')
  expect((await received(from)).at(-1)).toContain('Un second agent arrive lundi.')
  await page.context().close()
})

test('what nobody answers climbs: Gao hears of it, finds it in its inbox and acts', async () => {
  const from = nextPhone()
  const reference = await says(from, 'Le centre de Gao est fermé depuis lundi')
  const page = await sitDown('focal-point')
  const desk = consoleDesk(page, base)
  await desk.open(reference)
  await desk.takes('assess', { ...water, category: 'SAN-FERME' })
  await desk.takes('assign', { organisation: 'ong-sante-gao' })
  await jaabi.waits('P21D')
  expect((await jaabi.topic('regional-gao')).join()).toContain(reference)
  const gao = await sitDown('regional-cluster-gao')
  await gao.locator(`a[data-case][href$="${reference}"]`).click()
  const there = consoleDesk(gao, base)
  await there.takes('answer', { outcome: 'resolved', answer: 'Le centre est rouvert, nous y sommes allés.' })
  await gao.locator('.flash.done').waitFor()
  await jaabi.waits('PT1M')
  expect((await received(from)).at(-1)).toContain('nous y sommes allés')
  await Promise.all([page.context().close(), gao.context().close()])
})

test('handed to another cluster, which says no and why: it is back, with the reason', async () => {
  const reference = await says(nextPhone(), 'La pompe du village est cassée')
  const page = await sitDown('focal-point')
  const desk = consoleDesk(page, base)
  await desk.open(reference)
  await desk.takes('assess', water)
  await desk.takes('refer', { to: 'cluster-eha' })
  const cluster = await sitDown('partner-cluster-eha')
  await cluster.locator(`a[data-case][href$="${reference}"]`).click()
  await consoleDesk(cluster, base).takes('refuse', { reason: 'Le forage appartient à la mairie.' })
  await cluster.goto(`${base}/console/cases/${reference}`)
  expect(await cluster.locator('body').innerText()).not.toContain('forage')
  await desk.open(reference)
  await desk.history('Le forage appartient à la mairie.')
  expect(await desk.steps()).toContain('assign')
  await Promise.all([page.context().close(), cluster.context().close()])
})

test('two on the same thing are joined, then taken apart again; each keeps its number', async () => {
  const [first, second] = [
    await says(nextPhone(), 'Pas de médicaments au centre'),
    await says(nextPhone(), 'Le centre n’a plus de médicaments'),
  ]
  const page = await sitDown('focal-point')
  const desk = consoleDesk(page, base)
  for (const reference of [first, second]) {
    await desk.open(reference)
    await desk.takes('assess', water)
  }
  await desk.takes('merge', { lead: first })
  await desk.open(first)
  expect((await page.locator('main').innerText()).replaceAll(/\s/g, '')).toContain(second)
  await desk.open(second)
  await desk.takes('unmerge')
  expect(await desk.steps()).toContain('merge')
  for (const reference of [first, second])
    expect((await page.request.get(`${base}/suivi?reference=${reference}`)).status()).toBe(200)
  await page.context().close()
})

test('danger on the keypad reaches the pair alone, and ends with the body’s receipt, a second person, and erasure', async () => {
  const from = nextPhone()
  const keys = ['', '4', '4*1', '4*1*2', '4*1*2*1', '4*1*2*1*1', '4*1*2*1*1*1', '4*1*2*1*1*1*1']
  let last = ''
  for (const text of keys) {
    last = await jaabi.dials(from, 'danger-1', text)
    if (last.startsWith('END')) break
  }
  expect(last).toMatch(/^END/)
  const focal = await sitDown('focal-point')
  const before = await focal.locator('main').innerText()
  const page = await sitDown('protection')
  const desk = consoleDesk(page, base, '/console/protection')
  const link = page.locator('a[data-case]').first()
  const reference = (await link.getAttribute('href'))?.split('/').at(-1) ?? ''
  expect(before.replace(/\s/g, '')).not.toContain(reference)
  await link.click()
  await desk.takes('assess', { level: 'S2', category: 'PRO-ENF' })
  const body = await page.locator('form[action$="/refer"] select option:not([value=""])').first().getAttribute('value')
  await desk.takes('refer', { to: body ?? '' })
  await desk.takes('receipt', { number: 'PE-17' })
  expect(await desk.steps()).not.toContain('confirm')
  const second = await sitDown('protection-2')
  const other = consoleDesk(second, base, '/console/protection')
  await other.open(reference)
  await other.takes('confirm')
  await second.locator('.flash.done').waitFor()
  await other.open(reference)
  const stub = await second.locator('main').innerText()
  expect(stub).not.toContain('PE-17')
  expect(stub).not.toMatch(/enfant/i)
  expect(await received(from)).toEqual([])
  await Promise.all([focal, page, second].map((one) => one.context().close()))
})

test('who takes over for an absent colleague works in their place, under their own name, and hands back', async () => {
  const reference = await jaabi.says(nextPhone(), 'La salle d’attente n’a plus de toit')
  const today = (await jaabi.nowAt()).slice(0, 10)
  // The ready-made people of one machine are in the directory once they have signed in.
  const page = await sitDown('coordinator')
  const away = await sitDown('focal-point')
  await away.goto(`${base}/console/annuaire/absences`)
  await away.fill('[name="fromOn"]', today)
  await away.fill('[name="untilOn"]', today)
  await away.selectOption('[name="deputy"]', 'coordinator')
  await away.locator('form[action$="/absences"] button').click()
  await away.locator('.flash.done').waitFor()
  expect((await page.goto(`${base}/console/cases/${reference}`))?.status()).toBe(404)
  await page.goto(`${base}/console/annuaire/absences`)
  await page.locator('form[action$="/remplacement"] button').click()
  await page.waitForURL(/passation/)
  const desk = consoleDesk(page, base)
  await desk.open(reference)
  await desk.takes('assess', water)
  expect(await page.locator('main').innerText()).toMatch(/Évalué N1[\s\S]*/)
  const line = page.locator('li', { hasText: 'Évalué N1' }).first()
  expect(await line.innerText()).toContain('Coordination')
  await page.goto(`${base}/console/annuaire/absences`)
  await page.locator('form[action$="/remplacement"] button').click()
  expect((await page.goto(`${base}/console/cases/${reference}`))?.status()).toBe(404)
  await Promise.all([away.context().close(), page.context().close()])
})
