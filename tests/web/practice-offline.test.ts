import { expect, test } from 'vitest'
import { withRunningJaabi } from './running.ts'

const jaabi = await withRunningJaabi()
const practice = `${jaabi.base}/console/exercice`

test('what waits for the link in practice is no real complaint: no count, no list, no sending at work; it goes to practice', async () => {
  const page = await jaabi.sitDown('focal-point')
  await page.goto(`${practice}/jeu`)
  await page.click('button[value=start]')
  await page.waitForURL(practice)
  const entry = () => page.textContent('.site nav a[href$="/nouvelle"]')
  // The forms of practice do not get through; everything else does.
  await page.route('**/console/exercice/nouvelle', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  )
  await page.goto(`${practice}/nouvelle`)
  await page.waitForSelector('[data-keeps=some]:not([hidden])')
  await page.fill('#text', 'Le hangar est tombé')
  await page.check('[name=channel][value=face]')
  await page.click('.send .button')
  await page.waitForSelector('text=1 plainte attend le réseau')
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
  await page.goto(`${practice}/jeu`)
  await page.click('button[value=start]')
  await page.waitForURL(practice)
  await page.route('**/console/exercice/nouvelle', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  )
  await page.goto(`${practice}/nouvelle`)
  await page.waitForSelector('[data-keeps=some]:not([hidden])')
  await page.fill('#text', 'Le hangar est tombé')
  await page.check('[name=channel][value=face]')
  await page.click('.send .button')
  await page.waitForSelector('text=1 plainte attend le réseau')
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
