import { expect, test } from 'vitest'
import { withRunningJaabi } from '../support/web/running.ts'

const { base, sitDown } = await withRunningJaabi()

test('what is recorded without link and lacks something says so at once, while the person is there, and is not put away', async () => {
  const page = await sitDown('focal-point')
  await page.goto(`${base}/console/nouvelle`)
  await page.waitForSelector('[data-keeps=some]:not([hidden])')
  await page.locator('textarea[name="text"]').fill('Le centre est fermé')
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Enregistrer' }).first().click()
  await page.waitForSelector('text=rien n’est encore noté')
  const text = await page.locator('main').innerText()
  expect(text).toContain('Choisissez le point de collecte, ou dites comment c’est arrivé.')
  expect(text).not.toContain('attend le réseau')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('channel')
  await page.locator('#channel').check()
  await page.getByRole('button', { name: 'Enregistrer' }).first().click()
  await page.waitForSelector('text=1 plainte attend le réseau')
  await page.context().close()
})
