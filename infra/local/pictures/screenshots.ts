import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import chromium from '@sparticuz/chromium'
import { type Locator, type Page, chromium as playwright } from 'playwright-core'
import { simulatorFr } from '../../../languages/fr/simulator.ts'
import { takeConsolePictures } from './console-pictures.ts'
import { startJaabi } from '../jaabi.ts'
import { palettePng } from './palette-png.ts'

/** `npm run screenshots`: the pictures of the README and of docs/console.md, taken of machines of their own in the middle of a story. */
const folder = fileURLToPath(new URL('../../../docs/images/', import.meta.url))
const port = Number(process.env['PORT'] ?? 8099)
const { phones, serviceCode } = simulatorFr

const keep = (png: Buffer, name: string): void => {
  writeFileSync(join(folder, `${name}.png`), palettePng(png))
}

async function take(what: Page | Locator, name: string): Promise<void> {
  keep(await what.screenshot(), name)
}

const desk = (page: Page) => page.frameLocator('#desk')
/** Sits somebody down at the desk of the simulator, and opens the first case of their list. */
async function openCase(page: Page, person: string): Promise<void> {
  await page.click(`[data-seat][value="${person}"]`)
  await desk(page).locator('a[data-case]').first().click()
  await desk(page).locator('details.act').first().waitFor()
}

/** A complaint that nobody answered: late, at the regional cluster, the person told so. */
async function playStory(page: Page): Promise<void> {
  await page.click('#example')
  await page.click('#soft-left')
  await page.locator('.bubble:not(.mine)').waitFor()
  await openCase(page, 'focal-point')
  await desk(page).locator('form[action$="/assess"] button:visible').first().click()
  await desk(page).locator('.flash').waitFor()
  await page.click('[data-advance="P15D"]')
  await page.locator('.bubble', { hasText: 'niveau supérieur' }).waitFor()
  await page.locator('#published b').first().waitFor()
  await page.click('[data-seat][value="regional-cluster-gao"]')
  await desk(page).locator('.tag.late').first().waitFor()
}

async function dialHome(page: Page): Promise<void> {
  await page.selectOption('#number', phones[1]?.number ?? '')
  for (const key of serviceCode) await page.click(`[data-key="${key}"]`)
  await page.click('#call')
  await page.locator('.ussd', { hasText: '1' }).waitFor()
}

/** Something done with a Jaabi that nobody has used yet, and that is gone afterwards. */
async function onNewMachine(work: (base: string) => Promise<void>): Promise<void> {
  const state = mkdtempSync(join(tmpdir(), 'jaabi-screenshots-'))
  const jaabi = await startJaabi({ port, state })
  try {
    await work(jaabi.base)
  } finally {
    await jaabi.stop()
    rmSync(state, { recursive: true })
  }
}

const browser = await playwright.launch({
  executablePath: await chromium.executablePath(),
  ignoreDefaultArgs: ['--headless'],
  args: ['--headless=shell', '--no-sandbox', '--disable-dev-shm-usage', '--lang=fr-FR'],
})
/** A window of its own that waits as long as a busy machine takes. */
async function newWindow(width: number, height: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height }, locale: 'fr-FR' })
  page.setDefaultTimeout(0)
  return page
}
/** Of both parts, or of the one named: `npm run screenshots -- console`. */
const parts: Readonly<Record<string, (base: string) => Promise<void>>> = {
  readme: async (base) => {
    const wide = await newWindow(1280, 1500)
    await wide.goto(`${base}/simulator`)
    await playStory(wide)
    await take(wide, 'simulator')
    await dialHome(wide)
    await take(wide.locator('#handset'), 'ussd')

    const narrow = await newWindow(360, 760)
    await narrow.goto(`${base}/simulator`)
    await narrow.click('[data-show="desk"]')
    await openCase(narrow, 'regional-cluster-gao')
    await narrow.locator('.desk-side').evaluate((side) => {
      side.scrollIntoView()
      // What came into view is drawn in the frames after.
      return new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
    })
    await take(narrow, 'simulator-360')
    await narrow.goto(`${base}/`)
    await take(narrow, 'form-360')
  },
  console: async (base) => takeConsolePictures({ browser, base, door: await newWindow(360, 640) }, keep),
}
try {
  mkdirSync(folder, { recursive: true })
  const asked = process.argv[2]
  for (const [name, part] of Object.entries(parts)) if (!asked || asked === name) await onNewMachine(part)
} finally {
  await browser.close()
}
