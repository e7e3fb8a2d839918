import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, describe, expect, test } from 'vitest'
import { simulatorFr } from '../../languages/fr/simulator.ts'
import { simulatorFiles } from '../../web/simulator/files.ts'
import { contextIn, withBrowser } from '../support/browser.ts'
import { say } from '../../web/say.ts'
import { pages } from '../support/web/samples.ts'

const browser = await withBrowser()

describe('the public pages on a small phone without JavaScript', () => {
  const open = async (name: string) => {
    const context = await contextIn(browser, { viewport: { width: 360, height: 740 }, javaScriptEnabled: false })
    const page = await context.newPage()
    await page.setContent(String(await pages[name]?.()))
    return { page, close: () => context.close() }
  }

  test('no page is wider than the screen', async () => {
    const context = await contextIn(browser, { viewport: { width: 360, height: 740 } })
    const page = await context.newPage()
    for (const [name, draw] of Object.entries(pages)) {
      await page.setContent(String(await draw()))
      expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(360)
    }
    await context.close()
  })
  test('the words and « Envoyer » stand within the first two screens', async () => {
    for (const name of ['form', 'form-problems', 'integrity']) {
      const { page, close } = await open(name)
      const box = await page.locator('form button:visible').boundingBox()
      expect((box?.y ?? Infinity) + (box?.height ?? 0), name).toBeLessThanOrEqual(2 * 740)
      await close()
    }
  })
  test('« abus ou danger » takes the text box away and leads to its own page', async () => {
    const { page, close } = await open('form')
    expect(await page.isVisible('#text')).toBe(true)
    await page.selectOption('#kind', 'abus')
    expect(await page.isVisible('#text')).toBe(false)
    expect(await page.isVisible('a.button[href^="/?kind=abus"] >> text=Continuer')).toBe(true)
    await close()
  })
  test('« aucun contact » takes the phone field away; on the abuse page it is away from the start', async () => {
    const ordinary = await open('form')
    expect(await ordinary.page.isVisible('#phone')).toBe(true)
    await ordinary.page.check('#consent-none')
    expect(await ordinary.page.isVisible('#phone')).toBe(false)
    await ordinary.close()
    const abuse = await open('protection')
    expect(await abuse.page.isVisible('#phone')).toBe(false)
    await abuse.page.check('#consent-call-woman')
    expect(await abuse.page.isVisible('#phone')).toBe(true)
    await abuse.close()
  })
  test('the poster is one A4 sheet, with all numbers and with none', async () => {
    for (const name of ['poster', 'poster-bare'])
      for (const byHand of [true, false]) {
        const { page, close } = await open(name)
        await page.setChecked('#by-hand', byHand)
        await page.emulateMedia({ media: 'print' })
        expect(await page.isVisible('.sheet .by-hand'), name).toBe(byHand)
        // With neither number nor name it would lead to nobody: what is missing prints in its place.
        const nowhere = name === 'poster-bare' && !byHand
        expect([await page.isVisible('.sheet'), name === 'poster-bare' && (await page.isVisible('.unset'))]).toEqual([
          !nowhere,
          nowhere,
        ])
        const pdf = await page.pdf({ preferCSSPageSize: true })
        expect(/\/Count (\d+)/.exec(pdf.toString('latin1'))?.[1], name).toBe('1')
        await close()
      }
  })
})

describe('the simulator', async () => {
  const files = await simulatorFiles(simulatorFr, { seats: [], people: [], clusters: [] })
  const server = createServer((request, response) => {
    const file = files[request.url ?? '']
    response.writeHead(file ? 200 : 404, {
      'content-type': file?.type ?? 'text/plain',
      'content-security-policy': "default-src 'self'",
    })
    response.end(file?.body)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  afterAll(() => server.close())
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/simulator`

  test('starts under a policy that forbids inline script and style, and its keypad types', async () => {
    const page = await (await contextIn(browser, { viewport: { width: 360, height: 740 } })).newPage()
    const mistakes: string[] = []
    page.on('pageerror', (error) => mistakes.push(error.message))
    page.on('console', (line) => {
      if (line.text().includes('Content Security Policy')) mistakes.push(line.text())
    })
    await page.goto(address)
    await page.click('[data-key="*"]')
    await page.click('[data-key="1"]')
    expect(await page.inputValue('#typed')).toBe('*1')
    await page.click('#call')
    await page.waitForSelector(
      `#view >> text=${say(simulatorFr.phone.notHere, { code: simulatorFr.serviceCode, line: simulatorFr.callBackNumber })}`,
    )
    await page.click('#example')
    expect(await page.inputValue('#typed')).toBe(simulatorFr.guide.example)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    expect(mistakes).toEqual([])
    await page.close()
  })
  test('only placeholder numbers are on the phones', () => {
    expect(JSON.stringify(simulatorFr).match(/\+223\d+/g)).toHaveLength(4)
    for (const { number } of simulatorFr.phones) expect(number).toMatch(/^\+223700000\d\d$/)
  })
})
