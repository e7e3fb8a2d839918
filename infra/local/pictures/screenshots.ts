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

/** A complaint that nobody answered: late, at the regional cluster, the person told so. */
async function playStory(page: Page): Promise<void> {
  await page.click('#example')
  await page.click('#soft-left')
  await page.locator('.bubble:not(.mine)').waitFor()
  await page.locator('.pick').click()
  await page.locator('[data-step="assess"]').click()
  await page.locator('[data-step="assign"]').waitFor()
  await page.click('[data-advance="P15D"]')
  await page.locator('.bubble', { hasText: 'niveau supérieur' }).waitFor()
  await page.locator('#published b').first().waitFor()
  await page.getByRole('button', { name: 'Cluster Gao', exact: true }).click()
  await page.locator('[data-step="assign"]').waitFor()
  await page.locator('#queue .late').waitFor()
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
/** Of both parts, or of the one named: `npm run screenshots -- console`. */
const parts: Readonly<Record<string, (base: string) => Promise<void>>> = {
  readme: async (base) => {
    const wide = await browser.newPage({ viewport: { width: 1280, height: 1500 }, locale: 'fr-FR' })
    await wide.goto(`${base}/simulator`)
    await playStory(wide)
    await take(wide, 'simulator')
    await dialHome(wide)
    await take(wide.locator('#handset'), 'ussd')

    const narrow = await browser.newPage({ viewport: { width: 360, height: 760 }, locale: 'fr-FR' })
    await narrow.goto(`${base}/simulator`)
    await narrow.locator('.pick').click()
    await narrow.locator('.todo').waitFor()
    await narrow.locator('.case h3').evaluate((heading) => {
      heading.scrollIntoView()
      // What came into view is drawn in the frames after.
      return new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
    })
    await take(narrow, 'simulator-360')
    await narrow.goto(`${base}/`)
    await take(narrow, 'form-360')
  },
  console: (base) => takeConsolePictures(browser, base, keep),
}
try {
  mkdirSync(folder, { recursive: true })
  const asked = process.argv[2]
  for (const [name, part] of Object.entries(parts)) if (!asked || asked === name) await onNewMachine(part)
} finally {
  await browser.close()
}
