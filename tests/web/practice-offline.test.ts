import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { withRunningJaabi } from '../support/web/running.ts'

const jaabi = await withRunningJaabi()
const practice = `${jaabi.base}/console/exercice`

/** Lays out a practice, whose forms do not get through while everything else does, and writes down a complaint there. */
async function keepsOne(page: Page): Promise<void> {
  await page.goto(`${practice}/jeu`)
  await page.click('button[value=start]')
  await page.waitForURL(`${practice}/accueil`)
  await page.route('**/console/exercice/nouvelle', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  )
  await page.goto(`${practice}/nouvelle`)
  await page.waitForSelector('[data-keeps=some]:not([hidden])')
  await page.fill('#text', 'Le hangar est tombé')
  await page.check('[name=channel][value=face]')
  await page.click('.send .button')
  await page.waitForSelector('text=1 plainte attend le réseau')
}

test('what waits for the link in practice is no real complaint: no count, no list, no sending at work; it goes to practice', async () => {
  const page = await jaabi.sitDown('focal-point')
  await keepsOne(page)
  const entry = () => page.textContent('.site nav a[href$="/nouvelle"]')
  await page.goto(`${jaabi.base}/console/nouvelle`)
  await page.waitForSelector('[data-keeps=some]:not([hidden])')
  expect(await entry()).toBe('Nouvelle plainte')
  expect((await page.textContent('#attente'))?.trim()).toBe('')
  expect(await page.inputValue('#text')).toBe('')
  await page.goto(practice)
  expect(await entry()).toBe('Nouvelle plainte (1)')
  await page.unroute('**/console/exercice/nouvelle')
  await page.goto(`${practice}/nouvelle`)
  const sent = page.locator('.waiting .sent a')
  await sent.waitFor()
  expect(await sent.getAttribute('href')).toMatch(/^\/console\/exercice\/nouvelle\/\d{10}$/)
  await page.goto(`${jaabi.base}/console`)
  expect(await page.locator('a[data-case]').count()).toBe(0)
  await page.context().close()
})

test('signing out does not ask about what was only practised, and erases it', async () => {
  const page = await jaabi.sitDown('deputy')
  await keepsOne(page)
  const asked: string[] = []
  page.on('dialog', (dialog) => {
    asked.push(dialog.message())
    void dialog.accept()
  })
  await page.click('details.who summary')
  await page.click('form[data-unsent] button >> nth=0')
  await page.waitForURL('**/console/sortie')
  expect(asked).toEqual([])
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('jaabi-saisie')))).toEqual(
    [],
  )
  await page.context().close()
})
