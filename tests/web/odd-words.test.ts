import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { everything, inSms, names, numberIn, oddLife, phone, visible } from '../support/web/odd-life.ts'
import { asShown, oddWords } from '../support/web/odd-words.ts'
import { reachable, seated } from '../support/web/reachable.ts'
import { withRunningJaabi } from '../support/web/running.ts'
import { trapOn } from '../support/web/trap.ts'
import { contextIn } from '../support/browser.ts'

/** Whatever is typed, wherever it is typed, stays words on every page that somebody can open. */

const jaabi = await withRunningJaabi()
const { base, sitDown } = jaabi
const { said, noted, preview, happens, practised } = oddLife(jaabi)
const [script = '', breakout = '', , , svg = '', link = ''] = oddWords

/** Of a name, what turns the letters after it or cannot be seen does not stay. */
const asNamed = (name: string): string =>
  name.replaceAll(/[\u202A-\u202E\u2066-\u2069]/g, '').replaceAll(/\p{Cc}/gu, ' ')

beforeAll(async () => {
  await happens()
  expect(said.size).toBe(3 * oddWords.length + 2)
})

test('it reaches the people who work the case exactly as it was typed, in the direction of its own letters', async () => {
  const page = await sitDown('focal-point')
  const trap = trapOn(page, base)
  for (const [reference, typed] of said) {
    await page.goto(`${base}/console/cases/${reference}`)
    const words = page.locator('section[aria-labelledby="dit"] blockquote.words')
    expect(await words.textContent(), reference).toBe(asShown(typed))
    expect(await words.getAttribute('dir')).toBe('auto')
  }
  expect(await trap.sprung()).toEqual([])
  await page.context().close()
})

/** Everything in quotes of a case page, as it stands there. */
const quotes = (page: Page): Promise<string[]> =>
  page.$$eval('blockquote[dir="auto"]', (all) => all.map((one) => one.textContent))

test('notes, reasons and answers stand in the case as they were written', async () => {
  const page = await sitDown('focal-point')
  const trap = trapOn(page, base)
  const expected: Record<string, string[]> = {
    answered: [everything, inSms, breakout],
    referred: [everything, breakout],
    waiting: [everything, svg, link],
  }
  for (const [which, texts] of Object.entries(expected)) {
    await page.goto(`${base}/console/cases/${noted[which] ?? ''}`)
    const standing = await quotes(page)
    for (const text of texts) expect(standing, which).toContain(asShown(text))
  }
  expect(await trap.sprung()).toEqual([])
  await page.context().close()
})

test('a form that comes back holds what was typed, and a text as long as the field takes is taken', async () => {
  const page = await (await contextIn(jaabi.browser)).newPage()
  const trap = trapOn(page, base)
  for (const kind of ['', '?kind=integrity']) {
    await page.goto(`${base}/${kind}`)
    await page.fill('#text', visible)
    await page.fill('#place', breakout)
    await page.check('[name="consent"][value="sms"]')
    await page.fill('#phone', '" onfocus="alert(1)" autofocus="')
    await page.click('form button')
    await page.locator('.problems').waitFor()
    expect(await page.inputValue('#text')).toBe(visible)
    expect(await page.inputValue('#place')).toBe(breakout)
    expect(await trap.sprung()).toEqual([])
  }
  await page.goto(base)
  await page.fill('#text', 'a\n'.repeat(2000))
  await page.click('form button')
  expect(numberIn((await page.textContent('main')) ?? '')).toMatch(/^\d{10}$/)
  await page.context().close()
})

const strange = [
  script,
  breakout,
  svg,
  link,
  '=1+1',
  '../../%2e%2e',
  '{reference}',
  '//evil.example',
  'javascript:alert(1)',
]

test('public pages say nothing but what the person asks for, whatever the address says', async () => {
  const page = await (await contextIn(jaabi.browser)).newPage()
  const trap = trapOn(page, base)
  for (const typed of strange)
    for (const path of ['/?kind=', '/suivi?reference=', '/affiche?x=', '/nulle-part/']) {
      await page.goto(`${base}${path}${encodeURIComponent(typed)}`)
      expect(await trap.sprung()).toEqual([])
    }
  await page.goto(`${base}/suivi?reference=${noted['answered'] ?? ''}`)
  const shown = (await page.textContent('main')) ?? ''
  expect(shown).toContain(inSms)
  expect(shown).not.toContain('onerror')
  expect(await trap.sprung()).toEqual([])
  await page.context().close()
})

test('what an address of the console says is only words, too', async () => {
  const page = await sitDown('focal-point')
  const trap = trapOn(page, base)
  const paths = ['?suite=', '/annuaire?q=', '/recherche?du=2027-06-01&au=', '/chiffres?periode=', '/connexion?vers=']
  for (const typed of strange)
    for (const path of paths) {
      await page.goto(`${base}/console${path}${encodeURIComponent(typed)}`)
      expect(await trap.sprung()).toEqual([])
    }
  await page.context().close()
})

test('the answer reaches the phone as it was written', async () => {
  await jaabi.waits('PT1M')
  const sent = await jaabi.received(phone(0))
  expect(sent.some((text) => text.includes(inSms))).toBe(true)
})

const looks = new Set<string>()

describe('no page that somebody can reach by links runs a word of it', () => {
  test.each([...seated])('%s', async (role, person) => {
    const page = await sitDown(person)
    const trap = trapOn(page, base)
    const home = page.url()
    if (role === 'focal-point') await practised(page)
    await page.goto(home)
    for await (const href of reachable(page, role, looks)) expect(await trap.sprung(), href).toEqual([])
    await page.context().close()
  })

  test('and every kind of page was among them', () => {
    const kinds = [
      '',
      '/cases/N',
      '/nouvelle',
      '/recherche',
      '/chiffres',
      '/annuaire',
      '/annuaire/personnes',
      '/annuaire/journal',
    ]
    const more = [
      '/annuaire/presence',
      '/annuaire/absences',
      '/aide',
      '/aide/procedure',
      '/exercice/jeu',
      '/exercice/cases/N',
    ]
    const shown = new Set([...looks].map((look) => look.replace(/^.* /, '')))
    expect([...shown]).toEqual(expect.arrayContaining([...kinds, ...more].map((path) => `/console${path}`)))
  })
})

test('names stand in the directory and its audit list as they were given', async () => {
  const page = await sitDown('administrator')
  const trap = trapOn(page, base)
  expect(preview).toEqual([])
  await page.goto(`${base}/console/annuaire`)
  const listed = () => page.$$eval('main td:first-child a', (all) => all.map((one) => one.textContent))
  const organisations = await listed()
  for (const name of names) expect(organisations).toContain(asNamed(name).trim())
  await page.goto(`${base}/console/annuaire/personnes`)
  expect(await listed()).toEqual(expect.arrayContaining([script, breakout]))
  await page.goto(`${base}/console/annuaire/personnes/odd-1`)
  expect(await page.textContent('h1')).toBe(breakout)
  await page.goto(`${base}/console/annuaire`)
  await page.getByRole('link', { name: breakout, exact: true }).click()
  expect(await page.textContent('h1')).toBe(breakout)
  expect(await trap.sprung()).toEqual([])
  await page.context().close()
})

test('no cell of a file is a formula', async () => {
  const page = await sitDown('focal-point')
  const csv = await (await page.request.get(`${base}/console/chiffres.csv`)).text()
  const cells = csv.split(/;|\r\n/)
  expect(cells.length).toBeGreaterThan(50)
  // A text that is no formula, a plain number, or nothing.
  for (const cell of cells) expect(cell.replace('\ufeff', '')).toMatch(/^("(?![=+@\t-])|\d[\d,.]*$|$)/)
  await page.context().close()
})

test('so it is in the lanes of the pairs', async () => {
  const page = await sitDown('integrity')
  const trap = trapOn(page, base)
  for (const path of ['', '/sheet']) {
    await page.goto(`${base}/console/cases/${noted['integrity'] ?? ''}${path}`)
    expect(await page.textContent('blockquote.words[dir="auto"]')).toBe(visible)
    expect(await trap.sprung()).toEqual([])
  }
  const second = await sitDown('protection-2')
  const there = trapOn(second, base)
  await second.goto(`${base}/console/protection/cases/${noted['protection'] ?? ''}`)
  expect(await second.textContent('main')).toContain(script)
  expect(await there.sprung()).toEqual([])
  await Promise.all([page.context().close(), second.context().close()])
})

test('and in the simulator, on the phone and at the desk', async () => {
  const page = await (await contextIn(jaabi.browser)).newPage()
  const trap = trapOn(page, base)
  await page.goto(`${base}/simulator`)
  await page.click('#soft-left')
  await page.locator('.bubble').first().waitFor()
  const typed = `${script} ${breakout}`
  await page.fill('#typed', typed)
  await page.click('#soft-left')
  await page.locator('.bubble.mine', { hasText: script }).waitFor()
  await page.locator('[data-seat]').first().click()
  const desk = page.frameLocator('#desk')
  await desk.locator('a[data-case]').first().waitFor()
  expect(await trap.sprung()).toEqual([])
  // The desk loads itself again when something happens: what is asked of a page that goes is asked of the next one.
  const ours = [...said.keys()].map((one) => `a[data-case][href$="${one}"]`).join(', ')
  const reference = (await desk.locator(ours).first().getAttribute('href'))?.slice(-10) ?? ''
  await desk.locator(`a[data-case][href$="${reference}"]`).click()
  expect(await desk.locator('section[aria-labelledby="dit"] blockquote').textContent()).toBe(
    asShown(said.get(reference) ?? ''),
  )
  expect(await trap.sprung()).toEqual([])
  await page.context().close()
})
