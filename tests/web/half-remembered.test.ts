import { beforeAll, describe, expect, test } from 'vitest'
import { withRunningJaabi } from '../support/web/running.ts'

const jaabi = await withRunningJaabi()
let fee = ''

beforeAll(async () => {
  fee = await jaabi.says('+22370000001', 'Au CSCom d’Ansongo on nous fait payer les soins des enfants')
  await jaabi.says('+22370000002', 'Le forage de Bourem est en panne')
  await jaabi.waits('P14D')
})

describe('« the fee thing in Ansongo two weeks ago »', () => {
  test('is found from the desk with two keys and the words, and opened with a click', async () => {
    const page = await jaabi.sitDown('focal-point')
    await page.keyboard.press('/')
    await page.keyboard.type('the fee thing in Ansongo two weeks ago')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/recherche\?du=/)
    expect(page.url()).not.toContain('thing')
    expect(await page.$$eval('[data-case]', (all) => all.map((one) => one.getAttribute('href')))).toEqual([
      `/console/cases/${fee}`,
    ])
    await page.click('[data-case]')
    await page.waitForURL(`**/cases/${fee}`)
    await page.context().close()
  })
  test('without script and on a small phone it is the same', async () => {
    const page = await jaabi.sitDown('focal-point', { javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
    await page.fill('#q', 'frais Ansongo il y a deux semaines')
    await page.click('form.find button')
    await page.waitForURL(/\/recherche\?du=/)
    expect(await page.getAttribute('[data-case]', 'href')).toBe(`/console/cases/${fee}`)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    // What the words were taken for stands in the form, and can be narrowed there.
    expect(await page.inputValue('#recherche-lieu')).toBe('Ansongo (cercle, Gao)')
    await page.fill('#recherche-lieu', 'Bourem')
    await page.selectOption('#recherche-sujet', '')
    await page.click('form.search > button')
    expect(await page.locator('[data-case]').count()).toBe(1)
    expect(await page.textContent('.found-table')).toContain('Proposé')
    await page.context().close()
  })
})

describe('a commune is chosen wherever a place is, by a few letters', () => {
  test('in the search', async () => {
    const page = await jaabi.sitDown('focal-point')
    await page.goto(`${jaabi.base}/console/recherche`)
    await page.locator('#recherche-lieu').pressSequentially('tessit')
    await page.locator('[role=option]').first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await page.inputValue('#recherche-lieu')).toBe('Tessit (commune, Ansongo, Gao)')
    await page.context().close()
  })
  test('and in assessing: what several bear is asked again, what one bears is taken', async () => {
    const page = await jaabi.sitDown('focal-point')
    await page.goto(`${jaabi.base}/console/cases/${fee}`)
    const place = page.locator('#assess-place')
    expect(await place.inputValue()).toBe('Ansongo (cercle, Gao)')
    await place.fill('Bamba')
    const send = () => page.locator('form[action$="/assess"] button[value=send]').first().click()
    await send()
    await page.locator('#assess-place-faute').waitFor()
    expect(await page.textContent('#assess-place-faute')).toContain('plusieurs lieux portent ce nom')
    expect(await place.inputValue()).toBe('Bamba')
    await place.fill('')
    await place.pressSequentially('bamb')
    await page.locator('[role=option]').first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await place.inputValue()).toMatch(/^Bamba \(commune, /)
    await send()
    await page.waitForURL(/fait=/)
    expect(await page.textContent('main')).toMatch(/Bamba \(commune, /)
    await page.context().close()
  })
})
