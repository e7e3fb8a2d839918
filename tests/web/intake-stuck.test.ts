import { expect, test } from 'vitest'
import { withRunningJaabi } from '../support/web/running.ts'

const { base, sitDown } = await withRunningJaabi()

test('what was recorded without link and lacks something says so once it is back: it waits for a person, no longer for the link', async () => {
  const page = await sitDown('focal-point')
  await page.goto(`${base}/console/nouvelle`)
  await page.waitForSelector('[data-keeps=some]:not([hidden])')
  await page.locator('textarea[name="text"]').fill('Le centre est fermé')
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Enregistrer' }).first().click()
  await page.waitForSelector('text=1 plainte attend le réseau')
  await page.context().setOffline(false)
  await page.waitForSelector('text=Pas encore enregistré')
  const text = await page.locator('main').innerText()
  expect(text).toContain('Reprendre dans le formulaire')
  expect(text).not.toMatch(/attend le réseau|Envoi…|Essayer maintenant/)
  await page.context().close()
})
