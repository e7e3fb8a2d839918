import { createRequire } from 'node:module'
import { gzipSync } from 'node:zlib'
import type axeCore from 'axe-core'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { kindOf, reachable, seated } from '../support/web/reachable.ts'
import { tellAlike } from '../../infra/local/pictures/telling.ts'
import { withRunningJaabi } from '../support/web/running.ts'
import { contextIn } from '../support/browser.ts'

declare const axe: typeof axeCore

const jaabi = await withRunningJaabi()
const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** The same page in a language. */
function inLanguage(href: string, language: string): string {
  const url = new URL(href)
  url.hash = ''
  url.searchParams.set('langue', language)
  return url.href
}

const schemes = ['light', 'dark'] as const
const widths = [360, 1280]

/** Runs in the browser: buttons that a finger would press together, and how many pixels lie between them. */
function touching(): string[] {
  const all = [...document.querySelectorAll('.button')]
    .filter((one) => one.checkVisibility())
    .map((one) => ({ name: one.textContent.trim().slice(0, 30), box: one.getBoundingClientRect() }))
  return all.flatMap(({ box, name }, at) =>
    all.slice(at + 1).flatMap(({ box: other, name: next }) => {
      const across = Math.max(other.left - box.right, box.left - other.right)
      const down = Math.max(other.top - box.bottom, box.top - other.bottom)
      const apart = Math.round(Math.max(across, down))
      return apart < 6 ? [`« ${name} » and « ${next} » ${String(apart)} px apart`] : []
    }),
  )
}

/** Runs in the browser: numbers that stand on two lines, as 1 above 7. */
function broken(): string[] {
  return [...document.querySelectorAll('b, td, dd, p, span, strong')]
    .filter((one) => one.checkVisibility() && /^\d{1,6}$/.test(one.textContent.trim()))
    .filter((one) => {
      const text = document.createRange()
      text.selectNodeContents(one)
      return new Set([...text.getClientRects()].map(({ top }) => Math.round(top))).size > 1
    })
    .map((one) => `${one.textContent.trim()} on two lines`)
}

/**
 * What axe finds in a page and its frames, whether anything is wider than the screen, which buttons touch and which numbers break. `crossed`: light on
 * a desktop and dark on a phone; else the other two. Of a page in both languages each scheme is seen at each width.
 */
async function violations(page: Page, crossed = false): Promise<string[]> {
  for (const frame of page.frames()) {
    await frame.addScriptTag({ path: axeFile })
    // What is put away is somebody's page too.
    await frame.evaluate(() => {
      for (const one of document.querySelectorAll('details')) one.open = true
    })
  }
  const found: string[] = []
  for (const [at, width] of widths.entries()) {
    const colorScheme = schemes[crossed ? 1 - at : at] ?? 'light'
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 900 })
    const ids = await page.evaluate(async () => {
      const { violations } = await axe.run({ resultTypes: ['violations'] })
      const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth
      return [
        ...violations.map(({ id, nodes }) => `${id} at ${nodes[0]?.target.join(' ') ?? ''}`),
        ...(wide > 0 ? [`${String(wide)} px too wide`] : []),
      ]
    })
    ids.push(...(await page.evaluate(touching)), ...(await page.evaluate(broken)))
    found.push(...ids.map((id) => `${colorScheme} ${String(width)}: ${id}`))
  }
  return found
}

const weights = new Map<string, number>()
async function compressed(page: Page, address: string): Promise<number> {
  const known = weights.get(address)
  const size = known ?? gzipSync(await (await page.request.get(address)).body()).length
  weights.set(address, size)
  return size
}

/** Bytes of a first visit to a page, compressed: the page itself and all it asks its browser to load. */
async function weight(page: Page): Promise<number> {
  const needed = await page.$$eval('link[rel=stylesheet], script[src], img[src]', (all) =>
    all.map((one) => one.getAttribute('href') ?? one.getAttribute('src') ?? ''),
  )
  const addresses = [page.url(), ...needed.filter((one) => !one.startsWith('data:'))]
  const sizes = await Promise.all(addresses.map((one) => compressed(page, new URL(one, page.url()).href)))
  return sizes.reduce((sum, size) => sum + size, 0)
}

beforeAll(async () => {
  await jaabi.says('+22370000001', 'Au CSCom d’Ansongo on nous fait payer les médicaments des enfants')
  await jaabi.says('+22370000002', 'Pas d’eau au camp depuis trois jours')
  await jaabi.says('+22370000003', 'Un agent demande de l’argent pour inscrire sur la liste')
  // Late enough for the region and the coordination to have them.
  await jaabi.waits('P40D')
  // Danger is alerted of anew each day: filed last, or the forty days would be long.
  for (const [hop, text] of ['', '4', '4*1', '4*1*2', '4*1*2*1', '4*1*2*1*1', '4*1*2*1*1*1', '4*1*2*1*1*1*1'].entries())
    await jaabi.dials('+22370000004', `session-${String(hop > 0)}`.slice(0, 8), text)
  await jaabi.waits('P3D')
  // A wave and a flood, and somebody invited, who have pages of their own.
  await tellAlike(jaabi.base)
  await invites(await jaabi.sitDown('administrator'))
  // Whoever is to stand in for somebody is in the directory once they were there.
  await (await jaabi.sitDown('coordinator')).context().close()
  await leaves(await jaabi.sitDown('focal-point'))
})

/** Away for a week, with a name beside it that says who stands in: the longest word of the list of people. */
async function leaves(page: Page): Promise<void> {
  await page.goto(`${jaabi.base}/console/annuaire/absences`)
  const from = await jaabi.nowAt()
  await page.fill('[name=fromOn]', from.slice(0, 10))
  await page.fill('[name=untilOn]', new Date(Date.parse(from) + 7 * 86_400_000).toISOString().slice(0, 10))
  await page.selectOption('[name=deputy]', 'coordinator')
  await page.click('form[action$="/absences"] button')
  await page.locator('.flash').waitFor()
  await page.context().close()
}

/** One is told by SMS, the other by a slip. */
async function invites(page: Page): Promise<void> {
  const buffer = Buffer.from(
    [
      'Organisation;Nom et prénom;Région;Téléphone;E-mail',
      'ONG Santé Gao (exemple);Awa Exemple;Gao;70 00 00 61;awa@ong.example',
      'ONG Santé Gao (exemple);Binta Exemple;Gao;;binta@ong.example',
    ].join('\n'),
  )
  await page.goto(`${jaabi.base}/console/annuaire/personnes/liste`)
  await page.setInputFiles('#file', { name: 'contacts.csv', mimeType: 'text/csv', buffer })
  await page.click('main form .button')
  await page.waitForURL(/\/liste\/[\w-]+$/)
  await page.click('main form .button')
  await page.waitForURL(/ecrit/)
  await page.context().close()
}

/** Lays out the made-up cases, so that the pages of practice can be reached. */
async function practises(page: Page): Promise<void> {
  const start = page.url()
  await page.goto(`${start}/exercice/jeu`)
  await page.click('button[value=start]')
  await page.waitForURL(/exercice\/accueil$/)
  await page.goto(start)
}

const seen = new Set<string>()
/** Which pages bear a title: whoever goes by it, in a list of windows or by ear, knows where they are. The list has two addresses, and two doors. */
const titled = new Map<string, Set<string>>()
const pageOf = (kind: string): string =>
  kind.replace('/protection', '').replace(/^(\/console(?:\/exercice)?)$/, '$1/inbox')

/** How far somebody goes on the tab key: past the menu and well into the page. */
const stops = 25

/** What is wrong with the way of the tab key through a page: it begins at what skips the menu, follows the page, and is seen where it stands. */
async function astray(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    document.body.tabIndex = -1
    document.body.focus()
  })
  const found: string[] = []
  for (let at = 0; at < stops; at++) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate((first) => {
      const here = document.activeElement
      const before = document.querySelector('[data-before]')
      if (!here || here === document.body) return null
      const { outlineStyle, outlineWidth } = getComputedStyle(here)
      // A day has several stops in one field, which the browser marks itself.
      if (before === here) return ''
      const isBehind = before && (before.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING) === 0
      before?.removeAttribute('data-before')
      here.setAttribute('data-before', '')
      const name = `${here.tagName.toLowerCase()} ${here.textContent.trim().slice(0, 30)}`
      if (first && !here.matches('.skip')) return `${name} comes before what skips the menu`
      if (isBehind) return `${name} goes back`
      return outlineStyle === 'none' || outlineWidth === '0px' ? `${name} does not show that it is there` : ''
    }, at === 0)
    if (stop === null) break
    if (stop !== '') found.push(stop)
  }
  return found
}

describe('no page is heavy, none has a violation: light and dark, on a phone and on a desktop, in French and in English', () => {
  test.each([...seated])('%s', async (role, person) => {
    const page = await jaabi.sitDown(person, { bypassCSP: true })
    if (role === 'focal-point') await practises(page)
    for await (const href of reachable(page, role, seen)) {
      const kind = kindOf(href)
      expect.soft(await weight(page), `${kind}: bytes`).toBeLessThanOrEqual(50_000)
      const title = await page.title()
      // Where it led, which may be elsewhere.
      titled.set(title, (titled.get(title) ?? new Set()).add(pageOf(kindOf(page.url()))))
      expect.soft(await page.getAttribute('html', 'lang'), kind).toBe('fr')
      // A wall is looked at from afar, and has no menu to skip.
      if (!kind.endsWith('/ecran')) expect.soft(await astray(page), `${kind} on the tab key`).toEqual([])
      expect.soft(await violations(page), `${kind} in French`).toEqual([])
      await page.goto(inLanguage(href, 'en'))
      expect(await page.getAttribute('html', 'lang')).toBe('en')
      expect.soft(await violations(page, true), `${kind} in English`).toEqual([])
      await page.request.get(inLanguage(href, 'fr'))
    }
    await page.context().close()
  })

  test('and there were pages to look at', () => {
    expect(seen.size).toBeGreaterThan(seated.size)
    expect([...seen]).toContain('/console/exercice/nouvelle')
    expect([...seen]).toContain('focal-point /console/exercice/cases/N')
    const pages = [...seen].map((one) => one.replace(/^\S+ /, ''))
    for (const page of ['masse', 'masse/N', 'ensemble', 'annuaire/personnes/invitations'])
      expect(pages).toContain(`/console/${page}`)
    for (const role of ['partner', 'relay', 'integrity']) expect([...seen]).toContain(`${role} /console/accueil`)
  })

  test('each has a title of its own', () => {
    expect([...titled].filter(([, pages]) => pages.size > 1).map(([title, pages]) => [title, ...pages])).toEqual([])
  })
})

test('nor has the page of the simulator, with the console in its frame, whichever of phone and desk is in view', async () => {
  const context = await contextIn(jaabi.browser, { bypassCSP: true })
  const page = await context.newPage()
  await page.goto(`${jaabi.base}/simulator`)
  const desk = page.frameLocator('#desk')
  for (const side of ['phone', 'desk']) {
    // At the width that has both, one is sat down at the desk and picks a case.
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.locator('[data-seat]').first().click()
    await desk.locator('a[data-case]').first().click()
    await desk.locator('details.act').first().waitFor()
    await page.setViewportSize({ width: 360, height: 900 })
    await page.click(`[data-show="${side}"]`)
    for (const crossed of [false, true]) expect.soft(await violations(page, crossed), side).toEqual([])
  }
  await context.close()
})
