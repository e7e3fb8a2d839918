import chromium from '@sparticuz/chromium'
import { chromium as playwright, type Browser, type BrowserContext, type BrowserContextOptions } from 'playwright-core'
import { afterAll } from 'vitest'

/** The package's own `args` turn web security off, so they are not used; its headless shell must be asked for by name. */
const launching = async () => ({
  executablePath: await chromium.executablePath(),
  ignoreDefaultArgs: ['--headless'],
  args: ['--headless=shell', '--no-sandbox', '--disable-dev-shm-usage'],
})
export const startBrowser = async (): Promise<Browser> => playwright.launch(await launching())

/** A browser that finds what it kept in `folder` when it was closed the last time. */
export async function startProfile(folder: string, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await playwright.launchPersistentContext(folder, { ...(await launching()), ...options })
  context.setDefaultTimeout(0)
  return context
}

/** A browser for one test file, closed after it. Await it at the top of the file. */
export async function withBrowser(): Promise<Browser> {
  const browser = await startBrowser()
  afterAll(() => browser.close())
  return browser
}

/** Windows of their own in this browser, with the patience of the test itself: the machine may be slow or busy. */
export async function contextIn(browser: Browser, options?: BrowserContextOptions): Promise<BrowserContext> {
  const context = await browser.newContext(options)
  context.setDefaultTimeout(0)
  return context
}
