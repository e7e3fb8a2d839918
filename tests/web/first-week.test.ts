import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { contextIn } from '../support/browser.ts'
import { withRunningJaabi } from '../support/web/running.ts'

const jaabi = await withRunningJaabi()
const list = [
  'Organisation;Nom et prénom;Fonction;Région;Téléphone;E-mail',
  'ONG Neuve;Moussa Exemple;Chef de base;Kidal;70 00 00 12;moussa@neuve.example',
  'ONG Neuve;Sans Adresse;;;;',
].join('\r\n')

/** Somebody with an account of the pool, known to it by their address. */
async function comes(mail: string): Promise<{ page: Page; at: string }> {
  const page = await (await contextIn(jaabi.browser, { viewport: { width: 360, height: 740 } })).newPage()
  await page.goto(`${jaabi.base}/console`)
  await page.click('a.button[href^="/console/connexion/equipes"]')
  await page.fill('#autre', mail)
  await page.click('form > button.plain')
  await page.waitForURL(/\/console(\/|\?|$)/)
  return { page, at: new URL(page.url()).pathname + new URL(page.url()).search }
}

test('a list invites, without script and on a small phone; an account opens once the protocol is recorded', async () => {
  const options = { javaScriptEnabled: false, viewport: { width: 360, height: 740 } }
  const admin = await jaabi.sitDown('administrator', options)
  const wide = () => admin.evaluate(() => document.documentElement.scrollWidth)
  await admin.goto(`${jaabi.base}/console/annuaire/personnes`)
  await admin.click('a[href$="/personnes/liste"]')
  expect(await wide()).toBeLessThanOrEqual(360)
  // As a spreadsheet of Windows saves it.
  const buffer = Buffer.from(list, 'latin1')
  await admin.setInputFiles('#file', { name: 'contacts.csv', mimeType: 'text/csv', buffer })
  await admin.check('[name=adds]')
  await admin.click('main form .button')
  await admin.waitForURL(/\/liste\/[\w-]+$/)
  expect(await wide()).toBeLessThanOrEqual(360)
  expect(await admin.textContent('main')).toMatch(/Moussa Exemple[\s\S]*invitée[\s\S]*pas d’adresse e-mail/)
  expect((await comes('moussa@neuve.example')).at).toContain('souci=unknown')

  await admin.click('main form .button')
  await admin.waitForURL(/ecrit/)
  const refused = await comes('moussa@neuve.example')
  expect(refused.at).toContain('souci=protocol')
  expect(await refused.page.textContent('[role=alert]')).toContain('n’est pas encore noté dans Jaabi')

  await admin.goto(`${jaabi.base}/console/annuaire/organisations/ong-neuve`)
  expect(await admin.textContent('main')).toContain('protocole manquant')
  await admin.fill('[name=protocolOn]', (await jaabi.nowAt()).slice(0, 10))
  await admin.click('#organisation .button')
  await admin.waitForURL(/fait/)
  expect(await admin.textContent('main')).toMatch(/signé le .*, noté par Administration/)
  const invitations = `${jaabi.base}/console/annuaire/personnes/invitations`
  await admin.goto(invitations)
  expect(await admin.textContent('main')).toMatch(/Moussa Exemple[\s\S]*pas encore prévenue[\s\S]*par SMS/)
  expect(await wide()).toBeLessThanOrEqual(360)
  await admin.click('main form .button:not(.plain)')
  expect(await admin.textContent('main')).toMatch(/Moussa Exemple[\s\S]*SMS (en partance|parti)/)
  const { page, at } = await comes('moussa@neuve.example')
  expect(at).not.toContain('souci')
  expect(await page.textContent('header')).toContain('Moussa Exemple')
  await admin.goto(invitations)
  expect(await admin.textContent('main')).toMatch(/Moussa Exemple[\s\S]*compte ouvert/)
})
