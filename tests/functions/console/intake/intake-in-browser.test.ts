import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, onTestFinished, test } from 'vitest'
import { build as consolePages } from '../../../../functions/console.ts'
import { contextIn, withBrowser } from '../../../support/browser.ts'
import { type Jaabi, withJaabi } from '../../../support/functions/services.ts'

const newJaabi = await withJaabi()
const browser = await withBrowser()
const site = 'https://jaabi.example'
const path = `${site}/console/nouvelle`

/**
 * The console in a browser, over a link that can be cut: `down` before the console hears of a request, `deaf` after it answered.
 * The link comes back with `online`, as browsers say it.
 */
async function deskIn(jaabi: Jaabi, options: { script?: boolean; width?: number } = {}) {
  const services = jaabi.servicesFor('console')
  const app = consolePages(services)
  const context = await contextIn(browser, {
    viewport: { width: options.width ?? 1280, height: 900 },
    javaScriptEnabled: options.script ?? true,
  })
  onTestFinished(() => context.close())
  const link = { is: 'up' as 'up' | 'down' | 'deaf', posts: 0 }
  await context.route('**/*', async (route) => {
    const request = route.request()
    if (link.is === 'down') return route.abort()
    const headers = await request.allHeaders()
    const body = request.postData()
    const answer = await app.request(request.url(), { method: request.method(), headers, ...(body ? { body } : {}) })
    if (request.method() === 'POST') link.posts += 1
    if (link.is === 'deaf' && request.method() === 'POST') return route.abort()
    const sent = Object.fromEntries(answer.headers)
    const cookies = answer.headers.getSetCookie()
    if (cookies.length > 0) sent['set-cookie'] = cookies.join('\n')
    // A redirect that is made up goes to the real network: the same step, as a header that browsers obey too.
    const to = answer.headers.get('location')
    if (to !== null)
      return route.fulfill({ status: 200, headers: { refresh: `0; url=${to}` }, body: '<!doctype html>' })
    await route.fulfill({ status: answer.status, headers: sent, body: Buffer.from(await answer.arrayBuffer()) })
  })
  const errors: string[] = []
  async function signIn(person: string, role: 'focal-point' | 'partner' = 'focal-point'): Promise<void> {
    const session = await services.sessions.open(
      { person: await jaabi.person(person, { role, organisation: 'ong-sante-gao' }), restricted: false },
      null,
    )
    await context.addCookies([{ name: '__Host-jaabi', value: session, url: site, secure: true, httpOnly: true }])
  }
  await signIn('focal-1')
  const tab = await context.newPage()
  tab.on('pageerror', ({ message }) => errors.push(message))
  tab.on('console', (line) => {
    if (line.text().includes('Content Security Policy')) errors.push(line.text())
  })
  await tab.goto(path)
  return { tab, context, link, errors, signIn }
}

const focused = (tab: Page) => tab.evaluate(() => document.activeElement?.id)
/** All that stands in the browser. */
const kept = (tab: Page) => tab.evaluate(() => JSON.stringify(Object.entries(localStorage)))
const isReady = (tab: Page) => tab.waitForSelector('[data-keeps=some]:not([hidden])')
const back = (context: BrowserContext) =>
  Promise.all(context.pages().map((page) => page.evaluate(() => window.dispatchEvent(new Event('online')))))

/** Writes down a complaint while the link is down: it waits. */
async function leavesOneWaiting(tab: Page, link: { is: string }): Promise<void> {
  await isReady(tab)
  link.is = 'down'
  await tab.fill('#text', 'Le puits est à sec')
  await tab.check('#channel')
  await tab.keyboard.press('Control+Enter')
  await tab.waitForSelector('text=1 plainte attend')
}

describe('by keyboard only', () => {
  test('two papers of one box in well under a minute each: the second needs its words and two keys', async () => {
    const jaabi = await newJaabi()
    const { tab, errors } = await deskIn(jaabi)
    await isReady(tab)
    let keys = 0
    const press = async (...pressed: string[]): Promise<void> => {
      for (const key of pressed) await tab.keyboard.press(key)
      keys += pressed.length
    }
    const words = 'Le CSCom demande 2000 F pour un accouchement'
    await expect.poll(() => focused(tab)).toBe('text')
    await tab.keyboard.type(words)
    // Kind, danger link, place, list, phone, consent, for whom, source.
    for (let tabs = 0; (await focused(tab)) !== 'source' && tabs < 15; tabs++) await press('Tab')
    await press('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Control+Enter')
    await tab.waitForURL(/\/nouvelle\/\d{10}$/)
    expect(keys).toBeLessThan(25)
    await expect.poll(() => focused(tab)).toBe('encore')

    keys = 0
    await press('Enter')
    await tab.waitForURL(path)
    await isReady(tab)
    await expect.poll(() => focused(tab)).toBe('text')
    await tab.keyboard.type('La salle d’attente est fermée')
    await press('Control+Enter')
    await tab.waitForURL(/\/nouvelle\/\d{10}$/)
    expect(keys).toBe(2)
    const files = await Promise.all((await jaabi.references()).map((reference) => jaabi.caseOf(reference)))
    expect(files.map(({ intakePoint, channel, place }) => [intakePoint, channel, place?.code])).toEqual([
      ['boite-cscom-ansongo', 'box', 'ML0701'],
      ['boite-cscom-ansongo', 'box', 'ML0701'],
    ])
    expect(errors).toEqual([])
  })
  test('a place is found by a few letters without accents, and a source suggests until somebody says another', async () => {
    const { tab } = await deskIn(await newJaabi())
    await isReady(tab)
    await tab.selectOption('#source', 'boite-cscom-ansongo')
    expect(await tab.inputValue('#place')).toBe('Ansongo (cercle, Gao)')
    expect(await tab.inputValue('#language')).toBe('ses')
    await tab.fill('#place', '')
    await tab.focus('#place')
    await tab.keyboard.type('gabero')
    await tab.waitForSelector('[role=option]')
    await tab.keyboard.press('ArrowDown')
    await tab.keyboard.press('Enter')
    expect(await tab.inputValue('#place')).toBe('Gabéro (commune, Gao, Gao)')
    await tab.selectOption('#source', 'boite-cscom-bourem')
    expect(await tab.inputValue('#place')).toBe('Gabéro (commune, Gao, Gao)')
    await tab.fill('#place', '')
    expect(await tab.inputValue('#placeCode')).toBe('none')
  })
  test('a cercle once chosen brings its villages, which are found as every place is; no other cercle is loaded', async () => {
    const jaabi = await newJaabi()
    const { tab } = await deskIn(jaabi)
    await isReady(tab)
    const loaded: string[] = []
    tab.on('request', (request) => loaded.push(new URL(request.url()).pathname))
    await tab.focus('#place')
    await tab.keyboard.type('ansongo')
    await tab.waitForSelector('[role=option]')
    await tab.keyboard.press('ArrowDown')
    await tab.keyboard.press('Enter')
    await tab.waitForSelector('text=160 de ce cercle sont connus')
    await tab.fill('#place', '')
    await tab.keyboard.type('golea')
    await tab.waitForSelector('[role=option]')
    await tab.keyboard.press('ArrowDown')
    await tab.keyboard.press('Enter')
    expect(await tab.inputValue('#place')).toBe('Golea (localité, Bourra, Ansongo, Gao)')
    expect(loaded.filter((one) => one.startsWith('/console/lieux/'))).toEqual(['/console/lieux/ML0701'])
    await tab.fill('#text', 'Le moulin est cassé')
    await tab.check('#channel-face')
    await tab.click('.send .button')
    await expect.poll(async () => (await jaabi.references()).length).toBe(1)
    const [reference = ''] = await jaabi.references()
    expect((await jaabi.caseOf(reference)).village?.code).toBe('ML070203008')
  })
  test('an old date is asked about at once', async () => {
    const { tab } = await deskIn(await newJaabi())
    await isReady(tab)
    expect(await tab.isVisible('#ancien')).toBe(false)
    await tab.fill('#received', '2027-05-01T09:00')
    await tab.locator('#received').dispatchEvent('change')
    expect(await tab.isVisible('#ancien')).toBe(true)
  })
})

describe('while the link is down', () => {
  test('what is recorded waits, sealed, and is sent once when the link is back; the page says which number is which', async () => {
    const jaabi = await newJaabi()
    const { tab, context, link } = await deskIn(jaabi)
    await isReady(tab)
    link.is = 'down'
    for (const words of ['Le puits est à sec', 'Le moulin est cassé']) {
      await tab.fill('#text', words)
      await tab.check('#kind-question')
      await tab.check('#channel-face')
      await tab.keyboard.press('Control+Enter')
      await tab.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('#text')?.value === '')
    }
    await tab.waitForSelector('text=2 plaintes attendent le réseau sur cet appareil.')
    expect(await kept(tab)).not.toMatch(/puits|moulin|question/)
    expect(await jaabi.references()).toEqual([])
    link.is = 'up'
    await back(context)
    await tab.waitForSelector('.waiting .sent li >> nth=1')
    expect(await tab.textContent('.waiting .sent')).toMatch(/puits.* → \d{4}\s\d{4}\s\d{2}/s)
    expect(await jaabi.references()).toHaveLength(2)
    expect(await kept(tab)).not.toContain('jaabi-saisie')
  })
  test('an answer lost on the way makes no second case', async () => {
    const jaabi = await newJaabi()
    const { tab, context, link } = await deskIn(jaabi)
    await isReady(tab)
    await tab.fill('#text', 'Le puits est à sec')
    await tab.check('#channel')
    link.is = 'deaf'
    await tab.keyboard.press('Control+Enter')
    await tab.waitForSelector('text=1 plainte attend le réseau')
    expect(await jaabi.references()).toHaveLength(1)
    link.is = 'up'
    // Two tabs send it at the same time.
    const other = await context.newPage()
    await other.goto(path)
    await back(context)
    // One of the two says that it was sent; which one is a matter of who was first.
    await Promise.any([tab, other].map((one) => one.waitForSelector('.waiting .sent')))
    expect(link.posts).toBeGreaterThan(1)
    expect(await jaabi.references()).toHaveLength(1)
  })
  test('a draft survives the page, opens for its writer only, and goes when it is sent', async () => {
    const jaabi = await newJaabi()
    const { tab, signIn } = await deskIn(jaabi)
    await isReady(tab)
    await tab.fill('#text', 'Le puits est à sec')
    await tab.waitForFunction(() => JSON.stringify(Object.entries(localStorage)).includes('brouillon'))
    await tab.reload()
    await tab.waitForSelector('text=Votre brouillon a été repris.')
    expect(await tab.inputValue('#text')).toBe('Le puits est à sec')
    await signIn('focal-2')
    await tab.reload()
    await isReady(tab)
    expect(await tab.inputValue('#text')).toBe('')
    await signIn('focal-1')
    await tab.reload()
    await tab.waitForSelector('text=Votre brouillon a été repris.')
    await tab.check('#channel')
    await tab.keyboard.press('Control+Enter')
    await tab.waitForURL(/\/nouvelle\/\d{10}$/)
    expect(await kept(tab)).not.toContain('jaabi-saisie')
  })
  test('after another sign-in what waits is sent with the new session; somebody else does not send it', async () => {
    const jaabi = await newJaabi()
    const { tab, context, link, signIn } = await deskIn(jaabi)
    await leavesOneWaiting(tab, link)
    link.is = 'up'
    await signIn('focal-2')
    await back(context)
    await tab.waitForSelector('text=Votre session est terminée.')
    expect(await jaabi.references()).toEqual([])
    await signIn('focal-1')
    await back(context)
    await tab.waitForSelector('.waiting .sent')
    const [reference = ''] = await jaabi.references()
    expect((await jaabi.caseOf(reference)).history[0]?.by.person).toBe('focal-1')
  })
  test('nothing of danger or of money demanded is ever kept, and the page says that it did not leave', async () => {
    const jaabi = await newJaabi()
    const { tab, link } = await deskIn(jaabi)
    await isReady(tab)
    await tab.fill('#text', 'il demande de l’argent')
    await tab.waitForFunction(() => JSON.stringify(Object.entries(localStorage)).includes('brouillon'))
    await tab.check('#kind-integrity')
    await tab.waitForFunction(() => !JSON.stringify(Object.entries(localStorage)).includes('brouillon'))
    await tab.check('#channel')
    link.is = 'down'
    await tab.keyboard.press('Control+Enter')
    await tab.waitForSelector('text=rien n’est gardé dans ce navigateur')
    expect(await tab.inputValue('#text')).toBe('il demande de l’argent')
    expect(await kept(tab)).not.toContain('jaabi-saisie')
    link.is = 'up'
    await tab.goto(`${path}?kind=danger`)
    await tab.check('#danger')
    await tab.check('#channel-face')
    link.is = 'down'
    await tab.click('.send .button')
    await tab.waitForSelector('text=rien n’est gardé dans ce navigateur')
    expect(await kept(tab)).not.toContain('jaabi-saisie')
    link.is = 'up'
    await tab.click('.send .button')
    await tab.waitForURL(/\/nouvelle\/\d{10}$/)
    expect(await jaabi.references()).toHaveLength(1)
  })
  test('signing out asks before it erases what was not sent, and then erases all', async () => {
    const { tab, link } = await deskIn(await newJaabi())
    await leavesOneWaiting(tab, link)
    link.is = 'up'
    const asked: string[] = []
    let answer = false
    tab.on('dialog', (dialog) => {
      asked.push(dialog.message())
      void (answer ? dialog.accept() : dialog.dismiss())
    })
    await tab.click('details.who summary')
    await tab.click('form[data-unsent] button >> nth=0')
    expect(asked).toEqual([expect.stringContaining('elles seront perdues')])
    expect(await kept(tab)).toContain(':envoi:')
    answer = true
    await tab.click('form[data-unsent] button >> nth=0')
    await tab.waitForURL('**/console/sortie')
    expect(await kept(tab)).not.toContain('jaabi-saisie')
  })
  test('the page that says one has left erases nothing when it is opened again later, over what waits', async () => {
    const { tab, context, link } = await deskIn(await newJaabi())
    await leavesOneWaiting(tab, link)
    await tab.close()
    link.is = 'up'
    const old = await context.newPage()
    await old.goto(`${site}/console/sortie`)
    expect(await kept(old)).toContain(':envoi:')
  })
})

test('without script a complaint is filed, once, and its mistakes come back with what was typed', async () => {
  const jaabi = await newJaabi()
  const { tab } = await deskIn(jaabi, { script: false })
  expect(await tab.locator('text=Rien n’est gardé dans ce navigateur').isVisible()).toBe(true)
  await tab.fill('#text', 'Le puits est à sec')
  await tab.selectOption('#consent', 'sms')
  await tab.click('.send .button')
  await tab.waitForSelector('.problems')
  expect(await tab.inputValue('#text')).toBe('Le puits est à sec')
  await tab.fill('#phone', '70 00 00 01')
  await tab.selectOption('#source', 'boite-cscom-ansongo')
  await tab.locator('#channel').waitFor({ state: 'hidden' })
  await tab.click('.send .button')
  await tab.waitForURL(/\/nouvelle\/\d{10}$/)
  expect(await jaabi.references()).toHaveLength(1)
})
